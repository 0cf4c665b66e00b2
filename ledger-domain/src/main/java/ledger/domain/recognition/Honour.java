package ledger.domain.recognition;

import java.util.Optional;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.recognition.HonourCommand.RecordHonour;
import ledger.domain.recognition.HonourCommand.RevokeHonour;
import ledger.domain.recognition.HonourEvent.HonourRecorded;
import ledger.domain.recognition.HonourEvent.HonourRevoked;

import static ledger.domain.recognition.HonourRefusal.HONOUR_IN_THE_FUTURE;
import static ledger.domain.recognition.HonourRefusal.HONOUR_NOT_REQUESTED;
import static ledger.domain.recognition.HonourRefusal.HONOUR_NOT_VERIFIED;
import static ledger.domain.recognition.HonourRefusal.HONOUR_NOT_YOURS;
import static ledger.domain.recognition.HonourRefusal.HONOUR_UNKNOWN;
import static ledger.domain.recognition.HonourRefusal.HONOUR_WITHOUT_MATERIAL;

/** An honour in a volunteer's record: recorded as its origin asks for it, or revoked (F1.8). */
sealed interface Honour {

    record Absent() implements Honour {}

    record Recorded(HonourRecorded fact) implements Honour {}

    /** It may be recorded anew. */
    record Revoked() implements Honour {}

    static Decision<HonourEvent> decide(Honour state, HonourCommand command) {
        return switch (command) {
            case RecordHonour asked -> switch (state) {
                case Absent absent -> enter(asked);
                case Revoked revoked -> enter(asked);
                case Recorded recorded -> Decision.alreadySo(asked.honourId());
            };
            case RevokeHonour asked -> switch (state) {
                case Recorded(HonourRecorded fact) -> asked.mayDecide()
                        ? Decision.accept(new HonourRevoked(
                                fact.honourId(), fact.volunteerId(), asked.reasonCode(), asked.reason(),
                                asked.revokedFor(), asked.revokedOn()))
                        : Decision.refuse(HONOUR_NOT_YOURS, "honour");
                case Revoked revoked -> Decision.alreadySo(asked.honourId());
                case Absent absent -> Decision.refuse(HONOUR_UNKNOWN, "honour");
            };
        };
    }

    private static Decision<HonourEvent> enter(RecordHonour asked) {
        return refusal(asked)
                .<Decision<HonourEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new HonourRecorded(
                        asked.honourId(), asked.volunteerId(), asked.origin(), asked.name(), asked.awardedBy(),
                        asked.awardedOn(), asked.material(), asked.verification(), asked.requestedOn(),
                        asked.recordedFor(), asked.recordedOn())));
    }

    private static Optional<Refusal> refusal(RecordHonour asked) {
        if (asked.awardedOn().isAfter(asked.recordedOn())) {
            return Optional.of(Refusal.of(HONOUR_IN_THE_FUTURE, "awardedOn"));
        }
        return switch (asked.origin()) {
            case OWN -> Optional.empty();
            case GOVERNMENT -> asked.material() == null
                    ? Optional.of(Refusal.of(HONOUR_WITHOUT_MATERIAL, "material"))
                    : Optional.empty();
            case OTHER -> asked.requestedOn() == null
                    ? Optional.of(Refusal.of(HONOUR_NOT_REQUESTED, "requestedOn"))
                    : asked.verification() == null
                            ? Optional.of(Refusal.of(HONOUR_NOT_VERIFIED, "verification"))
                            : Optional.empty();
        };
    }

    static Honour evolve(HonourEvent event) {
        return switch (event) {
            case HonourRecorded recorded -> new Recorded(recorded);
            case HonourRevoked revoked -> new Revoked();
        };
    }
}
