package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Digest;
import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;

/** What can be asked of an honour that somebody received elsewhere or from the recording organization (F1.8). */
public sealed interface HonourCommand extends LedgerCommand {

    String honourId();

    @Override
    default String aggregateId() {
        return honourId();
    }

    /** The same honour of the same volunteer on the same day is one, so that recording it twice is harmless. */
    static String honourId(String volunteerId, String name, String awardedBy, LocalDate awardedOn) {
        return "honour-" + Digest.of(volunteerId, name, awardedBy, awardedOn.toString()).substring(0, 32);
    }

    /**
     * Record an honour.
     *
     * @param awardedBy name of the awarding body as it is to be read; for {@link HonourOrigin#OWN} that of the recorder
     * @param material what the volunteer supplied, or where it is kept
     * @param verification how it was verified, and with whom
     * @param requestedOn the day on which the volunteer asked for it; absent where nobody did
     * @param recordedFor organization in whose name
     */
    record RecordHonour(
            String volunteerId,
            HonourOrigin origin,
            String name,
            String awardedBy,
            LocalDate awardedOn,
            @Nullable AnnexNote material,
            @Nullable AnnexNote verification,
            @Nullable LocalDate requestedOn,
            String recordedFor,
            LocalDate recordedOn)
            implements HonourCommand {
        @Override
        public String honourId() {
            return HonourCommand.honourId(volunteerId, name, awardedBy, awardedOn);
        }
    }

    /**
     * It was recorded by mistake, or the body took it back (R17).
     *
     * @param mayDecide whether who asks is the organization that recorded it, one above it, or the authority
     * @param reasonCode a short stable word, such as {@code recorded-by-mistake}
     */
    record RevokeHonour(
            String honourId,
            boolean mayDecide,
            String reasonCode,
            AnnexNote reason,
            String revokedFor,
            LocalDate revokedOn)
            implements HonourCommand {}
}
