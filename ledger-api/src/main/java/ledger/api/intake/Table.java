package ledger.api.intake;

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** A table as a file holds it, line after line, whatever the format; its header is somewhere near its top. */
interface Table extends Iterator<Table.Line>, AutoCloseable {

    /**
     * A line of cells.
     *
     * @param number as a spreadsheet program numbers it
     * @param refusal why it cannot be read; then it has no cells
     */
    record Line(int number, List<Cell> cells, @Nullable Refusal refusal) {

        static Line of(int number, List<Cell> cells) {
            return new Line(number, cells, null);
        }

        static Line refused(int number, SubmissionRefusal code) {
            return new Line(number, List.of(), Refusal.of(code, "row"));
        }

        boolean isBlank() {
            return refusal == null && cells.stream().allMatch(Cell::isBlank);
        }
    }

    /** A cell's text as a person sees it, and what is wrong with the way it is stored. */
    record Cell(String text, @Nullable SubmissionRefusal flaw) {

        static final Cell BLANK = new Cell("", null);

        static Cell of(String text) {
            return new Cell(text, null);
        }

        boolean isBlank() {
            return flaw == null && text.isBlank();
        }
    }

    /** How its format is called, for example {@code csv}. */
    String format();

    /** Whether a cell too many means that all cells behind it stand in the wrong place. */
    boolean cellsMayShift();

    @Override
    void close();
}
