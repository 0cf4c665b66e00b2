package ledger.domain.document;

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
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A place in a document of rules: what is written there, and where, so that whoever wrote it is shown each mistake by
 * document, line, column and reason.
 */
public final class Place {

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

    /**
     * The whole of a document.
     *
     * @throws DocumentMistake when it is no YAML, or says something twice
     */
    public static Place read(String document, String yaml) {
        return read(document, yaml, mistake -> {
            throw mistake;
        });
    }

    /**
     * The whole of a document.
     *
     * @param twice told of every key that is written twice; the later value is kept
     * @throws DocumentMistake when it is no YAML
     */
    public static Place read(String document, String yaml, Consumer<DocumentMistake> twice) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            JsonToken first = parser.nextToken();
            Place place = first == null
                    ? new Place(document, "", parser.currentTokenLocation(), new Written.Text(""))
                    : read(document, "", parser.currentTokenLocation(), parser, twice);
            if (parser.nextToken() != null) {
                throw at(document, parser.currentTokenLocation(), "", "此处又开始了另一份文件", "a second document begins here");
            }
            return place;
        } catch (JacksonException e) {
            String said = e.getOriginalMessage().lines().findFirst().orElse("");
            throw at(document, Objects.requireNonNullElse(e.getLocation(), TokenStreamLocation.NA), "",
                    "不是合法的 YAML：" + said, "is not YAML: " + said);
        }
    }

    private static Place read(
            String document,
            String path,
            TokenStreamLocation where,
            JsonParser parser,
            Consumer<DocumentMistake> twice) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Place(document, path, where, keys(document, path, parser, twice));
            case START_ARRAY -> new Place(document, path, where, items(document, path, parser, twice));
            case VALUE_NULL -> new Place(document, path, where, new Written.Text(""));
            default -> new Place(document, path, where, new Written.Text(parser.getString().strip()));
        };
    }

    private static Written keys(String document, String path, JsonParser parser, Consumer<DocumentMistake> twice) {
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            TokenStreamLocation where = parser.currentTokenLocation();
            String key = parser.currentName();
            parser.nextToken();
            String below = path.isEmpty() ? key : path + "." + key;
            if (keys.put(key, read(document, below, where, parser, twice)) != null) {
                twice.accept(at(document, where, below, "写了两遍", "is written twice"));
            }
        }
        return new Written.Keys(keys);
    }

    private static Written items(String document, String path, JsonParser parser, Consumer<DocumentMistake> twice) {
        List<Place> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(document, path, parser.currentTokenLocation(), parser, twice));
        }
        return new Written.Items(items);
    }

    /** Refuses every key but these. */
    public Place only(String... known) {
        unknown(List.of(known)).stream().findFirst().ifPresent(mistake -> {
            throw mistake;
        });
        return this;
    }

    /** A mistake for each key that is none of these. */
    public List<DocumentMistake> unknown(List<String> known) {
        String names = String.join(", ", known);
        return keys().entrySet().stream()
                .filter(key -> !known.contains(key.getKey()))
                .map(key -> key.getValue().mistake(
                        "没有这个字段；此处可用：" + names, "is not known; known here are " + names))
                .toList();
    }

    public Map<String, Place> keys() {
        return switch (written) {
            case Written.Keys keys -> keys.keys();
            case Written.Text text when text.text().isEmpty() -> throw nothing();
            case Written.Text text -> throw mistake(
                    "应写成“字段: 值”，而不是 " + text.text(), "keys with values are wanted, not " + text.text());
            case Written.Items ignored -> throw mistake("应写成“字段: 值”，而不是列表", "keys with values are wanted, not a list");
        };
    }

    public boolean has(String key) {
        return keys().containsKey(key);
    }

    public Optional<Place> find(String key) {
        return Optional.ofNullable(keys().get(key));
    }

    public Place at(String key) {
        return find(key).orElseThrow(() -> mistake("缺少 " + key, "lacks " + key));
    }

    public List<Place> items() {
        return switch (written) {
            case Written.Items items -> items.items();
            case Written.Text text when text.text().isEmpty() -> throw nothing();
            case Written.Text text -> throw mistake("应为列表，而不是 " + text.text(), "a list is wanted, not " + text.text());
            case Written.Keys ignored -> throw mistake("应为列表，而不是字段", "a list is wanted, not keys");
        };
    }

    public List<String> texts() {
        return items().stream().map(Place::text).toList();
    }

    public boolean isList() {
        return written instanceof Written.Items;
    }

    public boolean isKeys() {
        return written instanceof Written.Keys;
    }

    public boolean says(String word) {
        return written instanceof Written.Text(String text) && text.equals(word);
    }

    public String text() {
        return switch (written) {
            case Written.Text text when !text.text().isEmpty() -> text.text();
            case Written.Text ignored -> throw nothing();
            case Written.Items ignored -> throw mistake("应为单个值，而不是列表", "a single value is wanted, not a list");
            case Written.Keys ignored -> throw mistake("应为单个值，而不是字段", "a single value is wanted, not keys");
        };
    }

    /** A whole number from one bound to the other, both included. */
    public int whole(int from, int to) {
        String text = text();
        BigInteger number = text.matches("-?\\d{1,12}") ? new BigInteger(text) : BigInteger.valueOf(to + 1L);
        if (number.compareTo(BigInteger.valueOf(from)) < 0 || number.compareTo(BigInteger.valueOf(to)) > 0) {
            throw mistake(
                    "应为 " + from + " 到 " + to + " 的整数，而不是 " + text,
                    "a whole number from " + from + " to " + to + " is wanted, not " + text);
        }
        return number.intValue();
    }

    /** The same, or 0 where the rule is off. */
    public int wholeOrOff(int from, int to) {
        return says(OFF) ? 0 : whole(from, to);
    }

    public boolean onOrOff() {
        if (!says("on") && !says(OFF)) {
            throw mistake("应为 on 或 off，而不是 " + text(), "on or off is wanted, not " + text());
        }
        return says("on");
    }

    public boolean trueOrFalse() {
        if (!says("true") && !says("false")) {
            throw mistake("应为 true 或 false，而不是 " + text(), "true or false is wanted, not " + text());
        }
        return says("true");
    }

    public LocalDate day() {
        return day(text());
    }

    public LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw mistake("应为日期，如 2026-01-31，而不是 " + text, "a day such as 2026-01-31 is wanted, not " + text);
        }
    }

    /** One of an enum's values, written as {@code half-hour-bands} or {@code SYSTEM_TIMED}. */
    public <E extends Enum<E>> E one(Class<E> of) {
        String name = text().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> mistake(
                        "应为 " + Arrays.toString(of.getEnumConstants()) + " 之一，而不是 " + text(),
                        "one of " + Arrays.toString(of.getEnumConstants()) + " is wanted, not " + text()));
    }

    private DocumentMistake nothing() {
        return mistake("此处没有内容", "nothing is written here");
    }

    public DocumentMistake mistake(String zh, String en) {
        return at(document, where, path, zh, en);
    }

    private static DocumentMistake at(String document, TokenStreamLocation where, String path, String zh, String en) {
        return new DocumentMistake(document, where.getLineNr(), where.getColumnNr(), path, zh, en);
    }
}
