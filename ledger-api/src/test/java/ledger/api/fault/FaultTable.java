package ledger.api.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import ledger.projections.LedgerJson;

/** What the rounds found, fault by fault, for people and for programs. */
final class FaultTable {

    private final long seed;
    private final List<Result> results = new ArrayList<>();

    FaultTable(long seed) {
        this.seed = seed;
    }

    /**
     * What became of a round.
     *
     * @param outcome {@code ok}, or why it was skipped or failed
     */
    record Result(
            String round, Fault fault, long seed, String outcome, int acknowledged, int inDoubt, int lost, int doubled,
            long seconds) {

        boolean isOk() {
            return outcome.equals("ok");
        }
    }

    private record Content(long seed, List<Result> rounds) {}

    void add(Result result) {
        results.add(result);
        System.out.printf(
                "%-44s %s, %d s, acknowledged %d, in doubt %d%n", result.round(), result.outcome(), result.seconds(),
                result.acknowledged(), result.inDoubt());
    }

    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("faults.json"), LedgerJson.write(new Content(seed, results)));
        Files.writeString(directory.resolve("faults.txt"), text());
        System.out.print(text());
    }

    private String text() {
        return "Rounds of faults, ledger.fault.seed=" + seed + "\n"
                + "kind             rounds  acknowledged  in doubt  lost  doubled  seeds\n"
                + Arrays.stream(Fault.values()).map(this::line).collect(Collectors.joining())
                + results.stream().filter(result -> !result.isOk())
                        .map(result -> result.outcome() + "\n  again: -Dledger.fault.only=" + result.round() + "\n")
                        .collect(Collectors.joining());
    }

    private String line(Fault fault) {
        List<Result> those = results.stream().filter(result -> result.fault() == fault).toList();
        return "%-16s %6d %13d %9d %5d %8d  %s%n".formatted(
                fault, those.stream().filter(Result::isOk).count(), sum(those, Result::acknowledged),
                sum(those, Result::inDoubt), sum(those, Result::lost), sum(those, Result::doubled),
                those.stream().map(result -> result.seed() + mark(result)).collect(Collectors.joining(" ")));
    }

    private static String mark(Result result) {
        return result.isOk() ? "" : "(" + result.outcome().replaceAll("[ :\n].*", "") + ")";
    }

    private static int sum(List<Result> those, ToIntFunction<Result> count) {
        return those.stream().mapToInt(count).sum();
    }
}
