package ledger.domain.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import ledger.domain.Decision;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.EntryDates.Running;
import ledger.domain.account.EntryMarks.OpenTransfer;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

/** One volunteer's time: decides about each entry, and remembers only what the next decision needs. */
final class HourAccount {

    private final Entries entries = new Entries();

    private final Merging merging = new Merging();

    Decision<HourAccountEvent> decide(HourAccountCommand command, Rulebooks rulebooks) {
        return isClosed()
                ? Decision.refuse(HourAccountRefusal.ACCOUNT_MERGED, "volunteerNumber")
                : ofOpen(command, rulebooks);
    }

    Decision<AccountFact> decide(AccountMergeCommand command, Rulebooks rulebooks) {
        return new MergeDecisions(entries, merging, rulebooks).decide(command);
    }

    /** Whether it goes on in another account. */
    boolean isClosed() {
        return merging.closed() != null;
    }

    /** What another account needs of these entries to go on with them; all of them where none is named. */
    List<BroughtEntry> brought(Collection<String> entryIds) {
        return entries.all().stream()
                .filter(entry -> entryIds.isEmpty() || entryIds.contains(entry.entryId()))
                .map(entry -> BroughtEntry.of(entry, entries.isReported(entry.entryId())))
                .sorted(Comparator.comparing(BroughtEntry::entryId))
                .toList();
    }

    private Decision<HourAccountEvent> ofOpen(HourAccountCommand command, Rulebooks rulebooks) {
        return switch (command) {
            case RecordService record -> new Recording(entries, rulebooks).record(record);
            case CorrectService correct -> new Recording(entries, rulebooks).correct(correct);
            case ApproveHeldService approve -> new HeldDecisions(entries, rulebooks).approve(approve);
            case KeepAsTraining keep -> new LearningDecisions(entries).keep(keep);
            case DeclineHeldService decline -> new HeldDecisions(entries, rulebooks).decline(decline);
            case ResolveOverlap resolve -> new OverlapDecisions(entries, rulebooks).resolve(resolve);
            case ReportError report -> new NoticeDecisions(entries, rulebooks).report(report);
            case DismissErrorReport dismiss -> new NoticeDecisions(entries, rulebooks).dismissReport(dismiss);
            case CertifyService certify -> new NoticeDecisions(entries, rulebooks).certify(certify);
            case RaiseObjection raise -> new NoticeDecisions(entries, rulebooks).raise(raise);
            case UpholdObjection uphold -> new NoticeDecisions(entries, rulebooks).uphold(uphold);
            case DismissObjection dismiss -> new NoticeDecisions(entries, rulebooks).dismiss(dismiss);
            case RevokeService revoke -> new RevocationDecisions(entries, rulebooks).revoke(revoke);
            case ReinstateService reinstate -> new RevocationDecisions(entries, rulebooks).reinstate(reinstate);
            case RateService rate -> new RatingDecisions(entries).rate(rate);
            case ReassessEntry reassess -> new Reassessment(entries, rulebooks).reassess(reassess);
            case ProposeTransfer propose -> new TransferDecisions(entries).propose(propose);
            case ConsentToTransfer consent -> new TransferDecisions(entries).consent(consent);
            case EndTransfer end -> new TransferDecisions(entries).end(end);
            case TakeTransferredService take -> new TransferDecisions(entries).take(take);
        };
    }

    void evolve(AccountFact fact) {
        switch (fact) {
            case HourAccountEvent event -> evolve(event);
            case AccountMergeEvent event -> merging.evolve(event, entries);
        }
    }

