package ledger.domain.account;

import java.util.function.UnaryOperator;

import ledger.domain.Decision;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

/** One volunteer's time: decides about each entry, and remembers only what the next decision needs. */
final class HourAccount {

    private final Entries entries = new Entries();

    Decision<HourAccountEvent> decide(HourAccountCommand command, Rulebooks rulebooks) {
        return switch (command) {
            case RecordService record -> new Recording(entries, rulebooks).record(record);
            case CorrectService correct -> new Recording(entries, rulebooks).correct(correct);
            case ApproveHeldService approve -> new HeldDecisions(entries, rulebooks).approve(approve);
            case DeclineHeldService decline -> new HeldDecisions(entries, rulebooks).decline(decline);
            case CertifyService certify -> new NoticeDecisions(entries, rulebooks).certify(certify);
            case RaiseObjection raise -> new NoticeDecisions(entries, rulebooks).raise(raise);
            case UpholdObjection uphold -> new NoticeDecisions(entries, rulebooks).uphold(uphold);
            case DismissObjection dismiss -> new NoticeDecisions(entries, rulebooks).dismiss(dismiss);
            case RevokeService revoke -> new RevocationDecisions(entries, rulebooks).revoke(revoke);
            case ReinstateService reinstate -> new RevocationDecisions(entries, rulebooks).reinstate(reinstate);
        };
    }

    void evolve(HourAccountEvent event) {
        switch (event) {
            case ServiceRecorded e -> entries.put(
                    held(e.entryId(), e.entry(), EntryState.RECORDED).countingFrom(e.countsFrom()));
            case ServiceHeld e -> entries.put(held(e.entryId(), e.entry(), EntryState.HELD));
            case HeldServiceApproved e -> change(e, EntryState.RECORDED, held -> held.countingFrom(e.countsFrom()));
            case HeldServiceDeclined e -> change(e, EntryState.DECLINED);
            case ObjectionRaised e -> change(e, EntryState.OBJECTED, held -> held.withNoticeLeft(e.noticeDaysLeft()));
            case ObjectionUpheld e -> change(e, EntryState.DECLINED);
            case ObjectionDismissed e -> change(e, EntryState.RECORDED, held -> held.countingFrom(e.countsFrom()));
            case ServiceCertified e -> change(e, EntryState.CERTIFIED);
            case ServiceCorrected e -> entries.put(
                    existing(e.entryId()).saying(e.activity(), e.time(), e.contentDigest()));
            case ServiceRevoked e -> change(e, EntryState.REVOKED);
            case ServiceReinstated e -> change(e, e.state(), held -> held.countingFrom(e.countsFrom()));
        }
    }

    private void change(HourAccountEvent event, EntryState next) {
        change(event, next, held -> held);
    }

    private void change(HourAccountEvent event, EntryState next, UnaryOperator<Held> further) {
        entries.put(further.apply(existing(event.entryId()).in(next)));
    }

    private Held existing(String entryId) {
        return entries.find(entryId)
                .orElseThrow(() -> new IllegalStateException("a fact speaks of an entry that never began: " + entryId));
    }

    private static Held held(String entryId, Entry entry, EntryState state) {
        return new Held(
                entryId, state, state, entry.source(), entry.attempt(), entry.contentDigest(), entry.contentDigest(),
                entry.volunteerId(), entry.recordedBy(), entry.evidence(), entry.activity(), entry.time(), null, 0);
    }
}
