package ledger.domain.rulebook;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A place in a document of rules: what is written there, and where, so that whoever wrote it is shown each mistake by
 * document, line, column and reason.
 */
final class Place {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String OFF = "off";

    /** What can stand at a place. */
    private sealed interface Written {
        record Text(String text) implements Written {}

        record Items(List<Place> items) implements Written {}

        record Keys(Map<String, Place> keys) implements Written {}
    }

    private final String document;
    private final String path;
    private final TokenStreamLocation where;
    private final Written written;

    private Place(String document, String path, TokenStreamLocation where, Written written) {
        this.document = document;
        this.path = path;
        this.where = where;
        this.written = written;
    }

    /** The whole of a document. */
    static Place read(String document, String yaml) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            JsonToken first = parser.nextToken();
            Place place = first == null
                    ? new Place(document, "", parser.currentTokenLocation(), new Written.Text(""))
                    : read(document, "", parser.currentTokenLocation(), parser);
            if (parser.nextToken() != null) {
                throw at(document, parser.currentTokenLocation(), "a second document begins here");
            }
            return place;
        } catch (JacksonException e) {
            throw at(document, Objects.requireNonNullElse(e.getLocation(), TokenStreamLocation.NA),
                    e.getOriginalMessage().lines().findFirst().orElse("is not YAML"));
        }
    }

    private static Place read(String document, String path, TokenStreamLocation where, JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Place(document, path, where, keys(document, path, parser));
            case START_ARRAY -> new Place(document, path, where, items(document, path, parser));
            case VALUE_NULL -> throw at(document, where, path + ": nothing is written here");
            default -> new Place(document, path, where, new Written.Text(parser.getString().strip()));
        };
    }

    private static Written keys(String document, String path, JsonParser parser) {
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            TokenStreamLocation where = parser.currentTokenLocation();
            String key = parser.currentName();
            parser.nextToken();
            String below = path.isEmpty() ? key : path + "." + key;
            if (keys.put(key, read(document, below, where, parser)) != null) {
                throw at(document, where, below + " is written twice");
            }
        }
        return new Written.Keys(keys);
    }

    private static Written items(String document, String path, JsonParser parser) {
        List<Place> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(document, path, parser.currentTokenLocation(), parser));
        }
        return new Written.Items(items);
    }

    /** Refuses every key but these. */
    Place only(String... known) {
        Set<String> names = Set.of(known);
        keys().forEach((key, place) -> {
            if (!names.contains(key)) {
                throw place.mistake("is not known; known here are " + String.join(", ", known));
            }
        });
        return this;
    }

    Map<String, Place> keys() {
        return switch (written) {
            case Written.Keys keys -> keys.keys();
            case Written.Text text -> throw mistake("keys with values are wanted, not " + text.text());
            case Written.Items ignored -> throw mistake("keys with values are wanted, not a list");
        };
    }

    boolean has(String key) {
        return keys().containsKey(key);
    }

    Optional<Place> find(String key) {
        return Optional.ofNullable(keys().get(key));
    }

    Place at(String key) {
        return find(key).orElseThrow(() -> mistake("lacks " + key));
    }

    List<Place> items() {
        return switch (written) {
            case Written.Items items -> items.items();
            case Written.Text text -> throw mistake("a list is wanted, not " + text.text());
            case Written.Keys ignored -> throw mistake("a list is wanted, not keys");
        };
    }

    List<String> texts() {
        return items().stream().map(Place::text).toList();
    }

    boolean says(String word) {
        return written instanceof Written.Text(String text) && text.equals(word);
    }

    String text() {
        return switch (written) {
            case Written.Text text when !text.text().isEmpty() -> text.text();
            case Written.Text ignored -> throw mistake("nothing is written here");
            case Written.Items ignored -> throw mistake("a single value is wanted, not a list");
            case Written.Keys ignored -> throw mistake("a single value is wanted, not keys");
        };
    }

    /** A whole number from one bound to the other, both included. */
    int whole(int from, int to) {
        String text = text();
        BigInteger number = text.matches("-?\\d{1,12}") ? new BigInteger(text) : BigInteger.valueOf(to + 1L);
        if (number.compareTo(BigInteger.valueOf(from)) < 0 || number.compareTo(BigInteger.valueOf(to)) > 0) {
            throw mistake("a whole number from " + from + " to " + to + " is wanted, not " + text);
        }
        return number.intValue();
    }

    /** The same, or 0 where the rule is off. */
    int wholeOrOff(int from, int to) {
        return says(OFF) ? 0 : whole(from, to);
    }

    boolean onOrOff() {
        if (!says("on") && !says(OFF)) {
            throw mistake("on or off is wanted, not " + text());
        }
        return says("on");
    }

    LocalDate day() {
        return day(text());
    }

    LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw mistake("a day such as 2026-01-31 is wanted, not " + text);
        }
    }

    /** One of an enum's values, written as {@code half-hour-bands} or {@code SYSTEM_TIMED}. */
    <E extends Enum<E>> E one(Class<E> of) {
        String name = text().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> mistake("one of " + Arrays.toString(of.getEnumConstants()) + " is wanted, not "
                        + text()));
    }

    IllegalArgumentException mistake(String reason) {
        return at(document, where, (path.isEmpty() ? "the document" : path) + ": " + reason);
    }

    private static IllegalArgumentException at(String document, TokenStreamLocation where, String reason) {
        return new IllegalArgumentException(
                "%s, line %d, column %d: %s".formatted(document, where.getLineNr(), where.getColumnNr(), reason));
    }
}
