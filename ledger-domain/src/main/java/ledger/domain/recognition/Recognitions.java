package ledger.domain.recognition;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.recognition.NominationEvent.NominationObjectionUpheld;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionCommand.ConfirmRecognition;
import ledger.domain.recognition.RecognitionCommand.DeclineNomination;
import ledger.domain.recognition.RecognitionCommand.Grounds;
import ledger.domain.recognition.RecognitionCommand.NominateForRecognition;
import ledger.domain.recognition.RecognitionCommand.PutRecognitionUnderReview;
import ledger.domain.recognition.RecognitionCommand.WithdrawRecognition;
import ledger.domain.recognition.RecognitionEvent.NominationDeclined;
import ledger.domain.recognition.RecognitionEvent.OfSubject;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.RecognitionEvent.RecognitionConfirmed;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.recognition.RecognitionEvent.RecognitionPutUnderReview;
import ledger.domain.recognition.RecognitionEvent.RecognitionWithdrawn;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.recognition.RecognitionRefusal.LEVEL_NOT_CONFERRABLE;
import static ledger.domain.recognition.RecognitionRefusal.LEVEL_NOT_REACHED;
import static ledger.domain.recognition.RecognitionRefusal.NOMINATION_MISSING;
import static ledger.domain.recognition.RecognitionRefusal.NOMINATION_NOT_IN_NOTICE;
import static ledger.domain.recognition.RecognitionRefusal.NOMINATION_WITHOUT_EVIDENCE;
import static ledger.domain.recognition.RecognitionRefusal.NOT_NOMINATED;
import static ledger.domain.recognition.RecognitionRefusal.NOT_UNDER_REVIEW;
import static ledger.domain.recognition.RecognitionRefusal.RECOGNITION_UNKNOWN;
import static ledger.domain.recognition.RecognitionRefusal.RECOGNIZED_MEANWHILE;
import static ledger.domain.recognition.RecognitionRefusal.SUBJECT_STOPPED;

/**
 * All that was decided of one subject under one scheme, one level after the other: of two decisions at one moment the
 * second knows the first (R23).
 */
record Recognitions(Map<String, Standing> byId) {

    static final Recognitions NONE = new Recognitions(Map.of());

    Recognitions {
        byId = Map.copyOf(byId);
    }

    /** How one of them stands. */
    sealed interface Standing {}

    record Absent() implements Standing {}

    record Nominated(Nomination nomination) implements Standing {}

    /** @param reviewedTo ledger position up to which changes of what it rests on were looked at */
    record Conferred(RecognitionConferred fact, long reviewedTo) implements Standing {}

    record UnderReview(RecognitionConferred fact, long reviewedTo) implements Standing {}

    /** Declined or withdrawn; it may begin anew. */
    record Over() implements Standing {}

    private Standing standing(String recognitionId) {
        return byId.getOrDefault(recognitionId, new Absent());
    }

    Decision<RecognitionEvent> decide(NominateForRecognition command) {
        Grounds grounds = command.grounds();
        return switch (standing(grounds.recognitionId())) {
            case Nominated nominated -> Decision.alreadySo(grounds.recognitionId());
            case Conferred conferred -> Decision.alreadySo(grounds.recognitionId());
            case UnderReview review -> Decision.alreadySo(grounds.recognitionId());
            case Absent absent -> nominate(command);
            case Over over -> nominate(command);
        };
    }

    private Decision<RecognitionEvent> nominate(NominateForRecognition command) {
        Optional<Refusal> refusal = refusal(command.grounds());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (command.grounds().approval() != Approval.NONE && command.evidence() == null) {
            return Decision.refuse(NOMINATION_WITHOUT_EVIDENCE, "evidence");
        }
        Grounds grounds = command.grounds();
        Verdict verdict = grounds.verdict();
        return Decision.accept(new RecognitionNominated(
                grounds.recognitionsId(), grounds.recognitionId(), grounds.subjectId(), verdict.schemeId(),
                verdict.schemeVersion(), grounds.level(), verdict.band().orElse("all"), verdict.awardWindow(),
                verdict.minutes(), grounds.position(), verdict.asOf(), verdict.evidenceDigest(), command.nominatedBy(),
                command.nominatedFor(), command.evidence(), command.noticeTo(), command.nominatedOn()));
    }

