package ledger.api.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import ledger.api.intake.Rows.Reading;
import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** Records in JSON: a list of them, or a document in which lists stand under names, as 志愿汇 sends it (F5.2). */
final class JsonRecords implements Rows.Reader {

    /** Names under which programs wrap what they send. */
    private static final Set<String> WRAPPINGS =
            Set.of("data", "result", "results", "rows", "records", "list", "items", "content");

    private final JsonParser parser;
    private final String format;
    private final FeedPart door;
    private JsonCells loose = new JsonCells();
    private @Nullable String part;
    private int number;
    private int answered;
    private boolean broken;

    /** Whether the document holds records under names, so that what stands beside them is no record. */
    private boolean wrapping;

    private @Nullable Reading next;

    private JsonRecords(java.io.Reader reader, String format, FeedPart door) {
        this.format = format;
        this.door = door;
        parser = JsonCells.parser(reader);
        next = read();
    }

    /** Text that begins with a brace or bracket is JSON: no header does. */
    static boolean isJson(ReceivedFile file) {
        try (java.io.Reader reader = file.reader()) {
            int sign;
            do {
                sign = reader.read();
            } while (sign >= 0 && Character.isWhitespace(sign));
            return sign == '{' || sign == '[';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One record a line where the first line is one; else a document. */
    static Rows.Reader open(ReceivedFile file, FeedPart door) {
        String charset = "; charset=" + file.charset().name();
        BoundedLines lines = new BoundedLines(file.reader());
        if (isRecord(lines)) {
            return new JsonLines(lines, "ndjson" + charset, door);
        }
        lines.close();
        return new JsonRecords(new BufferedReader(file.reader()), "json" + charset, door);
    }

    /** Whether the first line is a whole record, and no wrapping of others. A broken line among lines is one of them. */
    private static boolean isRecord(BoundedLines lines) {
        for (BoundedLines.Line line : lines.peek(20)) {
            if (line.text().isBlank()) {
                continue;
            }
            if (!line.text().strip().startsWith("{")) {
                return false;
            }
            try (JsonParser first = JsonCells.parser(new StringReader(line.text()))) {
                return isRecord(first);
            } catch (JacksonException e) {
                return !line.tooLong() && lines.peek(20).stream()
                        .filter(other -> !other.text().isBlank())
                        .skip(1)
                        .anyMatch(other -> other.text().startsWith("{") && other.text().strip().endsWith("}"));
            }
        }
        return false;
    }

    private static boolean isRecord(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && (FeedPart.named(name).isPresent() || WRAPPINGS.contains(name))
                    || value == JsonToken.START_OBJECT && WRAPPINGS.contains(name)) {
                return false;
            }
            parser.skipChildren();
        }
        return parser.currentToken() == JsonToken.END_OBJECT;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Reading next() {
        Reading reading = next;
        if (reading == null) {
            throw new NoSuchElementException();
        }
        next = broken ? null : read();
        return reading;
    }

    private @Nullable Reading read() {
        try {
            Reading reading = walk();
            answered = number;
            return reading;
        } catch (JacksonException e) {
            if (answered == 0) {
                close();
                throw new RefusedException(Refusal.of(SubmissionRefusal.JSON_BROKEN, "file")
                        .with("line", e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
            }
            // In a document nothing after a fault can be told apart: this is the last record answered.
            broken = true;
            return JsonCells.unreadable(answered + 1);
        }
    }

    private @Nullable Reading walk() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> {
                    if (isInList()) {
                        return JsonCells.read(++number, parser, part, door);
                    }
                }
                case START_ARRAY -> {
                    if (isInList()) {
                        parser.skipChildren();
                        return JsonCells.unreadable(++number);
                    }
                }
                case PROPERTY_NAME -> property(parser.currentName());
                case END_OBJECT, END_ARRAY -> {
                    part = token == JsonToken.END_ARRAY ? null : part;
                    if (!loose.isEmpty()) {
                        JsonCells record = loose;
                        loose = new JsonCells();
                        if (!wrapping) {
                            return record.reading(++number, door);
                        }
                    }
                }
                default -> {
                    return JsonCells.unreadable(++number);
                }
            }
        }
        return null;
    }

    private boolean isInList() {
        return parser.streamReadContext().getParent() != null && parser.streamReadContext().getParent().inArray();
    }

    /** A list of records or a wrapping is entered; any other field belongs to a record that stands alone. */
    private void property(String name) {
        boolean ofFeed = FeedPart.named(name).isPresent();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY && (ofFeed || WRAPPINGS.contains(name))
                || value == JsonToken.START_OBJECT && WRAPPINGS.contains(name)) {
            wrapping = true;
            part = ofFeed ? name : part;
            return;
        }
        loose.take(name, parser);
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public void close() {
        parser.close();
    }
}
