package ledger.domain.recognition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ledger.domain.recognition.Scheme.Band;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.domain.recognition.Verdict.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** Every shipped scheme on both sides of each threshold, each edge of window and age, and each change of version. */
class AcceptanceTest {

    static List<AcceptanceCase> cases() {
        return AcceptanceCase.all();
    }

    static List<Scheme> schemes() {
        return AcceptanceCase.SHELF.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void r21_aSchemeSaysWhatItsTextSays(AcceptanceCase one) {
        Optional<Scheme> scheme = one.inEffect();
        assertThat(scheme.map(Scheme::version).orElse("-")).isEqualTo(one.version());
        if (scheme.isEmpty()) {
            return;
        }
        Verdict verdict = one.verdict(scheme.get());
        assertThat(AcceptanceCase.reached(verdict)).isEqualTo(one.reached());
        assertThat(AcceptanceCase.lacks(verdict)).isEqualTo(one.lacks());
        if (one.why().equals("-")) {
            assertThat(verdict.minutes()).isEqualTo(one.entries().stream().mapToInt(KnownEntry::minutes).sum());
        } else {
            assertThat(verdict.notCounted()).extracting(Verdict.NotCounted::reason)
                    .containsOnly(Reason.valueOf(one.why()));
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyThresholdHasACaseThatMeetsItAndOneThatFallsShortByOne(Scheme scheme) {
        for (Band band : scheme.bands()) {
            for (Level level : band.levels()) {
                assertThat(verdicts(scheme)).as("%s %s %s is met", scheme.edition(), band.label(), level.id())
                        .anyMatch(verdict -> verdict.band().equals(Optional.of(band.label()))
                                && verdict.highest().equals(Optional.of(level.id())));
                if (level.minutes() > 0) {
                    assertFallsShort(scheme, band, level, next -> next.minutes() == 1 && next.also().isEmpty());
                }
                for (Demand demand : level.also()) {
                    if (isHigherThanBefore(band, level, demand)) {
                        assertFallsShort(scheme, band, level, next -> next.minutes() == 0 && next.also().equals(
                                List.of(new Verdict.Lack(demand.measure(), demand.wanted(), demand.wanted() - 1))));
                    }
                }
            }
        }
    }

    private static boolean isHigherThanBefore(Band band, Level level, Demand demand) {
        int before = band.levels().indexOf(level) - 1;
        return before < 0 || !band.levels().get(before).also().contains(demand);
    }

    private static void assertFallsShort(Scheme scheme, Band band, Level level, Predicate<Verdict.Missing> byOne) {
        assertThat(verdicts(scheme)).as("%s %s %s falls short by one", scheme.edition(), band.label(), level.id())
                .anyMatch(verdict -> verdict.band().equals(Optional.of(band.label()))
                        && verdict.next().filter(next -> next.level().equals(level.id())).filter(byOne).isPresent());
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyWindowHasACaseAtEachOfItsEdges(Scheme scheme) {
        Window window = scheme.window();
        boolean begins = window.begins() || window.isYear() || window instanceof Window.SinceLastAward;
        boolean ends = window instanceof Window.Lifetime(var from, var cutoff) && cutoff != null;
        if (begins) {
            assertThat(isEdge(scheme, -1)).as("first day of the window of %s", scheme.edition()).isTrue();
        }
        if (ends) {
            assertThat(isEdge(scheme, 1)).as("last day of the window of %s", scheme.edition()).isTrue();
        }
        if (window.isYear() && scheme.pausedFrom() == null) {
            assertThat(verdicts(scheme)).as("last day of the window of %s", scheme.edition())
                    .anyMatch(verdict -> verdict.counted().stream()
                            .anyMatch(entry -> entry.servedOn().equals(verdict.to())));
        }
    }

    /** Whether an entry of a case counts, and a day on would not, for the window's sake. */
    private static boolean isEdge(Scheme scheme, int days) {
        return casesOf(scheme).anyMatch(one -> IntStream.range(0, one.entries().size())
                .anyMatch(entry -> counts(one.verdict(scheme), one.entries().get(entry))
                        && !one.moved(entry, days).on().isBefore(one.entries().get(entry).servedOn().plusDays(days))
                        && !counts(one.moved(entry, days).verdict(scheme), one.entries().get(entry))));
    }

    private static boolean counts(Verdict verdict, KnownEntry entry) {
        return verdict.counted().stream().map(Counted::entryId).anyMatch(entry.entryId()::equals);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyAgeHasACaseOnBothOfItsSides(Scheme scheme) {
        for (Band band : scheme.bands()) {
            if (band.fromAge() != null) {
                assertThat(changesBand(scheme, band, 1))
                        .as("youngest of %s %s", scheme.edition(), band.label()).isTrue();
            }
            if (band.toAge() != null) {
                assertThat(changesBand(scheme, band, -1))
                        .as("oldest of %s %s", scheme.edition(), band.label()).isTrue();
            }
        }
        if (scheme.age().countFromMonths() > 0) {
            assertThat(changesAge(scheme, 1)).as("age from which %s counts", scheme.edition()).isTrue();
        }
        if (scheme.age().countBeforeYears() > 0) {
            assertThat(changesAge(scheme, -1)).as("age up to which %s counts", scheme.edition()).isTrue();
        }
        if (scheme.dependsOnAge(SubjectKind.PERSON) && scheme.age().countFromMonths() == 0) {
            assertThat(verdicts(scheme)).as("an age not known, %s", scheme.edition())
                    .anyMatch(verdict -> verdict.status() == Status.AGE_UNKNOWN);
        }
    }

    private static boolean changesBand(Scheme scheme, Band band, int daysLater) {
        return casesOf(scheme).filter(one -> one.verdict(scheme).band().equals(Optional.of(band.label())))
                .anyMatch(one -> !one.born(daysLater).verdict(scheme).band().equals(Optional.of(band.label())));
    }

    private static boolean changesAge(Scheme scheme, int daysLater) {
        return casesOf(scheme).anyMatch(one -> one.verdict(scheme).notCounted().isEmpty()
                && one.born(daysLater).verdict(scheme).notCounted().stream()
                        .anyMatch(entry -> entry.reason() == Reason.OUTSIDE_AGE));
    }

    @Test
    void everyVersionHasACaseOnItsFirstDayAndOneOnTheDayBefore() {
        for (Scheme scheme : schemes()) {
            assertThat(AcceptanceCase.of(scheme.id())).as("first day of %s", scheme.edition())
                    .anyMatch(one -> one.on().equals(scheme.effectiveFrom()) && one.version().equals(scheme.version()));
            assertThat(AcceptanceCase.of(scheme.id())).as("day before %s", scheme.edition())
                    .anyMatch(one -> one.on().equals(scheme.effectiveFrom().minusDays(1)));
        }
    }

    private static Stream<AcceptanceCase> casesOf(Scheme scheme) {
        return AcceptanceCase.of(scheme.id()).stream().filter(one -> one.version().equals(scheme.version()));
    }

    private static List<Verdict> verdicts(Scheme scheme) {
        return casesOf(scheme).map(one -> one.verdict(scheme)).toList();
    }
}
