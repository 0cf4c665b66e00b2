package ledger.projections.replay;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import ledger.domain.Digest;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.KnownEntry;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.domain.statement.StatementScope;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HourTotals;
import ledger.projections.statement.HourStatement;
import ledger.projections.statement.HourStatement.RecordingUnit;

/**
 * One volunteer's account reduced to what can be compared: counts, minutes, levels and digests. Made from entries by
 * one function, whether they come from a replay or from the live view.
 *
 * @param entriesDigest SHA-256 over every entry as known, in order of entry id
 * @param levels what each scheme's evaluation reached, {@code scheme=level:minutes:evidence}
 * @param statementDigest digest of the statement over everything
 */
public record ReplayedAccount(
        String volunteerId,
        int entries,
        int certifiedMinutes,
        int creditMinutes,
        int honourMinutes,
        String entriesDigest,
        List<String> levels,
        String statementDigest) {

    public static ReplayedAccount of(
            String volunteerId,
            Collection<EntryVersion> entries,
            SubjectFacts subject,
            List<Scheme> schemes,
            LocalDate asOf,
            long position,
            Set<EvidenceGrade> creditGrades,
            Function<String, RecordingUnit> recordingUnit) {
        HourTotals totals = HourTotals.of(entries, creditGrades);
        List<KnownEntry> known = entries.stream().map(EntryVersion::known).toList();
        HourStatement statement = HourStatement.compose(
                new StatementScope(volunteerId, null, null, null), position, entries, recordingUnit);
        return new ReplayedAccount(
                volunteerId,
                entries.size(),
                totals.certifiedMinutes(),
                totals.creditMinutes(),
                totals.honourMinutes(),
                Digest.of(entries.stream()
                        .sorted(java.util.Comparator.comparing(EntryVersion::entryId))
                        .map(LedgerJson::write)
                        .toArray(String[]::new)),
                schemes.stream()
                        .map(scheme -> level(Evaluation.evaluate(scheme, known, subject, asOf)))
                        .toList(),
                statement.digest());
    }

    private static String level(Verdict verdict) {
        return verdict.schemeId() + "=" + verdict.highest().orElse("-") + ":" + verdict.minutes() + ":"
                + verdict.evidenceDigest();
    }

    /** SHA-256 over everything here: equal digests, equal accounts. */
    public String digest() {
        return Digest.of(LedgerJson.write(this));
    }
}
