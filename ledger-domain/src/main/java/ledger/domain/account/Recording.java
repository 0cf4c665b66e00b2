package ledger.domain.account;

import java.util.Optional;

import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebook;
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

    Decision<HourAccountEvent> correct(CorrectService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
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
}
