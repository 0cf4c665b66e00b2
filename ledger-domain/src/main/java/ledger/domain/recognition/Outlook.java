package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Verdict.Lack;
import ledger.domain.recognition.Verdict.Missing;

/**
 * What the next level still asks for, and the first day on which it could be met: with what is in notice, and with
 * service from tomorrow on, each day as long as the scheme counts. It is a bound, not a forecast.
 */
final class Outlook {

    private final Progress progress;
    private final Level level;

    private Outlook(Progress progress, Level level) {
        this.progress = progress;
        this.level = level;
    }

    static Missing of(Progress progress, Level level, Optional<LocalDate> barredUntil) {
        return new Missing(
                level.id(),
                level.minutes(),
                progress.missingMinutes(level),
                progress.lacks(level),
                progress.missingHonours(level),
                progress.counting().inNotice().stream().mapToInt(KnownEntry::minutes).reduce(0, Math::addExact),
                progress.counting().inNotice().stream()
                        .map(KnownEntry::countsFrom)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder()),
                new Outlook(progress, level).earliest(barredUntil));
    }

    private Optional<LocalDate> earliest(Optional<LocalDate> barredUntil) {
        LocalDate asOf = progress.asOf();
        if (level.also().stream().anyMatch(one -> one.measure() == Measure.TENURE_MONTHS)
                && !progress.subject().isRegistered()) {
            return Optional.empty();
        }
        Tally hopeful = progress.hopeful(level);
        LocalDate day = latest(minutesMet(progress.missingMinutes(level)), fromAge());
        for (Lack lack : progress.lacks(level)) {
            for (Demand demand : level.also()) {
                if (demand.measure() == lack.measure()) {
                    day = latest(day, met(demand, progress.have(demand, hopeful), hopeful, asOf));
                }
            }
        }
        if (barredUntil.isPresent()) {
            day = latest(day, barredUntil.get().plusDays(1));
        }
        if (progress.scheme().window().isYear() && day.isAfter(progress.span().to())) {
            return inALaterYear(day).filter(this::isYoungEnough);
        }
        return Optional.of(progress.scheme().window().lookedAtFrom(day)).filter(this::isYoungEnough);
    }

    /** In another year everything begins at nothing, except what is no service and no time of the window. */
    private Optional<LocalDate> inALaterYear(LocalDate notBefore) {
        LocalDate later = latest(notBefore, progress.span().to().plusDays(1));
        Window.Span next = progress.scheme().window().spanAt(later, progress.subject(), progress.scheme().id());
        LocalDate eve = next.from().minusDays(1);
        LocalDate day = latest(notBefore, eve.plusDays(days(level.minutes())));
        for (Demand demand : level.also()) {
            if (demand.measure().beginsAnewEachYear()) {
                day = latest(day, met(demand, 0, Tally.EMPTY, eve));
            }
        }
        return day.isAfter(next.to()) ? Optional.empty() : Optional.of(day);
    }

    /** Entries in notice first, each from the day it counts; the rest is served from tomorrow on. */
    private LocalDate minutesMet(int missing) {
        LocalDate day = progress.asOf();
        int left = missing;
        List<KnownEntry> coming = progress.counting().inNotice().stream()
                .filter(entry -> entry.countsFrom() != null)
                .sorted(Comparator.comparing(entry -> Objects.requireNonNull(entry.countsFrom())))
                .toList();
        for (KnownEntry entry : coming) {
            if (left <= 0) {
                return day;
            }
            LocalDate counts = Objects.requireNonNull(entry.countsFrom());
            LocalDate servedAnew = progress.asOf().plusDays(days(left));
            if (servedAnew.isBefore(counts)) {
                return latest(day, servedAnew);
            }
            left -= entry.minutes();
            day = latest(day, counts);
        }
        return left <= 0 ? day : latest(day, progress.asOf().plusDays(days(left)));
    }

    /** The first day after {@code upTo} on which a demand could be met, of which there is so much by then. */
    private LocalDate met(Demand demand, int have, Tally tally, LocalDate upTo) {
        int wanting = demand.wanted() - have;
        LocalDate tomorrow = upTo.plusDays(1);
        if (wanting <= 0) {
            return tomorrow;
        }
        YearMonth month = YearMonth.from(tomorrow);
        return switch (demand.measure()) {
            case MINUTES, TRAINING_MINUTES -> upTo.plusDays(Math.ceilDiv(wanting, 24 * 60));
            case SESSIONS, RATING_PERCENT, OWN_HONOURS, GOVERNMENT_HONOURS, OTHER_HONOURS, NO_OPEN_COMPLAINT ->
                tomorrow;
            case DISTINCT_MONTHS ->
                firstOf(month.plusMonths(tally.months().contains(month) ? wanting : wanting - 1L), tomorrow);
            case CONSECUTIVE_MONTHS -> firstOf(month.plusMonths(
                    demand.wanted() - (tally.months().contains(month)
                            ? tally.monthsUpTo(month)
                            : tally.monthsUpTo(month.minusMonths(1)) + 1L)), tomorrow);
            case TENURE_MONTHS -> progress.tenureFrom().plusMonths(demand.wanted());
            case YEARS -> yearMet(demand, tally, tomorrow,
                    wanting - (tally.ofYear(tomorrow.getYear()) >= demand.minutesEach() ? 0 : 1));
            case CONSECUTIVE_YEARS -> yearMet(demand, tally, tomorrow, demand.wanted()
                    - (tally.ofYear(tomorrow.getYear()) >= demand.minutesEach()
                            ? tally.yearsUpTo(tomorrow.getYear(), demand.minutesEach())
                            : tally.yearsUpTo(tomorrow.getYear() - 1, demand.minutesEach()) + 1));
        };
    }

    private LocalDate yearMet(Demand demand, Tally tally, LocalDate tomorrow, int yearsAhead) {
        if (yearsAhead <= 0) {
            int left = demand.minutesEach() - tally.ofYear(tomorrow.getYear());
            return tomorrow.plusDays(Math.max(0, days(left) - 1L));
        }
        return LocalDate.of(tomorrow.getYear() + yearsAhead, 1, 1).plusDays(days(demand.minutesEach()) - 1L);
    }

    private int days(int minutes) {
        return Math.ceilDiv(Math.max(0, minutes), progress.scheme().caps().ofOneDay());
    }

    private LocalDate fromAge() {
        return progress.subject().bornOn().filter(born -> level.fromAge() > 0)
                .map(born -> born.plusYears(level.fromAge()))
                .orElse(progress.asOf());
    }

    private boolean isYoungEnough(LocalDate day) {
        AgeRule age = progress.scheme().age();
        return age.countBeforeYears() == 0
                || progress.subject().bornOn().filter(born -> !day.isBefore(born.plusYears(age.countBeforeYears())))
                        .isEmpty();
    }

    private static LocalDate firstOf(YearMonth month, LocalDate notBefore) {
        return latest(month.atDay(1), notBefore);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
