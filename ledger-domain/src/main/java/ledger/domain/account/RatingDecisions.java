package ledger.domain.account;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.RateService;
import ledger.domain.account.HourAccountEvent.ServiceRated;

import static ledger.domain.account.HourAccountRefusal.*;

/** What recipients and organizers say of a service; time is not touched by it (R19). */
final class RatingDecisions {

    private static final int SMALLEST_SCALE = 2;
    private static final int LARGEST_SCALE = 10;

    private final Deciding deciding;

    RatingDecisions(Entries entries) {
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> rate(RateService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (!entry.state().isStanding()) {
                return Decision.refuse(ENTRY_NOT_STANDING, "entry");
            }
            Rating rating = command.rating();
            if (rating.scale() < SMALLEST_SCALE || rating.scale() > LARGEST_SCALE) {
                return outOfScale("scale", SMALLEST_SCALE, LARGEST_SCALE);
            }
            if (rating.rating() < 1 || rating.rating() > rating.scale()) {
                return outOfScale("rating", 1, rating.scale());
            }
            return rating.equals(entry.rating())
                    ? Decision.alreadySo(entry.entryId())
                    : Decision.accept(
                            new ServiceRated(command.accountId(), entry.entryId(), rating, command.officer()));
        });
    }

    private static Decision<HourAccountEvent> outOfScale(String field, int from, int to) {
        return Decision.refuse(Refusal.of(RATING_OUT_OF_SCALE, field).with("from", from).with("to", to));
    }
}
