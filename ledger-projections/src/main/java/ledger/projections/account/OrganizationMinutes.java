package ledger.projections.account;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.EntryState;

/** Answers how many minutes of service organizations have recorded, by where the entries stand. */
public final class OrganizationMinutes {

    private final JdbcTemplate jdbc;

    public OrganizationMinutes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Minutes by organization id and state, as known now; what has none is absent. */
    public Map<String, Map<EntryState, Long>> of(Collection<String> organizationIds) {
        Map<String, Map<EntryState, Long>> minutes = new TreeMap<>();
        jdbc.query(
                """
                SELECT recorded_by, state, sum(minutes) FROM views_v1.entry
                WHERE known_to IS NULL AND recorded_by = ANY(?) GROUP BY recorded_by, state
                """,
                row -> {
                    minutes.computeIfAbsent(row.getString(1), id -> new EnumMap<>(EntryState.class))
                            .put(EntryState.valueOf(row.getString(2)), row.getLong(3));
                },
                (Object) organizationIds.toArray(String[]::new));
        return minutes;
    }
}
