package ledger.api.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.DryRun;
import ledger.api.intake.RosterIntake.Summary;
import ledger.api.intake.Texts;

/** What became of a roster: its sums, the rows that need attention first, then the rest; or why it was not taken. */
public final class RosterFate {

    /** A page shows so many rows of each kind; the sums count all of them. */
    private static final int SHOWN = 1_000;

    private final String fileName;
    private final List<RowFate> attention = new ArrayList<>();
    private final List<RowFate> rest = new ArrayList<>();
    private @Nullable Summary summary;
    private @Nullable Grid mending;
    private Texts.@Nullable Text problem;
    private DryRun.@Nullable Effect effect;
    private @Nullable String job;

    RosterFate(String fileName) {
        this.fileName = fileName;
    }

    /** One that was not taken. */
    static RosterFate refused(String fileName, Texts.Text because) {
        RosterFate fate = new RosterFate(fileName);
        fate.refuse(because);
        return fate;
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

    void refuse(Texts.Text because) {
        problem = because;
    }

    /** It was only tried out, and this is what it would change. */
    void triedOut(DryRun.Effect would) {
        effect = would;
    }

    /** It is large, and its rows are answered by a job. */
    void leaveTo(String jobId) {
        job = jobId;
    }

    /** These rows are shown with their cells, to be mended in place, and nowhere else. */
    void mend(Grid grid) {
        mending = grid;
        Set<Integer> shown = grid.lines().stream().map(Grid.Line::row).collect(Collectors.toSet());
        attention.removeIf(row -> row.isRefused() && shown.contains(row.row()));
    }

    public String fileName() {
        return fileName;
    }

    public @Nullable Summary summary() {
        return summary;
    }

    /** Why the file as a whole was not taken. */
    public Texts.@Nullable Text problem() {
        return problem;
    }

    /** What it would change; there only when it was tried out. */
    public DryRun.@Nullable Effect effect() {
        return effect;
    }

    /** The job that answers its rows; absent when they are answered here. */
    public @Nullable String job() {
        return job;
    }

    /** The refused rows with their cells, as far as they could be read. */
    public @Nullable Grid mending() {
        return mending;
    }

    public List<RowFate> attention() {
        return attention;
    }

    public List<RowFate> rest() {
        return rest;
    }

    public int notShown() {
        int mended = mending == null ? 0 : mending.lines().size();
        return summary == null ? 0 : summary.rows() - attention.size() - rest.size() - mended;
    }
}
