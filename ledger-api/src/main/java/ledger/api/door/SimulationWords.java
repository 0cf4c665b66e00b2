package ledger.api.door;

import java.util.List;
import java.util.stream.Collectors;

import ledger.projections.recognition.SimulatedChange.Effect;
import ledger.projections.recognition.SimulatedChange.Why;

/** What a simulation found, in both languages. */
final class SimulationWords {

    private SimulationWords() {}

    static String of(boolean late) {
        return late ? "是 yes" : "否 no";
    }

    static String of(Effect effect) {
        return switch (effect) {
            case GAINS -> "提高 gains";
            case LOSES -> "降低 loses";
            case OTHER -> "改变 changes";
        };
    }

    static String of(List<Why> why) {
        return why.stream().map(SimulationWords::of).collect(Collectors.joining("; "));
    }

    private static String of(Why why) {
        String service = (why.reason() == null ? "" : " " + why.reason())
                + " (" + why.entries() + " 条 entries, " + why.minutes() + " 分钟 min)";
        return switch (why.cause()) {
            case COUNTS_NO_MORE -> "不再计入 counts no more" + service;
            case COUNTS_NOW -> "现可计入 counts now" + service;
            case STANDING -> "适用情况不同 applies otherwise";
            case THRESHOLDS -> "门槛不同 other thresholds";
        };
    }
}
