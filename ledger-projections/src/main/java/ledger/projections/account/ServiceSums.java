package ledger.projections.account;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;

/**
 * How many entries and minutes of each kind are known now, kept with every batch: in all, and by the day of service. A
 * figure of the city then costs what its kinds and days cost, however many entries there are.
 */
public final class ServiceSums {

    private static final String COLUMNS =
            "(served_on, recorded_by, category, evidence, state, station, grid, entries, minutes)";
    private static final String CHANGES = "unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], "
            + "?::text[], ?::bigint[], ?::bigint[]) AS c " + COLUMNS;
    private static final String ADD =
            "DO UPDATE SET entries = s.entries + excluded.entries, minutes = s.minutes + excluded.minutes";
    private static final String ADD_BY_DAY = "INSERT INTO views_v1.service_by_day AS s "
            + COLUMNS + " SELECT * FROM " + CHANGES
            + " ON CONFLICT (served_on, recorded_by, category, evidence, state, station, grid) " + ADD;
    private static final String ADD_IN_ALL = "INSERT INTO views_v1.service_in_all AS s "
            + "(recorded_by, category, evidence, state, station, grid, entries, minutes) "
            + "SELECT recorded_by, category, evidence, state, station, grid, sum(entries), sum(minutes) FROM " + CHANGES
            + " GROUP BY 1, 2, 3, 4, 5, 6 "
            + "ON CONFLICT (recorded_by, category, evidence, state, station, grid) " + ADD;

    private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::servedOn)
            .thenComparing(Kind::recordedBy).thenComparing(Kind::category)
            .thenComparing(Kind::evidence).thenComparing(Kind::state)
            .thenComparing(Kind::station).thenComparing(Kind::grid);

    private final JdbcTemplate jdbc;

    public ServiceSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Category, station and grid are empty where an entry has none. */
    private record Kind(
            LocalDate servedOn,
            String recordedBy,
            String category,
            EvidenceGrade evidence,
            EntryState state,
            String station,
            String grid) {

        static Kind of(EntryVersion version) {
            return new Kind(
                    version.time().servedOn(), version.recordedBy(),
                    Objects.requireNonNullElse(version.activity().category(), ""), version.evidence(), version.state(),
                    Objects.requireNonNullElse(version.activity().stationId(), ""),
                    Objects.requireNonNullElse(version.activity().gridId(), ""));
        }
    }

    private record Sum(long entries, long minutes) {

        static Sum of(EntryVersion version, int sign) {
            return new Sum(sign, (long) sign * version.time().minutes());
        }

        Sum plus(Sum other) {
            return new Sum(entries + other.entries, minutes + other.minutes);
        }

        boolean isNothing() {
            return entries == 0 && minutes == 0;
        }
    }

    /**
     * What was known before ends, and what is known now begins.
     *
     * @param before versions that were known before this stretch
     */
    void write(FoldedEntries stretch, Map<String, EntryVersion> before) {
        Map<Kind, Sum> changes = new TreeMap<>(ORDER);
        stretch.ended().keySet().stream().map(before::get).filter(Objects::nonNull)
                .forEach(ended -> changes.merge(Kind.of(ended), Sum.of(ended, -1), Sum::plus));
        stretch.versions().stream().filter(known -> known.knownTo() == null).map(FoldedEntries.Known::version)
                .forEach(begun -> changes.merge(Kind.of(begun), Sum.of(begun, 1), Sum::plus));
        changes.values().removeIf(Sum::isNothing);
        if (!changes.isEmpty()) {
            Object[] columns = columns(changes);
            jdbc.update(ADD_BY_DAY, columns);
            jdbc.update(ADD_IN_ALL, columns);
            jdbc.update("DELETE FROM views_v1.service_by_day WHERE entries = 0");
            jdbc.update("DELETE FROM views_v1.service_in_all WHERE entries = 0");
        }
    }

    private static Object[] columns(Map<Kind, Sum> changes) {
        return new Object[] {
            texts(changes, kind -> kind.servedOn().toString()),
            texts(changes, Kind::recordedBy),
            texts(changes, Kind::category),
            texts(changes, kind -> kind.evidence().name()),
            texts(changes, kind -> kind.state().name()),
            texts(changes, Kind::station),
            texts(changes, Kind::grid),
            changes.values().stream().map(Sum::entries).toArray(Long[]::new),
            changes.values().stream().map(Sum::minutes).toArray(Long[]::new)
        };
    }

    private static String[] texts(Map<Kind, Sum> changes, Function<Kind, String> column) {
        return changes.keySet().stream().map(column).toArray(String[]::new);
    }

    /** Certified minutes as known now, with the position up to which they are. */
    public CertifiedMinutes certified(ServedDays days) {
        boolean all = days.equals(ServedDays.ALL);
        String kinds = all
                ? "SELECT recorded_by, category, minutes FROM views_v1.service_in_all WHERE state = 'CERTIFIED'"
                : """
                  SELECT recorded_by, category, minutes FROM views_v1.service_by_day WHERE state = 'CERTIFIED'
                    AND served_on >= coalesce(?::date, '-infinity') AND served_on <= coalesce(?::date, 'infinity')""";
        Map<String, Long> byOrganization = new TreeMap<>();
        Map<String, Long> byCategory = new TreeMap<>();
        List<Long> position = jdbc.query(
                "SELECT f.position, k.recorded_by, k.category, sum(k.minutes) AS minutes FROM views_v1.followed f LEFT JOIN ("
                        + kinds + ") k ON true WHERE f.room = '" + EntryProjection.ROOM + "' GROUP BY 1, 2, 3",
                (row, number) -> {
                    if (row.getString("recorded_by") != null) {
                        byOrganization.merge(row.getString("recorded_by"), row.getLong("minutes"), Long::sum);
                        byCategory.merge(row.getString("category"), row.getLong("minutes"), Long::sum);
                    }
                    return row.getLong("position");
                },
                all ? new Object[0] : new Object[] {days.from(), days.to()});
        return new CertifiedMinutes(position.isEmpty() ? 0 : position.getFirst(), byOrganization, byCategory);
    }
}
