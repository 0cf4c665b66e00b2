package ledger.domain.account;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** One volunteer's time: decides about each entry, and remembers only what the next decision needs. */
final class HourAccount {

    private final Entries entries = new Entries();

    Decision<HourAccountEvent> decide(HourAccountCommand command, Rulebooks rulebooks) {
        return switch (command) {
            case RecordService record -> record(record, rulebooks);
            case CertifyService certify -> certify(certify);
            case ApproveHeldService approve -> approve(approve, rulebooks);
            case DeclineHeldService decline -> decline(decline);
            case RaiseObjection raise -> raise(raise, rulebooks);
            case UpholdObjection uphold -> uphold(uphold);
            case DismissObjection dismiss -> dismiss(dismiss, rulebooks);
            case CorrectService correct -> correct(correct, rulebooks);
            case RevokeService revoke -> revoke(revoke);
            case ReinstateService reinstate -> reinstate(reinstate, rulebooks);
        };
    }

    private Decision<HourAccountEvent> record(RecordService command, Rulebooks rulebooks) {
        String digest = ContentFingerprint.of(
                command.volunteerId(), command.recordedBy(), command.activity(), command.time(), command.evidence());
        Optional<Held> known = entries.openFor(command.source());
        if (known.isPresent()) {
            boolean same = digest.equals(known.get().submittedDigest()) || digest.equals(known.get().contentDigest());
            return same ? Decision.alreadySo(known.get().entryId()) : changed(command, known.get().entryId());
        }
        Optional<Refusal> refusal = Admission.refusal(command);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (command.facts().claim() instanceof Claim.Open open && !open.accountId().equals(command.accountId())) {
            return changed(command, open.entryId());
        }
        int attempt = 1 + Math.max(
                entries.attempts(command.source()),
                command.facts().claim() instanceof Claim.Ended ended ? ended.attempts() : 0);
        String entryId = LedgerIds.entry(command.source().system(), command.source().record(), attempt);
        var facts = command.facts();
        var entry = new Entry(
                command.volunteerId(), command.source(), attempt, digest, command.recordedBy(), command.submittedBy(),
                command.activity(), command.time(), command.evidence(), command.remark(), facts.recordedOn(),
                facts.rulebook());
        Rulebook rulebook = rulebooks.edition(facts.rulebook());
        var reasons = Judgement.of(entries, command.time(), entryId, rulebook).holdReasons();
        if (!reasons.isEmpty()) {
            return Decision.accept(new ServiceHeld(command.accountId(), entryId, entry, reasons));
        }
        Notice notice = Notice.from(facts.recordedOn(), rulebook.noticeWorkingDays(), rulebooks.workingDays());
        return Decision.accept(new ServiceRecorded(
                command.accountId(), entryId, entry, notice.countsFrom(), notice.provisional()));
    }

    private static Decision<HourAccountEvent> changed(RecordService command, String entryId) {
        return Decision.refuse(Refusal.of(SOURCE_RECORD_CHANGED, "sourceRecord")
                .with("sourceSystem", command.source().system())
                .with("sourceRecord", command.source().record())
                .with("entry", entryId));
    }

    private Decision<HourAccountEvent> certify(CertifyService command) {
        return about(command.entryId(), entry -> switch (entry.state()) {
            case CERTIFIED -> Decision.alreadySo(entry.entryId());
            case OBJECTED -> Decision.refuse(OBJECTION_OPEN, "entry");
            case HELD, DECLINED, REVOKED -> Decision.refuse(ENTRY_NOT_IN_NOTICE, "entry");
            case RECORDED -> entry.countsFrom() != null && command.asOf().isBefore(entry.countsFrom())
                    ? Decision.refuse(Refusal.of(NOTICE_NOT_OVER, "entry").with("countsFrom", entry.countsFrom()))
                    : Decision.accept(new ServiceCertified(
                            command.accountId(), entry.entryId(), command.asOf(), entry.time().minutes()));
        });
    }

    private Decision<HourAccountEvent> approve(ApproveHeldService command, Rulebooks rulebooks) {
        return about(command.entryId(), entry -> {
            if (!mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (entry.state() != EntryState.HELD) {
                return entry.state().isStanding()
                        ? Decision.alreadySo(entry.entryId())
                        : Decision.refuse(ENTRY_NOT_HELD, "entry");
            }
            Rulebook rulebook = rulebooks.edition(command.rulebook());
            return Judgement.of(entries, entry.time(), entry.entryId(), rulebook)
                    .refusalFor(command.officer())
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> {
                        Notice notice = Notice.from(
                                command.decidedOn(), rulebook.noticeWorkingDays(), rulebooks.workingDays());
                        return Decision.accept(new HeldServiceApproved(
                                command.accountId(), entry.entryId(), command.officer(), command.reason(),
                                command.decidedOn(), notice.countsFrom(), notice.provisional(), command.rulebook()));
                    });
        });
    }

