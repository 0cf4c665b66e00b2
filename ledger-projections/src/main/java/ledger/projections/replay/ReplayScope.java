package ledger.projections.replay;

import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.account.HourAccountEvent.ServiceTransferred;
import ledger.domain.history.FactMetadata;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryVersion;

/** Of what a replay keeps the entries. Every fact is read, whatever the scope, so that the order is seen whole. */
public sealed interface ReplayScope {

    /** Whether an entry belongs to it as it comes into the ledger by this fact. */
    default boolean begins(EntryVersion begun, RecordedFact beginning) {
        return has(begun);
    }

    /** Whether an entry that did not belong to it does so by this fact. */
    default boolean receives(HourAccountEvent event) {
        return false;
    }

    /** Whether an entry, as it is known in the end, belongs to it. */
    default boolean has(EntryVersion entry) {
        return true;
    }

    /** As a job keeps it: {@code all}, or what it is of and the id. */
    default String written() {
        return switch (this) {
            case Everything ignored -> "all";
            case OfVolunteer of -> "volunteer:" + of.volunteerId();
            case OfOrganization of -> "organization:" + of.organizationId();
            case OfSubmission of -> "submission:" + of.submissionId();
        };
    }

    /** @throws IllegalArgumentException for what {@link #written} never wrote */
    static ReplayScope read(String written) {
        String id = written.substring(written.indexOf(':') + 1);
        return switch (written.substring(0, written.length() - id.length())) {
            case "volunteer:" -> new OfVolunteer(id);
            case "organization:" -> new OfOrganization(id);
            case "submission:" -> new OfSubmission(id);
            case "" -> new Everything();
            default -> throw new IllegalArgumentException("no scope: " + written);
        };
    }

    record Everything() implements ReplayScope {}

    /** What stands in a volunteer's account in the end, wherever it began. */
    record OfVolunteer(String volunteerId) implements ReplayScope {
        @Override
        public boolean receives(HourAccountEvent event) {
            return event instanceof ServiceTakenOver taken
                    && taken.accountId().equals(LedgerIds.accountOf(volunteerId));
        }

        @Override
        public boolean has(EntryVersion entry) {
            return entry.volunteerId().equals(volunteerId);
        }
    }

    /** What an organization recorded, as known in the end. */
    record OfOrganization(String organizationId) implements ReplayScope {
        @Override
        public boolean receives(HourAccountEvent event) {
            return event instanceof ServiceTransferred transferred
                    && transferred.toOrganizationId().equals(organizationId);
        }

        @Override
        public boolean has(EntryVersion entry) {
            return entry.recordedBy().equals(organizationId);
        }
    }

    /** What came in by one roster. */
    record OfSubmission(String submissionId) implements ReplayScope {
        @Override
        public boolean begins(EntryVersion begun, RecordedFact beginning) {
            return submissionId.equals(beginning.metadata().get(FactMetadata.SUBMISSION));
        }
    }
}
