package ledger.api.page;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Verdict;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.domain.recognition.Window;
import ledger.projections.recognition.RecognitionView;

/**
 * What one scheme says of a volunteer: how far, what is missing, and why.
 *
 * @param levels levels of the age band that applies
 * @param reached the highest level whose threshold is reached, if any
 * @param next the next level, if there is one
 * @param conferred what was conferred under this scheme, with the title of its level
 */
public record SchemeCard(
        Scheme scheme,
        Verdict verdict,
        List<Level> levels,
        @Nullable Level reached,
        @Nullable Level next,
        List<Conferred> conferred) {

    /**
     * @param level absent when the scheme no longer has it
     * @param validTo last day it holds; absent where it holds for ever
     * @param underReview whether an entry that it rests on was corrected or revoked, and nobody has decided yet (R24)
     */
    public record Conferred(
            RecognitionConferred fact, @Nullable Level level, @Nullable LocalDate validTo, boolean underReview) {}

    /** Entries that did not count for the same reason. */
    public record Group(Reason reason, int minutes, List<NotCounted> entries) {}

    static SchemeCard of(Scheme scheme, Verdict verdict, List<RecognitionView> recognitions) {
        List<Level> levels = levels(scheme, verdict.band().orElse(""));
        return new SchemeCard(
                scheme,
                verdict,
                levels,
                verdict.highest().flatMap(id -> find(levels, id)).orElse(null),
                verdict.next().flatMap(missing -> find(levels, missing.level())).orElse(null),
                recognitions.stream()
                        .filter(view -> view.schemeId().equals(scheme.id()) && view.state().holds())
                        .map(view -> conferred(scheme, view))
                        .toList());
    }

    private static Conferred conferred(Scheme scheme, RecognitionView view) {
        RecognitionConferred fact = Objects.requireNonNull(view.conferred());
        return new Conferred(
                fact, find(levels(scheme, fact.band()), fact.level()).orElse(null),
                scheme.validTo(fact.conferredOn()).orElse(null), view.state() == RecognitionView.State.UNDER_REVIEW);
    }

    private static List<Level> levels(Scheme scheme, String band) {
        return scheme.bands().stream()
                .filter(one -> one.label().equals(band))
                .findFirst()
                .map(Scheme.Band::levels)
                .orElse(List.of());
    }

    private static Optional<Level> find(List<Level> levels, String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }

    public boolean isReached(Level level) {
        return verdict.reached().contains(level.id());
    }

    public boolean isYearly() {
        return scheme.window().isYear();
    }

    /** First served day that counts; absent where all service does. */
    public @Nullable LocalDate from() {
        return verdict.from().equals(Window.BEGINNING) ? null : verdict.from();
    }

    /** Minutes that counted, by year. */
    public Map<Integer, Integer> countedByYear() {
        Map<Integer, Integer> years = new TreeMap<>();
        for (Counted counted : verdict.counted()) {
            years.merge(counted.servedOn().getYear(), counted.minutes(), Math::addExact);
        }
        return years;
    }

    public List<Group> notCounted() {
        Map<Reason, Group> groups = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            List<NotCounted> entries = verdict.notCounted().stream()
                    .filter(entry -> entry.reason() == reason)
                    .toList();
            if (!entries.isEmpty()) {
                groups.put(reason, new Group(
                        reason, entries.stream().mapToInt(NotCounted::minutes).reduce(0, Math::addExact), entries));
            }
        }
        return List.copyOf(groups.values());
    }
}
