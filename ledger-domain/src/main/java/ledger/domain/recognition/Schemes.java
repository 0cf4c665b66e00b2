package ledger.domain.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import ledger.domain.Digest;
import ledger.domain.document.DocumentMistake;
import ledger.domain.document.Place;

/** The schemes on the shelf. */
public final class Schemes {

    private static final List<String> SHIPPED = List.of(
            "cn-cyl-star", "cn-min-duty", "cn-bj-old", "cn-bj-star5", "cn-fj-star", "cn-gd-star",
            "cn-sc-star", "cn-sz-longgang-star", "cn-zjg-star", "cn-zjg-prize", "cn-zju-star-2018", "cn-zju-star",
            "us-pvsa-2008", "us-pvsa", "us-pvsa-2025", "us-pvsa-lifetime", "us-congressional-service",
            "dofe-volunteering", "scot-saltire", "scot-saltire-summit", "hk-swd-commendation", "hk-swd-long-service",
            "hk-volunteer-award", "tw-honor-card", "tw-merit", "sample-city-annual");

    private final List<Scheme> schemes;

    public Schemes(List<Scheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** The schemes that the ledger ships; those not read verbatim are examples. */
    public static Schemes shipped() {
        return with(Map.of());
    }

    /**
     * What the ledger ships, and beside it an operator's documents.
     *
     * @param operators texts of YAML documents by the name that mistakes are told under
     * @throws SchemeMistakes with all that is wrong in any of them
     */
    public static Schemes with(Map<String, String> operators) {
        Map<String, String> documents = shippedDocuments();
        documents.putAll(operators);
        return read(documents);
    }

    /** Texts of the schemes that the ledger ships, each under a name such as {@code schemes/cn-cyl-star.yaml}. */
    public static Map<String, String> shippedDocuments() {
        Map<String, String> documents = new LinkedHashMap<>();
        SHIPPED.forEach(name -> documents.put("schemes/" + name + ".yaml", resource(name)));
        return documents;
    }

    /**
     * One scheme by itself.
     *
     * @throws SchemeMistakes with all that is wrong in it
     */
    public static Scheme parse(String yaml) {
        return read(Map.of("scheme.yaml", yaml)).all().getFirst();
    }

    private static Schemes read(Map<String, String> documents) {
        Mistakes mistakes = new Mistakes();
        Map<Place, String> places = new LinkedHashMap<>();
        documents.forEach((name, text) -> {
            try {
                places.put(Place.read(name, text, mistakes::add), text);
            } catch (DocumentMistake mistake) {
                mistakes.add(mistake);
            }
        });
        Map<Scheme, Place> read = new LinkedHashMap<>();
        try {
            SchemeReader reader = new SchemeReader(mistakes, Categories.shipped());
            for (Map.Entry<Place, String> document : places.entrySet()) {
                read.put(reader.read(document.getKey(), digest(document.getValue())), document.getKey());
            }
        } catch (DocumentMistake mistake) {
            mistakes.add(mistake);
        }
        Map<Scheme, Place> before = new LinkedHashMap<>();
        read.forEach((scheme, place) -> {
            before.keySet().forEach(other -> clash(other, scheme, place).ifPresent(mistakes::add));
            before.put(scheme, place);
        });
        if (!mistakes.found().isEmpty()) {
            throw new SchemeMistakes(mistakes.found());
        }
        return new Schemes(List.copyOf(read.keySet()));
    }

    /** A version ends where the next one begins, unless it says when; then none may begin before that. */
    private static Optional<DocumentMistake> clash(Scheme one, Scheme other, Place place) {
        if (!one.id().equals(other.id()) || !place.has("version") || !place.has("effectiveFrom")) {
            return Optional.empty();
        }
        if (one.version().equals(other.version())) {
            return Optional.of(place.at("version").mistake(
                    "已有 " + one.edition() + "；改动文字请另起版本", "there is another " + one.edition()
                            + "; give a changed text a version of its own"));
        }
        Scheme first = one.effectiveFrom().isBefore(other.effectiveFrom()) ? one : other;
        Scheme second = first == one ? other : one;
        boolean overlap = first.effectiveFrom().equals(second.effectiveFrom())
                || first.effectiveTo() != null && !first.effectiveTo().isBefore(second.effectiveFrom());
        return overlap
                ? Optional.of(place.at("effectiveFrom").mistake(
                        "生效日期与 " + one.edition() + " 重叠", "the days in effect overlap those of " + one.edition()))
                : Optional.empty();
    }

    /** Those of these ids in effect on a day; the newest version of each. */
    public List<Scheme> inEffect(Set<String> ids, LocalDate day) {
        return inEffect(scheme -> ids.contains(scheme.id()), day);
    }

    /** Those in use and in effect on a day, in the order of the shelf; of each the newest version in use. */
    public List<Scheme> inEffect(Predicate<Scheme> inUse, LocalDate day) {
        Map<String, Scheme> newest = new LinkedHashMap<>();
        for (Scheme scheme : schemes) {
            if (inUse.test(scheme) && !scheme.effectiveFrom().isAfter(day)) {
                newest.merge(scheme.id(), scheme, (one, other) ->
                        one.effectiveFrom().isAfter(other.effectiveFrom()) ? one : other);
            }
        }
        return newest.values().stream()
                .filter(scheme -> scheme.effectiveTo() == null || !scheme.effectiveTo().isBefore(day))
                .toList();
    }

    public Optional<Scheme> find(String id, String version) {
        return schemes.stream()
                .filter(scheme -> scheme.id().equals(id) && scheme.version().equals(version))
                .findFirst();
    }

    public List<Scheme> all() {
        return schemes;
    }

    /** SHA-256 of a document's text, by which a fact and a signature know it. */
    public static String digest(String yaml) {
        return Digest.of(yaml.getBytes(StandardCharsets.UTF_8));
    }

    static String resource(String id) {
        try (InputStream in = Schemes.class.getResourceAsStream("/schemes/" + id + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the ledger ships no scheme " + id);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
