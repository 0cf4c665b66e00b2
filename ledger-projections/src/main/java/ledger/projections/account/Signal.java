package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something about entries that an auditor looks at (R29). It accuses nobody: it is a figure, and the entries behind it.
 *
 * @param figures of the whole scope, by name
 * @param cases what stands out most, worst first
 */
public record Signal(Kind kind, Map<String, Long> figures, List<Case> cases) {

    public Signal {
        cases = List.copyOf(cases);
    }

    /** What is looked for. */
    public enum Kind {
        /** Recorded minutes after its activity was published (F4.1). */
        SOON_AFTER_PUBLICATION,
        /** Many rows of one roster say the same of as many people (F4.4). */
        IDENTICAL_BATCH,
        /** One person serves whole days in a row (F4.6). */
        ALL_DAY_SERIES,
        /** How much of what counts is honour hours, added by hand (F5.1). */
        HONOUR_SHARE,
        /** Who sent an entry in also approved it when it was held. */
        SELF_APPROVAL,
        /** How long after the service it was recorded (R13). */
        ENTRY_LATENCY
    }

    /**
     * One of those that stand out.
     *
     * @param of an activity, a roster, a volunteer, an organization or an actor, by id
     * @param from first day of service; absent where days say nothing
     * @param to last day of service
     * @param entryIds the entries behind it, at most a hundred
     */
    public record Case(
            String of,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<String, Long> figures,
            List<String> entryIds) {}
}
