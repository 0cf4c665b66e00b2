package ledger.projections.replay;

import ledger.domain.LedgerIds;
import ledger.domain.history.FactMetadata;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryVersion;

/** Of what a replay keeps the entries. Every fact is read, whatever the scope, so that the order is seen whole. */
public sealed interface ReplayScope {

    /** Whether an entry that comes into the ledger by this fact can belong to it. */
    default boolean mayHave(RecordedFact beginning) {
        return true;
    }

    /** Whether an entry, as it is known in the end, belongs to it. */
    default boolean has(EntryVersion entry) {
        return true;
    }

    record Everything() implements ReplayScope {}

    /** What stands in a volunteer's account in the end, wherever it began. */
    record OfVolunteer(String volunteerId) implements ReplayScope {
        @Override
        public boolean has(EntryVersion entry) {
            return entry.accountId().equals(LedgerIds.accountOf(volunteerId));
        }
    }

    /** What an organization recorded, as known in the end. */
    record OfOrganization(String organizationId) implements ReplayScope {
        @Override
        public boolean has(EntryVersion entry) {
            return entry.recordedBy().equals(organizationId);
        }
    }

    /** What came in by one roster. */
    record OfSubmission(String submissionId) implements ReplayScope {
        @Override
        public boolean mayHave(RecordedFact beginning) {
            return submissionId.equals(beginning.metadata().get(FactMetadata.SUBMISSION));
        }
    }
}
