package ledger.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import ledger.domain.Digest;

/**
 * Makes the view of one room anew from the first fact, beside the one that serves and follows meanwhile. When both are
 * true up to the same position they are compared; where they differ the new one serves from then on, and the old one
 * is kept, so that it can serve again.
 */
public final class Rebuild {

    /** So few facts are folded while the serving view waits. */
    private static final int NEAR = 500;

    private final Projection projection;
    private final FactSource facts;
    private final JdbcTemplate jdbc;

    Rebuild(Projection projection, FactSource facts, JdbcTemplate jdbc) {
        this.projection = projection;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /**
     * How far a rebuild is.
     *
     * @param factsPerSecond since it began; 0 in the first moment
     * @param secondsLeft at that speed, rounded up
     */
    public record Step(String room, long position, long head, long factsPerSecond, long secondsLeft) {}

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

    /**
     * @param position up to which both were true when they were compared
     * @param replaced whether another version serves now
     */
    public record Outcome(String room, long position, boolean replaced, List<Compared> tables) {}

    private record Content(long rows, String digest) {}

    Outcome run(Watcher watcher) {
        try (SpareView spare = new SpareView(jdbc, projection.room(), projection.tables())) {
            return anew(spare, watcher);
        }
    }

    /** The same where the view rests on another basis than today's; of several that want to, one does it. */
    Optional<Outcome> renew(Watcher watcher) {
        if (isOnTodaysBasis()) {
            return Optional.empty();
        }
        try (SpareView spare = new SpareView(jdbc, projection.room(), projection.tables())) {
            return isOnTodaysBasis() ? Optional.empty() : Optional.of(anew(spare, watcher));
        }
    }

    private boolean isOnTodaysBasis() {
        return jdbc.queryForList("SELECT basis FROM views_v1.followed WHERE room = ?", String.class, projection.room())
                .stream().allMatch(projection.basis()::equals);
    }

    private Outcome anew(SpareView spare, Watcher watcher) {
        Approach approach = new Approach(spare, 0, watcher);
        spare.make();
        approach.near();
        spare.index();
        approach.near();
        return outcome(spare, approach);
    }

    /**
     * Let the version serve again that did so before the last switch, brought up to the present.
     *
     * @return absent where there is none, or where its tables have another shape than those of today
     */
    Optional<Outcome> back(Watcher watcher) {
        try (SpareView spare = new SpareView(jdbc, projection.room(), projection.tables())) {
            return spare.usable(projection.basis()).stream().boxed().findFirst().map(position -> {
                Approach approach = new Approach(spare, position, watcher);
                approach.near();
                return switchOver(approach, compare(approach));
            });
        }
    }

    private Outcome outcome(SpareView spare, Approach approach) {
        List<Compared> compared = compare(approach);
        if (compared.stream().allMatch(Compared::isSame)) {
            spare.discard();
            spare.servingBasis(approach.basis);
            return new Outcome(projection.room(), approach.reached, false, compared);
        }
        return switchOver(approach, compared);
    }

    private Outcome switchOver(Approach approach, List<Compared> compared) {
        long position = approach.reached;
        try (Connection hold = hold()) {
            approach.level();
            String before = approach.spare.servingBasis();
            approach.spare.turn();
            approach.spare.reached(approach.reached, true, before);
            approach.spare.commit();
            try (PreparedStatement basis = hold.prepareStatement(SpareView.BASIS)) {
                basis.setString(1, approach.basis);
                basis.setString(2, projection.room());
                basis.executeUpdate();
            }
            hold.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Outcome(projection.room(), position, true, compared);
    }

    /** Both versions at one position, as one snapshot shows them, so that the serving one need not wait for the end. */
    private List<Compared> compare(Approach approach) {
        try (Connection hold = hold(); Connection snapshot = connection()) {
            approach.level();
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcTemplate frozen = new JdbcTemplate(new SingleConnectionDataSource(snapshot, true));
            try {
                live(frozen, "");
                hold.rollback();
                return projection.tables().stream().map(table -> compare(frozen, table)).toList();
            } finally {
                snapshot.rollback();
                snapshot.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The serving view does not move until this connection's transaction ends. */
    private Connection hold() throws SQLException {
        Connection hold = connection();
        JdbcTemplate holding = new JdbcTemplate(new SingleConnectionDataSource(hold, true));
        holding.execute("SET LOCAL lock_timeout = '60s'");
        holding.execute("SET LOCAL idle_in_transaction_session_timeout = '5min'");
        live(holding, "FOR UPDATE");
        return hold;
    }

    private Connection connection() throws SQLException {
        Connection connection = Objects.requireNonNull(jdbc.getDataSource()).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private long live(JdbcTemplate on, String locking) {
        return Objects.requireNonNull(on.queryForObject(
                "SELECT position FROM views_v1.followed WHERE room = ? " + locking, Long.class, projection.room()));
    }

    /** The way of a version towards the position of the one that serves. */
    private final class Approach {

        private final SpareView spare;
        private final Watcher watcher;
        private final Folding folding = new Folding(projection, jdbc);
        private final long began = System.nanoTime();
        private final long first;
        private final String basis = projection.basis();
        private long reached;

        Approach(SpareView spare, long from, Watcher watcher) {
            this.spare = spare;
            this.watcher = watcher;
            this.first = from;
            this.reached = from;
        }

        /** Up to so few facts before it that it can wait for them. */
        void near() {
            for (long live = live(spare.plain(), ""); live - reached > NEAR; live = live(spare.plain(), "")) {
                fold(live);
            }
        }

        /** Up to it, while it is held. */
        void level() {
            fold(live(spare.plain(), ""));
        }

        private void fold(long head) {
            new FactRanges(facts).read(reached, head, range -> {
                spare.here(() -> folding.fold(range));
                reached = range.getLast().position();
                spare.commit();
                watcher.at(step(head));
            });
        }

        private Step step(long head) {
            long nanos = Math.max(1, System.nanoTime() - began);
            long perSecond = Math.round((reached - first) * 1e9 / nanos);
            return new Step(projection.room(), reached, head, perSecond,
                    perSecond == 0 ? 0 : Math.ceilDiv(head - reached, perSecond));
        }
    }

    private static Compared compare(JdbcTemplate on, String table) {
        Content live = content(on, "views_v1." + table);
        Content anew = content(on, "views_spare." + table);
        return new Compared(table, live.rows(), live.digest(), anew.rows(), anew.digest());
    }

    /** Two sums over all rows, whatever their order, so that no sorting is needed. */
    private static Content content(JdbcTemplate on, String table) {
        return Objects.requireNonNull(on.queryForObject(
                "SELECT count(*), sum(hashtextextended(t::text, 1)::numeric)::text, "
                        + "sum(hashtextextended(t::text, 2)::numeric)::text FROM " + table + " t",
                (row, number) -> new Content(
                        row.getLong(1),
                        Digest.of(row.getString(1), String.valueOf(row.getString(2)),
                                String.valueOf(row.getString(3))).substring(0, 16))));
    }
}
