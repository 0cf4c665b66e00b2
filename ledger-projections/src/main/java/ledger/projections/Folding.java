package ledger.projections;

import java.sql.Savepoint;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets a projection fold batches, and parks a fact that it cannot fold together with all later ones of the same
 * aggregate, so that the rest goes on. Everything happens in the transaction of the caller.
 */
final class Folding {

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

    private final Projection projection;
    private final DeadLetters letters;
    private final JdbcTemplate jdbc;

    Folding(Projection projection, JdbcTemplate jdbc) {
        this.projection = projection;
        this.letters = new DeadLetters(jdbc);
        this.jdbc = jdbc;
    }

    /** The whole batch at once; when it has a fact that cannot be folded, one fact after the other. */
    void fold(List<RecordedFact> batch) {
        Savepoint before = savepoint();
        try {
            together(batch);
            release(before);
        } catch (RuntimeException e) {
            if (Failures.isOfTheMoment(e)) {
                throw e;
            }
            rollBackTo(before);
            oneByOne(batch);
        }
    }

    private void together(List<RecordedFact> batch) {
        Set<String> parked = letters.aggregates(projection.room());
        if (parked.isEmpty()) {
            projection.project(batch);
            return;
        }
        batch.stream().filter(fact -> parked.contains(fact.aggregateId()))
                .forEach(fact -> letters.park(projection.room(), fact, null));
        List<RecordedFact> others = batch.stream().filter(fact -> !parked.contains(fact.aggregateId())).toList();
        if (!others.isEmpty()) {
            projection.project(others);
        }
    }

    private void oneByOne(List<RecordedFact> batch) {
        Set<String> parked = letters.aggregates(projection.room());
        for (RecordedFact fact : batch) {
            if (parked.contains(fact.aggregateId())) {
                letters.park(projection.room(), fact, null);
            } else if (!alone(fact)) {
                parked.add(fact.aggregateId());
            }
        }
    }

    /** Whether one fact could be folded; if not it is parked, with the reason. */
    boolean alone(RecordedFact fact) {
        Savepoint before = savepoint();
        try {
            projection.project(List.of(fact));
            release(before);
            return true;
        } catch (RuntimeException e) {
            if (Failures.isOfTheMoment(e)) {
                throw e;
            }
            rollBackTo(before);
            LOG.error("view {} cannot fold {} at position {}; its aggregate is parked",
                    projection.room(), fact.type(), fact.position(), e);
            letters.park(projection.room(), fact, Failures.inWords(e));
            return false;
        }
    }

    private Savepoint savepoint() {
        return java.util.Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Savepoint>) connection -> connection.setSavepoint()));
    }

    private void release(Savepoint savepoint) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.releaseSavepoint(savepoint);
            return true;
        });
    }

    private void rollBackTo(Savepoint savepoint) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.rollback(savepoint);
            return true;
        });
    }
}
