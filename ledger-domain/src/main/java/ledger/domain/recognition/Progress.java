package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import ledger.domain.recognition.Counting.Part;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Verdict.Lack;

/** How far what counted reaches towards the levels of a scheme. */
final class Progress {

    private final Scheme scheme;
    private final Window.Span span;
    private final SubjectFacts subject;
    private final Counting counting;
    private final LocalDate asOf;
    private final Set<String> held;
    private final int minutes;
    private final Map<Integer, Tally> tallies = new HashMap<>();

    Progress(Scheme scheme, Window.Span span, SubjectFacts subject, Counting counting, LocalDate asOf) {
        this.scheme = scheme;
        this.span = span;
        this.subject = subject;
        this.counting = counting;
        this.asOf = asOf;
        this.minutes = counting.minutes();
        this.held = subject.awards().stream()
                .filter(award -> award.isHeldOn(asOf))
                .map(Award::name)
                .collect(Collectors.toSet());
    }

    int minutes() {
        return minutes;
    }

    boolean reaches(Level level) {
        return missingMinutes(level) == 0 && lacks(level).isEmpty() && missingHonours(level).isEmpty();
    }

    int missingMinutes(Level level) {
        return Math.max(0, level.minutes() - (level.fromAge() == 0 ? minutes : tally(level).minutes()));
    }

    List<Lack> lacks(Level level) {
        if (level.also().isEmpty()) {
            return List.of();
        }
        List<Lack> lacks = new ArrayList<>();
        for (Demand demand : level.also()) {
            int have = have(demand, tally(level));
            if (have < demand.wanted()) {
                lacks.add(new Lack(demand.measure(), demand.wanted(), have));
            }
        }
        return lacks;
    }

    List<String> missingHonours(Level level) {
        return level.honours().stream().filter(honour -> !held.contains(honour)).toList();
    }

    /** What counted for this level: all, or what was served from the level's own age on. */
    Tally tally(Level level) {
        return tallies.computeIfAbsent(level.fromAge(), years -> Tally.of(ofAge(level, counting.counted())));
    }

    /** The same, with what will count once its public notice is over. */
    Tally hopeful(Level level) {
        if (counting.inNotice().isEmpty()) {
            return tally(level);
        }
        List<Part> parts = new ArrayList<>(counting.counted());
        counting.inNotice().forEach(entry -> parts.add(new Part(entry, entry.minutes())));
        return Tally.of(ofAge(level, parts));
    }

    private List<Part> ofAge(Level level, List<Part> parts) {
        if (level.fromAge() == 0) {
            return parts;
        }
        return subject.bornOn().map(born -> born.plusYears(level.fromAge()))
                .map(from -> parts.stream().filter(part -> !part.entry().servedOn().isBefore(from)).toList())
                .orElse(List.of());
    }

    int have(Demand demand, Tally tally) {
        return switch (demand.measure()) {
            case MINUTES -> tally.minutes();
            case DISTINCT_MONTHS -> tally.months().size();
            case CONSECUTIVE_MONTHS -> tally.consecutiveMonths();
            case TENURE_MONTHS -> tenureMonths();
            case SESSIONS -> tally.sessions();
            case YEARS -> tally.years(demand.minutesEach());
            case CONSECUTIVE_YEARS -> tally.consecutiveYears(demand.minutesEach());
            case TRAINING_MINUTES -> counting.trainingMinutes();
            case RATING_PERCENT -> tally.ratingPercent();
            case OWN_HONOURS -> subject.honours(HonourOrigin.OWN, asOf);
            case GOVERNMENT_HONOURS -> subject.honours(HonourOrigin.GOVERNMENT, asOf);
            case OTHER_HONOURS -> subject.honours(HonourOrigin.OTHER, asOf);
            case NO_OPEN_COMPLAINT -> subject.isComplainedAbout(asOf) ? 0 : 1;
        };
    }

    private int tenureMonths() {
        return subject.isRegistered() ? Math.max(0, (int) ChronoUnit.MONTHS.between(tenureFrom(), asOf)) : 0;
    }

    /** From registration, or from the beginning of the window where that is later. */
    LocalDate tenureFrom() {
        return span.from().isAfter(subject.registeredOn()) ? span.from() : subject.registeredOn();
    }

    Scheme scheme() {
        return scheme;
    }

    Window.Span span() {
        return span;
    }

    SubjectFacts subject() {
        return subject;
    }

    Counting counting() {
        return counting;
    }

    LocalDate asOf() {
        return asOf;
    }
}
