package ledger.api.ground;

import java.time.ZoneId;
import java.util.Map;
import java.util.Random;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.domain.Decision;
import ledger.domain.rulebook.Rulebooks;

/**
 * A process that records sessions with many hands until it is killed, and says so after each answer: on accounts of
 * its own, on one account that all processes share, and for source records that all want for an account of theirs.
 */
final class AttackWriter {

    static final int RECORDS = 400;

    private final String name;
    private final CommandDesk desk;

    private AttackWriter(String name, CommandDesk desk) {
        this.name = name;
        this.desk = desk;
    }

    /** @param arguments url of the database, a name of its own, seed, number of writers */
    public static void main(String[] arguments) {
        LedgerClock clock = new LedgerClock(ZoneId.of("Asia/Shanghai"));
        HikariDataSource pool = pool(arguments[0]);
        GroupCommitCommandBus bus = Nodes.bus(
                new JdbcTemplate(pool), new SpringTransactionManager(new JdbcTransactionManager(pool)), clock,
                Rulebooks.shipped());
        AttackWriter writer = new AttackWriter(arguments[1], new CommandDesk(bus, clock));
        long seed = Long.parseLong(arguments[2]);
        int writers = Integer.parseInt(arguments[3]);
        for (int hand = 0; hand < writers; hand++) {
            int one = hand;
            Thread.ofPlatform().start(() -> writer.write(one, new Random(seed + one)));
        }
        System.out.println("READY");
    }

    static HikariDataSource pool(String url) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(ServiceRole.NAME);
        pool.setMaximumPoolSize(4);
        return pool;
    }

    private void write(int hand, Random random) {
        for (int number = 0; ; number++) {
            switch (random.nextInt(4)) {
                case 0 -> tell("shared", "both", random.nextInt(RECORDS));
                case 1 -> tell("claim-" + name, "contested", random.nextInt(RECORDS));
                default -> tell(name + "-" + hand, name + "-" + hand, number);
            }
        }
    }

    private void tell(String account, String system, int number) {
        try {
            Asked asked = new Asked(Nodes.record(account, system, number), Map.of());
            Receipt receipt = desk.submit(asked, Actor.LEDGER).join();
            boolean refused = receipt.decision() instanceof Decision.Refused<?>;
            say((refused ? "NO " : "ACK ") + account + " " + system + " record-" + number + " " + receipt.position());
        } catch (RuntimeException e) {
            say("LOST " + e.getMessage());
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