    private Decision<HourAccountEvent> decline(DeclineHeldService command) {
        return about(command.entryId(), entry -> {
            if (!mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return switch (entry.state()) {
                case DECLINED -> Decision.alreadySo(entry.entryId());
                case HELD -> Decision.accept(new HeldServiceDeclined(
                        command.accountId(), entry.entryId(), command.officer(), command.reason(),
                        command.decidedOn()));
                case RECORDED, OBJECTED, CERTIFIED, REVOKED -> Decision.refuse(ENTRY_NOT_HELD, "entry");
            };
        });
    }

    private Decision<HourAccountEvent> raise(RaiseObjection command, Rulebooks rulebooks) {
        return about(command.entryId(), entry -> switch (entry.state()) {
            case OBJECTED -> Decision.alreadySo(entry.entryId());
            case CERTIFIED, HELD, DECLINED, REVOKED -> Decision.refuse(ENTRY_NOT_IN_NOTICE, "entry");
            case RECORDED -> {
                LocalDate lastNoticeDay = entry.countsFrom() == null
                        ? command.raisedOn()
                        : entry.countsFrom().minusDays(1);
                int left = command.raisedOn().isAfter(lastNoticeDay)
                        ? 0
                        : rulebooks.workingDays().between(command.raisedOn(), lastNoticeDay);
                yield Decision.accept(new ObjectionRaised(
                        command.accountId(), entry.entryId(), command.objection(), command.raisedOn(), left));
            }
        });
    }

    private Decision<HourAccountEvent> uphold(UpholdObjection command) {
        return aboutObjection(command.entryId(), command.officer(), entry -> Decision.accept(new ObjectionUpheld(
                command.accountId(), entry.entryId(), command.officer(), command.reason(), command.decidedOn())));
    }

    private Decision<HourAccountEvent> dismiss(DismissObjection command, Rulebooks rulebooks) {
        return aboutObjection(command.entryId(), command.officer(), entry -> {
            Notice notice = Notice.from(command.decidedOn(), entry.noticeDaysLeft(), rulebooks.workingDays());
            return Decision.accept(new ObjectionDismissed(
                    command.accountId(), entry.entryId(), command.officer(), command.reason(), command.decidedOn(),
                    notice.countsFrom(), notice.provisional()));
        });
    }

    private Decision<HourAccountEvent> correct(CorrectService command, Rulebooks rulebooks) {
        return about(command.entryId(), entry -> {
            if (!mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (!entry.state().isStanding()) {
                return Decision.refuse(ENTRY_NOT_STANDING, "entry");
            }
            Optional<Refusal> refusal = Admission.refusal(
                    command.activity(), command.time(), entry.evidence(), command.facts());
            if (refusal.isPresent()) {
                return Decision.refuse(refusal.get());
            }
            String digest = ContentFingerprint.of(
                    entry.volunteerId(), entry.recordedBy(), command.activity(), command.time(), entry.evidence());
            if (digest.equals(entry.contentDigest())) {
                return Decision.alreadySo(entry.entryId());
            }
            Rulebook rulebook = rulebooks.edition(command.facts().rulebook());
            return Judgement.of(entries, command.time(), entry.entryId(), rulebook)
                    .refusalFor(command.officer())
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(new ServiceCorrected(
                            command.accountId(), entry.entryId(), command.activity(), command.time(), digest,
                            entry.time().minutes(), command.officer(), command.reasonCode(), command.reason(),
                            command.facts().recordedOn(), rulebook.edition())));
        });
    }

    private Decision<HourAccountEvent> revoke(RevokeService command) {
        return about(command.entryId(), entry -> {
            if (!mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return switch (entry.state()) {
                case REVOKED -> Decision.alreadySo(entry.entryId());
                case RECORDED, OBJECTED, CERTIFIED -> Decision.accept(new ServiceRevoked(
                        command.accountId(), entry.entryId(), entry.time().minutes(), command.officer(),
                        command.reasonCode(), command.reason(), command.decidedOn()));
                case HELD, DECLINED -> Decision.refuse(ENTRY_NOT_STANDING, "entry");
            };
        });
    }

    private Decision<HourAccountEvent> reinstate(ReinstateService command, Rulebooks rulebooks) {
        return about(command.entryId(), entry -> {
            if (!mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (entry.state() != EntryState.REVOKED) {
                return Decision.refuse(ENTRY_NOT_REVOKED, "entry");
            }
            Optional<Held> newer = entries.openFor(entry.source());
            if (newer.isPresent() || command.recordTaken()) {
                return Decision.refuse(Refusal.of(SOURCE_RECORD_CHANGED, "entry")
                        .with("sourceSystem", entry.source().system())
                        .with("sourceRecord", entry.source().record())
                        .with("entry", newer.map(Held::entryId).orElse("-")));
            }
            Rulebook rulebook = rulebooks.edition(command.rulebook());
            return Judgement.of(entries, entry.time(), entry.entryId(), rulebook)
                    .refusalFor(command.officer())
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> {
                        Notice notice = Notice.from(
                                command.decidedOn(), rulebook.noticeWorkingDays(), rulebooks.workingDays());
                        EntryState state = entry.stateBefore() == EntryState.CERTIFIED
                                ? EntryState.CERTIFIED
                                : EntryState.RECORDED;
                        LocalDate countsFrom = state == EntryState.CERTIFIED && entry.countsFrom() != null
                                ? entry.countsFrom()
                                : notice.countsFrom();
                        return Decision.accept(new ServiceReinstated(
                                command.accountId(), entry.entryId(), state, command.officer(), command.reasonCode(),
                                command.reason(), command.decidedOn(), countsFrom, notice.provisional(),
                                command.rulebook()));
                    });
        });
    }

    private Decision<HourAccountEvent> about(
            String entryId, Function<Held, Decision<HourAccountEvent>> decide) {
        return entries.find(entryId).map(decide).orElseGet(() -> Decision.refuse(ENTRY_UNKNOWN, "entry"));
    }

    private Decision<HourAccountEvent> aboutObjection(
            String entryId, Officer officer, Function<Held, Decision<HourAccountEvent>> decide) {
        return about(entryId, entry -> {
            if (!mayDecide(officer, entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return entry.state() == EntryState.OBJECTED
                    ? decide.apply(entry)
                    : Decision.refuse(NO_OBJECTION_OPEN, "entry");
        });
    }

    /** Only the recording organization, one above it, or the authority decides about an entry (R17). */
    private static boolean mayDecide(Officer officer, Held entry) {
        return officer.tier() != Tier.OWN || officer.organizationId().equals(entry.recordedBy());
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
