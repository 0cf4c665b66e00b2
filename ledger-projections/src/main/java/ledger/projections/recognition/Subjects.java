package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.FalseHours;
import ledger.domain.recognition.KnownComplaint;
import ledger.domain.recognition.KnownEntry;
import ledger.domain.recognition.RecordedHonour;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.SubjectKind;
import ledger.projections.account.EntryReader;
import ledger.projections.volunteer.VolunteerReader;

/** What schemes look at of volunteers, teams and organizations, as known at a position. */
final class Subjects {

    private final JdbcTemplate jdbc;
    private final EntryReader entries;
    private final VolunteerReader volunteers;
    private final SchemeShelf shelf;
    private final BirthDates birthDates;
    private final AwardReader awards;
    private final RecordReader records;

    Subjects(
            JdbcTemplate jdbc,
            EntryReader entries,
            VolunteerReader volunteers,
            SchemeShelf shelf,
            BirthDates birthDates) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.volunteers = volunteers;
        this.shelf = shelf;
        this.birthDates = birthDates;
        this.awards = new AwardReader(jdbc, shelf);
        this.records = new RecordReader(jdbc);
    }

    /** @param entries in order of served day and entry id */
    record Known(SubjectFacts facts, List<KnownEntry> entries) {}

    AwardReader awards() {
        return awards;
    }

    static boolean isVolunteer(String subjectId) {
        return subjectId.startsWith("volunteer-");
    }

    /** Volunteers, by id. */
    Map<String, Known> volunteers(Collection<String> volunteerIds, long position) {
        return volunteers(volunteerIds, position, looks());
    }

    /** What schemes look at beside entries, registration, birth and awards. */
    record Looks(boolean ratings, boolean records) {

        Looks or(Scheme scheme) {
            return new Looks(ratings || scheme.looksAtRatings(), records || scheme.looksAtRecords());
        }
    }

    private Looks looks() {
        return new Looks(shelf.looksAtRatings(), shelf.looksAtRecords());
    }

    Map<String, Known> volunteers(Collection<String> volunteerIds, long position, Looks looks) {
        Map<String, List<KnownEntry>> known =
                entries.knownOf(volunteerIds.stream().map(LedgerIds::accountOf).toList(), position, looks.ratings());
        Map<String, Known> found = new HashMap<>();
        facts(volunteerIds, position, looks).forEach((id, facts) ->
                found.put(id, new Known(facts, known.getOrDefault(LedgerIds.accountOf(id), List.of()))));
        return found;
    }

    /**
     * What is known of volunteers beside their entries; honours and complaints where any scheme at hand looks at them.
     */
    Map<String, SubjectFacts> facts(Collection<String> volunteerIds, long position) {
        return facts(volunteerIds, position, looks());
    }

    private Map<String, SubjectFacts> facts(Collection<String> volunteerIds, long position, Looks looks) {
        Map<String, LocalDate> registered = volunteers.registeredOn(volunteerIds);
        Map<String, LocalDate> born = birthDates.of(volunteerIds);
        Map<String, List<Award>> awarded = awards.awards(volunteerIds, position);
        Map<String, List<FalseHours>> falseHours = awards.falseHours(volunteerIds, position);
        Map<String, List<RecordedHonour>> honours = honours(volunteerIds, position, looks);
        Map<String, List<KnownComplaint>> complaints = complaints(volunteerIds, position, looks);
        Map<String, SubjectFacts> found = new HashMap<>();
        volunteerIds.forEach(id -> found.put(id, new SubjectFacts(
                SubjectKind.PERSON, registered.getOrDefault(id, LocalDate.MIN), Optional.ofNullable(born.get(id)),
                awarded.getOrDefault(id, List.of()), falseHours.getOrDefault(id, List.of()),
                honours.getOrDefault(id, List.of()), complaints.getOrDefault(id, List.of()))));
        return found;
    }

    private Map<String, List<RecordedHonour>> honours(
            Collection<String> volunteerIds, long position, Looks looks) {
        Map<String, List<RecordedHonour>> found = new HashMap<>();
        if (looks.records()) {
            records.honours(volunteerIds, position).forEach((id, views) -> found.put(id, views.stream()
                    .filter(HonourView::isRecorded).map(HonourView::recorded).toList()));
        }
        return found;
    }

    private Map<String, List<KnownComplaint>> complaints(
            Collection<String> subjectIds, long position, Looks looks) {
        Map<String, List<KnownComplaint>> found = new HashMap<>();
        if (looks.records()) {
            records.complaints(subjectIds, position).forEach((id, views) ->
                    found.put(id, views.stream().map(ComplaintView::known).toList()));
        }
        return found;
    }

    /** Teams and other organizations, by id, with what they recorded; of those not registered nothing is known. */
    Map<String, Known> organizations(Collection<String> organizationIds, long position) {
        return organizations(organizationIds, position, looks());
    }

    Map<String, Known> organizations(Collection<String> organizationIds, long position, Looks looks) {
        Map<String, List<KnownEntry>> known =
                entries.knownOfRecorders(organizationIds, position, looks.ratings());
        Map<String, List<Award>> awarded = awards.awards(organizationIds, position);
        Map<String, List<FalseHours>> falseHours = awards.falseHours(organizationIds, position);
        Map<String, List<KnownComplaint>> complaints = complaints(organizationIds, position, looks);
        Map<String, Known> found = new HashMap<>();
        jdbc.query(
                "SELECT organization_id, kind FROM views_v1.organization WHERE organization_id = ANY(?)",
                row -> {
                    String id = row.getString(1);
                    SubjectKind kind = SubjectKind.of(OrganizationKind.valueOf(row.getString(2)));
                    SubjectFacts facts = new SubjectFacts(
                            kind, LocalDate.MIN, Optional.empty(), awarded.getOrDefault(id, List.of()),
                            falseHours.getOrDefault(id, List.of()), List.of(),
                            complaints.getOrDefault(id, List.of()));
                    found.put(id, new Known(facts, known.getOrDefault(id, List.of())));
                },
                (Object) organizationIds.toArray(String[]::new));
        return found;
    }

    /** One subject; empty for an organization that there is not. */
    Optional<Known> find(String subjectId, long position) {
        List<String> one = List.of(subjectId);
        return Optional.ofNullable(
                (isVolunteer(subjectId) ? volunteers(one, position) : organizations(one, position)).get(subjectId));
    }
}
