package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.KnownEntry;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.volunteer.VolunteerReader;

/** Answers what schemes say of volunteers, and what was conferred on them. */
public final class RecognitionReader {

    private final JdbcTemplate jdbc;
    private final EntryReader entries;
    private final VolunteerReader volunteers;
    private final SchemeShelf shelf;
    private final BirthDates birthDates;
    private final AwardReader awards;

    public RecognitionReader(
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
    }

    /** One volunteer for whom a scheme's level is reached, as the live view has it. */
    public record Reached(String volunteerId, String level, int minutes, LocalDate asOf, long position) {}

    /** What every enabled scheme says of a volunteer on a day, from the entries as known at a position. */
    public List<Verdict> verdicts(String volunteerId, LocalDate asOf, long position) {
        return verdicts(volunteerId, asOf, entries.entriesOf(LedgerIds.accountOf(volunteerId), position), position);
    }

    /** The same, from these entries instead of those that are known. */
    public List<Verdict> verdicts(
            String volunteerId, LocalDate asOf, Collection<EntryVersion> told, long position) {
        List<KnownEntry> known = told.stream().map(EntryVersion::known).toList();
        SubjectFacts subject = new SubjectFacts(
                        volunteers.registeredOn(volunteerId).orElse(LocalDate.MIN),
                        Optional.ofNullable(birthDates.of(List.of(volunteerId)).get(volunteerId)))
                .with(awards(volunteerId, position));
        return shelf.inEffect(asOf).stream()
                .map(scheme -> Evaluation.evaluate(scheme, known, subject, asOf))
                .toList();
    }

    /** The verdict that the live view keeps, as of the day of the volunteer's last change. */
    public Optional<Verdict> kept(String volunteerId, String schemeId) {
        return jdbc.query(
                        "SELECT verdict FROM views_v1.eligibility WHERE account_id = ? AND scheme_id = ?",
                        (row, number) -> LedgerJson.read(row.getString(1), Verdict.class),
                        LedgerIds.accountOf(volunteerId), schemeId)
                .stream().findFirst();
    }

    /** Who reached any level of a scheme, highest minutes first. */
    public List<Reached> reached(String schemeId, int limit) {
        return jdbc.query(
                """
                SELECT account_id, level, minutes, as_of, position FROM views_v1.eligibility
                WHERE scheme_id = ? AND level IS NOT NULL ORDER BY minutes DESC, account_id LIMIT ?
                """,
                (row, number) -> new Reached(
                        LedgerIds.volunteerOf(row.getString(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5)),
                schemeId, limit);
    }

    /** Levels conferred on a volunteer, as known at a position. */
    public List<Award> awards(String volunteerId, long position) {
        return awards.awards(List.of(volunteerId), position).getOrDefault(volunteerId, List.of());
    }

    public List<RecognitionConferred> conferredOn(String volunteerId) {
        return jdbc.query(
                "SELECT body FROM views_v1.recognition WHERE volunteer_id = ? ORDER BY position",
                (row, number) -> LedgerJson.read(row.getString(1), RecognitionConferred.class),
                volunteerId);
    }

    public List<Scheme> schemes(LocalDate day) {
        return shelf.inEffect(day);
    }
}
