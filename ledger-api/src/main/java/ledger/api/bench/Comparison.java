package ledger.api.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a scenario.
 *
 * @param samples of each side, round by round
 * @param circumstances those of the machine and those of the scenario
 */
public record Comparison(
        String scenario, Unit unit, Map<Side, List<Sample>> samples, Map<String, Object> circumstances) {

    /** Unlike the ledger's own, it says what is absent. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The median of a side; absent where it took no part. */
    public @Nullable Double median(Side side) {
        return over(side, sample -> sample.figure(unit));
    }

    private @Nullable Double over(Side side, ToDoubleFunction<Sample> figure) {
        double[] figures = figures(side, figure);
        return figures.length == 0 ? null : Sample.median(figures);
    }

    private double[] figures(Side side, ToDoubleFunction<Sample> figure) {
        return samples.getOrDefault(side, List.of()).stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Least and greatest figure of a side. */
    public @Nullable List<Double> spread(Side side) {
        double[] figures = figures(side, sample -> sample.figure(unit));
        return figures.length == 0
                ? null
                : List.of(
                        round(Arrays.stream(figures).min().orElseThrow()),
                        round(Arrays.stream(figures).max().orElseThrow()));
    }

    /** Ours over another's. */
    public @Nullable Double ratio(Side other) {
        Double ours = median(Side.OURS);
        Double theirs = median(other);
        return ours == null || theirs == null ? null : ours / theirs;
    }

    /** Milliseconds within which so many percent of a side's single ones were done, over all rounds. */
    public @Nullable Double percentile(Side side, int percent) {
        double found = Sample.percentile(
                samples.getOrDefault(side, List.of()).stream()
                        .flatMapToLong(sample -> LongStream.of(sample.work().latencies())),
                percent);
        return Double.isNaN(found) ? null : found;
    }

    /** One object for a line of output: the medians, the ratios, and all that they hang on. */
    public Map<String, @Nullable Object> line() {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("scenario", scenario);
        line.put("unit", unit.sign());
        for (Side side : Side.values()) {
            line.put(side.wire(), round(median(side)));
        }
        line.put("ratioToStock", round(ratio(Side.STOCK)));
        line.put("ratioToFloor", round(ratio(Side.FLOOR)));
        line.put("p50Ms", round(percentile(Side.OURS, 50)));
        line.put("p99Ms", round(percentile(Side.OURS, 99)));
        line.put("conditions", conditions());
        return line;
    }

    /** {@link #line} as JSON, absent values as null. */
    public String json() {
        return JSON.writeValueAsString(line());
    }

    private Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>(circumstances);
        Map<Side, Map<String, @Nullable Object>> sides = new EnumMap<>(Side.class);
        samples.keySet().forEach(side -> sides.put(side, told(side)));
        sides.forEach((side, told) -> conditions.put(side.wire(), told));
        return conditions;
    }

    private Map<String, @Nullable Object> told(Side side) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("rounds", samples.getOrDefault(side, List.of()).size());
        told.put("spread", spread(side));
        told.put("javaMicrosEach", round(over(side, sample -> sample.javaCpu() / 1e3 / sample.work().count())));
        told.put("databaseMicrosEach", round(over(side, sample -> sample.databaseCpu() / 1e3 / sample.work().count())));
        told.put("p50Ms", round(percentile(side, 50)));
        told.put("p99Ms", round(percentile(side, 99)));
        return told;
    }

    /** Three places are enough. */
    private static @Nullable Double round(@Nullable Double value) {
        return value == null ? null : Math.round(value * 1_000) / 1_000.0;
    }
}
