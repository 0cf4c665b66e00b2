package ledger.api.intake;

import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.Rows.Reading;
import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** One record in JSON a line, as kiosks send them; a broken line is refused and the next ones are read. */
final class JsonLines implements Rows.Reader {

    private final BoundedLines lines;
    private final String format;
    private final FeedPart door;
    private int number;
    private BoundedLines.@Nullable Line next;

    JsonLines(BoundedLines lines, String format, FeedPart door) {
        this.lines = lines;
        this.format = format;
        this.door = door;
        next = filled();
    }

    private BoundedLines.@Nullable Line filled() {
        BoundedLines.Line line = lines.take();
        while (line != null && line.text().isBlank()) {
            line = lines.take();
        }
        return line;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Reading next() {
        BoundedLines.Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = filled();
        number++;
        return line.tooLong()
                ? new Reading.Unreadable(
                        number, number, Refusal.of(SubmissionRefusal.RECORD_TOO_LONG, "row"))
                : JsonCells.read(number, line.text(), door);
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public void close() {
        lines.close();
    }
}
