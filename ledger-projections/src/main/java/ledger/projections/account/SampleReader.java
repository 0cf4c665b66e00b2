package ledger.projections.account;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.projections.LedgerJson;

/**
 * Draws entries by lot for an auditor (R29). The lot of an entry is the SHA-256 of the seed, a line feed and the entry's
 * id; those with the lowest lots are drawn. Whoever has the seed, the position and the scope draws the same ones again.
 */
public final class SampleReader {

    private final JdbcTemplate jdbc;

    public SampleReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The entries among which is drawn.
     *
     * @param position as they were known there
     * @param recordedBy of these organizations only; absent for all
     * @param from first day of service; absent for no bound
     * @param to last day of service; absent for no bound
     * @param state in this state only; absent for any
     */
    public record Population(
            long position,
            @Nullable Collection<String> recordedBy,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable EntryState state) {

        Object[] values() {
            String[] organizations = recordedBy == null ? null : recordedBy.toArray(String[]::new);
            Date first = from == null ? null : Date.valueOf(from);
            Date last = to == null ? null : Date.valueOf(to);
            String wanted = state == null ? null : state.name();
            return new Object[] {
                position, position, organizations, organizations, first, first, last, last, wanted, wanted
            };
        }
    }

    static final String POPULATION =
            """
            FROM views_v1.entry e WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)
              AND (?::text[] IS NULL OR recorded_by = ANY(?::text[]))
              AND (?::date IS NULL OR served_on >= ?::date) AND (?::date IS NULL OR served_on <= ?::date)
              AND (?::text IS NULL OR state = ?::text)
            """;

    /**
     * What the whole population is like.
     *
     * @param late entries recorded after their deadline (R7)
     */
    public record Figures(long entries, long minutes, long late, Map<EvidenceGrade, Long> byEvidence) {}

    public Figures figures(Population population) {
        Map<EvidenceGrade, Long> byEvidence = new EnumMap<>(EvidenceGrade.class);
        long[] sums = new long[2];
        jdbc.query(
                "SELECT evidence, count(*), sum(minutes), count(*) FILTER (WHERE late) " + POPULATION
                        + " GROUP BY evidence",
                row -> {
                    byEvidence.put(EvidenceGrade.valueOf(row.getString(1)), row.getLong(2));
                    sums[0] += row.getLong(3);
                    sums[1] += row.getLong(4);
                },
                population.values());
        long entries = byEvidence.values().stream().mapToLong(Long::longValue).sum();
        return new Figures(entries, sums[0], sums[1], byEvidence);
    }

    /**
     * An entry that was drawn.
     *
     * @param lot 64 hexadecimal digits
     * @param submissionId the roster it came by; absent for a single session
     * @param batch how many entries that roster made
     */
    public record Drawn(EntryVersion entry, String lot, @Nullable String submissionId, @Nullable Integer batch) {}

    /** By rising lot; fewer where the population is smaller. */
    public List<Drawn> draw(Population population, String seed, int size) {
        List<Object> values = new ArrayList<>(List.of(seed));
        values.addAll(Arrays.asList(population.values()));
        values.add(size);
        return jdbc.query(
                """
                SELECT d.body, d.lot, r.submission_id, (SELECT count(*) FROM views_v1.roster_entry b
                  WHERE b.submission_id = r.submission_id) AS batch
                FROM (SELECT entry_id, body, encode(sha256(convert_to(? || E'\\n' || entry_id, 'UTF8')), 'hex') AS lot
                """
                        + POPULATION
                        + """
                        ORDER BY lot LIMIT ?) d LEFT JOIN views_v1.roster_entry r ON r.entry_id = d.entry_id
                        ORDER BY d.lot
                        """,
                (row, number) -> new Drawn(
                        LedgerJson.read(row.getString(1), EntryVersion.class), row.getString(2), row.getString(3),
                        row.getString(3) == null ? null : row.getInt(4)),
                values.toArray());
    }
}
