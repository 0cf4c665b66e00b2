package ledger.projections.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.projections.CopyRows;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/**
 * Keeps where the facts of each aggregate stand, so that its history is read without looking through the log, and by
 * whom and when each stretch of the log was written. Facts of entries stand in the view of entries already.
 */
public final class LogProjection implements Projection {

    public static final String ROOM = "log";

    private final JdbcTemplate jdbc;

    public LogProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Facts of one actor that follow each other within a second, without another's between. */
    private record Stretch(String actor, Instant second, long first, long last) {

        boolean goesOnWith(RecordedFact fact) {
            return last + 1 == fact.position() && actor.equals(actorOf(fact)) && second.equals(secondOf(fact));
        }
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("fact_place", "log_stretch");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        CopyRows.into(
                jdbc,
                "views_v1.fact_place (aggregate_id, position)",
                batch.stream().filter(fact -> !(fact.fact() instanceof HourAccountEvent)).toList(),
                fact -> new Object[] {fact.aggregateId(), fact.position()});
        Stretch before = lastStretch();
        List<Stretch> stretches = stretches(before, batch);
        if (before != null && stretches.getFirst().first() == before.first()) {
            jdbc.update(
                    "UPDATE views_v1.log_stretch SET last = ? WHERE first = ?", stretches.getFirst().last(),
                    before.first());
            stretches.removeFirst();
        }
        CopyRows.into(
                jdbc,
                "views_v1.log_stretch (actor, written_at, first, last)",
                stretches,
                one -> new Object[] {one.actor(), one.second(), one.first(), one.last()});
    }

    private @Nullable Stretch lastStretch() {
        return jdbc.query(
                        "SELECT actor, written_at, first, last FROM views_v1.log_stretch ORDER BY first DESC LIMIT 1",
                        (row, number) -> new Stretch(
                                row.getString(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4)))
                .stream().findFirst().orElse(null);
    }

    /** The first one begins before these facts where they go on with it. */
    private static List<Stretch> stretches(@Nullable Stretch before, List<RecordedFact> facts) {
        List<Stretch> stretches = new ArrayList<>();
        Stretch open = before != null && before.goesOnWith(facts.getFirst()) ? before : null;
        for (RecordedFact fact : facts) {
            if (open != null && !open.goesOnWith(fact)) {
                stretches.add(open);
                open = null;
            }
            open = new Stretch(
                    actorOf(fact), secondOf(fact), open == null ? fact.position() : open.first(), fact.position());
        }
        stretches.add(Objects.requireNonNull(open));
        return stretches;
    }

    private static String actorOf(RecordedFact fact) {
        return fact.metadata().getOrDefault(FactMetadata.ACTOR, "");
    }

    private static Instant secondOf(RecordedFact fact) {
        return fact.recordedAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