    void evolve(HourAccountEvent event) {
        switch (event) {
            case ServiceRecorded e -> {
                Held entry = held(e.entryId(), e.entry(), EntryState.RECORDED);
                EntryDates dates = entry.dates();
                entries.put(entry.dated(dates
                        .inNotice(new Running(dates.recordedOn(), null, dates.rulebook()))
                        .countingFrom(e.countsFrom(), e.provisional())));
            }
            case ServiceHeld e -> entries.put(held(e.entryId(), e.entry(), EntryState.HELD));
            case HoldRenewed ignored -> { }
            case ErrorReported e -> entries.report(e.entryId());
            case ErrorReportDismissed e -> entries.answerReport(e.entryId());
            case TrainingRecorded e -> entries.put(held(e.entryId(), e.entry(), EntryState.TRAINING));
            case HeldServiceKeptAsTraining e -> decided(e, EntryState.TRAINING);
            case HeldServiceApproved e -> decided(e, EntryState.RECORDED, dates -> dates
                    .inNotice(new Running(e.decidedOn(), null, e.rulebook()))
                    .countingFrom(e.countsFrom(), e.provisional()));
            case HeldServiceDeclined e -> decided(e, EntryState.DECLINED);
            case ObjectionRaised e -> change(e, EntryState.OBJECTED, dates -> dates.stopped(e.noticeDaysLeft()));
            case ObjectionUpheld e -> change(e, EntryState.DECLINED);
            case ObjectionDismissed e -> change(e, EntryState.RECORDED, dates -> dates
                    .inNotice(new Running(
                            e.decidedOn(), Objects.requireNonNullElse(e.noticeDays(), dates.noticeDaysLeft()),
                            dates.rulebook()))
                    .countingFrom(e.countsFrom(), e.provisional()));
            case ServiceCertified e -> change(e, EntryState.CERTIFIED);
            case ServiceCorrected e -> {
                entries.put(existing(e.entryId())
                        .saying(Repeated.shared(e.activity()), Repeated.shared(e.time()), e.contentDigest()));
                entries.answerReport(e.entryId());
            }
            case ServiceRevoked e -> decided(e, EntryState.REVOKED);
            case ServiceReinstated e -> decided(e, e.state(), dates -> dates
                    .inNotice(new Running(e.decidedOn(), null, e.rulebook()))
                    .countingFrom(e.countsFrom(), e.provisional()));
            case ServiceRated e -> entries.put(marked(e, marks -> marks.rated(e.rating())));
            case EntryReassessed e -> entries.put(again(existing(e.entryId()), e));
            case ServiceTakenOver e -> {
                entries.put(MergeDecisions.asTaken(e));
                if (e.entry().reported()) {
                    entries.report(e.entryId());
                }
            }
            case TransferProposed e -> entries.put(
                    marked(e, marks -> marks.moving(new OpenTransfer(e.toOrganizationId(), false))));
            case TransferConsented e -> entries.put(
                    marked(e, marks -> marks.moving(new OpenTransfer(e.toOrganizationId(), true))));
            case TransferEnded e -> entries.put(marked(e, marks -> marks.moving(null)));
            case ServiceTransferred e -> entries.put(
                    marked(e, marks -> marks.moving(null)).of(e.toOrganizationId()));
        }
    }

    private Held marked(HourAccountEvent event, UnaryOperator<EntryMarks> change) {
        Held entry = existing(event.entryId());
        return entry.marked(change.apply(entry.marks()));
    }

    private static Held again(Held entry, EntryReassessed event) {
        return entry.dated(entry.dates().countingFrom(event.countsFrom(), event.provisional()).late(event.lateness()));
    }

    /** The standing entries that share a minute with an entry. */
    List<Held> overlapping(String entryId) {
        return entries.find(entryId)
                .map(entry -> entries.allOverlapping(entry.time(), entryId))
                .orElse(List.of());
    }

    private void decided(HourAccountEvent event, EntryState next) {
        decided(event, next, dates -> dates);
    }

    /** An officer's decision about an entry answers what its volunteer reported. */
    private void decided(HourAccountEvent event, EntryState next, UnaryOperator<EntryDates> days) {
        change(event, next, days);
        entries.answerReport(event.entryId());
    }

    private void change(HourAccountEvent event, EntryState next) {
        change(event, next, dates -> dates);
    }

    private void change(HourAccountEvent event, EntryState next, UnaryOperator<EntryDates> days) {
        Held changed = existing(event.entryId()).in(next);
        entries.put(changed.dated(days.apply(changed.dates())));
    }

    private Held existing(String entryId) {
        return entries.find(entryId)
                .orElseThrow(() -> new IllegalStateException("a fact speaks of an entry that never began: " + entryId));
    }

    private static Held held(String entryId, Entry told, EntryState state) {
        Entry entry = Repeated.shared(told);
        return new Held(
                entryId, state, state, EntryOrigin.of(entry), entry.contentDigest(), entry.recordedBy(),
                entry.evidence(), entry.activity(), entry.time(), entry.circumstances(), EntryDates.of(entry),
                EntryMarks.NONE);
    }
}
