package ledger.api.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import ledger.api.ground.EmbeddedBackup;

/** Puts a backup back into a data directory without a database; the next start recovers it. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Put a backup back into an empty data directory; then start the service.",
            "将备份恢复到空的数据目录，然后启动服务。"
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIRECTORY", description = {"A backup.", "备份目录。"})
    private Path backup = Path.of("backup");

    @Option(names = "--wal-archive", paramLabel = "DIRECTORY", description = {
        "Go on from the backup with this archive of the write-ahead log.", "用预写日志归档继续恢复。"
    })
    private @Nullable Path walArchive;

    @Option(names = "--until", paramLabel = "INSTANT", description = {
        "Stand at this moment, for example 2026-03-31T18:00:00Z; default: the newest in the archive.",
        "恢复到该时刻，例如 2026-03-31T18:00:00Z；默认恢复到归档的最新时刻。"
    })
    private @Nullable Instant until;

    @Override
    public Integer call() {
        Path data = Connection.dataDirectory().path();
        EmbeddedBackup.restore(backup.toAbsolutePath(), data, walArchive, until);
        System.out.println("put back into 已恢复到 " + data + "; start with 请启动: ./ledger serve");
        return 0;
    }
}
