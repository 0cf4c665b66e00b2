package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.Decision;
import ledger.domain.account.Hold;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;

/** What became of a session when it came, and what would have by another rulebook. */
public record JudgedAnew(
        String entryId,
        String accountId,
        String recordedBy,
        LocalDate servedOn,
        int minutes,
        Side before,
        Side after) {

    /** What becomes of a session when it comes. */
    public enum Fate {
        RECORDED,
        HELD,
        TRAINING,
        REFUSED
    }

    /**
     * @param reasons why it waits, or is refused, by their codes
     * @param late whether it came after its deadline
     * @param countsFrom first day on which it counts; absent where it waits or is none
     */
    public record Side(Fate fate, List<String> reasons, boolean late, @Nullable LocalDate countsFrom) {

        public Side {
            reasons = List.copyOf(reasons);
        }

        static Side of(ServiceRecorded recorded) {
            return new Side(Fate.RECORDED, List.of(), recorded.entry().lateness() != null, recorded.countsFrom());
        }

        static Side of(ServiceHeld held) {
            List<String> reasons = held.reasons().stream().map(Hold::reason).map(Enum::name).toList();
            return new Side(Fate.HELD, reasons, held.entry().lateness() != null, null);
        }

        static Side of(TrainingRecorded training) {
            return new Side(Fate.TRAINING, List.of(), false, null);
        }

        static Side of(Decision<HourAccountEvent> decision) {
            return decision.fold(
                    facts -> switch (facts.getFirst()) {
                        case ServiceRecorded recorded -> of(recorded);
                        case ServiceHeld held -> of(held);
                        case TrainingRecorded training -> of(training);
                        default -> throw new IllegalStateException("recording answered with " + facts);
                    },
                    same -> {
                        throw new IllegalStateException("a session that had not come yet is there already: " + same);
                    },
                    refusal -> new Side(Fate.REFUSED, List.of(refusal.code().wire()), false, null));
        }
    }

    /** Whether fate, reasons or lateness are others; the day from which it counts alone is none. */
    public boolean isChanged() {
        return before.fate() != after.fate() || !before.reasons().equals(after.reasons())
                || before.late() != after.late();
    }
}
