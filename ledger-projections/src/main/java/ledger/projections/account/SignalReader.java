package ledger.projections.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.SampleReader.Population;
import ledger.projections.account.Signal.Case;
import ledger.projections.account.Signal.Kind;

/** Answers what about entries an auditor should look at, with the entries behind each figure (R29). */
public final class SignalReader {

    private static final String ENTRIES = "(array_agg(e.entry_id ORDER BY e.entry_id))[1:100] AS entry_ids";

    /** Where an entry begins in the log, and who wrote that and when. */
    private static final String BEGINNING =
            """
            JOIN LATERAL (SELECT min(v.known_from) AS at FROM views_v1.entry v WHERE v.entry_id = e.entry_id) b ON true
            JOIN LATERAL (SELECT l.actor, l.written_at FROM views_v1.log_stretch l
              WHERE l.first <= b.at ORDER BY l.first DESC LIMIT 1) w ON true
            """;

    private static final String SELECT_POPULATION =
            "SELECT entry_id, account_id, recorded_by, state, evidence, served_on, minutes, late, body ";

    private final JdbcTemplate jdbc;

    public SignalReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What counts as standing out: configuration of whoever asks, not law.
     *
     * @param withinMinutes after publication
     * @param batch as many people in one roster
     * @param seriesDays as many days in a row
     * @param dayMinutes as many minutes are a whole day
     * @param cases shown of each signal at most
     */
    public record Limits(int withinMinutes, int batch, int seriesDays, int dayMinutes, int cases) {}

    public List<Signal> of(Population population, Limits limits, Collection<EvidenceGrade> creditGrades) {
        return List.of(
                soonAfterPublication(population, limits),
                identicalBatches(population, limits),
                allDaySeries(population, limits),
                honourShare(population, limits, creditGrades),
                selfApproval(population, limits),
                latency(population, limits));
    }

    private Signal soonAfterPublication(Population population, Limits limits) {
        List<Case> cases = cases(
                """
                SELECT a.activity_id AS of, min(served_on) AS from_day, max(served_on) AS to_day, count(*) AS entries,
                  sum(minutes) AS minutes,
                  floor(min(extract(epoch FROM w.written_at - p.written_at)) / 60)::bigint AS "leastMinutes",
                """ + ENTRIES + " FROM (" + SELECT_POPULATION + SampleReader.POPULATION + ") e "
                        + """
                        JOIN views_v1.activity a ON a.organizer_id = e.recorded_by
                          AND a.body::jsonb ->> 'name' = e.body::jsonb #>> '{activity,name}'
                        """
                        + BEGINNING
                        + """
                        JOIN LATERAL (SELECT min(f.position) AS at FROM views_v1.fact_place f
                          WHERE f.aggregate_id = a.activity_id) c ON true
                        JOIN LATERAL (SELECT l.written_at FROM views_v1.log_stretch l
                          WHERE l.first <= c.at ORDER BY l.first DESC LIMIT 1) p ON true
                        WHERE b.at > c.at AND w.written_at - p.written_at < make_interval(mins => ?)
                        GROUP BY a.activity_id ORDER BY entries DESC, of
                        """,
                population, limits.withinMinutes());
        return signal(Kind.SOON_AFTER_PUBLICATION, cases, limits, Map.of("withinMinutes", limits.withinMinutes()));
    }

    private Signal identicalBatches(Population population, Limits limits) {
        List<Case> cases = cases(
                """
                SELECT r.submission_id AS of, served_on AS from_day, served_on AS to_day, count(*) AS entries,
                  count(DISTINCT e.account_id) AS volunteers, minutes AS "minutesEach",
                """ + ENTRIES + " FROM (" + SELECT_POPULATION
                        + SampleReader.POPULATION + ") e "
                        + """
                        JOIN views_v1.roster_entry r ON r.entry_id = e.entry_id
                        GROUP BY r.submission_id, served_on, minutes, e.body::jsonb #>> '{activity,name}',
                          e.body::jsonb #>> '{time,servedFrom}'
                        HAVING count(DISTINCT e.account_id) >= ? ORDER BY entries DESC, of
                        """,
                population, limits.batch());
        return signal(Kind.IDENTICAL_BATCH, cases, limits, Map.of("batch", limits.batch()));
    }

    private Signal allDaySeries(Population population, Limits limits) {
        List<Case> cases = cases(
                """
                WITH days AS (
                  SELECT account_id, served_on, sum(minutes) AS minutes, array_agg(entry_id ORDER BY entry_id) AS ids
                """ + "FROM (" + SELECT_POPULATION + SampleReader.POPULATION + ") e "
                        + """
                        WHERE state IN ('RECORDED', 'OBJECTED', 'CERTIFIED')
                        GROUP BY account_id, served_on HAVING sum(minutes) >= ?
                        ), series AS (
                          SELECT *, served_on - (row_number() OVER (PARTITION BY account_id ORDER BY served_on))::int
                            AS run FROM days
                        )
                        SELECT 'volunteer-' || substr(account_id, length('account-') + 1) AS of,
                          min(served_on) AS from_day, max(served_on) AS to_day, count(DISTINCT served_on) AS days,
                          sum(minutes) FILTER (WHERE nth = 1) AS minutes, count(*) AS entries,
                          (array_agg(id ORDER BY served_on, id))[1:100] AS entry_ids
                        FROM series CROSS JOIN LATERAL unnest(ids) WITH ORDINALITY AS one(id, nth)
                        GROUP BY account_id, run HAVING count(DISTINCT served_on) >= ?
                        ORDER BY days DESC, of
                        """,
                population, limits.dayMinutes(), limits.seriesDays());
        return signal(
                Kind.ALL_DAY_SERIES, cases, limits,
                Map.of("dayMinutes", limits.dayMinutes(), "seriesDays", limits.seriesDays()));
    }

