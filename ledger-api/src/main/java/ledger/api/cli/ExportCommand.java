package ledger.api.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import ledger.api.operation.LedgerArchive;
import ledger.api.operation.LedgerArchive.Manifest;

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

    @Override
    public Integer call() throws java.io.IOException {
        try (Connection connection = Connection.open()) {
            connection.client().download(
                    "/api/v1/archive" + LedgerClient.query(Map.of("factsOnly", Boolean.toString(factsOnly))), file);
        }
        Manifest manifest = LedgerArchive.manifest(file);
        System.out.printf("exported 已导出 %s: facts 事实 %d%ndigest 摘要 %s%n", file, manifest.facts(), manifest.digest());
        return 0;
    }
}
