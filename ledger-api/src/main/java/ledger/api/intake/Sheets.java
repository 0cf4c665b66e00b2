package ledger.api.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import ledger.domain.submission.SubmissionRefusal;

/** Which sheet of a workbook holds the rows: the first visible one with a header near its top. */
final class Sheets {

    /** Sheets that explain the others. */
    private static final Set<String> EXPLANATIONS = Set.of("说明", "填写说明", "使用说明", "填表说明", "notes", "instructions");

    private Sheets() {}

    static TableRows ofWorkbook(Path path) {
        return first(XlsxTable.sheets(path), index -> XlsxTable.open(path, index));
    }

    static TableRows ofOldWorkbook(Path path) {
        return first(XlsTable.sheets(path), index -> XlsTable.open(path, index));
    }

    private static TableRows first(List<String> names, IntFunction<Table> sheets) {
        @Nullable RefusedException fault = null;
        for (int i = 0; i < names.size(); i++) {
            try {
                TableRows rows = new TableRows(sheets.apply(i));
                if (rows.hasNext()) {
                    List<String> others = new ArrayList<>(names);
                    others.remove(i);
                    rows.ignoreSheets(others.stream().filter(name -> !isExplanation(name)).toList());
                    return rows;
                }
                rows.close();
                throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "row");
            } catch (RefusedException e) {
                if (!isAboutThisSheetOnly(e)) {
                    throw e;
                }
                fault = fault == null || weight(e) > weight(fault) ? e : fault;
            }
        }
        throw RefusedException.of(
                fault == null ? SubmissionRefusal.SHEET_MISSING : fault.refusal().code(), "file");
    }

    private static boolean isExplanation(String name) {
        return EXPLANATIONS.contains(name.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isAboutThisSheetOnly(RefusedException fault) {
        return fault.refusal().code() == SubmissionRefusal.FILE_EMPTY
                || fault.refusal().code() == SubmissionRefusal.HEADER_NOT_FOUND;
    }

    /** A sheet with a header and no rows says more of what is wrong than one without a header, or a blank one. */
    private static int weight(RefusedException fault) {
        if (fault.refusal().code() == SubmissionRefusal.HEADER_NOT_FOUND) {
            return 1;
        }
        return fault.refusal().field().equals("row") ? 2 : 0;
    }
}
