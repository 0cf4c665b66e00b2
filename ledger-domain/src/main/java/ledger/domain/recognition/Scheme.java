package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EvidenceGrade;

/**
 * A recognition scheme as a versioned document (R21), read once and then only looked at.
 *
 * @param effectiveTo last day it is in effect; absent while only a later version ends it
 * @param confidence how surely its text is known; unverified ones are examples that an operator enables by signing
 * @param source instrument, body and year it comes from
 * @param grades evidence grades it counts (R22)
 * @param categories categories it counts, under all their names; empty for all
 * @param excludedCategories categories it does not count, under all their names (R22)
 * @param excludeLate whether it leaves out what was recorded late (R13)
 * @param pausedFrom from this day it confers nothing; absent while it runs
 * @param pausedTo last day of the pause; absent while its end is not known
 * @param sequential whether levels are conferred one after the other (R23)
 * @param noticeWorkingDays working days of public notice before a level is conferred
 * @param expiresYears years for which a level conferred holds; 0 for ever
 * @param bands levels by subject and age; one band without bounds where neither matters
 * @param digest SHA-256 of the document's text, which a fact about it repeats
 */
public record Scheme(
        String id,
        String version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Title title,
        Confidence confidence,
        String source,
        Window window,
        AgeRule age,
        Set<EvidenceGrade> grades,
        Set<String> categories,
        Set<String> excludedCategories,
        boolean excludeLate,
        Caps caps,
        @Nullable LocalDate pausedFrom,
        @Nullable LocalDate pausedTo,
        boolean sequential,
        Repeat repeat,
        int noticeWorkingDays,
        int expiresYears,
        Sanction falseHours,
        List<Band> bands,
        String digest) {

    public Scheme {
        grades = Set.copyOf(grades);
        categories = Set.copyOf(categories);
        excludedCategories = Set.copyOf(excludedCategories);
        bands = List.copyOf(bands);
    }

    /** The same words in both languages. */
    public record Title(String zh, String en) {}

    /**
     * One step of a scheme; all that it asks for must be met.
     *
     * @param minutes inclusive threshold in minutes (R21); 0 where it does not go by minutes
     * @param also what it asks for beside minutes
     * @param honours levels that must be held, each {@code scheme/level}
     * @param fromAge age in years from which service counts for this level; 0 for any
     */
    public record Level(
            String id,
            Title title,
            int minutes,
            List<Demand> also,
            List<String> honours,
            int fromAge,
            Approval approval,
            Approver approver) {

        public Level {
            also = List.copyOf(also);
            honours = List.copyOf(honours);
        }

        /** Whether it asks for all that the other one asks for, and for more. */
        boolean risesAbove(Level lower) {
            boolean covers = minutes >= lower.minutes
                    && lower.also.stream().allMatch(low -> also.stream().anyMatch(own -> own.covers(low)));
            return covers && (minutes > lower.minutes || !also.equals(lower.also));
        }
    }

    /**
     * Levels for a kind of subject and an age range; both ends inclusive, absent ends open.
     *
     * @param levels in rising order
     */
    public record Band(SubjectKind subject, @Nullable Integer fromAge, @Nullable Integer toAge, List<Level> levels) {
        public Band {
            levels = List.copyOf(levels);
            for (int i = 1; i < levels.size(); i++) {
                if (!levels.get(i).risesAbove(levels.get(i - 1))) {
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

        /** For example {@code 16-25}, {@code 26+} or {@code all}; for others than persons their kind. */
        public String label() {
            if (subject != SubjectKind.PERSON) {
                return subject.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            }
            if (isForAllAges()) {
                return "all";
            }
            return toAge == null ? fromAge + "+" : (fromAge == null ? 0 : fromAge) + "-" + toAge;
        }
    }

    public String edition() {
        return id + "/" + version;
    }

    public boolean isFor(SubjectKind kind) {
        return bands.stream().anyMatch(band -> band.subject() == kind);
    }

    /** A level by its id, in whichever band. */
    public Optional<Level> level(String levelId) {
        return bands.stream()
                .flatMap(band -> band.levels().stream())
                .filter(level -> level.id().equals(levelId))
                .findFirst();
    }

    /** The last day for which a level conferred on a day holds; empty where it holds for ever. */
    public Optional<LocalDate> validTo(LocalDate conferredOn) {
        return expiresYears == 0
                ? Optional.empty()
                : Optional.of(conferredOn.plusYears(expiresYears).minusDays(1));
    }

    boolean isPausedOn(LocalDate day) {
        return pausedFrom != null && !day.isBefore(pausedFrom) && (pausedTo == null || !day.isAfter(pausedTo));
    }

    /** Whether nothing can be said of such a subject without a birth date. */
    boolean dependsOnAge(SubjectKind kind) {
        return kind == SubjectKind.PERSON
                && (age.limitsService() || bands.stream().anyMatch(band -> band.subject() == kind
                        && (!band.isForAllAges() || band.levels().stream().anyMatch(level -> level.fromAge() > 0))));
    }

    /** @param age in years; not looked at for others than persons */
    Optional<Band> bandFor(SubjectKind kind, int age) {
        return bands.stream()
                .filter(band -> band.subject() == kind && (kind != SubjectKind.PERSON || band.admits(age)))
                .findFirst();
    }

    /** Whether ratings are looked at, which views keep apart. */
    public boolean looksAtRatings() {
        return asksFor(Set.of(Measure.RATING_PERCENT));
    }

    /** Whether honours in the record or complaints are looked at, likewise. */
    public boolean looksAtRecords() {
        return asksFor(Set.of(
                Measure.OWN_HONOURS, Measure.GOVERNMENT_HONOURS, Measure.OTHER_HONOURS, Measure.NO_OPEN_COMPLAINT));
    }

    private boolean asksFor(Set<Measure> any) {
        return bands.stream()
                .flatMap(band -> band.levels().stream())
                .flatMap(level -> level.also().stream())
                .anyMatch(demand -> any.contains(demand.measure()));
    }
}
