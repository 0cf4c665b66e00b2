package ledger.api.intake;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import ledger.api.intake.Rows.Reading;
import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/**
 * The fields of one record in JSON that a row may have, under the names of {@link Column}, also nested ones such as
 * {@code activity.name}. Whatever else the record holds is passed over and takes no memory.
 */
final class JsonCells {

    /** Values longer than a cell may be are read to be refused by name; deeper nesting than this is no record. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(BoundedLines.LONGEST)
                    .maxNumberLength(BoundedLines.LONGEST)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final Set<String> names = new HashSet<>();
    private @Nullable String part;
    private @Nullable Column twice;

    static JsonParser parser(java.io.Reader reader) {
        return FACTORY.createParser(ObjectReadContext.empty(), reader);
    }

    /** A record alone in a text. */
    static Reading read(int number, String text, FeedPart door) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unreadable(number);
            }
            Reading reading = read(number, parser, null, door);
            return parser.nextToken() == null ? reading : unreadable(number);
        } catch (JacksonException e) {
            return unreadable(number);
        }
    }

    static Reading unreadable(int number) {
        return new Reading.Unreadable(number, number, Refusal.of(SubmissionRefusal.ROW_UNREADABLE, "row"));
    }

    /**
     * The record whose opening brace was just read.
     *
     * @param part the feed's name for the list it stands in; absent for a record of our own
     */
    static Reading read(int number, JsonParser parser, @Nullable String part, FeedPart door) {
        JsonCells record = new JsonCells();
        record.part = part;
        record.object(parser, Nest.RECORD);
        return record.reading(number, door);
    }

    /** Takes one field whose value was just reached, of a record that is read field by field. */
    void take(String name, JsonParser parser) {
        field(name, parser, Nest.RECORD);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    Reading reading(int number, FeedPart door) {
        if (twice != null) {
            return new Reading.Unreadable(number, number, Refusal.of(SubmissionRefusal.FIELD_TWICE, twice.wire()));
        }
        if (part != null) {
            if (FeedPart.named(part).filter(door::equals).isEmpty()) {
                return new Reading.Unreadable(
                        number, number, Refusal.of(SubmissionRefusal.RECORD_OF_OTHER_KIND, "row").with("kind", part));
            }
            FeedPart.complete(part, cells);
        }
        Row row = new Row(number, cells);
        return CellText.refusal(row)
                .<Reading>map(refusal -> new Reading.Unreadable(number, number, refusal))
                .orElseGet(() -> new Reading.Read(row));
    }

    /** Where in a record an object stands. */
    private enum Nest {
        RECORD,
        ACTIVITY
    }

    private void object(JsonParser parser, Nest nest) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field(name, parser, nest);
        }
    }

    private void field(String name, JsonParser parser, Nest nest) {
        JsonToken value = parser.currentToken();
        if (value == JsonToken.START_OBJECT && nest == Nest.RECORD) {
            if (name.equals("activity")) {
                object(parser, Nest.ACTIVITY);
                return;
            }
            if (FeedPart.named(name).isPresent()) {
                part = name;
                object(parser, Nest.RECORD);
                return;
            }
        }
        if (value.isStructStart()) {
            parser.skipChildren();
            return;
        }
        column(name, nest).ifPresent(column -> {
            if (!names.add(nest + "." + name)) {
                twice = column;
            }
            cells.put(column, value == JsonToken.VALUE_NULL ? "" : parser.getString().strip());
        });
    }

    private static Optional<Column> column(String name, Nest nest) {
        if (nest == Nest.ACTIVITY) {
            switch (name) {
                case "name" -> {
                    return Optional.of(Column.ACTIVITY_NAME);
                }
                case "code" -> {
                    return Optional.of(Column.ACTIVITY_CODE);
                }
                default -> {}
            }
        }
        return Column.named(name);
    }
}
