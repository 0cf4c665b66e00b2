package ledger.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import ledger.api.operation.ArchiveConfiguration;

/** Takes an exported ledger over into an empty one, under the same positions. */
@Command(
        name = "import-log",
        mixinStandardHelpOptions = true,
        description = {
            "Take an exported ledger over into an empty data directory, while no service runs on it.",
            "将导出的账本导入空的数据目录，期间不能运行服务。"
        })
final class ImportLogCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = {"An archive written by export.", "由 export 写出的归档文件。"})
    private Path file = Path.of("ledger.zip");

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            System.err.println("cannot read 无法读取: " + file);
            return 2;
        }
        Connection.start(List.of(
                        "--server.port=0", "--ledger.daily-round=false",
                        "--" + ArchiveConfiguration.TAKE_OVER + "=" + file.toAbsolutePath()))
                .close();
        return 0;
    }
}
