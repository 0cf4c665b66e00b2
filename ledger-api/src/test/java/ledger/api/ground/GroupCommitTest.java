package ledger.api.ground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.domain.Decision;
import ledger.domain.account.Activity;
import ledger.domain.history.FactMetadata;
import ledger.projections.FactSource;
import ledger.projections.Followers;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that wait together share a transaction, and nothing else. */
class GroupCommitTest {

    private static final Activity NAMELESS = new Activity("", "culture", "陪读", "青禾社区", "person-1", "person-2");
    private static final String POISON = "poison";

    private static TestLedger ledger;
    private static GroupCommitCommandBus bus;
    private static CommandDesk desk;
    private static JdbcTemplate jdbc;

    private record Gate(CountDownLatch reached, CountDownLatch opened) {}

    private record Fall(String why) {}

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        bus = ledger.get(GroupCommitCommandBus.class);
        desk = ledger.get(CommandDesk.class);
        jdbc = ledger.get(JdbcTemplate.class);
        bus.subscribe(Gate.class.getName(), message -> {
            Gate gate = (Gate) message.getPayload();
            gate.reached().countDown();
            return gate.opened().await(20, TimeUnit.SECONDS);
        });
        bus.subscribe(Fall.class.getName(), message -> {
            throw new IllegalStateException(((Fall) message.getPayload()).why());
        });
    }

    @AfterAll
    static void stop() {
        Followers views = ledger.get(Followers.class);
        assertThat(views.await(ledger.get(FactSource.class).head(), Duration.ofSeconds(60), views.rooms())).isTrue();
        ledger.close();
    }

    @Test
    void allFactsOfAGroupAreAppendedByOneStatement() {
        List<Receipt> receipts = together(IntStream.range(0, 100).mapToObj(i -> good("group", i)).toList());
        assertThat(receipts).allMatch(receipt -> receipt.decision() instanceof Decision.Accepted);
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT xmin::text || '/' || cmin FROM facts.event WHERE aggregate_id LIKE ?",
                        String.class, "account-group-%"))
                .hasSize(1);
    }

    @Test
    void aCommandThatThrowsDisturbsNoneOfAHundredOthers() {
        List<CompletableFuture<Receipt>> good = new ArrayList<>();
        CompletableFuture<Throwable> fallen = new CompletableFuture<>();
        gated(() -> {
            IntStream.range(0, 50).forEach(i -> good.add(desk.submit(good("beside", i), Actor.LEDGER)));
            bus.dispatch(
                    new GenericCommandMessage<>(new Fall("stumbled")),
                    (command, result) -> fallen.complete(result.exceptionResult()));
            IntStream.range(50, 100).forEach(i -> good.add(desk.submit(good("beside", i), Actor.LEDGER)));
        });
        assertThat(fallen.join()).hasMessage("stumbled");
        assertThat(good).allMatch(receipt -> receipt.join().decision() instanceof Decision.Accepted);
        assertStandOnce("beside", 100);
    }

    @Test
    void aSenderWhoCannotTakeItsAnswerDoesNotStopTheLane() {
        bus.dispatch(new GenericCommandMessage<>(new Fall("stumbled")), (command, result) -> {
            throw new StackOverflowError("the sender fell over its answer");
        });
        assertThat(desk.submit(good("after", 1), Actor.LEDGER)).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aCommandThatFailsAfterItsFactsWereMadeLeavesNoneOfThem() {
        Registration poisoned = bus.registerHandlerInterceptor((unit, chain) -> {
            Object answer = chain.proceed();
            if (POISON.equals(unit.getMessage().getMetaData().get(FactMetadata.CORRELATION_ID))) {
                throw new IllegalStateException("too late");
            }
            return answer;
        });
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        gated(() -> IntStream.range(0, 100).forEach(i -> receipts.add(desk.submit(
                i == 40 ? new Asked(good("late", i).command(), Map.of(FactMetadata.CORRELATION_ID, POISON))
                        : good("late", i),
                Actor.LEDGER))));
        assertThat(receipts.get(40)).failsWithin(Duration.ofSeconds(20)).withThrowableThat()
                .withMessageContaining("too late");
        assertThat(receipts.stream().filter(receipt -> !receipt.isCompletedExceptionally())).hasSize(99)
                .allMatch(receipt -> receipt.join().decision() instanceof Decision.Accepted);
        poisoned.cancel();
        assertThat(standing("late")).hasSize(99).doesNotContain("account-late-40");
        assertThat(claims("late")).isEqualTo(99);
        assertThat(desk.send(good("late", 40).command(), Actor.LEDGER).decision())
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        List<Receipt> receipts = together(IntStream.range(0, 100)
                .mapToObj(i -> i % 2 == 0
                        ? good("half", i)
                        : new Asked(Nodes.record("half-" + i, "half", i, NAMELESS), Map.of()))
                .toList());
        assertThat(receipts.stream().filter(receipt -> receipt.decision() instanceof Decision.Refused)).hasSize(50);
        assertThat(standing("half")).hasSize(50).allMatch(account -> Integer.parseInt(account.split("-")[2]) % 2 == 0);
        assertThat(claims("half")).isEqualTo(50);
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() {
        List<CompletableFuture<Integer>> seen = new ArrayList<>();
        gated(() -> IntStream.range(0, 20).forEach(i -> seen.add(desk.submit(good("seen", i), Actor.LEDGER)
                .thenApply(receipt -> CompletableFuture.supplyAsync(() -> facts(receipt.position())).join()))));
        assertThat(seen).hasSize(20).allMatch(count -> count.join() == 1);
    }

    @Test
    void theSameWishTwiceInOneGroupIsGrantedOnce() {
        List<Receipt> receipts = together(List.of(good("twice", 1), good("twice", 1), good("twice", 1)));
        assertThat(receipts).extracting(receipt -> receipt.decision().getClass().getSimpleName())
                .containsExactly("Accepted", "AlreadySo", "AlreadySo");
        assertThat(receipts.get(2).position()).isGreaterThanOrEqualTo(receipts.get(0).position());
        assertStandOnce("twice", 1);
    }

    private static Asked good(String who, int number) {
        return new Asked(Nodes.record(who + "-" + number, who, number), Map.of());
    }

    private static List<Receipt> together(List<Asked> commands) {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        gated(() -> commands.forEach(asked -> receipts.add(desk.submit(asked, Actor.LEDGER))));
        return receipts.stream().map(CompletableFuture::join).toList();
    }

    /** Keeps the lane busy until all are waiting, so that they come in one group. */
    private static void gated(Runnable dispatching) {
        Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        bus.dispatch(new GenericCommandMessage<>(gate));
        try {
            assertThat(gate.reached().await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        dispatching.run();
        gate.opened().countDown();
    }

    private static void assertStandOnce(String who, int times) {
        assertThat(standing(who)).hasSize(times).doesNotHaveDuplicates();
        List<Long> positions = jdbc.queryForList("SELECT position FROM facts.event ORDER BY position", Long.class);
        assertThat(positions).isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
    }

    private static List<String> standing(String who) {
        return jdbc.queryForList(
                "SELECT aggregate_id FROM facts.event WHERE aggregate_id LIKE ?",
                String.class, "account-" + who + "-%");
    }

    private static int claims(String system) {
        return jdbc.queryForList(
                        "SELECT source_record FROM reference.source_claim WHERE source_system = ?",
                        String.class, system)
                .size();
    }

    private static int facts(long position) {
        return jdbc.queryForList("SELECT 1 FROM facts.event WHERE position = ?", Integer.class, position).size();
    }
}
