package ledger.api.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import ledger.api.operation.DataDirectory;

/** Runs the service until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {"Run the service.", "启动服务。"})
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--simulate", paramLabel = "DAY", description = {
        "Let today be this day (YYYY-MM-DD); refused on a database server of production.",
        "模拟当天日期，仅限内置数据库。"
    })
    private @Nullable LocalDate simulate;

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        if (simulate != null) {
            arguments.add("--ledger.simulate=" + simulate + "T08:00");
        }
        ConfigurableApplicationContext context = Connection.start(arguments);
        DataDirectory directory = Connection.dataDirectory();
        System.out.println("Hour Ledger 时长账本: http://localhost:" + Connection.port(context) + "/");
        System.out.println("operator's token 操作员令牌: " + directory.file(DataDirectory.OPERATOR_TOKEN));
        awaitClose(context);
        return 0;
    }

    static void awaitClose(ConfigurableApplicationContext context) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }
}
