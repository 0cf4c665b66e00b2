package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import ledger.domain.Digest;
import ledger.domain.recognition.Scheme.Band;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.Missing;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.domain.recognition.Verdict.Status;

/**
 * The one evaluation of a scheme (R21, R22): pure, and used by the live view and by every replay alike.
 * Only certified entries count; thresholds are inclusive; all sums are whole minutes.
 */
public final class Evaluation {

    private Evaluation() {}

    /** @param asOf the day asked about; entries served after it are not looked at */
    public static Verdict evaluate(Scheme scheme, List<KnownEntry> entries, SubjectFacts subject, LocalDate asOf) {
        Window.Span span = scheme.window().spanAt(asOf, subject.registeredOn());
        List<Counted> counted = new ArrayList<>();
        List<NotCounted> notCounted = new ArrayList<>();
        entries.stream()
                .filter(entry -> !entry.servedOn().isAfter(asOf))
                .sorted(Comparator.comparing(KnownEntry::servedOn).thenComparing(KnownEntry::entryId))
                .forEach(entry -> whyNot(scheme, span, subject, entry).ifPresentOrElse(
                        reason -> notCounted.add(
                                new NotCounted(entry.entryId(), entry.servedOn(), entry.minutes(), reason)),
                        () -> counted.add(new Counted(entry.entryId(), entry.servedOn(), entry.minutes()))));
        int minutes = counted.stream().mapToInt(Counted::minutes).sum();
        Status status = status(scheme, subject, span, asOf);
        Optional<Band> band = status == Status.OPEN ? band(scheme, subject, span) : Optional.empty();
        List<Level> levels = band.map(Band::levels).orElse(List.of());
        return new Verdict(
                scheme.id(),
                scheme.version(),
                status,
                asOf,
                span.from(),
                span.to(),
                band.map(Band::label),
                levels.stream().filter(level -> level.minutes() <= minutes).map(Level::id).toList(),
                minutes,
                counted,
                notCounted,
                levels.stream().filter(level -> level.minutes() > minutes).findFirst()
                        .map(level -> new Missing(level.id(), level.minutes(), level.minutes() - minutes)),
                digest(counted));
    }

    private static Status status(Scheme scheme, SubjectFacts subject, Window.Span span, LocalDate asOf) {
        if (scheme.pausedFrom() != null && !asOf.isBefore(scheme.pausedFrom())) {
            return Status.PAUSED;
        }
        if (scheme.dependsOnAge() && subject.bornOn().isEmpty()) {
            return Status.AGE_UNKNOWN;
        }
        return band(scheme, subject, span).isPresent() ? Status.OPEN : Status.AGE_OUTSIDE;
    }

    /** The age held for most of the window decides: in twelve months that is the age on its middle day. */
    private static Optional<Band> band(Scheme scheme, SubjectFacts subject, Window.Span span) {
        if (!scheme.dependsOnAge()) {
            return scheme.bands().stream().findFirst();
        }
        return subject.bornOn().flatMap(born -> scheme.bandFor(Period.between(born, span.middle()).getYears()));
    }

    private static Optional<Reason> whyNot(Scheme scheme, Window.Span span, SubjectFacts subject, KnownEntry entry) {
        return switch (entry.state()) {
            case REVOKED -> Optional.of(Reason.REVOKED);
            case DECLINED -> Optional.of(Reason.DECLINED);
            case HELD -> Optional.of(Reason.HELD);
            case TRAINING -> Optional.of(Reason.TRAINING);
            case OBJECTED -> Optional.of(Reason.OBJECTED);
            case RECORDED -> Optional.of(Reason.IN_NOTICE);
            case CERTIFIED -> whyNotCertified(scheme, span, subject, entry);
        };
    }

    private static Optional<Reason> whyNotCertified(
            Scheme scheme, Window.Span span, SubjectFacts subject, KnownEntry entry) {
        if (scheme.window() instanceof Window.SinceRegistration && entry.servedOn().isBefore(subject.registeredOn())) {
            return Optional.of(Reason.BEFORE_REGISTRATION);
        }
        if (!span.contains(entry.servedOn())) {
            return Optional.of(Reason.OUTSIDE_WINDOW);
        }
        if (!scheme.grades().contains(entry.evidence())) {
            return Optional.of(Reason.GRADE_NOT_COUNTED);
        }
        if (scheme.excludeLate() && entry.late()) {
            return Optional.of(Reason.RECORDED_LATE);
        }
        return entry.category() != null && scheme.excludedCategories().contains(entry.category())
                ? Optional.of(Reason.CATEGORY_EXCLUDED)
                : Optional.empty();
    }

    private static String digest(List<Counted> counted) {
        return Digest.of(counted.stream()
                .map(entry -> entry.entryId() + "=" + entry.minutes())
                .toArray(String[]::new));
    }
}
