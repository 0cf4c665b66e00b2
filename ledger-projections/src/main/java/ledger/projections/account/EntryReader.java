package ledger.projections.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.KnownEntry;
import ledger.projections.LedgerJson;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;

/** Answers what is, or was, known of entries. */
public final class EntryReader {

    /** Everything up to now. */
    public static final long NOW = Long.MAX_VALUE;

    private static final RowMapper<EntryVersion> VERSION =
            (row, number) -> LedgerJson.read(row.getString("body"), EntryVersion.class);

    private final JdbcTemplate jdbc;

    public EntryReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry whose public notice is over. */
    public record Due(String accountId, String entryId) {}

    /** The entries of an account as known at a position, by served time. */
    public List<EntryVersion> entriesOf(String accountId, long position) {
        return jdbc.query(
                """
                SELECT body FROM views_v1.entry
                WHERE account_id = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)
                ORDER BY served_on, entry_id
                """,
                VERSION, accountId, position, position);
    }

    /**
     * What schemes look at of the entries of several accounts, as known at a position, by served day.
     *
     * @param ratings whether any of them looks at ratings, which cost a look into each entry
     */
    public Map<String, List<KnownEntry>> knownOf(Collection<String> accountIds, long position, boolean ratings) {
        return known("account_id", accountIds, position, ratings);
    }

    /** The same of what several organizations recorded. */
    public Map<String, List<KnownEntry>> knownOfRecorders(
            Collection<String> organizationIds, long position, boolean ratings) {
        return known("recorded_by", organizationIds, position, ratings);
    }

