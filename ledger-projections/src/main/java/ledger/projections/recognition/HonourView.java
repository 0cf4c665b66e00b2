package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.HonourEvent;
import ledger.domain.recognition.HonourEvent.HonourRecorded;
import ledger.domain.recognition.HonourEvent.HonourRevoked;
import ledger.domain.recognition.RecordedHonour;

/**
 * An honour in a volunteer's record as it stands (F1.8).
 *
 * @param knownFrom position of the fact that made it so
 * @param reason why it was revoked, in the annex; absent while it stands
 */
public record HonourView(
        HonourRecorded honour,
        State state,
        long knownFrom,
        @Nullable String reasonCode,
        @Nullable AnnexNote reason,
        @Nullable LocalDate revokedOn) {

    /** How it stands. */
    public enum State {
        RECORDED,
        REVOKED
    }

    /** One fact more; the same for the live view and for a replay. */
    public static HonourView apply(@Nullable HonourView before, HonourEvent event, long position) {
        return switch (event) {
            case HonourRecorded recorded -> new HonourView(recorded, State.RECORDED, position, null, null, null);
            case HonourRevoked revoked -> new HonourView(
                    Objects.requireNonNull(before, "an honour was revoked that was never recorded").honour,
                    State.REVOKED, position, revoked.reasonCode(), revoked.reason(), revoked.revokedOn());
        };
    }

    public boolean isRecorded() {
        return state == State.RECORDED;
    }

    /** What schemes see of it. */
    public RecordedHonour recorded() {
        return new RecordedHonour(honour.origin(), honour.awardedOn());
    }
}
