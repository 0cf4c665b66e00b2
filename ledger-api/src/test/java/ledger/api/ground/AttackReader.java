package ledger.api.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.history.FactMetadata;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;

/** A process that reads along and says what it sees, until it has reached the position that it is told at the end. */
final class AttackReader {

    private AttackReader() {}

    /** @param arguments url of the database, facts to read at once */
    public static void main(String[] arguments) throws InterruptedException {
        AtomicLong last = new AtomicLong(Long.MAX_VALUE);
        Thread.ofPlatform().daemon().start(() -> listen(last));
        int limit = Integer.parseInt(arguments[1]);
        long position = 0;
        try (HikariDataSource pool = AttackWriter.pool(arguments[0])) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            LedgerClock clock = new LedgerClock(ZoneId.of("Asia/Shanghai"));
            FactSource facts = new EventStoreFacts(Nodes.engine(jdbc, clock), jdbc);
            while (position < last.get()) {
                List<RecordedFact> batch = facts.after(position, limit);
                batch.forEach(fact -> System.out.println(line(fact)));
                position = batch.isEmpty() ? position : batch.getLast().position();
                Thread.sleep(batch.isEmpty() ? 5 : 0);
            }
        }
        System.exit(0);
    }

    static String line(RecordedFact fact) {
        return "SEEN " + fact.position() + " " + fact.aggregateId() + " " + fact.metadata().get(FactMetadata.SALT);
    }

    private static void listen(AtomicLong last) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            last.set(Long.parseLong(in.readLine()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
