package ledger.api.intake;

import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** The line of a table that names its columns; titles and instructions may stand above it. */
record TableHeader(List<Optional<Column>> line, List<String> texts, List<String> unknown) {

    private static final int LINES_LOOKED_AT = 20;
    private static final int ENOUGH_COLUMNS = 3;
    private static final int MOST_COLUMNS = 200;
    private static final int NAMES_TOLD = 20;
    private static final int LONGEST_NAME = 40;

    /**
     * The first line that names at least three known columns; in a smaller table, the first that names nothing else.
     *
     * @param below takes the lines below the header that had to be looked at
     */
    static TableHeader find(Table table, Deque<Table.Line> below) {
        while (below.size() < LINES_LOOKED_AT && table.hasNext()) {
            Table.Line line = table.next();
            if (line.isBlank()) {
                continue;
            }
            if (known(line) >= ENOUGH_COLUMNS) {
                below.clear();
                return of(line);
            }
            below.add(line);
        }
        if (below.isEmpty()) {
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        below.stream().map(Table.Line::refusal).filter(Objects::nonNull)
                .filter(refusal -> refusal.code() != SubmissionRefusal.ROW_UNREADABLE)
                .findFirst()
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
        while (!below.isEmpty()) {
            Table.Line line = below.poll();
            if (known(line) > 0 && known(line) == filled(line)) {
                return of(line);
            }
        }
        throw RefusedException.of(SubmissionRefusal.HEADER_NOT_FOUND, "file");
    }

    private static long known(Table.Line line) {
        return line.cells().stream().filter(cell -> Column.named(cell.text()).isPresent()).count();
    }

    private static long filled(Table.Line line) {
        return line.cells().stream().filter(cell -> !cell.text().isBlank()).count();
    }

    private static TableHeader of(Table.Line line) {
        if (filled(line) > MOST_COLUMNS) {
            throw new RefusedException(Refusal.of(SubmissionRefusal.TOO_MANY_COLUMNS, "file")
                    .with("columns", filled(line)).with("limit", MOST_COLUMNS));
        }
        Set<Column> known = EnumSet.noneOf(Column.class);
        List<Optional<Column>> columns = inRoster(
                line.cells().stream().map(cell -> Column.named(cell.text())).toList());
        columns.forEach(column -> column.ifPresent(one -> {
            if (!known.add(one)) {
                throw RefusedException.of(SubmissionRefusal.COLUMN_TWICE, one.wire());
            }
        }));
        return new TableHeader(columns, line.cells().stream().map(Table.Cell::text).toList(), line.cells().stream()
                .map(Table.Cell::text)
                .filter(text -> !text.isBlank() && Column.named(text).isEmpty() && !Column.isCounter(text))
                .map(String::strip)
                .toList());
    }

    /** In a roster the name or code of an organization is that of the one that ran the activity. */
    private static List<Optional<Column>> inRoster(List<Optional<Column>> columns) {
        Optional<Column> named = Stream.of(Column.ORGANIZATION_NAME, Column.CODE)
                .filter(column -> columns.contains(Optional.of(column)))
                .findFirst();
        return columns.contains(Optional.of(Column.ACTIVITY_NAME))
                        && !columns.contains(Optional.of(Column.ORGANIZATION))
                        && named.isPresent()
                ? columns.stream().map(column -> column.equals(named) ? Optional.of(Column.ORGANIZATION) : column).toList()
                : columns;
    }

    int width() {
        return line.size();
    }

    Optional<Column> column(int index) {
        return line.get(index);
    }

    Set<Column> columns() {
        Set<Column> known = EnumSet.noneOf(Column.class);
        line.forEach(column -> column.ifPresent(known::add));
        return known;
    }

    /** The columns nobody reads, named back once. */
    Optional<Notice> ignored() {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.of(Notice.Kind.COLUMNS_IGNORED, "columns", unknown.stream()
                        .limit(NAMES_TOLD)
                        .map(TableHeader::shown)
                        .collect(Collectors.joining(", "))));
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{C}", " ");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
    }

    Optional<Refusal> tooWide(Table.Line row) {
        return row.cells().stream().skip(width()).allMatch(Table.Cell::isBlank)
                ? Optional.empty()
                : Optional.of(Refusal.of(SubmissionRefusal.ROW_WIDTH, "row")
                        .with("cells", row.cells().size())
                        .with("columns", width()));
    }
}
