package ledger.domain.account;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What others know when a service is recorded, looked up by the door and stored as used.
 *
 * @param organizationActive whether the recording organization is in good standing (R7)
 * @param supervised whether it is registered itself or has a supervising body (R7)
 * @param organizerOrContracted whether it ran the activity or was contracted for it (R7)
 * @param recordedAt the moment of recording on the business clock
 * @param recordedOn its local date
 * @param rulebook edition of the rulebook that judges
 * @param claim what the ledger knows of the source record (R9)
 * @param circumstances what is known of the volunteer and the activity (R12, R14, R20)
 */
public record RecordingFacts(
        boolean organizationActive,
        boolean supervised,
        boolean organizerOrContracted,
        Instant recordedAt,
        LocalDate recordedOn,
        String rulebook,
        Claim claim,
        Circumstances circumstances) {

    public RecordingFacts with(Claim known) {
        return new RecordingFacts(
                organizationActive, supervised, organizerOrContracted, recordedAt, recordedOn, rulebook, known,
                circumstances);
    }
}
