package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import ledger.domain.recognition.Verdict;
import ledger.domain.recognition.Verdict.Missing;
import ledger.domain.recognition.Verdict.Status;

/**
 * What the live view keeps of a verdict: what is listed and looked for. What counted, what did not and why is evaluated
 * when somebody asks, for the same day and position.
 *
 * @param subjectId volunteer or other subject
 * @param level the highest whose thresholds are reached
 * @param conferrable levels that may be conferred now, in rising order
 * @param minutes that counted
 * @param next the next level
 * @param missingMinutes minutes that it still asks for
 * @param earliest no day before this one can meet all of it
 * @param evidenceDigest SHA-256 over the entries that counted
 * @param asOf day of the subject's last change
 * @param position of that change
 */
public record Eligibility(
        String subjectId,
        String schemeId,
        String schemeVersion,
        Status status,
        Optional<String> level,
        List<String> conferrable,
        int minutes,
        Optional<String> next,
        int missingMinutes,
        Optional<LocalDate> earliest,
        String evidenceDigest,
        LocalDate asOf,
        long position) {

    public Eligibility {
        conferrable = List.copyOf(conferrable);
    }

    /** The same verdict, reduced. */
    public static Eligibility of(String subjectId, Verdict verdict, long position) {
        return new Eligibility(
                subjectId,
                verdict.schemeId(),
                verdict.schemeVersion(),
                verdict.status(),
                verdict.highest(),
                verdict.conferrable(),
                verdict.minutes(),
                verdict.next().map(Missing::level),
                verdict.next().map(Missing::minutes).orElse(0),
                verdict.next().flatMap(Missing::earliest),
                verdict.evidenceDigest(),
                verdict.asOf(),
                position);
    }
}
