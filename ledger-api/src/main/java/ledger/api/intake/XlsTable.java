package ledger.api.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** A sheet of a workbook of the old kind, record by record. It cannot have more than 65,536 rows. */
final class XlsTable implements Table {

    private static final String WORKBOOK = "Workbook";

    private final POIFSFileSystem files;
    private final RecordFactoryInputStream records;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private @Nullable SSTRecord texts;
    private boolean since1904;
    private boolean ended;
    private org.apache.poi.hssf.record.@Nullable Record ahead;
    private @Nullable Line next;

    private XlsTable(POIFSFileSystem files) throws IOException {
        this.files = files;
        records = new RecordFactoryInputStream(files.createDocumentInputStream(WORKBOOK), false);
    }

    /** Names of the visible sheets, by their order in the file; a hidden one has an empty name. */
    static List<String> sheets(Path path) {
        List<String> names = new ArrayList<>();
        try (XlsTable workbook = opened(path)) {
            for (var record = workbook.take(); record != null; record = workbook.take()) {
                if (record instanceof BoundSheetRecord sheet) {
                    names.add(sheet.isHidden() || sheet.isVeryHidden() ? "" : sheet.getSheetname());
                } else if (record instanceof BOFRecord start && start.getType() != BOFRecord.TYPE_WORKBOOK) {
                    break;
                }
            }
        } catch (RuntimeException e) {
            throw fault(e);
        }
        return names;
    }

    /** The sheet with this number, counted from 0. */
    static XlsTable open(Path path, int index) {
        XlsTable table = opened(path);
        try {
            table.goTo(index);
            table.next = table.read();
            return table;
        } catch (RuntimeException e) {
            table.close();
            throw fault(e);
        }
    }

    private static XlsTable opened(Path path) {
        try {
            POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true);
            try {
                if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                    throw RefusedException.of(SubmissionRefusal.FILE_ENCRYPTED, "file");
                }
                if (!files.getRoot().hasEntryCaseInsensitive(WORKBOOK)) {
                    throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
                }
                return new XlsTable(files);
            } catch (RuntimeException | IOException e) {
                files.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw fault(e);
        }
    }

    private static RefusedException fault(Exception e) {
        return switch (e) {
            case RefusedException refused -> refused;
            case EncryptedDocumentException encrypted ->
                RefusedException.of(SubmissionRefusal.FILE_ENCRYPTED, "file");
            case OldExcelFormatException tooOld ->
                RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
            default -> RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        };
    }

    private org.apache.poi.hssf.record.@Nullable Record take() {
        var record = ahead == null ? records.nextRecord() : ahead;
        ahead = null;
        return record;
    }

    private void goTo(int index) {
        int sheet = -1;
        for (var record = take(); record != null; record = take()) {
            if (record instanceof SSTRecord shared) {
                texts = shared;
            } else if (record instanceof DateWindow1904Record window) {
                since1904 = window.getWindowing() == 1;
            } else if (record instanceof BOFRecord start && start.getType() == BOFRecord.TYPE_WORKSHEET
                    && ++sheet == index) {
                return;
            }
            formats.processRecord(record);
        }
        throw RefusedException.of(SubmissionRefusal.SHEET_MISSING, "file");
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
        try {
            next = ended ? null : read();
        } catch (RuntimeException e) {
            ended = true;
            next = new Line(line.number() + 1, List.of(), Refusal.of(SubmissionRefusal.REST_UNREADABLE, "row"));
        }
        return line;
    }

    /** The cells of the next row with anything in it; a chart in the sheet brings records of its own. */
    private @Nullable Line read() {
        int number = -1;
        List<Cell> cells = new ArrayList<>();
        for (var record = take(); record != null; record = take()) {
            if (record instanceof BOFRecord start && start.getType() == BOFRecord.TYPE_WORKSHEET) {
                break;
            }
            if (!(record instanceof CellValueRecordInterface value)) {
                continue;
            }
            Cell cell = cell(value);
            if (cell.isBlank()) {
                continue;
            }
            if (number >= 0 && value.getRow() != number) {
                ahead = record;
                return Line.of(number + 1, cells);
            }
            number = value.getRow();
            while (cells.size() <= value.getColumn()) {
                cells.add(Cell.BLANK);
            }
            cells.set(value.getColumn(), cell);
        }
        ended = true;
        return number < 0 ? null : Line.of(number + 1, cells);
    }

    private Cell cell(CellValueRecordInterface value) {
        return switch (value) {
            case FormulaRecord formula -> new Cell("", SubmissionRefusal.FORMULA_CELL);
            case LabelSSTRecord label -> shared(label.getSSTIndex());
            case LabelRecord label -> Cell.of(label.getValue());
            case BoolErrRecord error when error.isError() -> new Cell("", SubmissionRefusal.CELL_UNREADABLE);
            case BoolErrRecord bool -> Cell.of(String.valueOf(bool.getBooleanValue()));
            case NumberRecord number -> NumberLook.of(formats.getFormatIndex(number), code(number))
                    .show(String.valueOf(number.getValue()), since1904);
            default -> Cell.BLANK;
        };
    }

    private String code(NumberRecord number) {
        String code = formats.getFormatString(number);
        return code == null ? "" : code;
    }

    private Cell shared(int index) {
        return texts == null || index < 0 || index >= texts.getNumUniqueStrings()
                ? new Cell("", SubmissionRefusal.CELL_UNREADABLE)
                : Cell.of(texts.getString(index).getString());
    }

    @Override
    public String format() {
        return "xls";
    }

    @Override
    public boolean cellsMayShift() {
        return false;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
