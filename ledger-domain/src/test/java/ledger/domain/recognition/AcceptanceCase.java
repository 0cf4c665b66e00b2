package ledger.domain.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;

/**
 * One line of {@code acceptance/SCHEME.csv}: who served what, and what the version in effect says on a day.
 *
 * @param version that is in effect; {@code -} for none
 * @param awards {@code level@day=window}
 * @param served {@code day=hours:minutes}; {@code day~n} on that day of n months, {@code day^n} of n years; with
 *     {@code @category}
 * @param reached {@code band:level}, or a status that is not open
 * @param lacks {@code level hours:minutes} or {@code level MEASURE number}; {@code -} at the top
 * @param why a reason for which something did not count; {@code -} for none
 */
record AcceptanceCase(
        String scheme,
        int line,
        String version,
        LocalDate on,
        SubjectFacts subject,
        List<KnownEntry> entries,
        String served,
        String reached,
        String lacks,
        String why) {

    static final Schemes SHELF = Schemes.shipped();

    static List<AcceptanceCase> all() {
        return SHELF.all().stream().map(Scheme::id).distinct().flatMap(id -> of(id).stream()).toList();
    }

    static List<AcceptanceCase> of(String scheme) {
        List<AcceptanceCase> cases = new ArrayList<>();
        List<String> lines = text(scheme).lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            cases.add(read(scheme, i + 1, lines.get(i).split("\\|")));
        }
        return cases;
    }

    private static AcceptanceCase read(String scheme, int line, String[] cell) {
        SubjectFacts subject = new SubjectFacts(
                SubjectKind.valueOf(cell[2]),
                LocalDate.parse(cell[4]),
                cell[3].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(cell[3])),
                items(cell[5]).map(award -> award(scheme, award)).toList(),
                List.of(), List.of(), List.of());
        List<KnownEntry> entries = new ArrayList<>();
        items(cell[6]).forEach(item -> entries(item, entries));
        return new AcceptanceCase(
                scheme, line, cell[0], LocalDate.parse(cell[1]), subject, entries, cell[6], cell[7], cell[8], cell[9]);
    }

    private static Stream<String> items(String cell) {
        return cell.equals("-") ? Stream.empty() : Arrays.stream(cell.split(" "));
    }

    private static Award award(String scheme, String item) {
        String[] parts = item.split("[@=]");
        return new Award(scheme, parts[0], LocalDate.parse(parts[1]), parts[2], null);
    }

    private static void entries(String item, List<KnownEntry> entries) {
        String[] parts = item.split("@");
        String[] when = parts[0].split("=");
        String[] time = when[1].split(":");
        String[] months = when[0].split("[~^]");
        int times = months.length == 1 ? 1 : Integer.parseInt(months[1]);
        for (int i = 0; i < times; i++) {
            LocalDate first = LocalDate.parse(months[0]);
            entries.add(entry(
                    "entry-%03d".formatted(entries.size()),
                    when[0].contains("^") ? first.plusYears(i) : first.plusMonths(i),
                    60 * Integer.parseInt(time[0]) + Integer.parseInt(time[1]),
                    parts.length == 1 ? null : parts[1]));
        }
    }

    private static KnownEntry entry(String id, LocalDate day, int minutes, @Nullable String category) {
        return new KnownEntry(
                id, day, minutes, EntryState.CERTIFIED, EvidenceGrade.SYSTEM_TIMED, category, false, null, null);
    }

    Optional<Scheme> inEffect() {
        return SHELF.inEffect(Set.of(scheme), on).stream().findFirst();
    }

    Verdict verdict(Scheme version) {
        return Evaluation.evaluate(version, entries, subject, on);
    }

    static String reached(Verdict verdict) {
        return verdict.status() == Verdict.Status.OPEN
                ? verdict.band().orElseThrow() + ":" + verdict.highest().orElse("-")
                : verdict.status().name();
    }

    static String lacks(Verdict verdict) {
        return verdict.next().map(next -> Stream.concat(
                        next.minutes() == 0
                                ? Stream.empty()
                                : Stream.of("%s %d:%02d".formatted(
                                        next.level(), next.minutes() / 60, next.minutes() % 60)),
                        next.also().stream().map(lack -> next.level() + " " + lack.measure() + " "
                                + (lack.wanted() - lack.have())))
                .collect(Collectors.joining(";"))).orElse("-");
    }

    /** The same with the day of one entry moved. */
    AcceptanceCase moved(int entry, int days) {
        List<KnownEntry> moved = new ArrayList<>(entries);
        KnownEntry one = entries.get(entry);
        moved.set(entry, entry(one.entryId(), one.servedOn().plusDays(days), one.minutes(), one.category()));
        return new AcceptanceCase(scheme, line, version, on, subject, moved, served, reached, lacks, why);
    }

    /** The same of somebody born so many days later. */
    AcceptanceCase born(int daysLater) {
        SubjectFacts other = subject.born(subject.bornOn().map(day -> day.plusDays(daysLater)));
        return new AcceptanceCase(scheme, line, version, on, other, entries, served, reached, lacks, why);
    }

    @Override
    public String toString() {
        return scheme + ".csv:" + line + " " + served + " → " + reached;
    }

    private static String text(String scheme) {
        String name = "/acceptance/" + scheme + ".csv";
        try (InputStream in = AcceptanceCase.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("a scheme without acceptance cases: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
