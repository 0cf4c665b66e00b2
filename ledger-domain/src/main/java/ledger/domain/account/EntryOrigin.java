package ledger.domain.account;

/**
 * Where an entry came from, for ever: neither a merge of numbers nor a transfer between organizations changes it, so
 * that what was sent is known again under every name (R9).
 *
 * @param attempt 1 for the first entry of a source record
 * @param submittedDigest content as it was sent
 * @param volunteerId the number it was sent under, by its opaque id
 * @param recordedBy the organization that recorded it
 */
public record EntryOrigin(
        SourceRecord source, int attempt, String submittedDigest, String volunteerId, String recordedBy) {

    static EntryOrigin of(HourAccountEvent.Entry entry) {
        return new EntryOrigin(
                entry.source(), entry.attempt(), entry.contentDigest(), entry.volunteerId(), entry.recordedBy());
    }

    /** The digest of other content under the same names. */
    String fingerprint(Activity activity, ServedTime time, EvidenceGrade evidence) {
        return ContentFingerprint.of(volunteerId, recordedBy, activity, time, evidence);
    }
}
