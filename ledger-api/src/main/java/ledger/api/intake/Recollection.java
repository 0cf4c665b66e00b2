package ledger.api.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ledger.domain.account.HourAccountEvent;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.EntryProjection;
import ledger.projections.submission.RosterEntryReader;
import ledger.projections.submission.RosterEntryReader.Made;

/**
 * What a roster brought into the ledger before its run broke off. Such a row is not sent again: it is told what it
 * would have been told, not that it is a duplicate of itself.
 */
final class Recollection {

    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final RosterEntryReader entries;
    private final FactSource facts;
    private final Followers followers;

    Recollection(RosterEntryReader entries, FactSource facts, Followers followers) {
        this.entries = entries;
        this.facts = facts;
        this.followers = followers;
    }

    /** What earlier runs of a roster left behind. */
    RosterRun.Earlier of(String submissionId) {
        catchUp();
        int lastRow = entries.lastRow(submissionId);
        return (first, last, late) -> {
            if (late) {
                catchUp();
                return made(submissionId, first, last);
            }
            return first > lastRow ? Map.of() : made(submissionId, first, last);
        };
    }

    private void catchUp() {
        if (!followers.await(facts.head(), CATCH_UP, List.of(EntryProjection.ROOM))) {
            throw new IllegalStateException("the view of entries does not follow");
        }
    }

    private Map<Integer, Verdict> made(String submissionId, int first, int last) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        for (Made made : entries.of(submissionId, first, last)) {
            HourAccountEvent fact = (HourAccountEvent) facts.after(made.position() - 1, 1).getFirst().fact();
            verdicts.put(made.row(), SessionIntake.recorded(made.row(), fact, made.position()));
        }
        return verdicts;
    }
}
