package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to an honour in a volunteer's record (F1.8). It holds no minutes and changes none. */
public sealed interface HonourEvent extends Fact {

    String honourId();

    String volunteerId();

    record HonourRecorded(
            String honourId,
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
            implements HonourEvent {}

    record HonourRevoked(
            String honourId,
            String volunteerId,
            String reasonCode,
            AnnexNote reason,
            String revokedFor,
            LocalDate revokedOn)
            implements HonourEvent {}
}
