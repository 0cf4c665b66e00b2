package ledger.api.ground;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.ground.OrganizationRegister.Branch;
import ledger.domain.LedgerIds;
import ledger.domain.account.Circumstances;
import ledger.domain.account.FoundFalse;
import ledger.domain.volunteer.ConsentScope.Reach;
import ledger.projections.account.EntryReader;

/**
 * Looks up, for sessions on their way, what the registers know of their volunteers and activities (R12, R14, R20): one
 * query for each table, however many sessions are asked about.
 */
public final class CircumstancesRegister {

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;
    private final MergedNumbers merged;
    private final EntryReader entries;

    CircumstancesRegister(JdbcTemplate jdbc, Vault vault, OrganizationRegister organizations, LedgerClock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.organizations = organizations;
        this.clock = clock;
        this.merged = new MergedNumbers(jdbc);
        this.entries = new EntryReader(jdbc);
    }

    /**
     * One session to be judged.
     *
     * @param recordedBy the recording organization, whose activity codes are meant
     * @param activityCode code of the published activity it is linked to; absent when it is linked to none
     * @param category kind of service; a consent for one kind only says nothing of a session without one
     */
    public record Asked(
            String volunteerId,
            LocalDate servedOn,
            String recordedBy,
            @Nullable String activityCode,
            @Nullable String category) {

        public Asked(String volunteerId, LocalDate servedOn, String recordedBy, @Nullable String activityCode) {
            this(volunteerId, servedOn, recordedBy, activityCode, null);
        }
    }

