package ledger.domain.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** How a session comes into the account, or is changed by a correction. */
final class Recording {

    private final Entries entries;
    private final Rulebooks rulebooks;
    private final Deciding deciding;

    Recording(Entries entries, Rulebooks rulebooks) {
        this.entries = entries;
        this.rulebooks = rulebooks;
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> record(RecordService command) {
        String digest = ContentFingerprint.of(
                command.volunteerId(), command.recordedBy(), command.activity(), command.time(), command.evidence());
        Optional<Held> known = entries.openFor(command.source());
        if (known.isPresent()) {
            return saysTheSame(command, known.get())
                    ? Decision.alreadySo(known.get().entryId())
                    : changed(command, known.get().entryId());
        }
        Optional<Refusal> refusal = Admission.refusal(command);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (command.facts().claim() instanceof Claim.Open open
                && (!open.accountId().equals(command.accountId()) || entries.isGone(open.entryId()))) {
            return changed(command, open.entryId());
        }
        int attempt = 1 + Math.max(
                entries.attempts(command.source()),
                command.facts().claim() instanceof Claim.Ended ended ? ended.attempts() : 0);
        if (command.facts().circumstances().frozen()) {
            return Decision.refuse(VOLUNTEER_FROZEN, "volunteerNumber");
        }
        String entryId = LedgerIds.entry(command.source().system(), command.source().record(), attempt);
        return judge(command, attempt, digest, Session.fresh(entryId, command, entries, rulebooks));
    }

    /** Compared under the names it was sent with first: numbers merge, and entries change hands. */
    private static boolean saysTheSame(RecordService command, Held known) {
        EntryOrigin origin = known.origin();
        String digest = origin.fingerprint(command.activity(), command.time(), command.evidence());
        return (command.recordedBy().equals(origin.recordedBy()) || command.recordedBy().equals(known.recordedBy()))
                && (digest.equals(origin.submittedDigest()) || digest.equals(known.contentDigest()));
    }

    private Decision<HourAccountEvent> judge(RecordService command, int attempt, String digest, Session session) {
        boolean learning = session.rulebook().training().hasCategory(command.activity().category());
        Judgement judgement = learning ? Judgement.ofLearning(session) : Judgement.of(session);
        if (judgement.refusal().isPresent()) {
            return Decision.refuse(judgement.refusal().get());
        }
        RecordingFacts facts = command.facts();
        Lateness lateness = learning
                ? null
                : Lateness.of(command.time(), facts.recordedOn(), session.rulebook(), session.calendar());
        Entry entry = new Entry(
                command.volunteerId(), command.source(), attempt, digest, command.recordedBy(), command.submittedBy(),
                command.activity(), command.time(), command.evidence(), command.remark(), facts.recordedOn(),
                facts.rulebook(), facts.circumstances(), lateness);
        if (learning) {
            return Decision.accept(new TrainingRecorded(command.accountId(), session.entryId(), entry));
        }
        if (!judgement.holds().isEmpty()) {
            return Decision.accept(new ServiceHeld(
                    command.accountId(), session.entryId(), entry, judgement.holds()));
        }
        Notice notice = Notice.from(
                facts.recordedOn(), session.rulebook().noticeWorkingDays(), session.calendar());
        return Decision.accept(new ServiceRecorded(
                command.accountId(), session.entryId(), entry, notice.countsFrom(), notice.provisional()));
    }

    private static Decision<HourAccountEvent> changed(RecordService command, String entryId) {
        return Decision.refuse(Refusal.of(SOURCE_RECORD_CHANGED, "sourceRecord")
                .with("sourceSystem", command.source().system())
                .with("sourceRecord", command.source().record())
                .with("entry", entryId));
    }

    Decision<HourAccountEvent> correct(CorrectService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (!entry.state().isOpen()) {
                return Decision.refuse(ENTRY_NOT_STANDING, "entry");
            }
            Optional<Refusal> refusal = Admission.refusal(
                    command.activity(), command.time(), entry.evidence(), command.facts());
            if (refusal.isPresent()) {
                return Decision.refuse(refusal.get());
            }
            String digest = entry.fingerprint(command.activity(), command.time());
            if (digest.equals(entry.contentDigest())) {
                return Decision.alreadySo(entry.entryId());
            }
            Session session = Session.known(
                            entry, command.facts().circumstances(), command.facts().rulebook(), entries, rulebooks)
                    .saying(command.activity(), command.time());
            Judgement judgement = entry.state() == EntryState.TRAINING
                    ? Judgement.ofLearning(session)
                    : Judgement.of(session);
            boolean held = entry.state() == EntryState.HELD;
            return (held ? judgement.refusal() : judgement.refusalFor(command.officer()))
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> {
                        List<HourAccountEvent> facts = corrected(command, entry, digest);
                        if (held) {
                            facts.add(new HeldDecisions(entries, rulebooks)
                                    .afterCorrection(command, entry, judgement, session.rulebook()));
                        }
                        return new Decision.Accepted<>(facts);
                    });
        });
    }

    private List<HourAccountEvent> corrected(CorrectService command, Held entry, String digest) {
        List<HourAccountEvent> facts = new ArrayList<>();
        ServiceCorrected corrected = new ServiceCorrected(
                command.accountId(), entry.entryId(), command.activity(), command.time(), digest,
                entry.time().minutes(), command.officer(), command.reasonCode(), command.reason(),
                command.facts().recordedOn(), command.facts().rulebook());
        facts.add(corrected);
        reassessed(corrected, entry, rulebooks).ifPresent(facts::add);
        return facts;
    }

    /** Where a correction moved the end of the service: how late it was recorded after all (R13). */
    static Optional<EntryReassessed> reassessed(ServiceCorrected corrected, Held entry, Rulebooks rulebooks) {
        EntryDates dates = entry.dates();
        Lateness now = Lateness.of(
                corrected.time(), dates.recordedOn(), rulebooks.edition(dates.rulebook()), rulebooks.workingDays());
        return Objects.equals(now, dates.lateness())
                ? Optional.empty()
                : Optional.of(new EntryReassessed(
                        corrected.accountId(), entry.entryId(), dates.countsFrom(), dates.provisional(), now,
                        corrected.decidedOn()));
    }
}
