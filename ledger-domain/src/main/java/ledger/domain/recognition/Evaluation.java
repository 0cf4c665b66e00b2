package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import ledger.domain.Digest;
import ledger.domain.recognition.Scheme.Band;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.Status;

/**
 * The one evaluation of a scheme (R21, R22): pure, and used by the live view and by every replay alike.
 * Only certified entries count; thresholds are inclusive; all sums are whole minutes.
 */
public final class Evaluation {

    private Evaluation() {}

    /**
     * @param entries fastest when in order of served day and entry id
     * @param asOf the day asked about; entries served after it are not looked at
     */
    public static Verdict evaluate(Scheme scheme, List<KnownEntry> entries, SubjectFacts subject, LocalDate asOf) {
        Window.Span span = scheme.window().spanAt(asOf, subject, scheme.id());
        Counting counting = Counting.of(scheme, span, subject, entries, asOf);
        Progress progress = new Progress(scheme, span, subject, counting, asOf);
        Optional<LocalDate> barredUntil = barredUntil(scheme, subject, asOf);
        Optional<Band> band = band(scheme, subject, span, asOf);
        Status status = status(scheme, subject, band, barredUntil, asOf);
        boolean applies = status == Status.OPEN || status == Status.BARRED;
        List<Level> levels = applies ? band.map(Band::levels).orElse(List.of()) : List.of();
        List<Level> reached = levels.stream().filter(progress::reaches).toList();
        String awardWindow = awardWindow(scheme, span, counting);
        return new Verdict(
                scheme.id(),
                scheme.version(),
                status,
                asOf,
                span.from(),
                span.to(),
                applies ? band.map(Band::label) : Optional.empty(),
                reached.stream().map(Level::id).toList(),
                status == Status.OPEN && !isUsedLater(scheme, subject, asOf)
                        ? conferrable(scheme, subject, levels, reached, awardWindow)
                        : List.of(),
                awardWindow,
                progress.minutes(),
                counting.counted().stream()
                        .map(part -> new Counted(part.entry().entryId(), part.entry().servedOn(), part.minutes()))
                        .toList(),
                counting.notCounted(),
                levels.stream().filter(level -> !reached.contains(level)).findFirst()
                        .map(level -> Outlook.of(progress, level, barredUntil)),
                barredUntil,
                scheme.noticeWorkingDays(),
                digest(counting));
    }

    private static Status status(
            Scheme scheme,
            SubjectFacts subject,
            Optional<Band> band,
            Optional<LocalDate> barredUntil,
            LocalDate asOf) {
        if (scheme.isPausedOn(asOf)) {
            return Status.PAUSED;
        }
        if (!scheme.isFor(subject.kind())) {
            return Status.SUBJECT_OUTSIDE;
        }
        if (scheme.dependsOnAge(subject.kind()) && subject.bornOn().isEmpty()) {
            return Status.AGE_UNKNOWN;
        }
        if (band.isEmpty()) {
            return Status.AGE_OUTSIDE;
        }
        return barredUntil.isPresent() ? Status.BARRED : Status.OPEN;
    }

    private static Optional<Band> band(Scheme scheme, SubjectFacts subject, Window.Span span, LocalDate asOf) {
        if (!scheme.dependsOnAge(subject.kind())) {
            return scheme.bandFor(subject.kind(), 0);
        }
        return subject.bornOn().flatMap(born -> scheme.bandFor(
                subject.kind(), Period.between(born, scheme.age().dayOf(span, asOf)).getYears()));
    }

    private static Optional<LocalDate> barredUntil(Scheme scheme, SubjectFacts subject, LocalDate asOf) {
        return subject.falseHours().stream()
                .filter(found -> scheme.falseHours().bars() && !found.foundOn().isAfter(asOf))
                .map(found -> scheme.falseHours().lastDay(found))
                .filter(last -> !last.isBefore(asOf))
                .max(Comparator.naturalOrder());
    }

    /** Whether an award conferred after the day asked about has used up what counted then (R23). */
    private static boolean isUsedLater(Scheme scheme, SubjectFacts subject, LocalDate asOf) {
        return scheme.repeat() == Repeat.RENEWED && subject.awards().stream()
                .anyMatch(award -> award.schemeId().equals(scheme.id()) && award.conferredOn().isAfter(asOf));
    }

    /** Levels not held yet; of a sequential scheme only the first of them. */
    private static List<String> conferrable(
            Scheme scheme, SubjectFacts subject, List<Level> levels, List<Level> reached, String awardWindow) {
        List<Level> open = levels.stream()
                .filter(level -> subject.awards().stream().noneMatch(award -> award.schemeId().equals(scheme.id())
                        && award.level().equals(level.id()) && award.window().equals(awardWindow)))
                .toList();
        return (scheme.sequential() ? open.stream().limit(1) : open.stream())
                .filter(reached::contains)
                .map(Level::id)
                .toList();
    }

    private static String awardWindow(Scheme scheme, Window.Span span, Counting counting) {
        return switch (scheme.repeat()) {
            case ONCE -> "";
            case YEARLY, RENEWED -> Award.window(span.from(), span.to());
            case EACH_CYCLE -> "cycle-" + counting.cycle();
        };
    }

    private static String digest(Counting counting) {
        return Digest.of(counting.counted().stream()
                .map(part -> part.entry().entryId() + "=" + part.minutes())
                .toArray(String[]::new));
    }
}
