package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.recognition.NominationCommand.AnswerNominationObjection;
import ledger.domain.recognition.NominationCommand.DismissNominationObjection;
import ledger.domain.recognition.NominationCommand.ObjectToNomination;
import ledger.domain.recognition.NominationCommand.UpholdNominationObjection;
import ledger.domain.recognition.NominationEvent.NominationObjected;
import ledger.domain.recognition.NominationEvent.NominationObjectionAnswered;
import ledger.domain.recognition.NominationEvent.NominationObjectionDismissed;
import ledger.domain.recognition.NominationEvent.NominationObjectionUpheld;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.recognition.RecognitionRefusal.NOMINATION_NOT_IN_NOTICE;
import static ledger.domain.recognition.RecognitionRefusal.NOMINATION_OBJECTED;
import static ledger.domain.recognition.RecognitionRefusal.NOMINATION_OBJECTION_UNKNOWN;
import static ledger.domain.recognition.RecognitionRefusal.OBJECTOR_DOES_NOT_DECIDE;
import static ledger.domain.recognition.RecognitionRefusal.SECOND_PERSON_NEEDED;

/**
 * A nomination and its public notice, which stands still while an objection is open (R16).
 *
 * @param noticeTo last day of the notice; absent without one, and while it stands still
 * @param noticeDaysLeft working days that were to run when it was stopped
 * @param open objections without a decision, by id
 */
record Nomination(
        RecognitionNominated fact, @Nullable LocalDate noticeTo, int noticeDaysLeft, Map<String, Objection> open) {

    /** @param answered whether the organization that nominated has said what it has to say */
    record Objection(String raisedBy, boolean answered) {}

    Nomination {
        open = Map.copyOf(open);
    }

    static Nomination of(RecognitionNominated fact) {
        return new Nomination(fact, fact.noticeTo(), 0, Map.of());
    }

    /** Why the level cannot be conferred yet. */
    Optional<Refusal> notYet(boolean asksForApproval, String decidedBy, LocalDate day) {
        if (asksForApproval && decidedBy.equals(fact.nominatedBy())) {
            return Optional.of(Refusal.of(SECOND_PERSON_NEEDED, "level"));
        }
        if (!open.isEmpty()) {
            return Optional.of(Refusal.of(NOMINATION_OBJECTED, "level"));
        }
        return noticeTo != null && !day.isAfter(noticeTo)
                ? Optional.of(Refusal.of(RecognitionRefusal.NOMINATION_IN_NOTICE, "level").with("day", noticeTo))
                : Optional.empty();
    }

    Decision<RecognitionEvent> decide(NominationCommand command, Rulebooks rulebooks) {
        return switch (command) {
            case ObjectToNomination object -> object(object, rulebooks);
            case AnswerNominationObjection answer -> answer(answer);
            case UpholdNominationObjection uphold -> refusal(uphold.objectionId(), uphold.decidedBy())
                    .<Decision<RecognitionEvent>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(new NominationObjectionUpheld(
                            fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(),
                            uphold.objectionId(), uphold.reason(), uphold.decidedFor(), uphold.decidedOn())));
            case DismissNominationObjection dismiss -> refusal(dismiss.objectionId(), dismiss.decidedBy())
                    .<Decision<RecognitionEvent>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(new NominationObjectionDismissed(
                            fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(),
                            dismiss.objectionId(), dismiss.reason(), dismiss.decidedFor(), dismiss.decidedOn(),
                            open.size() == 1 ? resumed(dismiss, rulebooks) : null)));
        };
    }

    private Decision<RecognitionEvent> object(ObjectToNomination command, Rulebooks rulebooks) {
        if (open.containsKey(command.objectionId())) {
            return Decision.alreadySo(fact.recognitionId());
        }
        boolean inNotice = !open.isEmpty() || noticeTo != null && !command.raisedOn().isAfter(noticeTo);
        if (!inNotice) {
            return Decision.refuse(NOMINATION_NOT_IN_NOTICE, "nomination");
        }
        int left = noticeTo == null
                ? noticeDaysLeft
                : rulebooks.workingDays().between(command.raisedOn(), noticeTo);
        return Decision.accept(new NominationObjected(
                fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(), command.objectionId(),
                command.objection(), command.raisedBy(), command.raisedOn(), left));
    }

    /** Said once; what there is to add is told to who decides. */
    private Decision<RecognitionEvent> answer(AnswerNominationObjection command) {
        Objection objection = open.get(command.objectionId());
        if (objection == null) {
            return Decision.refuse(NOMINATION_OBJECTION_UNKNOWN, "objection");
        }
        return objection.answered()
                ? Decision.alreadySo(fact.recognitionId())
                : Decision.accept(new NominationObjectionAnswered(
                        fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(),
                        command.objectionId(), command.answer(), command.answeredFor(), command.answeredOn()));
    }

    private Optional<Refusal> refusal(String objectionId, String decidedBy) {
        Objection objection = open.get(objectionId);
        if (objection == null) {
            return Optional.of(Refusal.of(NOMINATION_OBJECTION_UNKNOWN, "objection"));
        }
        if (decidedBy.equals(objection.raisedBy())) {
            return Optional.of(Refusal.of(OBJECTOR_DOES_NOT_DECIDE, "objection"));
        }
        return decidedBy.equals(fact.nominatedBy())
                ? Optional.of(Refusal.of(SECOND_PERSON_NEEDED, "objection"))
                : Optional.empty();
    }

    /** The last day of the notice that goes on, or begins anew, on the day after the decision. */
    private LocalDate resumed(DismissNominationObjection command, Rulebooks rulebooks) {
        int days = rulebooks.edition(command.rulebook()).objections()
                .noticeDays(noticeDaysLeft, command.noticeWorkingDays());
        return days == 0 ? command.decidedOn().minusDays(1) : rulebooks.workingDays().after(command.decidedOn(), days);
    }

    Nomination evolve(NominationEvent event) {
        Map<String, Objection> now = new TreeMap<>(open);
        return switch (event) {
            case NominationObjected e -> {
                now.put(e.objectionId(), new Objection(e.raisedBy(), false));
                yield new Nomination(fact, null, e.noticeDaysLeft(), now);
            }
            case NominationObjectionAnswered e -> {
                now.computeIfPresent(e.objectionId(), (id, one) -> new Objection(one.raisedBy(), true));
                yield new Nomination(fact, noticeTo, noticeDaysLeft, now);
            }
            case NominationObjectionDismissed e -> {
                now.remove(e.objectionId());
                yield new Nomination(fact, e.noticeTo(), noticeDaysLeft, now);
            }
            case NominationObjectionUpheld ignored -> new Nomination(fact, null, 0, Map.of());
        };
    }
}