    Decision<RecognitionEvent> decide(ConferRecognition command) {
        Grounds grounds = command.grounds();
        return switch (standing(grounds.recognitionId())) {
            case Conferred conferred -> Decision.alreadySo(grounds.recognitionId());
            case UnderReview review -> Decision.alreadySo(grounds.recognitionId());
            case Absent absent -> withoutNomination(command);
            case Over over -> withoutNomination(command);
            case Nominated(Nomination nomination) -> refusal(grounds)
                    .or(() -> nomination.notYet(
                            grounds.approval() != Approval.NONE, command.decidedBy(), command.conferredOn()))
                    .<Decision<RecognitionEvent>>map(Decision::refuse)
                    .orElseGet(() -> confer(command));
        };
    }

    private Decision<RecognitionEvent> withoutNomination(ConferRecognition command) {
        Optional<Refusal> refusal = refusal(command.grounds());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return command.grounds().asksForNomination()
                ? Decision.refuse(Refusal.of(NOMINATION_MISSING, "level").with("level", command.grounds().level()))
                : confer(command);
    }

    private static Decision<RecognitionEvent> confer(ConferRecognition command) {
        Grounds grounds = command.grounds();
        Verdict verdict = grounds.verdict();
        return Decision.accept(new RecognitionConferred(
                grounds.recognitionsId(), grounds.recognitionId(), grounds.subjectId(), verdict.schemeId(),
                verdict.schemeVersion(), grounds.level(), verdict.band().orElse("all"), verdict.awardWindow(),
                verdict.minutes(), grounds.position(), verdict.asOf(), verdict.evidenceDigest(), command.conferredBy(),
                command.conferredOn()));
    }

    private Optional<Refusal> refusal(Grounds grounds) {
        Verdict verdict = grounds.verdict();
        if (grounds.stopped()) {
            return Optional.of(Refusal.of(SUBJECT_STOPPED, "subject"));
        }
        if (!verdict.reached().contains(grounds.level())) {
            return Optional.of(Refusal.of(LEVEL_NOT_REACHED, "level")
                    .with("level", grounds.level())
                    .with("minutes", verdict.minutes()));
        }
        if (!verdict.conferrable().contains(grounds.level())) {
            return Optional.of(Refusal.of(LEVEL_NOT_CONFERRABLE, "level").with("level", grounds.level()));
        }
        boolean unseen = byId.entrySet().stream()
                .anyMatch(one -> isHeld(one.getValue()) && !grounds.seen().contains(one.getKey()));
        return unseen
                ? Optional.of(Refusal.of(RECOGNIZED_MEANWHILE, "level"))
                : Optional.empty();
    }

    private static boolean isHeld(Standing standing) {
        return switch (standing) {
            case Conferred conferred -> true;
            case UnderReview review -> true;
            case Nominated nominated -> false;
            case Absent absent -> false;
            case Over over -> false;
        };
    }

    Decision<RecognitionEvent> decide(DeclineNomination command) {
        return switch (standing(command.recognitionId())) {
            case Nominated(Nomination nomination) -> Decision.accept(new NominationDeclined(
                    nomination.fact().recognitionsId(), nomination.fact().recognitionId(),
                    nomination.fact().subjectId(), nomination.fact().schemeId(), command.reason(),
                    command.declinedBy(), command.declinedOn()));
            case Over over -> Decision.alreadySo(command.recognitionId());
            case Conferred conferred -> Decision.refuse(NOT_NOMINATED, "recognition");
            case UnderReview review -> Decision.refuse(NOT_NOMINATED, "recognition");
            case Absent absent -> Decision.refuse(RECOGNITION_UNKNOWN, "recognition");
        };
    }

    /** What is said against a nomination (R16); after its end there is none to object to. */
    Decision<RecognitionEvent> decide(NominationCommand command, Rulebooks rulebooks) {
        return switch (standing(command.recognitionId())) {
            case Nominated(Nomination nomination) -> nomination.decide(command, rulebooks);
            case Conferred conferred -> Decision.refuse(NOT_NOMINATED, "nomination");
            case UnderReview review -> Decision.refuse(NOT_NOMINATED, "nomination");
            case Over over -> Decision.refuse(NOMINATION_NOT_IN_NOTICE, "nomination");
            case Absent absent -> Decision.refuse(RECOGNITION_UNKNOWN, "nomination");
        };
    }

