package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.HonourCommand.RecordHonour;
import ledger.domain.recognition.HonourCommand.RevokeHonour;
import ledger.domain.recognition.HonourEvent.HonourRecorded;
import ledger.domain.recognition.HonourEvent.HonourRevoked;

import static ledger.domain.recognition.HonourOrigin.GOVERNMENT;
import static ledger.domain.recognition.HonourOrigin.OTHER;
import static ledger.domain.recognition.HonourOrigin.OWN;

/** Each origin of an honour has its own rule of evidence (F1.8). */
class HonourTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest-1");
    private static final String ID = HonourCommand.honourId("volunteer-li", "优秀志愿者", "青禾站", DAY.minusDays(9));

    @Test
    void anOwnHonourNeedsNothingMore() {
        given().when(asked(OWN, null, null, null)).then(recorded(OWN, null, null, null));
        given(recorded(OWN, null, null, null)).when(asked(OWN, null, null, null)).thenAlreadySo(ID);
    }

    @Test
    void aGovernmentsHonourNeedsWhatTheVolunteerSupplies() {
        given().when(asked(GOVERNMENT, null, NOTE, DAY))
                .thenRefused(HonourRefusal.HONOUR_WITHOUT_MATERIAL, "material");
        given().when(asked(GOVERNMENT, NOTE, null, null)).then(recorded(GOVERNMENT, NOTE, null, null));
    }

    @Test
    void anotherBodysHonourIsRecordedOnRequestAfterItWasVerified() {
        given().when(asked(OTHER, NOTE, NOTE, null)).thenRefused(HonourRefusal.HONOUR_NOT_REQUESTED, "requestedOn");
        given().when(asked(OTHER, NOTE, null, DAY)).thenRefused(HonourRefusal.HONOUR_NOT_VERIFIED, "verification");
        given().when(asked(OTHER, null, NOTE, DAY)).then(recorded(OTHER, null, NOTE, DAY));
    }

    @Test
    void nothingIsRecordedThatIsStillToCome() {
        RecordHonour early = new RecordHonour(
                "volunteer-li", OWN, "优秀志愿者", "青禾站", DAY.plusDays(1), null, null, null, "organization-a", DAY);
        given().when(early).thenRefused(HonourRefusal.HONOUR_IN_THE_FUTURE, "awardedOn");
    }

    @Test
    void r17_aMistakeIsRevokedByAFactAndMayBeRecordedAnew() {
        HonourRevoked revoked = new HonourRevoked(ID, "volunteer-li", "mistake", NOTE, "organization-a", DAY);
        given(recorded(OWN, null, null, null)).when(revoke(false))
                .thenRefused(HonourRefusal.HONOUR_NOT_YOURS, "honour");
        given(recorded(OWN, null, null, null)).when(revoke(true)).then(revoked);
        given(recorded(OWN, null, null, null), revoked).when(revoke(true)).thenAlreadySo(ID);
        given(recorded(OWN, null, null, null), revoked).when(asked(OWN, null, null, null))
                .then(recorded(OWN, null, null, null));
        given().when(revoke(true)).thenRefused(HonourRefusal.HONOUR_UNKNOWN, "honour");
    }

    private static Scenario<HonourAggregate> given(Fact... facts) {
        return Scenario.given(HonourAggregate.class, facts);
    }

    private static RecordHonour asked(
            HonourOrigin origin,
            @Nullable AnnexNote material,
            @Nullable AnnexNote verification,
            @Nullable LocalDate requestedOn) {
        return new RecordHonour(
                "volunteer-li", origin, "优秀志愿者", "青禾站", DAY.minusDays(9), material, verification, requestedOn,
                "organization-a", DAY);
    }

    private static HonourRecorded recorded(
            HonourOrigin origin,
            @Nullable AnnexNote material,
            @Nullable AnnexNote verification,
            @Nullable LocalDate requestedOn) {
        return new HonourRecorded(
                ID, "volunteer-li", origin, "优秀志愿者", "青禾站", DAY.minusDays(9), material, verification, requestedOn,
                "organization-a", DAY);
    }

    private static RevokeHonour revoke(boolean mayDecide) {
        return new RevokeHonour(ID, mayDecide, "mistake", NOTE, "organization-a", DAY);
    }
}
