package ledger.domain.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.domain.Digest;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Scheme.Band;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Scheme.Title;

/** The schemes on the shelf. */
public final class Schemes {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> SHIPPED = List.of("cn-cyl-star", "us-pvsa", "sample-city-annual");

    private final List<Scheme> schemes;

    public Schemes(List<Scheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** The schemes that the ledger ships; those not read verbatim are examples. */
    public static Schemes shipped() {
        return new Schemes(SHIPPED.stream().map(id -> parse(resource(id))).toList());
    }

    /** Those an operator enabled, by id, in effect on a day; the newest version of each. */
    public List<Scheme> inEffect(Set<String> enabled, LocalDate day) {
        List<Scheme> found = new ArrayList<>();
        for (String id : schemes.stream().map(Scheme::id).distinct().toList()) {
            schemes.stream()
                    .filter(scheme -> scheme.id().equals(id) && enabled.contains(id))
                    .filter(scheme -> !scheme.effectiveFrom().isAfter(day))
                    .max(Comparator.comparing(Scheme::effectiveFrom))
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

    /**
     * @throws IllegalArgumentException naming the field that is missing or wrong
     */
    public static Scheme parse(String yaml) {
        JsonNode root = YAML.readTree(yaml);
        try {
            return new Scheme(
                    root.required("id").asString(),
                    root.required("version").asString(),
                    LocalDate.parse(root.required("effectiveFrom").asString()),
                    title(root.required("title")),
                    root.required("confidence").asString(),
                    root.required("source").asString(),
                    window(root.required("window")),
                    grades(root.get("grades")),
                    root.path("excludedCategories").valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toUnmodifiableSet()),
                    root.path("excludeLate").asBoolean(false),
                    root.hasNonNull("pausedFrom") ? LocalDate.parse(root.get("pausedFrom").asString()) : null,
                    root.required("bands").valueStream().map(Schemes::band).toList(),
                    Digest.of(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("scheme " + root.path("id").asString("?") + ": " + e.getMessage(), e);
        }
    }

    private static Title title(JsonNode node) {
        return new Title(node.required("zh").asString(), node.required("en").asString());
    }

    private static Window window(JsonNode node) {
        String kind = node.required("kind").asString();
        return switch (kind) {
            case "since-registration" -> new Window.SinceRegistration();
            case "twelve-months" -> new Window.TwelveMonths(MonthDay.parse("--" + node.required("startsOn").asString()));
            default -> throw new IllegalArgumentException("window.kind: since-registration or twelve-months, not " + kind);
        };
    }

    private static Set<EvidenceGrade> grades(@Nullable JsonNode node) {
        if (node == null || "ALL".equals(node.asString(""))) {
            return EnumSet.allOf(EvidenceGrade.class);
        }
        return node.valueStream().map(grade -> EvidenceGrade.valueOf(grade.asString())).collect(Collectors.toSet());
    }

    private static Band band(JsonNode node) {
        return new Band(
                node.hasNonNull("fromAge") ? Integer.valueOf(node.get("fromAge").asInt()) : null,
                node.hasNonNull("toAge") ? Integer.valueOf(node.get("toAge").asInt()) : null,
                node.required("levels").valueStream()
                        .map(level -> new Level(
                                level.required("id").asString(),
                                title(level.required("title")),
                                level.required("hours").asInt() * 60))
                        .toList());
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
