package ledger.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import ledger.api.ground.EmbeddedBackup;

/** Copies the embedded database of the data directory, whether the service runs or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Back up the embedded database; a running service goes on.",
            "备份内置数据库，服务可照常运行。"
        })
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIRECTORY", description = {"Where to; it must not exist yet.", "目标目录，不能已存在。"})
    private Path target = Path.of("backup");

    @Override
    public Integer call() {
        var position = EmbeddedBackup.take(Connection.dataDirectory().path(), target.toAbsolutePath());
        System.out.println("backed up 已备份 " + target + position
                .map(at -> ": at least up to position 至少到位置 " + at)
                .orElse(": the database was not running 数据库未在运行"));
        return 0;
    }
}