    private Signal honourShare(Population population, Limits limits, Collection<EvidenceGrade> creditGrades) {
        String[] credit = creditGrades.stream().map(Enum::name).toArray(String[]::new);
        List<Case> cases = cases(
                """
                SELECT recorded_by AS of, min(served_on) AS from_day, max(served_on) AS to_day,
                  count(*) FILTER (WHERE honour) AS entries, sum(minutes) AS "certifiedMinutes",
                  coalesce(sum(minutes) FILTER (WHERE honour), 0) AS "honourMinutes",
                  coalesce((array_agg(entry_id ORDER BY entry_id) FILTER (WHERE honour))[1:100], '{}') AS entry_ids
                FROM (SELECT *, NOT evidence = ANY(?) AS honour FROM (
                """ + SELECT_POPULATION + SampleReader.POPULATION + ") p) e "
                        + """
                        WHERE state = 'CERTIFIED' GROUP BY recorded_by ORDER BY "honourMinutes" DESC, of
                        """,
                List.of((Object) credit), population);
        return signal(Kind.HONOUR_SHARE, cases, limits, Map.of());
    }

    private Signal selfApproval(Population population, Limits limits) {
        List<Case> cases = cases(
                """
                SELECT w.actor AS of, min(served_on) AS from_day, max(served_on) AS to_day, count(*) AS entries,
                  sum(minutes) AS minutes,
                """ + ENTRIES + " FROM (" + SELECT_POPULATION
                        + SampleReader.POPULATION + ") e JOIN views_v1.entry_event h ON h.entry_id = e.entry_id "
                        + "AND h.type = 'HeldServiceApproved' AND h.position <= ? "
                        + BEGINNING
                        + """
                        JOIN LATERAL (SELECT l.actor FROM views_v1.log_stretch l
                          WHERE l.first <= h.position ORDER BY l.first DESC LIMIT 1) d ON d.actor = w.actor
                        GROUP BY w.actor ORDER BY entries DESC, of
                        """,
                population, population.position());
        return signal(Kind.SELF_APPROVAL, cases, limits, Map.of());
    }

    private Signal latency(Population population, Limits limits) {
        List<Case> cases = cases(
                """
                SELECT recorded_by AS of, min(served_on) AS from_day, max(served_on) AS to_day, count(*) AS entries,
                  count(*) FILTER (WHERE late) AS late,
                  percentile_disc(0.5) WITHIN GROUP (ORDER BY days) AS "medianDays",
                  percentile_disc(0.9) WITHIN GROUP (ORDER BY days) AS "ninetiethDays", max(days) AS "mostDays",
                  (array_agg(entry_id ORDER BY days DESC, entry_id))[1:100] AS entry_ids
                FROM (SELECT *, ((body::jsonb ->> 'recordedOn')::date - served_on)::bigint AS days FROM (
                """ + SELECT_POPULATION + SampleReader.POPULATION + ") p) e "
                        + """
                        GROUP BY recorded_by ORDER BY "ninetiethDays" DESC, of
                        """,
                population);
        return signal(Kind.ENTRY_LATENCY, cases, limits, Map.of());
    }

    /** Sums over all cases, whichever of them are shown. */
    private static Signal signal(Kind kind, List<Case> cases, Limits limits, Map<String, Integer> asked) {
        Map<String, Long> figures = new LinkedHashMap<>();
        asked.forEach((name, value) -> figures.put(name, (long) value));
        figures.put("cases", (long) cases.size());
        for (Case one : cases) {
            one.figures().forEach((name, value) -> {
                if (name.endsWith("Days") || name.startsWith("least") || name.endsWith("Each")) {
                    return;
                }
                figures.merge(name, value, Math::addExact);
            });
        }
        return new Signal(kind, figures, cases.subList(0, Math.min(limits.cases(), cases.size())));
    }

    private List<Case> cases(String sql, Population population, Object... after) {
        return cases(sql, List.of(), population, after);
    }

    private List<Case> cases(String sql, List<Object> before, Population population, Object... after) {
        List<Object> values = new ArrayList<>(before);
        values.addAll(Arrays.asList(population.values()));
        values.addAll(Arrays.asList(after));
        return jdbc.query(sql, (row, number) -> oneCase(row), values.toArray());
    }

    private static Case oneCase(ResultSet row) throws SQLException {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnLabel(i);
            if (!List.of("of", "from_day", "to_day", "entry_ids").contains(name)) {
                figures.put(name, row.getLong(i));
            }
        }
        Array ids = row.getArray("entry_ids");
        return new Case(
                row.getString("of"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), figures, List.of((String[]) ids.getArray()));
    }
}
