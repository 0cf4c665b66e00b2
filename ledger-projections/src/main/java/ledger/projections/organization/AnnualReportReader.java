package ledger.projections.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.ServedDays;

/** Answers what organizations have to report of a year, and which of them have not been active (R32). */
public final class AnnualReportReader {

    private static final String KNOWN =
            " e WHERE recorded_by = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?) ";

    private final JdbcTemplate jdbc;

    public AnnualReportReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The part of the log that was written in the year.
     *
     * @param after the last position before it
     * @param upTo the last position in it
     */
    public record Written(long after, long upTo) {}

    /**
     * @param written what was recorded in the year
     * @param served what was served in the year
     * @param position as known there
     */
    public AnnualReport of(
            String organizationId,
            Written written,
            ServedDays served,
            long position,
            Collection<EvidenceGrade> creditGrades) {
        Map<EntryState, Long> byState = new EnumMap<>(EntryState.class);
        long[] records = new long[2];
        jdbc.query(
                "SELECT state, count(*), count(*) FILTER (WHERE late) FROM views_v1.entry" + KNOWN
                        + """
                        AND (SELECT min(v.known_from) FROM views_v1.entry v WHERE v.entry_id = e.entry_id)
                          BETWEEN ? AND ?
                        GROUP BY state
                        """,
                row -> {
                    byState.put(EntryState.valueOf(row.getString(1)), row.getLong(2));
                    records[0] += row.getLong(2);
                    records[1] += row.getLong(3);
                },
                organizationId, position, position, written.after() + 1, written.upTo());
        Map<String, Long> facts = facts(organizationId, written, position);
        long[] hours = hours(organizationId, served, position, creditGrades);
        long[] statements = statements(organizationId, written, position);
        return new AnnualReport(
                records[0], records[1], byState, facts.getOrDefault("ServiceCorrected", 0L),
                facts.getOrDefault("ServiceRevoked", 0L), facts.getOrDefault("ServiceReinstated", 0L),
                facts.getOrDefault("ObjectionRaised", 0L), facts.getOrDefault("ObjectionUpheld", 0L), hours[0],
                hours[1], hours[0] - hours[1], hours[2], hours[3], hours[4], statements[0], statements[1]);
    }

    private Map<String, Long> facts(String organizationId, Written written, long position) {
        Map<String, Long> found = new HashMap<>();
        jdbc.query(
                "SELECT h.type, count(*) FROM views_v1.entry_event h WHERE h.position BETWEEN ? AND ? "
                        + "AND h.entry_id IN (SELECT entry_id FROM views_v1.entry" + KNOWN + ") GROUP BY h.type",
                row -> {
                    found.put(row.getString(1), row.getLong(2));
                },
                written.after() + 1, Math.min(written.upTo(), position), organizationId, position, position);
        return found;
    }

    private long[] hours(
            String organizationId, ServedDays served, long position, Collection<EvidenceGrade> creditGrades) {
        return sums(
                """
                SELECT coalesce(sum(minutes) FILTER (WHERE state = 'CERTIFIED'), 0),
                  coalesce(sum(minutes) FILTER (WHERE state = 'CERTIFIED' AND evidence = ANY(?)), 0),
                  coalesce(sum(minutes) FILTER (WHERE state = 'TRAINING'), 0),
                  count(*) FILTER (WHERE state = 'CERTIFIED'),
                  count(DISTINCT account_id) FILTER (WHERE state = 'CERTIFIED')
                FROM views_v1.entry""" + KNOWN + "AND served_on BETWEEN ? AND ?",
                creditGrades.stream().map(Enum::name).toArray(String[]::new), organizationId, position, position,
                served.from(), served.to());
    }

    private long[] statements(String organizationId, Written written, long position) {
        return sums(
                """
                SELECT count(*), count(*) FILTER (WHERE superseded_at <= ?) FROM views_v1.statement
                WHERE signed_by = ? AND issued_at_position BETWEEN ? AND ?
                """,
                position, organizationId, written.after() + 1, Math.min(written.upTo(), position));
    }

    private long[] sums(String sql, @Nullable Object... values) {
        return jdbc.query(sql, rows -> {
            rows.next();
            long[] sums = new long[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = rows.getLong(i + 1);
            }
            return sums;
        }, values);
    }

    /** @param lastServedOn the last day of service it recorded; absent where there is none */
    public record Inactive(String organizationId, String code, String name, @Nullable LocalDate lastServedOn) {}

    /**
     * Organizations that are active by their standing, were there before a day's end, and have no standing service
     * since.
     *
     * @param since the day after which nothing was served; its end as an instant is when they were there already
     */
    public List<Inactive> inactive(LocalDate since, Instant sinceEnd, LocalDate until) {
        return jdbc.query(
                """
                SELECT o.organization_id, o.code, o.name, (SELECT max(e.served_on) FROM views_v1.entry e
                  WHERE e.recorded_by = o.organization_id AND e.known_to IS NULL
                    AND e.state IN ('RECORDED', 'OBJECTED', 'CERTIFIED') AND e.served_on <= ?) AS last
                FROM views_v1.organization o
                JOIN LATERAL (SELECT min(f.position) AS at FROM views_v1.fact_place f
                  WHERE f.aggregate_id = o.organization_id) b ON true
                JOIN LATERAL (SELECT l.written_at FROM views_v1.log_stretch l
                  WHERE l.first <= b.at ORDER BY l.first DESC LIMIT 1) w ON w.written_at <= ?
                WHERE o.active AND NOT EXISTS (SELECT FROM views_v1.entry e
                  WHERE e.recorded_by = o.organization_id AND e.known_to IS NULL
                    AND e.state IN ('RECORDED', 'OBJECTED', 'CERTIFIED') AND e.served_on > ? AND e.served_on <= ?)
                ORDER BY o.code
                """,
                (row, number) -> new Inactive(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)),
                until, sinceEnd.atOffset(ZoneOffset.UTC), since, until);
    }
}
