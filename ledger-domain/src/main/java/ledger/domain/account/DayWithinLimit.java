package ledger.domain.account;

import ledger.domain.Refusal;
import ledger.domain.rulebook.DailyLimit;

import static ledger.domain.account.HoldReason.*;

/** A day counts up to a limit by itself; more needs a decision, or is refused (R11). */
final class DayWithinLimit implements SessionRule {

    @Override
    public Finding about(Session session) {
        DailyLimit limit = session.rulebook().dailyLimit();
        int minutes = session.entries().fullestDayWith(session.time(), session.entryId());
        if (minutes > limit.parentMinutes()) {
            return switch (limit.above()) {
                case AUTHORITY ->
                    hold(OVER_DAILY_LIMIT_AUTHORITY_DECIDES, Tier.AUTHORITY, minutes, limit.parentMinutes());
                case REFUSE -> new Finding.Refuses(Refusal.of(HourAccountRefusal.OVER_DAILY_LIMIT, "minutes")
                        .with("minutes", minutes)
                        .with("limit", limit.parentMinutes()));
            };
        }
        return minutes > limit.automaticMinutes()
                ? hold(OVER_DAILY_LIMIT_PARENT_DECIDES, Tier.PARENT, minutes, limit.automaticMinutes())
                : Finding.FITS;
    }

    private static Finding hold(HoldReason reason, Tier decides, int minutes, int limit) {
        return Finding.hold(
                Hold.of(reason).with("minutes", minutes).with("limit", limit), decides,
                HourAccountRefusal.NEEDS_HIGHER_DECISION, "minutes");
    }
}
