package ledger.api.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** A sheet of a workbook, row by row; never more of it than one row is in memory. */
final class XlsxTable implements Table {

    private static final int MOST_COLUMNS = 16_384;

    /** Signs of a row's cells together; more is no row that a person wrote. */
    private static final int LONGEST_ROW = 1 << 20;

    private final Workbook workbook;
    private final XmlPart sheet;
    private final SharedStrings texts;
    private final List<NumberLook> looks;
    private int number;
    private boolean ended;
    private @Nullable Line next;

    private XlsxTable(Workbook workbook, int index) throws XMLStreamException {
        this.workbook = workbook;
        texts = workbook.sharedStrings();
        looks = workbook.looks();
        sheet = workbook.part(workbook.sheets().get(index).part());
    }

    /** Names of the visible sheets. */
    static List<String> sheets(Path path) {
        try (Workbook workbook = Workbook.open(path)) {
            return workbook.sheets().stream().map(Workbook.Sheet::name).toList();
        }
    }

    /** The visible sheet with this number, counted from 0. */
    static XlsxTable open(Path path, int index) {
        Workbook workbook = Workbook.open(path);
        try {
            XlsxTable table = new XlsxTable(workbook, index);
            table.next = table.read();
            return table;
        } catch (XMLStreamException e) {
            workbook.close();
            throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        } catch (RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = ended ? null : read();
        return line;
    }

    /** The next row with anything in it. What goes wrong before the first one concerns the file, later the row. */
    private @Nullable Line read() {
        try {
            while (sheet.advance()) {
                if (sheet.starts("row")) {
                    int stated = Workbook.number(sheet.attribute("r"));
                    number = stated > 0 ? stated : number + 1;
                    Line line = row();
                    if (!line.isBlank()) {
                        return line;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            return ended(RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file"));
        } catch (RefusedException e) {
            return ended(e);
        }
    }

    private Line ended(RefusedException fault) {
        if (next == null) {
            throw fault;
        }
        ended = true;
        boolean damaged = fault.refusal().code() == SubmissionRefusal.FILE_DAMAGED;
        return new Line(number + 1, List.of(), Refusal.of(
                damaged ? SubmissionRefusal.REST_UNREADABLE : fault.refusal().code(), "row"));
    }

    private Line row() throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        int signs = 0;
        while (sheet.advance() && !sheet.ends("row")) {
            if (!sheet.starts("c")) {
                continue;
            }
            column = column(sheet.attribute("r"), column + 1);
            if (column >= MOST_COLUMNS) {
                throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
            }
            Cell cell = cell();
            signs += cell.text().length();
            if (!cell.isBlank() && signs <= LONGEST_ROW) {
                while (cells.size() <= column) {
                    cells.add(Cell.BLANK);
                }
                cells.set(column, cell);
            }
        }
        return signs > LONGEST_ROW
                ? Line.refused(number, SubmissionRefusal.RECORD_TOO_LONG)
                : Line.of(number, cells);
    }

    /** The column of an address such as AB12, counted from 0. */
    private static int column(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        int column = 0;
        int i = 0;
        for (; i < address.length() && i < 4 && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
        }
        return i == 0 ? otherwise : column - 1;
    }

    private Cell cell() throws XMLStreamException {
        String type = Optional.ofNullable(sheet.attribute("t")).orElse("n");
        int style = Workbook.number(sheet.attribute("s"));
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        boolean formula = false;
        while (sheet.advance() && !sheet.ends("c")) {
            if (sheet.starts("is")) {
                value.append(SharedStrings.text(sheet, "is"));
            }
            formula |= sheet.starts("f");
            if (sheet.starts("v") || sheet.ends("v")) {
                inValue = sheet.starts("v");
            } else if (inValue && sheet.isText()) {
                sheet.appendTo(value);
            }
        }
        return formula
                ? new Cell(value.toString(), SubmissionRefusal.FORMULA_CELL)
                : cell(type, value.toString(), style);
    }

    private Cell cell(String type, String value, int style) {
        if (value.isEmpty()) {
            return Cell.BLANK;
        }
        return switch (type) {
            case "s" -> texts.at(value.strip())
                    .map(Cell::of)
                    .orElse(new Cell("", SubmissionRefusal.CELL_UNREADABLE));
            case "inlineStr", "str", "d" -> Cell.of(value);
            case "b" -> Cell.of(value.equals("1") ? "true" : "false");
            case "e" -> new Cell(value, SubmissionRefusal.CELL_UNREADABLE);
            case "n" -> (style < looks.size() ? looks.get(style) : NumberLook.NUMBER)
                    .show(value.strip(), workbook.since1904());
            default -> new Cell(value, SubmissionRefusal.CELL_UNREADABLE);
        };
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public boolean cellsMayShift() {
        return false;
    }

    @Override
    public void close() {
        sheet.close();
        workbook.close();
    }
}
