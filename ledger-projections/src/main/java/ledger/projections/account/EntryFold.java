package ledger.projections.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerIds;
import ledger.domain.account.EntryState;
import ledger.domain.account.HourAccountEvent;

/** How each fact changes what is known of an entry. The live view and every replay fold with this one function. */
public final class EntryFold {

    private EntryFold() {}

    /**
     * @param before what was known; absent only before the fact that begins the entry
     * @return {@code before} itself where the fact says something about the entry and changes nothing of it
     */
    public static EntryVersion apply(@Nullable EntryVersion before, HourAccountEvent event, long position) {
        return switch (event) {
            case HourAccountEvent.ServiceRecorded e -> begin(e, e.entry(), EntryState.RECORDED, position)
                    .countingFrom(e.countsFrom(), e.provisional());
            case HourAccountEvent.ServiceHeld e -> begin(e, e.entry(), EntryState.HELD, position)
                    .waitingFor(e.reasons());
            case HourAccountEvent.TrainingRecorded e -> begin(e, e.entry(), EntryState.TRAINING, position);
            case HourAccountEvent.HeldServiceKeptAsTraining e -> known(before, e).in(EntryState.TRAINING, position);
            case HourAccountEvent.HeldServiceApproved e -> known(before, e).in(EntryState.RECORDED, position)
                    .countingFrom(e.countsFrom(), e.provisional());
            case HourAccountEvent.HoldRenewed e -> known(before, e).heldFor(e.reasons(), position);
            case HourAccountEvent.ErrorReported e -> known(before, e);
            case HourAccountEvent.ErrorReportDismissed e -> known(before, e);
            case HourAccountEvent.HeldServiceDeclined e -> known(before, e).in(EntryState.DECLINED, position);
            case HourAccountEvent.ObjectionRaised e -> known(before, e).in(EntryState.OBJECTED, position)
                    .countingFrom(null, false);
            case HourAccountEvent.ObjectionUpheld e -> known(before, e).in(EntryState.DECLINED, position);
            case HourAccountEvent.ObjectionDismissed e -> known(before, e).in(EntryState.RECORDED, position)
                    .countingFrom(e.countsFrom(), e.provisional());
            case HourAccountEvent.ServiceCertified e -> known(before, e).in(EntryState.CERTIFIED, position);
            case HourAccountEvent.ServiceCorrected e -> known(before, e).saying(e.activity(), e.time(), position);
            case HourAccountEvent.ServiceRevoked e -> known(before, e).in(EntryState.REVOKED, position);
            case HourAccountEvent.ServiceReinstated e -> known(before, e).in(e.state(), position)
                    .countingFrom(e.countsFrom(), e.provisional());
            case HourAccountEvent.ServiceRated e -> known(before, e).rated(e.rating(), position);
            case HourAccountEvent.EntryReassessed e -> known(before, e).reassessed(e.lateness(), position)
                    .countingFrom(e.countsFrom(), e.provisional());
            case HourAccountEvent.ServiceTakenOver e -> known(before, e).takenOver(e, position);
            case HourAccountEvent.ServiceTransferred e -> known(before, e).keptBy(e.toOrganizationId(), position);
            case HourAccountEvent.TransferProposed e -> known(before, e);
            case HourAccountEvent.TransferConsented e -> known(before, e);
            case HourAccountEvent.TransferEnded e -> known(before, e);
        };
    }

    /** Whether an entry comes into the ledger by this fact. */
    public static boolean begins(HourAccountEvent event) {
        return event instanceof HourAccountEvent.ServiceRecorded
                || event instanceof HourAccountEvent.ServiceHeld
                || event instanceof HourAccountEvent.TrainingRecorded;
    }

    private static EntryVersion begin(
            HourAccountEvent event, HourAccountEvent.Entry entry, EntryState state, long position) {
        return new EntryVersion(
                event.entryId(), position, event.accountId(), LedgerIds.volunteerOf(event.accountId()), state, state,
                entry.source(), entry.attempt(), entry.recordedBy(), entry.submittedBy(), entry.activity(), entry.time(),
                entry.evidence(), entry.recordedOn(), null, false, List.of(), false, entry.rulebook(), entry.lateness(),
                null);
    }

    private static EntryVersion known(@Nullable EntryVersion before, HourAccountEvent event) {
        if (before == null) {
            throw new IllegalStateException("a fact speaks of an entry that never began: " + event.entryId());
        }
        return before;
    }
}
