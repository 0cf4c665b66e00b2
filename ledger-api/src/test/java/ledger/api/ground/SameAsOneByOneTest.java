package ledger.api.ground;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.CommandScript.Line;
import ledger.domain.Decision;
import ledger.domain.Fact;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.RecordedFact;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In groups, by two processes that share a database and get in each other's way, commands are answered and stored as
 * they would be one by one: the same refusals, the same facts of each account in the same order.
 */
@Tag("faults")
class SameAsOneByOneTest {

    private static final long SEED = Long.getLong("ledger.script.seed", 20261124);
    private static final int COMMANDS = Integer.getInteger("ledger.script.commands", 100_000);
    private static final int PARTS = 10;
    private static final String FALLS = "falls";

    /** Fewer than a queue holds, so that none is sent away on a slow machine. */
    private static final Semaphore WAITING = new Semaphore(5_000);

    private static final Random LOST_RACES = new Random(SEED);

    private static TestLedger ledger;
    private static List<GroupCommitCommandBus> buses;
    private static List<CommandDesk> desks;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        ledger.get(Followers.class).close();
        buses = IntStream.range(0, CommandScript.LANES)
                .mapToObj(lane -> Nodes.troubled(ledger, SameAsOneByOneTest::loseSomeRaces))
                .toList();
        buses.forEach(bus -> bus.registerHandlerInterceptor((unit, chain) -> {
            Object answer = chain.proceed();
            if (FALLS.equals(unit.getMessage().getMetaData().get(FactMetadata.CORRELATION_ID))) {
                throw new IllegalStateException(FALLS);
            }
            return answer;
        }));
        desks = buses.stream().map(bus -> new CommandDesk(bus, ledger.get(LedgerClock.class))).toList();
    }

    private static synchronized void loseSomeRaces(List<?> facts) {
        if (LOST_RACES.nextInt(40) == 0) {
            throw new ConcurrencyFailureException("another process was faster");
        }
    }

    @AfterAll
    static void stop() {
        buses.forEach(GroupCommitCommandBus::close);
        ledger.close();
    }

    @Test
    void groupsAnswerAndStoreWhatOneByOneWould() {
        CommandScript script = new CommandScript(SEED, COMMANDS, ledger.get(Rulebooks.class));
        Map<String, List<Fact>> wanted = new HashMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        for (int part = 0; part < PARTS; part++) {
            List<Line> lines = script.part(part, COMMANDS / PARTS);
            List<CompletableFuture<Receipt>> answers = lines.stream().map(SameAsOneByOneTest::submit).toList();
            for (int i = 0; i < lines.size(); i++) {
                assertThat(answer(answers.get(i)))
                        .as("seed %d, part %d, line %d: %s", SEED, part, i, lines.get(i).command())
                        .isEqualTo(lines.get(i).outcome());
            }
            lines.forEach(line -> line.outcome().ifPresent(outcome -> {
                kinds.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
                if (outcome instanceof Decision.Accepted<HourAccountEvent> accepted) {
                    wanted.computeIfAbsent(line.command().accountId(), id -> new ArrayList<>())
                            .addAll(accepted.facts());
                }
            }));
        }
        assertThat(tablesReadWhole()).isEmpty();
        assertThat(stored()).isEqualTo(wanted);
        assertThat(kinds.keySet()).containsExactly("Accepted", "AlreadySo", "Refused");
        assertThat(kinds.values()).allMatch(times -> times > COMMANDS / 50);
        assertThat(ledger.get(JdbcTemplate.class)
                        .queryForList("SELECT position FROM facts.event ORDER BY position", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, ledger.get(FactSource.class).head()).boxed().toList());
        System.out.printf("one by one or in groups: %d commands, seed %d, %s%n", COMMANDS, SEED, kinds);
    }

    /** Of those that grow; a plan made while a table was small must not be kept for one that is large. */
    private static List<String> tablesReadWhole() {
        return ledger.get(JdbcTemplate.class).queryForList(
                """
                SELECT schemaname || '.' || relname || ', rows read in passing: ' || seq_tup_read
                FROM pg_stat_user_tables
                WHERE relname IN ('event', 'source_claim') AND seq_tup_read > n_tup_ins
                """,
                String.class);
    }

    private static CompletableFuture<Receipt> submit(Line line) {
        Map<String, String> metadata =
                line.outcome().isPresent() ? Map.of() : Map.of(FactMetadata.CORRELATION_ID, FALLS);
        WAITING.acquireUninterruptibly();
        return desks.get(line.lane()).submit(new Asked(line.command(), metadata), Actor.LEDGER)
                .whenComplete((receipt, failure) -> WAITING.release());
    }

    private static Optional<Decision<? extends Fact>> answer(CompletableFuture<Receipt> answer) {
        try {
            return Optional.of(answer.join().decision());
        } catch (CompletionException e) {
            assertThat(e).hasRootCauseMessage(FALLS);
            return Optional.empty();
        }
    }

    private static Map<String, List<Fact>> stored() {
        Map<String, List<Fact>> stored = new HashMap<>();
        FactSource facts = ledger.get(FactSource.class);
        for (long reached = 0; reached < facts.head(); reached += 5_000) {
            for (RecordedFact fact : facts.after(reached, 5_000)) {
                stored.computeIfAbsent(fact.aggregateId(), id -> new ArrayList<>()).add(fact.fact());
            }
        }
        stored.keySet().removeIf(id -> !id.startsWith("account-script-"));
        return stored;
    }
}
