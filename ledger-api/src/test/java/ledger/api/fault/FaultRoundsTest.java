package ledger.api.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

import ledger.api.fault.FaultTable.Result;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that can befall a ledger, round after round, each time under load. After each nothing acknowledged is
 * lost, nothing counts twice, totals are those of the clients' own record, and the views those that the facts make.
 *
 * <p>{@code ledger.fault.rounds} says how many, {@code ledger.fault.seed} which; {@code ledger.fault.only} plays one
 * again, by the name under which it was printed. What machines choose, as when a process is given its turn, is not in
 * the seed.
 */
@Tag("faults")
class FaultRoundsTest {

    private static final long SEED =
            Long.getLong("ledger.fault.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
    private static final String ONLY = System.getProperty("ledger.fault.only", "");
    private static final List<Round> ROUNDS = ONLY.isEmpty()
            ? Round.draw(SEED, Integer.getInteger("ledger.fault.rounds", Fault.values().length))
            : List.of(Round.parse(ONLY));

    private static final int LONGEST_OUTCOME = 200;
    private static final FaultTable TABLE = new FaultTable(SEED);
    private static final Sites SITES = new Sites();

    @AfterAll
    static void tell() throws IOException {
        SITES.leave();
        TABLE.write(Path.of("target"));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLostAndNothingCountsTwice() {
        System.out.println("rounds of faults, seed " + SEED);
        return ROUNDS.stream().map(round -> DynamicTest.dynamicTest(round.toString(), () -> play(round)));
    }

    private static void play(Round round) throws Exception {
        long began = System.nanoTime();
        Audit audit = new Audit(0, 0, 0, 0);
        String outcome = "failed before it began";
        int acknowledged = 0;
        int inDoubt = 0;
        ClientRecord record = new ClientRecord();
        try {
            Installation installation = SITES.at(round.site());
            record = installation.load().record();
            acknowledged = record.acknowledged();
            inDoubt = record.inDoubt();
            outcome = "failed under load";
            befall(round, installation);
            outcome = "failed at the audit";
            Audit.viewsReachHead(installation.nodes().getFirst(), 60);
            audit = Audit.of(installation, installation.nodes().getLast());
            assertThat(audit).as(round.toString()).isEqualTo(new Audit(record.acknowledged(), 0, 0, 0));
            assertThat(record.strange()).as(round.toString()).isEmpty();
            Audit.viewsAreThoseOfTheFacts(installation.nodes().getFirst());
            outcome = "ok";
        } catch (TestAbortedException e) {
            outcome = "skipped: " + e.getMessage();
            throw e;
        } catch (Throwable e) {
            outcome += ": " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
            outcome = outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME));
            SITES.giveUp();
            throw e;
        } finally {
            TABLE.add(new Result(
                    round.toString(), round.fault(), round.seed(), outcome, record.acknowledged() - acknowledged,
                    record.inDoubt() - inDoubt, audit.lost(), audit.doubled(),
                    (System.nanoTime() - began) / 1_000_000_000L));
        }
    }

    private static void befall(Round round, Installation installation) throws Exception {
        Random random = new Random(round.seed());
        Random choice = new Random(round.seed() + 1);
        Load load = installation.load();
        int more = round.fault() == Fault.POOL_EXHAUSTED ? Faults.CROWD : 0;
        load.begin(round.load(), more, random.nextLong(), () -> {
            synchronized (choice) {
                return installation.any(choice);
            }
        });
        try {
            new Faults(installation, random).strike(round.fault());
            load.end();
        } catch (Throwable e) {
            load.abandon();
            throw e;
        }
    }
}
