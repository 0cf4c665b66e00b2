package ledger.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.Digest;

/**
 * Makes the view of one room anew from the first fact, beside the live one, which serves and follows meanwhile. At the
 * end both are true up to the same position and compared; where they differ the new rows take the place of the old.
 */
public final class Rebuild {

    private static final int BATCH = 5_000;
    /** So few facts are folded while the live view waits. */
    private static final int NEAR = 500;

    private final Projection projection;
    private final FactSource facts;
    private final JdbcTemplate jdbc;

    Rebuild(Projection projection, FactSource facts, JdbcTemplate jdbc) {
        this.projection = projection;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** How far a rebuild is. */
    public record Step(String room, long position, long head) {}

    /** Told after each batch. */
    @FunctionalInterface
    public interface Watcher {
        void at(Step step);
    }

    /** Rows and digest of a table, live and made anew, at the same position. */
    public record Compared(String table, long liveRows, String liveDigest, long rows, String digest) {
        public boolean isSame() {
            return liveRows == rows && liveDigest.equals(digest);
        }
    }

    /** @param replaced whether the live view was another and gave way to the new one */
    public record Outcome(String room, long position, boolean replaced, List<Compared> tables) {}

    private record Content(long rows, String digest) {}

    Outcome run(Watcher watcher) {
        List<String> made = new ArrayList<>(projection.tables());
        made.add("dead_letter");
        try (Workbench bench = new Workbench(jdbc, made)) {
            long reached = 0;
            for (long live = live(bench, ""); live - reached > NEAR; live = live(bench, "")) {
                reached = fold(reached, live, bench, watcher);
                bench.commit();
            }
            bench.plain().execute("SET LOCAL lock_timeout = '60s'");
            long live = live(bench, "FOR UPDATE");
            fold(reached, live, bench, watcher);
            return finish(bench, live);
        }
    }

    private long live(Workbench bench, String locking) {
        return Objects.requireNonNull(bench.plain().queryForObject(
                "SELECT position FROM views_v1.followed WHERE room = ? " + locking, Long.class, projection.room()));
    }

    /** Batch by batch from after one position up to another. */
    private long fold(long from, long to, Workbench bench, Watcher watcher) {
        Folding folding = new Folding(projection, jdbc);
        long reached = from;
        while (reached < to) {
            List<RecordedFact> batch = facts.after(reached, (int) Math.min(BATCH, to - reached));
            bench.here(() -> folding.fold(batch));
            reached = batch.getLast().position();
            watcher.at(new Step(projection.room(), reached, to));
        }
        return reached;
    }

    private Outcome finish(Workbench bench, long position) {
        List<Compared> compared = projection.tables().stream().map(table -> compare(bench.plain(), table)).toList();
        boolean replace = !compared.stream().allMatch(Compared::isSame);
        if (replace) {
            projection.tables().forEach(table -> replace(bench.plain(), table));
        }
        replaceLetters(bench.plain());
        bench.commit();
        return new Outcome(projection.room(), position, replace, compared);
    }

    private static Compared compare(JdbcTemplate jdbc, String table) {
        Content live = content(jdbc, "views_v1." + table);
        Content anew = content(jdbc, "pg_temp." + table);
        return new Compared(table, live.rows(), live.digest(), anew.rows(), anew.digest());
    }

    /** Two sums over all rows, whatever their order, so that no sorting is needed. */
    private static Content content(JdbcTemplate jdbc, String table) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT count(*), sum(hashtextextended(t::text, 1)::numeric)::text, "
                        + "sum(hashtextextended(t::text, 2)::numeric)::text FROM " + table + " t",
                (row, number) -> new Content(
                        row.getLong(1),
                        Digest.of(row.getString(1), String.valueOf(row.getString(2)),
                                String.valueOf(row.getString(3))).substring(0, 16))));
    }

    private static void replace(JdbcTemplate jdbc, String table) {
        jdbc.update("DELETE FROM views_v1." + table);
        jdbc.update("INSERT INTO views_v1." + table + " SELECT * FROM pg_temp." + table);
    }

    private void replaceLetters(JdbcTemplate jdbc) {
        jdbc.update("DELETE FROM views_v1.dead_letter WHERE room = ?", projection.room());
        jdbc.update("INSERT INTO views_v1.dead_letter SELECT * FROM pg_temp.dead_letter");
    }
}
