package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectKind;

/** The schemes at hand, and which of their versions are in use. */
public final class SchemeShelf {

    private final Supplier<Stock> supply;
    private volatile Stock stock;
    private volatile Runnable changed = () -> { };

    /**
     * What is on the shelf at a time.
     *
     * @param editions in use, each {@code id/version}
     */
    public record Stock(Schemes schemes, Set<String> editions) {
        public Stock {
            editions = Set.copyOf(editions);
        }

        private boolean isInUse(Scheme scheme) {
            return editions.contains(scheme.edition());
        }
    }

    /** @param supply asked now, and again when a scheme was published */
    public SchemeShelf(Supplier<Stock> supply) {
        this.supply = supply;
        this.stock = supply.get();
    }

    /** A shelf on which every version of the schemes named is in use. */
    public SchemeShelf(Schemes schemes, Set<String> ids) {
        this(() -> new Stock(schemes, schemes.all().stream()
                .filter(scheme -> ids.contains(scheme.id()))
                .map(Scheme::edition)
                .collect(Collectors.toSet())));
    }

    /** Look again at what there is. What was in use stays so until all of it is read. */
    public void refresh() {
        String before = basis();
        stock = supply.get();
        if (!basis().equals(before)) {
            changed.run();
        }
    }

    /** @param told each time when other versions are in use than before */
    public void onChange(Runnable told) {
        changed = told;
    }

    public Schemes schemes() {
        return stock.schemes();
    }

    /** Every version in use, whether in effect or not. */
    public List<Scheme> inUse() {
        Stock now = stock;
        return now.schemes().all().stream().filter(now::isInUse).toList();
    }

    public boolean isInUse(Scheme scheme) {
        return stock.isInUse(scheme);
    }

    /** Which versions are in use, by digest of their texts; each on a line, in one order. */
    public String basis() {
        return inUse().stream()
                .map(scheme -> scheme.edition() + " " + scheme.digest())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The part of a basis that is about a scheme: equal parts, equal verdicts. */
    static String part(String basis, String schemeId) {
        return basis.lines().filter(line -> line.startsWith(schemeId + "/")).collect(Collectors.joining("\n"));
    }

    /** Those in use, for whatever subjects, in effect on a day. */
    List<Scheme> allInEffect(LocalDate day) {
        Stock now = stock;
        return now.schemes().inEffect(now::isInUse, day);
    }

    /** Whether any scheme in use is for teams or organizations. */
    boolean isForOrganizations() {
        return inUse().stream()
                .anyMatch(scheme -> scheme.isFor(SubjectKind.TEAM) || scheme.isFor(SubjectKind.ORGANIZATION));
    }

    /** Schemes in use none of whose versions is in effect any more on a day. */
    Set<String> ended(LocalDate day) {
        Set<String> begun = inUse().stream()
                .filter(scheme -> !scheme.effectiveFrom().isAfter(day))
                .map(Scheme::id)
                .collect(Collectors.toSet());
        allInEffect(day).forEach(scheme -> begun.remove(scheme.id()));
        return begun;
    }

    /** Those in use that are for persons, in effect on a day. */
    public List<Scheme> inEffect(LocalDate day) {
        return inEffect(day, SubjectKind.PERSON);
    }

    /** Those in use that are for such subjects, in effect on a day. */
    public List<Scheme> inEffect(LocalDate day, SubjectKind kind) {
        return allInEffect(day).stream().filter(scheme -> scheme.isFor(kind)).toList();
    }

    /** Whether any scheme at hand looks at honours in the record or at complaints. */
    boolean looksAtRecords() {
        return schemes().all().stream().anyMatch(Scheme::looksAtRecords);
    }

    /** Whether any scheme in use looks at ratings. */
    public boolean looksAtRatings() {
        return inUse().stream().anyMatch(Scheme::looksAtRatings);
    }
}
