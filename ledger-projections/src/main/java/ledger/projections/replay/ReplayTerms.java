package ledger.projections.replay;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.projections.account.EntryVersion;
import ledger.projections.statement.HourStatement.RecordingUnit;

/**
 * By what accounts are reduced to what can be compared, whoever does it and wherever.
 *
 * @param schemes those asked
 * @param known all that are known, for what was conferred under others
 * @param day on which schemes are asked
 * @param creditGrades which evidence makes credit hours
 * @param bornOn birth date of a volunteer, as far as it is known; of it the month counts
 */
public record ReplayTerms(
        List<Scheme> schemes,
        Schemes known,
        LocalDate day,
        Set<EvidenceGrade> creditGrades,
        Function<String, Optional<LocalDate>> bornOn) {

    /** What a replay found of a volunteer. */
    public ReplayedAccount account(Replay replay, String volunteerId) {
        return account(
                volunteerId, replay.entriesOf(volunteerId), replay.subject(volunteerId, known), replay.position(),
                replay::recordingUnit);
    }

    /** What somebody else says of one. */
    public ReplayedAccount account(
            String volunteerId,
            Collection<EntryVersion> entries,
            SubjectFacts subject,
            long position,
            Function<String, RecordingUnit> recordingUnit) {
        SubjectFacts comparable = subject.born(bornOn.apply(volunteerId).map(date -> date.withDayOfMonth(1)));
        return ReplayedAccount.of(
                volunteerId, entries, comparable, schemes, day, position, creditGrades, recordingUnit);
    }
}
