package ledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import ledger.api.ground.LedgerClock;
import ledger.api.ground.Settings;
import ledger.api.operation.DataDirectory;
import ledger.projections.FactSource;

/** Starts the service with a sample city that has years of history. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {"Start with a sample city, and keep its data.", "以样例城市启动，数据会保留。"})
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--exit", description = {"Load, then stop.", "载入后退出。"})
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = Connection.dataDirectory();
        boolean loadedBefore = directory.read(DataDirectory.DEMO_LOADED).isPresent();
        String now = loadedBefore ? DemoPlayer.LAST_MOMENT : DemoPlayer.FIRST_MOMENT;
        ConfigurableApplicationContext context = Connection.start(List.of(
                "--ledger.simulate=" + now, "--ledger.schemes=cn-cyl-star," + Settings.DEMO_SCHEME));
        try {
            Settings settings = context.getBean(Settings.class);
            if (settings.get(Settings.DEMO).isEmpty() && context.getBean(FactSource.class).head() > ownFacts(context)) {
                System.err.println("this ledger holds data of its own; the demo wants an empty data directory\n"
                        + "该账本已有正式数据，演示需要空的数据目录（LEDGER_DATA_DIR）");
                return 1;
            }
            LedgerClient operator = new LedgerClient(Connection.port(context), Connection.token(directory));
            DemoPlayer player = new DemoPlayer(
                    operator, directory, settings, context.getBean(LedgerClock.class), System.out);
            if (!settings.get(Settings.DEMO).equals(java.util.Optional.of("loaded"))) {
                player.play();
            }
            player.printWhereToClick(Connection.port(context), exit);
            if (!exit) {
                ServeCommand.awaitClose(context);
            }
            return 0;
        } finally {
            context.close();
        }
    }

    /** The schemes that the service itself publishes when it starts. */
    private static long ownFacts(ConfigurableApplicationContext context) {
        return context.getBean(ledger.projections.recognition.SchemeShelf.class).inUse().size();
    }
}