    /** A paper and the days on which it is in force; what was taken back is so no more from that day on. */
    private record Paper(
            String volunteerId,
            String what,
            @Nullable String value,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate withdrawnOn) {

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from)
                    && (to == null || !day.isAfter(to))
                    && (withdrawnOn == null || day.isBefore(withdrawnOn));
        }
    }

    private record Planned(String organizerId, int minutes) {}

    /** One answer for each session, in their order. */
    public List<Circumstances> of(List<Asked> sessions) {
        List<String> volunteers = sessions.stream().map(Asked::volunteerId).distinct().toList();
        Map<String, LocalDate> born = vault.of(volunteers);
        Map<String, List<Paper>> consents = consents(volunteers);
        Map<String, List<Paper>> qualifications = qualifications(volunteers);
        Map<String, List<Planned>> activities = activities(sessions);
        Set<String> frozen = frozen(volunteers);
        Map<String, FoundFalse> falseHours = falseHours(volunteers);
        Branch branch = organizations.branch(sessions.stream().map(Asked::recordedBy).distinct().toList());
        return sessions.stream()
                .map(one -> new Circumstances(
                        age(born.get(one.volunteerId()), one.servedOn()),
                        consents.getOrDefault(one.volunteerId(), List.of()).stream()
                                .anyMatch(paper -> paper.isInForce(one.servedOn()) && covers(paper, one, branch)),
                        qualifications.getOrDefault(one.volunteerId(), List.of()).stream()
                                .filter(paper -> paper.isInForce(one.servedOn()))
                                .map(Paper::what).distinct().sorted().toList(),
                        planned(one, activities, branch),
                        frozen.contains(one.volunteerId()),
                        falseHours.get(one.volunteerId())))
                .toList();
    }

    /** For each of these the volunteer in whose account it goes on since a merge (R5); absent where there was none. */
    public Map<String, String> survivors(Collection<String> volunteerIds) {
        return merged.survivors(volunteerIds);
    }

    /** Whether a volunteer is frozen today (R20). */
    public boolean isFrozen(String volunteerId) {
        return frozen(List.of(volunteerId)).contains(volunteerId);
    }

    private static boolean covers(Paper consent, Asked session, Branch branch) {
        return switch (Reach.valueOf(consent.what())) {
            case EVERYTHING -> true;
            case ORGANIZATION -> branch.isWithin(
                    session.recordedBy(), Objects.requireNonNullElse(consent.value(), ""));
            case CATEGORY -> Objects.equals(consent.value(), session.category());
        };
    }

    /** The recorder's own activity, or else that of the nearest organization above it. */
    private static @Nullable Integer planned(Asked session, Map<String, List<Planned>> activities, Branch branch) {
        List<Planned> named = session.activityCode() == null
                ? List.of()
                : activities.getOrDefault(session.activityCode(), List.of());
        for (String organizer : branch.upwards(session.recordedBy())) {
            for (Planned one : named) {
                if (one.organizerId().equals(organizer)) {
                    return one.minutes();
                }
            }
        }
        return null;
    }

    /** Whole years; negative on every day before birth. */
    private static @Nullable Integer age(@Nullable LocalDate born, LocalDate day) {
        if (born == null) {
            return null;
        }
        return day.isBefore(born) ? -1 : Period.between(born, day).getYears();
    }

    private Map<String, List<Paper>> consents(List<String> volunteers) {
        return papers(
                "SELECT *, reach AS what, reach_value AS value FROM reference.consent "
                        + "WHERE kind = 'GUARDIAN' AND volunteer_id = ANY(?)",
                volunteers);
    }

    private Map<String, List<Paper>> qualifications(List<String> volunteers) {
        return papers(
                "SELECT *, code AS what, NULL AS value FROM reference.qualification WHERE volunteer_id = ANY(?)",
                volunteers);
    }

    /** The papers of a person are those of all numbers that became one with theirs (R5). */
    private Map<String, List<Paper>> papers(String query, Collection<String> volunteers) {
        Map<String, String> members = merged.members(volunteers);
        Map<String, List<Paper>> found = new HashMap<>();
        jdbc.query(
                query,
                row -> {
                    Paper paper = new Paper(
                            row.getString("volunteer_id"), row.getString("what"), row.getString("value"),
                            row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                            row.getObject("withdrawn_on", LocalDate.class));
                    found.computeIfAbsent(members.get(paper.volunteerId()), id -> new ArrayList<>()).add(paper);
                },
                (Object) members.keySet().toArray(String[]::new));
        return found;
    }

    private Map<String, List<Planned>> activities(List<Asked> sessions) {
        String[] codes = sessions.stream().map(Asked::activityCode).filter(Objects::nonNull).distinct()
                .toArray(String[]::new);
        Map<String, List<Planned>> found = new HashMap<>();
        if (codes.length > 0) {
            jdbc.query(
                    "SELECT * FROM reference.activity WHERE code = ANY(?)",
                    row -> {
                        found.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                                .add(new Planned(row.getString("organizer_id"), row.getInt("planned_minutes")));
                    },
                    (Object) codes);
        }
        return found;
    }

    /** The last finding of each who has any, under whichever number; what counts since is as the view knows it. */
    private Map<String, FoundFalse> falseHours(Collection<String> volunteers) {
        if (jdbc.queryForList("SELECT 1 FROM reference.false_hours LIMIT 1", Integer.class).isEmpty()) {
            return Map.of();
        }
        Map<String, String> members = merged.members(volunteers);
        Map<String, LocalDate> last = new HashMap<>();
        jdbc.query(
                "SELECT subject_id, found_on FROM reference.false_hours WHERE subject_id = ANY(?)",
                row -> {
                    last.merge(
                            Objects.requireNonNull(members.get(row.getString(1))),
                            row.getObject(2, LocalDate.class), (one, other) -> one.isAfter(other) ? one : other);
                },
                (Object) members.keySet().toArray(String[]::new));
        Map<String, FoundFalse> found = new HashMap<>();
        last.forEach((volunteer, day) -> found.put(
                volunteer, new FoundFalse(day, entries.minutesSince(LedgerIds.accountOf(volunteer), day))));
        return found;
    }

    private Set<String> frozen(Collection<String> volunteers) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT volunteer_id FROM reference.freeze WHERE volunteer_id = ANY(?) AND (until IS NULL OR until >= ?)",
                String.class, volunteers.toArray(String[]::new), clock.today()));
    }
}
