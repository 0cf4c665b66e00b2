package ledger.domain.account;

import ledger.domain.account.Entries.Held;

/**
 * An entry as one account hands it to another when two numbers become one, or two again: all that the next decision
 * needs, with its identity, source record and evidence as they were (R5).
 *
 * @param reported whether its volunteer reported an error and nobody has answered yet
 */
public record BroughtEntry(
        String entryId,
        EntryState state,
        EntryState stateBefore,
        EntryOrigin origin,
        String contentDigest,
        String recordedBy,
        EvidenceGrade evidence,
        Activity activity,
        ServedTime time,
        Circumstances circumstances,
        EntryDates dates,
        EntryMarks marks,
        boolean reported) {

    static BroughtEntry of(Held held, boolean reported) {
        return new BroughtEntry(
                held.entryId(), held.state(), held.stateBefore(), held.origin(), held.contentDigest(),
                held.recordedBy(), held.evidence(), held.activity(), held.time(), held.circumstances(), held.dates(),
                held.marks(), reported);
    }

    Held held() {
        return new Held(
                entryId, state, stateBefore, origin, contentDigest, recordedBy, evidence, activity, time,
                circumstances, dates, marks);
    }
}
