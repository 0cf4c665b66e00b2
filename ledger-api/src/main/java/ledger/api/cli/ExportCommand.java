package ledger.api.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import ledger.api.operation.LedgerArchive;
import ledger.api.operation.LedgerArchive.Manifest;
import ledger.api.operation.SealedArchive;
import ledger.api.operation.SealedReplay;

/** Writes a whole ledger into one file that another installation can take over. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write the whole ledger into one file, personal data included.",
            "将整个账本导出为一个文件（含个人信息）。"
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = {"The archive to write (.zip).", "要写入的归档文件（.zip）。"})
    private Path file = Path.of("ledger.zip");

    @Option(names = "--facts-only", description = {
        "Leave out names, documents, people's words and tokens.", "不含姓名、证件、文字说明和令牌。"
    })
    private boolean factsOnly;

    @Option(names = "--sealed", description = {
        "For auditors: facts, documents and birth months under opaque ids, to be replayed elsewhere.",
        "供审计：事实、规则文本和匿名编号下的出生年月，可在别处重放。"
    })
    private boolean sealed;

    @Override
    public Integer call() throws java.io.IOException {
        if (sealed) {
            return seal();
        }
        try (Connection connection = Connection.open()) {
            connection.client().download(
                    "/api/v1/archive" + LedgerClient.query(Map.of("factsOnly", Boolean.toString(factsOnly))), file);
        }
        Manifest manifest = LedgerArchive.manifest(file);
        System.out.printf("exported 已导出 %s: facts 事实 %d%ndigest 摘要 %s%n", file, manifest.facts(), manifest.digest());
        return 0;
    }

    private int seal() throws java.io.IOException {
        try (Connection connection = Connection.open()) {
            connection.client().download("/api/v1/sealed-archive", file);
        }
        SealedArchive.Manifest manifest = SealedReplay.manifest(file);
        System.out.printf(
                "sealed 已封存 %s: facts 事实 %d%nreplay digest 重放摘要 %s%nlive digest   现有摘要 %s%nseal 封签 %s%n", file,
                manifest.position(), manifest.digest(), manifest.liveDigest(), manifest.seal());
        return 0;
    }
}