    Decision<RecognitionEvent> decide(PutRecognitionUnderReview command) {
        return switch (standing(command.recognitionId())) {
            case Conferred(RecognitionConferred fact, long reviewedTo) -> command.changedAt() > reviewedTo
                    ? Decision.accept(new RecognitionPutUnderReview(
                            fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(),
                            command.entryId(), command.changedAt()))
                    : Decision.alreadySo(command.recognitionId());
            case UnderReview(RecognitionConferred fact, long reviewedTo) -> command.changedAt() > reviewedTo
                    ? Decision.accept(new RecognitionPutUnderReview(
                            fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(),
                            command.entryId(), command.changedAt()))
                    : Decision.alreadySo(command.recognitionId());
            case Nominated nominated -> Decision.alreadySo(command.recognitionId());
            case Over over -> Decision.alreadySo(command.recognitionId());
            case Absent absent -> Decision.refuse(RECOGNITION_UNKNOWN, "recognition");
        };
    }

    Decision<RecognitionEvent> decide(ConfirmRecognition command) {
        return switch (standing(command.recognitionId())) {
            case UnderReview(RecognitionConferred fact, long reviewedTo) -> Decision.accept(new RecognitionConfirmed(
                    fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(), command.reason(),
                    command.confirmedBy(), command.confirmedOn()));
            case Conferred conferred -> Decision.alreadySo(command.recognitionId());
            case Nominated nominated -> Decision.refuse(NOT_UNDER_REVIEW, "recognition");
            case Over over -> Decision.refuse(NOT_UNDER_REVIEW, "recognition");
            case Absent absent -> Decision.refuse(RECOGNITION_UNKNOWN, "recognition");
        };
    }

    Decision<RecognitionEvent> decide(WithdrawRecognition command) {
        return switch (standing(command.recognitionId())) {
            case UnderReview(RecognitionConferred fact, long reviewedTo) -> withdraw(fact, command);
            case Conferred(RecognitionConferred fact, long reviewedTo) ->
                Decision.refuse(NOT_UNDER_REVIEW, "recognition");
            case Nominated nominated -> Decision.refuse(NOT_UNDER_REVIEW, "recognition");
            case Over over -> Decision.alreadySo(command.recognitionId());
            case Absent absent -> Decision.refuse(RECOGNITION_UNKNOWN, "recognition");
        };
    }

    private static Decision<RecognitionEvent> withdraw(RecognitionConferred fact, WithdrawRecognition command) {
        return Decision.accept(new RecognitionWithdrawn(
                fact.recognitionsId(), fact.recognitionId(), fact.subjectId(), fact.schemeId(), command.reasonCode(),
                command.reason(), command.withdrawnBy(), command.withdrawnOn()));
    }

    Recognitions evolve(OfSubject event) {
        Standing before = standing(event.recognitionId());
        Map<String, Standing> after = new TreeMap<>(byId);
        after.put(event.recognitionId(), switch (event) {
            case RecognitionNominated nominated -> new Nominated(Nomination.of(nominated));
            case NominationObjectionUpheld upheld -> new Over();
            case NominationEvent said -> new Nominated(nomination(before).evolve(said));
            case NominationDeclined declined -> new Over();
            case RecognitionConferred conferred -> new Conferred(conferred, conferred.position());
            case RecognitionPutUnderReview review -> new UnderReview(fact(before), review.changedAt());
            case RecognitionConfirmed confirmed -> new Conferred(fact(before), reviewedTo(before));
            case RecognitionWithdrawn withdrawn -> new Over();
        });
        return new Recognitions(after);
    }

    private static Nomination nomination(Standing standing) {
        if (standing instanceof Nominated(Nomination nomination)) {
            return nomination;
        }
        throw new IllegalStateException("something was said against a nomination that is none");
    }

    private static RecognitionConferred fact(Standing standing) {
        return switch (standing) {
            case Conferred conferred -> conferred.fact();
            case UnderReview review -> review.fact();
            case Nominated nominated -> throw neverConferred();
            case Absent absent -> throw neverConferred();
            case Over over -> throw neverConferred();
        };
    }

    private static IllegalStateException neverConferred() {
        return new IllegalStateException("a recognition was looked at that was never conferred");
    }

    private static long reviewedTo(Standing standing) {
        return standing instanceof UnderReview review ? review.reviewedTo() : 0;
    }
}
