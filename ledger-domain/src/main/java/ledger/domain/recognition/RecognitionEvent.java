package ledger.domain.recognition;

import java.time.LocalDate;

import ledger.domain.Fact;

/** What happened to a scheme or a recognition. */
public sealed interface RecognitionEvent extends Fact {

    record SchemePublished(String schemeId, String version, LocalDate effectiveFrom, String digest)
            implements RecognitionEvent {}

    record RecognitionConferred(
            String recognitionId,
            String volunteerId,
            String schemeId,
            String schemeVersion,
            String level,
            String band,
            String window,
            int minutes,
            long position,
            String evidenceDigest,
            String conferredBy,
            LocalDate conferredOn)
            implements RecognitionEvent {}
}
