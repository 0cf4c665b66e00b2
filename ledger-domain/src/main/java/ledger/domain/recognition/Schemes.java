package ledger.domain.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ledger.domain.Digest;
import ledger.domain.document.DocumentMistake;
import ledger.domain.document.Place;

/** The schemes on the shelf. */
public final class Schemes {

    private static final String CATEGORIES = "categories";
    private static final List<String> SHIPPED = List.of(
            CATEGORIES, "cn-cyl-star", "cn-min-duty", "cn-bj-old", "cn-bj-star5", "cn-fj-star", "cn-gd-star",
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
     * What the ledger ships, and beside it an operator's documents of schemes and categories.
     *
     * @param operators texts of YAML documents by the name that mistakes are told under
     * @throws SchemeMistakes with all that is wrong in any of them
     */
    public static Schemes with(Map<String, String> operators) {
        Map<String, String> documents = new LinkedHashMap<>();
        SHIPPED.forEach(name -> documents.put("schemes/" + name + ".yaml", resource(name)));
        documents.putAll(operators);
        return read(documents);
    }

    /**
     * One scheme, with the categories that the ledger ships.
     *
     * @throws SchemeMistakes with all that is wrong in it
     */
    public static Scheme parse(String yaml) {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("schemes/categories.yaml", resource(CATEGORIES));
        documents.put("scheme.yaml", yaml);
        return read(documents).all().getFirst();
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
            SchemeReader reader = new SchemeReader(
                    mistakes, new Categories(places.keySet().stream().filter(Categories::isOne).toList()));
            for (Map.Entry<Place, String> document : places.entrySet()) {
                if (!Categories.isOne(document.getKey())) {
                    read.put(reader.read(document.getKey(), digest(document.getValue())), document.getKey());
                }
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

    /** Those an operator enabled, by id, in effect on a day; the newest version of each. */
    public List<Scheme> inEffect(Set<String> enabled, LocalDate day) {
        List<Scheme> found = new ArrayList<>();
        for (String id : schemes.stream().map(Scheme::id).distinct().filter(enabled::contains).toList()) {
            schemes.stream()
                    .filter(scheme -> scheme.id().equals(id) && !scheme.effectiveFrom().isAfter(day))
                    .max(Comparator.comparing(Scheme::effectiveFrom))
                    .filter(scheme -> scheme.effectiveTo() == null || !scheme.effectiveTo().isBefore(day))
                    .ifPresent(found::add);
        }
        return found;
    }

    public Optional<Scheme> find(String id, String version) {
        return schemes.stream()
                .filter(scheme -> scheme.id().equals(id) && scheme.version().equals(version))
                .findFirst();
    }

    public List<Scheme> all() {
        return schemes;
    }

    private static String digest(String yaml) {
        return Digest.of(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String id) {
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
