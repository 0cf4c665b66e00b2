package ledger.api.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import org.springframework.beans.BeansException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import ledger.api.ground.EmbeddedBackup;
import ledger.api.ground.EmbeddedDatabase;
import ledger.api.operation.LedgerArchive;

/** The command line: its first word is a verb. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        version = "Hour Ledger 时长账本 1.0",
        description = {
            "A ledger of volunteer hours, stars and certified statements.",
            "志愿服务时长、星级与服务证明的账本。"
        },
        footer = {
            "",
            "Settings 设置: LEDGER_DATA_DIR (default ledger-data), LEDGER_PORT (8080), LEDGER_BIND (127.0.0.1),",
            "  LEDGER_DB_URL / LEDGER_DB_USER / LEDGER_DB_PASSWORD (a PostgreSQL server instead of the embedded one),",
            "  LEDGER_TOKEN (who the command line is; default: the operator of the data directory)"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            ReverseCommand.class,
            MergeCommand.class,
            UnmergeCommand.class,
            SchemesCommand.class,
            SimulateCommand.class,
            RecognitionsCommand.class,
            NoticesCommand.class,
            ObjectionsCommand.class,
            FalseHoursCommand.class,
            HonoursCommand.class,
            ComplaintsCommand.class,
            RateCommand.class,
            RoundCommand.class,
            ReplayCommand.class,
            HoursCommand.class,
            DifferenceCommand.class,
            PreviewCommand.class,
            HistoryCommand.class,
            CausesCommand.class,
            EffectsCommand.class,
            SampleCommand.class,
            SignalsCommand.class,
            ReportCommand.class,
            FiguresCommand.class,
            ExportCommand.class,
            ImportLogCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RebuildCommand.class,
            TokenCommand.class,
            BenchCommand.class,
            ManyRowsCommand.class
        })
public final class Ledger {

    private Ledger() {}

    /** @return the process's exit status: 0 done, 1 failed, 2 wrong usage */
    public static int run(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        CommandLine commands = new CommandLine(new Ledger());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(explanation(failure));
            command.getErr().flush();
            return 1;
        });
        return commands.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What went wrong in words, without a trace where the cause is known. */
    private static String explanation(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EmbeddedDatabase.InUseException || cause instanceof LedgerClient.ProblemException
                    || cause instanceof EmbeddedBackup.BackupException || cause instanceof LedgerArchive.RefusedArchiveException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return "port " + port.getPort() + " is in use; set LEDGER_PORT to another one\n端口 "
                        + port.getPort() + " 已被占用，请用 LEDGER_PORT 指定其他端口";
            }
        }
        Throwable root = root(failure);
        if (failure instanceof ApplicationContextException || failure instanceof BeansException) {
            return "the service could not start 服务无法启动: " + root.getMessage();
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
