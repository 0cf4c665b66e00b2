package ledger.api.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

/** Every scenario at a tiny size: what is told is what was measured, and all did the same. */
class BenchTest {

    private static final String[] FIELDS = {
        "scenario", "unit", "ours", "stock", "floor", "ratioToStock", "ratioToFloor", "p50Ms", "p99Ms", "conditions"
    };
    private static final String[] CONDITIONS = {"cores", "jdk", "postgres", "loadAverage", "views", "ours"};

    private static BenchOptions tiny(String... scenarios) {
        return new BenchOptions(40, 1, Duration.ofSeconds(20), Duration.ofDays(1), 0, List.of(scenarios), 7);
    }

    @Test
    void everyScenarioIsMeasuredAndToldInALineOfJson() throws Exception {
        List<Comparison> all = new ArrayList<>();
        new Bench(tiny(), told -> { }).run(all::add);
        assertThat(all).extracting(Comparison::scenario).containsExactlyElementsOf(Scenarios.names());
        assertThat(all).allSatisfy(one -> {
            JsonNode line = LedgerJson.MAPPER.readTree(one.json());
            assertThat(line.propertyNames()).containsExactly(FIELDS);
            assertThat(line.path("conditions").propertyNames()).contains(CONDITIONS);
            assertThat(line.path("conditions").path("postgres").path("fsync").asString()).isEqualTo("on");
            assertThat(line.path("conditions").path("postgres").path("synchronous_commit").asString()).isEqualTo("on");
            assertThat(line.path("ours").asDouble()).as(one.scenario()).isPositive();
            assertThat(one.median(Side.OURS)).isCloseTo(Sample.median(figures(one, Side.OURS)), within(1e-6));
            isRatioOfMedians(line, "ratioToStock", "stock");
            isRatioOfMedians(line, "ratioToFloor", "floor");
        });
    }

    private static double[] figures(Comparison one, Side side) {
        return one.samples().get(side).stream()
                .mapToDouble(sample -> one.unit() == Unit.MILLISECONDS
                        ? Sample.percentile(Arrays.stream(sample.work().latencies()), 50)
                        : sample.work().count() / (sample.nanos() / 1e9))
                .toArray();
    }

    private static void isRatioOfMedians(JsonNode line, String ratio, String other) {
        assertThat(line.path(ratio).isNull()).isEqualTo(line.path(other).isNull());
        if (!line.path(other).isNull()) {
            assertThat(line.path(other).asDouble()).isPositive();
            double wanted = line.path("ours").asDouble() / line.path(other).asDouble();
            assertThat(line.path(ratio).asDouble()).isCloseTo(wanted, within(0.01 + wanted * 0.02));
        }
    }

    @Test
    void whoTakesTwiceAsLongIsToldHalfAsFast(@TempDir Path withoutDatabase) throws Exception {
        Meter meter = new Meter(withoutDatabase);
        double slow = sleeping(meter, 200).figure(Unit.EVENTS_PER_SECOND);
        double fast = sleeping(meter, 100).figure(Unit.EVENTS_PER_SECOND);
        assertThat(slow).isLessThanOrEqualTo(50);
        assertThat(fast).isLessThanOrEqualTo(100).isGreaterThan(slow);
    }

    private static Sample sleeping(Meter meter, long millis) throws Exception {
        return meter.measure(() -> {
            Thread.sleep(millis);
            return Work.of(10);
        });
    }

    @Test
    void refusesFiguresOfWritesThatAreNotTheSame() throws Exception {
        try (Arena arena = Arena.open(tiny())) {
            Writes writes = new Writes("pipelined", Writes.PIPELINED, false, 40, arena);
            writes.contenders().get(Side.OURS).prepare(0).call();
            writes.contenders().get(Side.STOCK).prepare(0).call();
            assertThatIllegalStateException().isThrownBy(writes::check).withMessageContaining("not the same");
            writes.contenders().get(Side.FLOOR).prepare(0).call();
            writes.check();
            assertThat(arena.floor().ofFloor("account-bench-pipelined-").facts()).isEqualTo(40);
        }
    }

    @Test
    void namesTheScenariosThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bench(tiny("no-such"), told -> { }))
                .withMessageContaining("no-such")
                .withMessageContaining("single-32");
    }
}
