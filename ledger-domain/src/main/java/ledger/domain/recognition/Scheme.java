package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EvidenceGrade;

/**
 * A recognition scheme as a versioned document (R21).
 *
 * @param confidence {@code verbatim} where its primary text was read; otherwise it is an example an operator enables
 * @param source instrument, body and year it comes from
 * @param grades evidence grades it counts (R22)
 * @param excludedCategories categories it does not count (R22)
 * @param excludeLate whether it leaves out what was recorded late (R13)
 * @param pausedFrom from this day it confers nothing; absent while it runs
 * @param bands thresholds by age; one band without bounds where age does not matter
 * @param digest SHA-256 of the document's text, which a fact about it repeats
 */
public record Scheme(
        String id,
        String version,
        LocalDate effectiveFrom,
        Title title,
        String confidence,
        String source,
        Window window,
        Set<EvidenceGrade> grades,
        Set<String> excludedCategories,
        boolean excludeLate,
        @Nullable LocalDate pausedFrom,
        List<Band> bands,
        String digest) {

    public Scheme {
        grades = Set.copyOf(grades);
        excludedCategories = Set.copyOf(excludedCategories);
        bands = List.copyOf(bands);
    }

    /** The same words in both languages. */
    public record Title(String zh, String en) {}

    /** @param minutes inclusive threshold in minutes (R21) */
    public record Level(String id, Title title, int minutes) {}

    /**
     * Levels for an age range; both ends inclusive, absent ends open.
     *
     * @param levels in rising order of minutes
     */
    public record Band(@Nullable Integer fromAge, @Nullable Integer toAge, List<Level> levels) {
        public Band {
            levels = List.copyOf(levels);
            for (int i = 1; i < levels.size(); i++) {
                if (levels.get(i).minutes() <= levels.get(i - 1).minutes()) {
                    throw new IllegalArgumentException("levels must rise: " + levels.get(i).id());
                }
            }
        }

        boolean admits(int age) {
            return (fromAge == null || age >= fromAge) && (toAge == null || age <= toAge);
        }

        boolean isForAllAges() {
            return fromAge == null && toAge == null;
        }

        /** For example {@code 16-25}, {@code 26+} or {@code all}. */
        public String label() {
            if (isForAllAges()) {
                return "all";
            }
            return toAge == null ? fromAge + "+" : (fromAge == null ? 0 : fromAge) + "-" + toAge;
        }
    }

    public String edition() {
        return id + "/" + version;
    }

    boolean dependsOnAge() {
        return bands.stream().anyMatch(band -> !band.isForAllAges());
    }

    Optional<Band> bandFor(int age) {
        return bands.stream().filter(band -> band.admits(age)).findFirst();
    }
}