    private Map<String, List<KnownEntry>> known(
            String column, Collection<String> ids, long position, boolean ratings) {
        Map<String, List<KnownEntry>> found = new HashMap<>();
        jdbc.query(
                """
                SELECT %1$s, entry_id, served_on, minutes, state, evidence, category, late, counts_from,
                  CASE WHEN ? THEN 100 * (body::jsonb #>> '{rating,rating}')::int
                    / (body::jsonb #>> '{rating,scale}')::int END
                FROM views_v1.entry
                WHERE %1$s = ANY(?) AND known_from <= ? AND (known_to IS NULL OR known_to > ?)
                ORDER BY served_on, entry_id COLLATE "C"
                """.formatted(column),
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(new KnownEntry(
                            row.getString(2), row.getObject(3, LocalDate.class), row.getInt(4),
                            EntryState.valueOf(row.getString(5)), EvidenceGrade.valueOf(row.getString(6)),
                            row.getString(7), row.getBoolean(8), row.getObject(9, LocalDate.class),
                            row.getObject(10, Integer.class)));
                },
                ratings, ids.toArray(String[]::new), position, position);
        return found;
    }

    /** Organizations that recorded any of these entries, then or now, with which of them. */
    public Map<String, Set<String>> recorders(Collection<String> entryIds) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        jdbc.query(
                "SELECT DISTINCT recorded_by, entry_id FROM views_v1.entry WHERE entry_id = ANY(?) ORDER BY 1, 2",
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2));
                },
                (Object) entryIds.toArray(String[]::new));
        return found;
    }

    /** Accounts with an entry that an organization had recorded, as known at a position. */
    public List<String> accountsRecordedBy(String organizationId, long position) {
        return jdbc.queryForList(
                """
                SELECT DISTINCT account_id FROM views_v1.entry
                WHERE recorded_by = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)
                """,
                String.class, organizationId, position, position);
    }

    /** The entries that a roster had made, by the account in which they stood at a position. */
    public Map<String, Set<String>> entriesOfSubmission(String submissionId, long position) {
        Map<String, Set<String>> found = new HashMap<>();
        jdbc.query(
                """
                SELECT e.account_id, e.entry_id FROM views_v1.roster_entry r
                JOIN views_v1.entry e ON e.entry_id = r.entry_id AND e.known_from <= ?
                  AND (e.known_to IS NULL OR e.known_to > ?)
                WHERE r.submission_id = ?
                """,
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2));
                },
                position, position, submissionId);
        return found;
    }

    public Optional<EntryVersion> find(String entryId, long position) {
        return jdbc.query(
                        """
                        SELECT body FROM views_v1.entry
                        WHERE entry_id = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)
                        """,
                        VERSION, entryId, position, position)
                .stream().findFirst();
    }

    /** Several entries as known at a position, by id. */
    public Map<String, EntryVersion> find(Collection<String> entryIds, long position) {
        return jdbc.query(
                        """
                        SELECT body FROM views_v1.entry
                        WHERE entry_id = ANY(?) AND known_from <= ? AND (known_to IS NULL OR known_to > ?)
                        """,
                        VERSION, entryIds.toArray(String[]::new), position, position)
                .stream().collect(Collectors.toMap(EntryVersion::entryId, Function.identity()));
    }

    /** Entries among these that changed after a position, each with the position of its first change. */
    public Map<String, Long> changedSince(Collection<String> entryIds, long position) {
        return jdbc.query(
                """
                SELECT entry_id, min(known_from) AS changed FROM views_v1.entry
                WHERE entry_id = ANY(?) AND known_from > ? GROUP BY entry_id ORDER BY entry_id
                """,
                rows -> {
                    Map<String, Long> changed = new LinkedHashMap<>();
                    while (rows.next()) {
                        changed.put(rows.getString(1), rows.getLong(2));
                    }
                    return changed;
                },
                entryIds.toArray(String[]::new), position);
    }

    /**
     * Entries of an organization that changed after a position, those that it handed on since among them; by id, after one
     * of them and at most so many.
     */
    public List<String> changedOf(String organizationId, long position, String afterEntry, int limit) {
        return jdbc.queryForList(
                """
                SELECT entry_id FROM views_v1.entry
                WHERE recorded_by = ? AND known_to IS NULL AND known_from > ? AND entry_id > ?
                UNION
                SELECT t.entry_id FROM views_v1.transfer t JOIN views_v1.entry e ON e.entry_id = t.entry_id
                  AND e.known_to IS NULL AND e.known_from > ?
                WHERE t.from_organization_id = ? AND t.state = 'DONE' AND t.entry_id > ?
                ORDER BY entry_id LIMIT ?
                """,
                String.class, organizationId, position, afterEntry, position, organizationId, afterEntry, limit);
    }

    /** Where entries changed after a position and up to another one, by entry, each in order. */
    public Map<String, List<Long>> changes(Collection<String> entryIds, long after, long upTo) {
        Map<String, List<Long>> found = new HashMap<>();
        jdbc.query(
                """
                SELECT entry_id, known_from FROM views_v1.entry
                WHERE entry_id = ANY(?) AND known_from > ? AND known_from <= ? ORDER BY known_from
                """,
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getLong(2));
                },
                entryIds.toArray(String[]::new), after, upTo);
        return found;
    }

    /** Entries that are due to be certified on a day, in the order of their accounts; after {@code afterEntry} of it. */
    public List<Due> due(LocalDate asOf, @Nullable Due after, int limit) {
        return jdbc.query(
                """
                SELECT account_id, entry_id FROM views_v1.entry
                WHERE known_to IS NULL AND state = 'RECORDED' AND counts_from <= ?
                  AND (account_id, entry_id) > (?, ?)
                ORDER BY account_id, entry_id LIMIT ?
                """,
                (row, number) -> new Due(row.getString(1), row.getString(2)),
                asOf, after == null ? "" : after.accountId(), after == null ? "" : after.entryId(), limit);
    }

    /** Entries whose days were computed beyond the known calendar; paged like those due. */
    public List<Due> provisional(@Nullable Due after, int limit) {
        return jdbc.query(
                """
                SELECT account_id, entry_id FROM views_v1.entry
                WHERE known_to IS NULL AND provisional AND (account_id, entry_id) > (?, ?)
                ORDER BY account_id, entry_id LIMIT ?
                """,
                (row, number) -> new Due(row.getString(1), row.getString(2)),
                after == null ? "" : after.accountId(), after == null ? "" : after.entryId(), limit);
    }

    /** Certified minutes of an account that were served after a day, those claimed by oneself left out (R25). */
    public int minutesSince(String accountId, LocalDate day) {
        Integer sum = jdbc.queryForObject(
                """
                SELECT coalesce(sum(minutes), 0)::int FROM views_v1.entry
                WHERE account_id = ? AND known_to IS NULL AND state = 'CERTIFIED'
                  AND evidence <> 'SELF_CLAIMED_CONFIRMED' AND served_on > ?
                """,
                Integer.class, accountId, day);
        return sum == null ? 0 : sum;
    }

    /**
     * Certified minutes as known at a position; looks through all entries, see {@link ServiceSums#certified} for what is
     * known now.
     */
    public CertifiedMinutes certified(ServedDays days, long position) {
        return new CertifiedMinutes(
                position, certifiedMinutesByOrganization(days, position), certifiedMinutesByCategory(days, position));
    }

    /** Certified minutes by the organization that recorded them. */
    public Map<String, Long> certifiedMinutesByOrganization(ServedDays days, long position) {
        return certifiedMinutesBy("recorded_by", days, position);
    }

    /** Certified minutes by category; those without one under an empty name. */
    public Map<String, Long> certifiedMinutesByCategory(ServedDays days, long position) {
        return certifiedMinutesBy("COALESCE(category, '')", days, position);
    }

    private Map<String, Long> certifiedMinutesBy(String column, ServedDays days, long position) {
        return jdbc.query(
                "SELECT " + column + ", sum(minutes) FROM views_v1.entry "
                        + """
                        WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?) AND state = 'CERTIFIED'
                          AND (?::date IS NULL OR served_on >= ?) AND (?::date IS NULL OR served_on <= ?)
                        GROUP BY 1 ORDER BY 1
                        """,
                rows -> {
                    Map<String, Long> sums = new LinkedHashMap<>();
                    while (rows.next()) {
                        sums.put(rows.getString(1), rows.getLong(2));
                    }
                    return sums;
                },
                position, position, days.from(), days.from(), days.to(), days.to());
    }

    /** Entries waiting for a person's decision, newest first. */
    public List<EntryVersion> held(int limit) {
        return jdbc.query(
                """
                SELECT body FROM views_v1.entry WHERE known_to IS NULL AND state = 'HELD'
                ORDER BY known_from DESC LIMIT ?
                """,
                VERSION, limit);
    }
}
