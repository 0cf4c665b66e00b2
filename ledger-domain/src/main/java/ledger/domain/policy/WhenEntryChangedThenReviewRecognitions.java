package ledger.domain.policy;

import java.util.Collection;
import java.util.List;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.recognition.RecognitionCommand.PutRecognitionUnderReview;

/** When an entry that a recognition rests on is corrected or revoked, the recognition is looked at again (R24). */
public final class WhenEntryChangedThenReviewRecognitions {

    private WhenEntryChangedThenReviewRecognitions() {}

    /** Whether this event takes something from what recognitions rest on; a move alone does not. */
    public static boolean changes(HourAccountEvent event) {
        return event instanceof HourAccountEvent.ServiceCorrected || event instanceof HourAccountEvent.ServiceRevoked;
    }

    /** A recognition that rests on the entry, and where its facts are. */
    public record Resting(String aggregateId, String recognitionId) {}

    /** @param position where the entry changed */
    public static List<PutRecognitionUnderReview> react(String entryId, long position, Collection<Resting> resting) {
        return resting.stream()
                .map(one -> new PutRecognitionUnderReview(one.aggregateId(), one.recognitionId(), entryId, position))
                .toList();
    }
}
