package ledger.domain.account;

import java.util.function.Function;

import ledger.domain.Decision;
import ledger.domain.account.Entries.Held;

import static ledger.domain.account.HourAccountRefusal.*;

/** What all decisions about an entry share: that it is there, and that the officer may decide about it. */
final class Deciding {

    private final Entries entries;

    Deciding(Entries entries) {
        this.entries = entries;
    }

    Decision<HourAccountEvent> about(
            String entryId, Function<Held, Decision<HourAccountEvent>> decide) {
        return entries.find(entryId).map(decide).orElseGet(() -> Decision.refuse(
                entries.isGone(entryId) ? ENTRY_MOVED : ENTRY_UNKNOWN, "entry"));
    }

    Decision<HourAccountEvent> aboutObjection(
            String entryId, Officer officer, Function<Held, Decision<HourAccountEvent>> decide) {
        return about(entryId, entry -> {
            if (!mayDecide(officer, entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (entry.state() == EntryState.OBJECTED) {
                return decide.apply(entry);
            }
            return Decision.refuse(
                    entries.isReported(entryId) ? REPORT_NEEDS_CORRECTION : NO_OBJECTION_OPEN, "entry");
        });
    }

    /** Only the recording organization, one above it, or the authority decides about an entry (R17). */
    static boolean mayDecide(Officer officer, Held entry) {
        return officer.tier() != Tier.OWN || officer.organizationId().equals(entry.recordedBy());
    }
}
