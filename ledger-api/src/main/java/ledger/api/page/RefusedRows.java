package ledger.api.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

import ledger.api.intake.Column;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.Row;
import ledger.api.intake.Rows;
import ledger.api.intake.Verdict;
import ledger.domain.Refusal;

/** The rows of a roster that were refused, read once more, with the cell that is wrong and a place to write it anew. */
final class RefusedRows {

    private final Map<Integer, Row> rows = new TreeMap<>();
    private final Set<Column> columns = EnumSet.noneOf(Column.class);
    private final SortedMap<Integer, Verdict> refused;

    private RefusedRows(SortedMap<Integer, Verdict> refused) {
        this.refused = refused;
    }

    /** Absent when none of them can be read, as after a cell that never ends. */
    static Optional<Grid> of(
            ReceivedFile file, SortedMap<Integer, Verdict> refused, Wording wording, IntUnaryOperator shownAs) {
        RefusedRows found = new RefusedRows(refused);
        if (!refused.isEmpty()) {
            found.read(file);
        }
        return found.rows.isEmpty() ? Optional.empty() : Optional.of(found.grid(wording, shownAs));
    }

    private void read(ReceivedFile file) {
        try (Rows all = Rows.of(file)) {
            columns.addAll(all.columns());
            while (all.hasNext() && rows.size() < refused.size()) {
                if (all.next() instanceof Rows.Reading.Read read && refused.containsKey(read.number())) {
                    rows.put(read.number(), read.row());
                    columns.addAll(read.row().cells().keySet());
                }
            }
        }
        refused.values().forEach(verdict -> wrong(verdict).ifPresent(columns::add));
        columns.retainAll(Grid.choices());
    }

    /** A refusal speaks of moments; a layout that has a day and clock times shows those instead. */
    private Optional<Column> wrong(Verdict verdict) {
        Refusal refusal = Objects.requireNonNull(verdict.refusal());
        return Column.named(refusal.field()).map(column -> switch (column) {
            case SERVED_FROM -> columns.contains(Column.SERVED_FROM) ? column : Column.START;
            case SERVED_TO -> columns.contains(Column.SERVED_TO) ? column : Column.END;
            default -> column;
        });
    }

    /** Where something is wrong first, so that nobody has to look for it; else as the layout has them. */
    private List<Column> order() {
        Set<Column> order = new LinkedHashSet<>();
        refused.values().forEach(verdict -> wrong(verdict).filter(columns::contains).ifPresent(order::add));
        order.addAll(columns);
        return List.copyOf(order);
    }

    private Grid grid(Wording wording, IntUnaryOperator shownAs) {
        List<Column> order = order();
        List<Grid.Line> lines = new ArrayList<>();
        rows.forEach((number, row) -> {
            Verdict verdict = Objects.requireNonNull(refused.get(number));
            lines.add(new Grid.Line(
                    shownAs.applyAsInt(number),
                    order.stream().map(column -> row.text(column).orElse("")).toList(),
                    wrong(verdict).map(order::indexOf).orElse(-1),
                    List.of(wording.of(Objects.requireNonNull(verdict.refusal())))));
        });
        return new Grid(order.stream().map(Column::wire).toList(), lines);
    }
}
