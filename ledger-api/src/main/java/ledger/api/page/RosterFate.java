package ledger.api.page;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.RosterIntake.Summary;

/** What became of a roster: its sums, the rows that need attention first, then the rest. */
public final class RosterFate {

    /** A page shows so many rows of each kind; the sums count all of them. */
    private static final int SHOWN = 1_000;

    private final String fileName;
    private final List<RowFate> attention = new ArrayList<>();
    private final List<RowFate> rest = new ArrayList<>();
    private @Nullable Summary summary;

    RosterFate(String fileName) {
        this.fileName = fileName;
    }

    void add(RowFate row) {
        List<RowFate> rows = row.needsAttention() ? attention : rest;
        if (rows.size() < SHOWN) {
            rows.add(row);
        }
    }

    void complete(Summary sums) {
        summary = sums;
    }

    public String fileName() {
        return fileName;
    }

    public @Nullable Summary summary() {
        return summary;
    }

    public List<RowFate> attention() {
        return attention;
    }

    public List<RowFate> rest() {
        return rest;
    }

    public int notShown() {
        return summary == null ? 0 : summary.rows() - attention.size() - rest.size();
    }
}
