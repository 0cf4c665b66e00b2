package ledger.api.ground;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs.LeaseLostException;
import ledger.api.ground.Jobs.Progress;
import ledger.api.operation.JobWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Several nodes on one database: each job is in one pair of hands, and a dead node's job comes into others. */
class LeasesTest {

    private static TestLedger ledger;
    private static JdbcTemplate jdbc;
    private static Jobs one;
    private static Jobs other;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        ledger.get(JobWorker.class).stop();
        jdbc = ledger.get(JdbcTemplate.class);
        one = node();
        other = node();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static Jobs node() {
        return new Jobs(
                jdbc, new TransactionTemplate(ledger.get(PlatformTransactionManager.class)),
                ledger.get(Uploads.class), ledger.get(LedgerClock.class));
    }

    private static void begin(String jobId) {
        one.begin(jobId, new Jobs.Asked(
                Kind.DRY_RUN, null, Actor.LEDGER, null, "digest", "csv; charset=UTF-8", null, false));
    }

    private static void letTheLeaseRunOut(Job job) {
        jdbc.update("UPDATE jobs.job SET lease_until = clock_timestamp() - interval '1 second' WHERE job_id = ?",
                job.jobId());
    }

    @Test
    void twoNodesTakeEachJobOnce() {
        IntStream.range(0, 40).forEach(number -> begin("job-each-" + number));
        List<String> taken = List.of(one, other, one, other).stream()
                .map(node -> CompletableFuture.supplyAsync(() -> takeAll(node)))
                .toList().stream()
                .flatMap(found -> found.join().stream())
                .toList();
        Set<String> distinct = new HashSet<>(taken);
        assertThat(taken).hasSize(40).hasSameSizeAs(distinct);
    }

    private static List<String> takeAll(Jobs node) {
        List<String> taken = new java.util.ArrayList<>();
        for (Optional<Job> job = node.takeNext(); job.isPresent(); job = node.takeNext()) {
            taken.add(job.get().jobId());
            node.finish(job.get(), State.DONE, 0, null);
        }
        return taken;
    }

    @Test
    void aJobInLivingHandsIsNobodyElsesAndADeadNodesJobIsTakenOverWhereItWas() {
        begin("job-dying");
        Job job = one.takeNext().orElseThrow();
        one.advance(job, new Progress(501, 500, Map.of("accepted", 500), 77), 2, new byte[] {1});
        assertThat(other.takeNext()).isEmpty();
        letTheLeaseRunOut(job);
        one.renewLeases();
        assertThat(other.takeNext()).as("it still lives").isEmpty();
        letTheLeaseRunOut(job);

        Job again = other.takeNext().orElseThrow();

        assertThat(again.lastRow()).isEqualTo(501);
        assertThat(again.counts()).isEqualTo(Map.of("accepted", 500));
        assertThat(again.runs()).isEqualTo(2);
        assertThatThrownBy(() -> one.advance(
                        job, new Progress(1_001, 1_000, Map.of("accepted", 1_000), 99), 502, new byte[] {2}))
                .isInstanceOf(LeaseLostException.class);
        one.release(job, 0);
        assertThat(other.find("job-dying").orElseThrow().state()).isEqualTo(State.RUNNING);
        other.finish(again, State.DONE, 0, null);
        assertThat(other.find("job-dying").orElseThrow().rowsDone()).isEqualTo(500);
    }

    /** As when the database was away just then: the work broke off, and nothing could be written of it. */
    @Test
    void aJobThatWasNeitherFinishedNorReleasedIsKeptByNobody() {
        begin("job-broken-off");
        Job job = one.takeNext().orElseThrow();
        one.letGo(job);
        letTheLeaseRunOut(job);
        one.renewLeases();
        Job again = one.takeNext().orElseThrow();
        assertThat(again.jobId()).isEqualTo("job-broken-off");
        one.letGo(job);
        letTheLeaseRunOut(again);
        one.renewLeases();
        assertThat(other.takeNext()).as("letting go of a former run lets the latter be").isEmpty();
        one.finish(again, State.DONE, 0, null);
    }

    @Test
    void aNodeThatLostAJobToItselfStopsTheFormerRun() {
        begin("job-frozen");
        Job former = one.takeNext().orElseThrow();
        letTheLeaseRunOut(former);
        Job latter = one.takeNext().orElseThrow();
        assertThatThrownBy(() -> one.advance(former, new Progress(2, 1, Map.of(), 0), 2, null))
                .isInstanceOf(LeaseLostException.class);
        assertThat(one.advance(latter, new Progress(2, 1, Map.of(), 0), 2, null)).isFalse();
        one.cancel("job-frozen");
        assertThat(one.advance(latter, new Progress(3, 2, Map.of(), 0), 3, null)).as("asked to stop").isTrue();
        one.finish(latter, State.CANCELLED, 0, null);
    }
}
