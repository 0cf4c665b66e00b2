package ledger.domain.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import ledger.domain.document.Place;

/** The rulebooks on the shelf, by edition, and the calendar they share. */
public final class Rulebooks {

    private static final List<String> SHIPPED = List.of(
            "default-cn.yaml", "default-cn-2026-2.yaml", "law-only.yaml", "korea.yaml", "zj-2018.yaml",
            "calendar-cn.yaml");

    private final Map<String, Rulebook> byEdition = new LinkedHashMap<>();
    private final WorkingDays workingDays;

    public Rulebooks(List<Rulebook> rulebooks, WorkingDays workingDays) {
        rulebooks.forEach(rulebook -> byEdition.put(rulebook.edition(), rulebook));
        this.workingDays = workingDays;
    }

    /** The rulebooks and the calendar that the ledger ships. */
    public static Rulebooks shipped() {
        return with(Map.of());
    }

    /**
     * What the ledger ships, and beside it an operator's documents. Of several calendars the one that knows the latest
     * year is used; an operator's goes before the shipped one.
     *
     * @param operators texts of YAML documents by the name that mistakes are told under
     * @throws IllegalArgumentException naming document, line, column and reason of the first mistake
     */
    public static Rulebooks with(Map<String, String> operators) {
        Map<String, String> documents = shippedDocuments();
        documents.putAll(operators);
        Map<String, Place> read = new LinkedHashMap<>();
        documents.forEach((name, text) -> read.put(name, Place.read(name, text)));
        List<Place> calendars = read.values().stream().filter(place -> place.has("years")).toList();
        List<Place> rulebooks = read.values().stream().filter(place -> !place.has("years")).toList();
        WorkingDays calendar = calendars.reversed().stream()
                .map(WorkingDays::read)
                .reduce((best, next) -> next.lastKnownYear() > best.lastKnownYear() ? next : best)
                .orElseThrow();
        return new Rulebooks(distinct(rulebooks), calendar);
    }

    /** Texts that the ledger ships, each under a name such as {@code rulebooks/korea.yaml}. */
    public static Map<String, String> shippedDocuments() {
        Map<String, String> documents = new LinkedHashMap<>();
        SHIPPED.forEach(name -> documents.put("rulebooks/" + name, resource(name)));
        return documents;
    }

    private static List<Rulebook> distinct(List<Place> documents) {
        Map<String, Rulebook> known = new LinkedHashMap<>();
        Set<String> begins = new TreeSet<>();
        for (Place document : documents) {
            Rulebook rulebook = Rulebook.read(document);
            if (known.put(rulebook.edition(), rulebook) != null) {
                throw document.at("version").mistake("已有 " + rulebook.edition(), "there is another " + rulebook.edition());
            }
            if (!begins.add(rulebook.id() + " " + rulebook.effectiveFrom())) {
                throw document.at("effectiveFrom")
                        .mistake(
                                rulebook.id() + " 的另一版本在同一天生效",
                                "another version of " + rulebook.id() + " takes effect on the same day");
            }
        }
        return List.copyOf(known.values());
    }

    /**
     * @throws IllegalArgumentException when no such edition is on the shelf: an entry that it judged cannot be judged again
     */
    public Rulebook edition(String edition) {
        Rulebook rulebook = byEdition.get(edition);
        if (rulebook == null) {
            throw new IllegalArgumentException("no rulebook " + edition + "; known are " + byEdition.keySet());
        }
        return rulebook;
    }

    /** The newest edition of a rulebook in effect on a day. */
    public Rulebook inEffect(String id, LocalDate day) {
        if (byEdition.values().stream().noneMatch(rulebook -> rulebook.id().equals(id))) {
            throw new IllegalArgumentException(
                    "there is no rulebook " + id + "; known are " + String.join(", ", ids()));
        }
        return byEdition.values().stream()
                .filter(rulebook -> rulebook.id().equals(id) && !rulebook.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Rulebook::effectiveFrom))
                .orElseThrow(() -> new IllegalArgumentException("no rulebook " + id + " is in effect on " + day));
    }

    public Set<String> ids() {
        return byEdition.values().stream().map(Rulebook::id).collect(Collectors.toCollection(TreeSet::new));
    }

    public Collection<Rulebook> all() {
        return List.copyOf(byEdition.values());
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    static Rulebook parse(String name, String yaml) {
        return Rulebook.read(Place.read(name, yaml));
    }

    private static String resource(String name) {
        try (InputStream in = Rulebooks.class.getResourceAsStream("/rulebooks/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the ledger ships no rulebooks/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
