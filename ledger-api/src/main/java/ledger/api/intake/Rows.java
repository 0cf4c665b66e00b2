package ledger.api.intake;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** The rows of a file, one after the other; a row that cannot be read is refused and does not end the file. */
public final class Rows implements Iterator<Rows.Reading>, AutoCloseable {

    /** A row, or why it could not be read. */
    public sealed interface Reading {
        int number();

        /** Where whoever opens the file sees it. */
        int sheetRow();

        record Read(Row row) implements Reading {
            @Override
            public int number() {
                return row.number();
            }

            @Override
            public int sheetRow() {
                return row.sheetRow();
            }
        }

        record Unreadable(int number, int sheetRow, Refusal refusal) implements Reading {}
    }

    /** A format's way to read: its rows, and what it found out about the file. */
    interface Reader extends Iterator<Reading>, AutoCloseable {
        /** The layout's columns; empty for a format that names its fields in each record. */
        default Set<Column> columns() {
            return EnumSet.noneOf(Column.class);
        }

        String format();

        default List<Notice> notices() {
            return List.of();
        }

        /** The header's texts as they stand in the file; empty for a format that has no header. */
        default List<String> headerAsSent() {
            return List.of();
        }

        /** The cells, as they stand in the file, of the row that comes next. */
        default List<String> cellsAhead() {
            return List.of();
        }

        @Override
        void close();
    }

    private final Reader reader;

    private Rows(Reader reader) {
        this.reader = reader;
    }

    /** The sessions of a file. */
    public static Rows of(ReceivedFile file) {
        return of(file, FeedPart.SERVICE);
    }

    /**
     * What a file holds for one door.
     *
     * @throws RefusedException when the file as a whole cannot be read: no known layout, a column twice, nothing in it
     */
    static Rows of(ReceivedFile file, FeedPart part) {
        Reader reader = switch (file.kind()) {
            case XLSX -> Sheets.ofWorkbook(file.path());
            case XLS -> Sheets.ofOldWorkbook(file.path());
            case TEXT -> text(file, part);
        };
        if (!reader.hasNext()) {
            reader.close();
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        return new Rows(reader);
    }

    private static Reader text(ReceivedFile file, FeedPart part) {
        if (JsonRecords.isJson(file)) {
            return JsonRecords.open(file, part);
        }
        return new TableRows(new CsvTable(new BoundedLines(file.reader()), file.charset().name()));
    }

    /** The layout's columns; empty for a format that names its fields in each record. */
    public Set<Column> columns() {
        return reader.columns();
    }

    /** How it was read, for example {@code csv; charset=GB18030}. */
    public String format() {
        return reader.format();
    }

    /** The header's texts as they stand in the file; empty for a format that has no header. */
    List<String> headerAsSent() {
        return reader.headerAsSent();
    }

    /** The cells, as they stand in the file, of the row that comes next. */
    List<String> cellsAhead() {
        return reader.cellsAhead();
    }

    /** What was found out about the file as a whole; complete when the last row was read. */
    public List<Notice> notices() {
        return reader.notices();
    }

    @Override
    public boolean hasNext() {
        return reader.hasNext();
    }

    @Override
    public Reading next() {
        return reader.next();
    }

    @Override
    public void close() {
        reader.close();
    }
}
