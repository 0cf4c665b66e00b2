package ledger.api.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.Rows.Reading;
import ledger.domain.Refusal;
import ledger.domain.account.EvidenceGrade;

/** The rows of a table below its header. */
final class TableRows implements Rows.Reader {

    /** Of these a spreadsheet keeps fifteen digits only. */
    private static final Set<Column> IDENTIFIERS =
            Set.of(Column.VOLUNTEER_NUMBER, Column.DOCUMENT_NUMBER, Column.SOURCE_RECORD, Column.CODE);

    private final Table table;
    private final TableHeader header;
    private final Deque<Table.Line> ahead;
    private final boolean tellsNoInterval;
    private final List<Notice> notices = new ArrayList<>();
    private int number = 1;
    private @Nullable Reading next;
    private List<String> cellsAhead = List.of();

    /** @throws RefusedException when there is no header, or one that does not do */
    TableRows(Table table) {
        this.table = table;
        ahead = new ArrayDeque<>();
        try {
            header = TableHeader.find(table, ahead);
            tellsNoInterval = tellsNoInterval(header.columns());
            header.ignored().ifPresent(notices::add);
            next = read();
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** R4: a layout with a date and a value and no place for an interval is that of historical entries. */
    private static boolean tellsNoInterval(Set<Column> columns) {
        return columns.contains(Column.SERVED_ON)
                && (columns.contains(Column.HOURS) || columns.contains(Column.SERVED_MINUTES))
                && !columns.contains(Column.START) && !columns.contains(Column.END)
                && !columns.contains(Column.SERVED_FROM) && !columns.contains(Column.SERVED_TO)
                && !columns.contains(Column.EVIDENCE);
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
        next = read();
        return reading;
    }

    private @Nullable Reading read() {
        while (!ahead.isEmpty() || table.hasNext()) {
            Table.Line line = ahead.isEmpty() ? table.next() : ahead.poll();
            if (line.isBlank()) {
                continue;
            }
            number++;
            Reading reading = reading(line);
            if (reading instanceof Reading.Read read && RosterTemplate.isExample(read.row())) {
                notices.add(Notice.of(Notice.Kind.EXAMPLE_SKIPPED, "row", line.number()));
                continue;
            }
            cellsAhead = line.cells().stream().map(Table.Cell::text).toList();
            return reading;
        }
        return null;
    }

    private Reading reading(Table.Line line) {
        if (line.refusal() != null) {
            return unreadable(line, line.refusal());
        }
        Optional<Refusal> tooWide = table.cellsMayShift() ? header.tooWide(line) : Optional.empty();
        if (tooWide.isPresent()) {
            return unreadable(line, tooWide.get());
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < header.width(); i++) {
            Optional<Column> column = header.column(i);
            if (column.isEmpty()) {
                continue;
            }
            // Programs leave out the empty cells at the end of a line.
            Table.Cell cell = i < line.cells().size() ? line.cells().get(i) : Table.Cell.BLANK;
            Optional<Refusal> flaw = flaw(cell, column.get());
            if (flaw.isPresent()) {
                return unreadable(line, flaw.get());
            }
            cells.put(column.get(), cell.text().strip());
        }
        if (tellsNoInterval) {
            cells.put(Column.EVIDENCE, EvidenceGrade.HISTORICAL.name());
        }
        Row row = new Row(number, line.number(), cells);
        return CellText.refusal(row)
                .<Reading>map(refusal -> unreadable(line, refusal))
                .orElseGet(() -> new Reading.Read(row));
    }

    private static Optional<Refusal> flaw(Table.Cell cell, Column column) {
        if (cell.flaw() == null) {
            return Optional.empty();
        }
        return switch (cell.flaw()) {
            case NUMBER_SPOILT -> IDENTIFIERS.contains(column)
                    ? Optional.of(Refusal.of(cell.flaw(), column.wire()))
                    : Optional.empty();
            default -> Optional.of(Refusal.of(cell.flaw(), column.wire()));
        };
    }

    private Reading unreadable(Table.Line line, Refusal refusal) {
        return new Reading.Unreadable(number, line.number(), refusal);
    }

    /** Tells that other sheets were not read. */
    void ignoreSheets(List<String> names) {
        List<String> visible = names.stream().filter(name -> !name.isBlank()).limit(20).toList();
        if (!visible.isEmpty()) {
            notices.add(Notice.of(Notice.Kind.SHEETS_IGNORED, "sheets", String.join(", ", visible)));
        }
    }

    @Override
    public List<String> headerAsSent() {
        return header.texts();
    }

    @Override
    public List<String> cellsAhead() {
        return cellsAhead;
    }

    @Override
    public Set<Column> columns() {
        return header.columns();
    }

    @Override
    public String format() {
        return table.format();
    }

    @Override
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void close() {
        table.close();
    }
}
