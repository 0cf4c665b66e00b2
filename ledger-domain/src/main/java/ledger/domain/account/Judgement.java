package ledger.domain.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ledger.domain.Refusal;
import ledger.domain.rulebook.Rulebook;

/**
 * How a time fits beside the standing entries of its account; new, approved, corrected and reinstated entries are all
 * judged by it (R10, R11, R18).
 *
 * @param overlaps whether it shares a minute with another standing entry
 * @param minutesThatDay the fullest of its days
 */
record Judgement(boolean overlaps, int minutesThatDay, Rulebook rulebook) {

    static Judgement of(Entries entries, ServedTime time, String entryId, Rulebook rulebook) {
        return new Judgement(
                entries.overlapping(time, entryId).isPresent(), entries.fullestDayWith(time, entryId), rulebook);
    }

    List<HoldReason> holdReasons() {
        List<HoldReason> reasons = new ArrayList<>();
        if (overlaps) {
            reasons.add(HoldReason.SERVICE_OVERLAPS);
        }
        if (minutesThatDay > rulebook.parentMinutesPerDay()) {
            reasons.add(HoldReason.OVER_DAILY_LIMIT_AUTHORITY_DECIDES);
        } else if (minutesThatDay > rulebook.automaticMinutesPerDay()) {
            reasons.add(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES);
        }
        return reasons;
    }

    /** What keeps this officer from letting the time stand, if anything. */
    Optional<Refusal> refusalFor(Officer officer) {
        if (overlaps) {
            return Optional.of(Refusal.of(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom"));
        }
        if (officer.tier().ordinal() < needed().ordinal()) {
            return Optional.of(Refusal.of(HourAccountRefusal.NEEDS_HIGHER_DECISION, "minutes")
                    .with("minutes", minutesThatDay)
                    .with("limit", needed() == Tier.AUTHORITY
                            ? rulebook.parentMinutesPerDay()
                            : rulebook.automaticMinutesPerDay()));
        }
        return Optional.empty();
    }

    private Tier needed() {
        if (minutesThatDay > rulebook.parentMinutesPerDay()) {
            return Tier.AUTHORITY;
        }
        return minutesThatDay > rulebook.automaticMinutesPerDay() ? Tier.PARENT : Tier.OWN;
    }
}
