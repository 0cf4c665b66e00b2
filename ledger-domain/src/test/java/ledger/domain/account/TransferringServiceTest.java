package ledger.domain.account;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;

import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.RECORDED_ON;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.STATION;
import static ledger.domain.account.Sample.STRANGER;
import static ledger.domain.account.Sample.declined;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.saturday;

/** An entry goes to another organization's records when its volunteer consents, and counts once (F2.4). */
class TransferringServiceTest {

    private static final String THERE = STRANGER.organizationId();
    private static final Officer ELSEWHERE = new Officer("organization-third", Tier.OWN);
    private static final ServiceRecorded RECORDED = recorded("a", saturday("09:00", "11:00"));
    private static final TransferProposed PROPOSED = new TransferProposed(
            ACCOUNT, entry("a"), STATION, THERE, RECORDER, "moved", NOTE, RECORDED_ON);
    private static final TransferConsented CONSENTED =
            new TransferConsented(ACCOUNT, entry("a"), THERE, RECORDED_ON);
    private static final ServiceTransferred DONE = new ServiceTransferred(
            ACCOUNT, entry("a"), STATION, THERE, 120, STRANGER, RECORDED_ON);

    @Test
    void theRecordingOrganizationProposesOnce() {
        given(RECORDED).when(propose(THERE, true, RECORDER)).then(PROPOSED);
        given(RECORDED, PROPOSED).when(propose(THERE, true, RECORDER)).thenAlreadySo(entry("a"));
        given(RECORDED, PROPOSED).when(propose("organization-third", true, RECORDER))
                .thenRefused(HourAccountRefusal.TRANSFER_OPEN, "entry");
        given(RECORDED).when(propose(STATION, true, RECORDER)).thenAlreadySo(entry("a"));
    }

    @Test
    void onlyWhatStandsIsProposedAndOnlyToWhoCanTakeIt() {
        given(RECORDED).when(propose(THERE, true, STRANGER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(RECORDED).when(propose(THERE, false, RECORDER))
                .thenRefused(HourAccountRefusal.RECEIVER_NOT_ACTIVE, "to");
        given(held("a", saturday("09:00", "11:00"), HoldReason.SERVICE_OVERLAPS), declined("a"))
                .when(propose(THERE, true, RECORDER)).thenRefused(HourAccountRefusal.ENTRY_NOT_STANDING, "entry");
        given(RECORDED, new ObjectionRaised(ACCOUNT, entry("a"), NOTE, RECORDED_ON, 3))
                .when(propose(THERE, true, RECORDER)).thenRefused(HourAccountRefusal.OBJECTION_OPEN, "entry");
    }

    @Test
    void nothingIsTakenWithoutTheVolunteersConsent() {
        given(RECORDED, PROPOSED).when(take(STRANGER))
                .thenRefused(HourAccountRefusal.TRANSFER_NOT_CONSENTED, "entry");
        given(RECORDED, PROPOSED).when(consent()).then(CONSENTED);
        given(RECORDED, PROPOSED, CONSENTED).when(consent()).thenAlreadySo(entry("a"));
        given(RECORDED).when(consent()).thenRefused(HourAccountRefusal.NO_TRANSFER_OPEN, "entry");
    }

    @Test
    void theReceivingOrganizationTakesItAndDecidesAboutItFromThenOn() {
        given(RECORDED, PROPOSED, CONSENTED).when(take(STRANGER)).then(DONE);
        given(RECORDED, PROPOSED, CONSENTED).when(take(ELSEWHERE))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(RECORDED, PROPOSED, CONSENTED, DONE).when(take(STRANGER)).thenAlreadySo(entry("a"));
        given(RECORDED, PROPOSED, CONSENTED, DONE).when(revoke(RECORDER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(RECORDED, PROPOSED, CONSENTED, DONE).when(revoke(STRANGER)).then(
                new ServiceRevoked(ACCOUNT, entry("a"), 120, STRANGER, "mistake", NOTE, RECORDED_ON));
    }

    @Test
    void aNoIsARefusalBeforeTheConsentAndAWithdrawalAfterIt() {
        given(RECORDED, PROPOSED).when(end(TransferEnd.CONSENT_REFUSED, null))
                .then(ended(TransferEnd.CONSENT_REFUSED, null));
        TransferEnded withdrawn = ended(TransferEnd.CONSENT_WITHDRAWN, null);
        given(RECORDED, PROPOSED, CONSENTED).when(end(TransferEnd.CONSENT_REFUSED, null)).then(withdrawn);
        given(RECORDED, PROPOSED, CONSENTED, withdrawn).when(take(STRANGER))
                .thenRefused(HourAccountRefusal.NO_TRANSFER_OPEN, "entry");
        given(RECORDED, PROPOSED, CONSENTED, DONE).when(end(TransferEnd.CONSENT_REFUSED, null))
                .thenRefused(HourAccountRefusal.NO_TRANSFER_OPEN, "entry");
    }

    @Test
    void theProposerCallsItOffAndTheReceiverLeavesIt() {
        given(RECORDED, PROPOSED).when(end(TransferEnd.CALLED_OFF, RECORDER))
                .then(ended(TransferEnd.CALLED_OFF, RECORDER));
        given(RECORDED, PROPOSED).when(end(TransferEnd.CALLED_OFF, STRANGER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(RECORDED, PROPOSED).when(end(TransferEnd.NOT_TAKEN, STRANGER))
                .then(ended(TransferEnd.NOT_TAKEN, STRANGER));
        given(RECORDED, PROPOSED).when(end(TransferEnd.NOT_TAKEN, RECORDER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
    }

    @Test
    void r9_theSameRecordSentAgainIsADuplicateWhoeverKeepsItNow() {
        given(RECORDED, PROPOSED, CONSENTED, DONE).when(record("a", saturday("09:00", "11:00")))
                .thenAlreadySo(entry("a"));
    }

    private static ProposeTransfer propose(String to, boolean active, Officer officer) {
        return new ProposeTransfer(ACCOUNT, entry("a"), to, active, officer, "moved", NOTE, RECORDED_ON);
    }

    private static ConsentToTransfer consent() {
        return new ConsentToTransfer(ACCOUNT, entry("a"), RECORDED_ON);
    }

    private static TakeTransferredService take(Officer officer) {
        return new TakeTransferredService(ACCOUNT, entry("a"), true, officer, RECORDED_ON);
    }

    private static RevokeService revoke(Officer officer) {
        return new RevokeService(ACCOUNT, entry("a"), officer, "mistake", NOTE, RECORDED_ON);
    }

    private static EndTransfer end(TransferEnd outcome, @org.jspecify.annotations.Nullable Officer officer) {
        return new EndTransfer(ACCOUNT, entry("a"), outcome, officer, NOTE, RECORDED_ON);
    }

    private static TransferEnded ended(TransferEnd outcome, @org.jspecify.annotations.Nullable Officer officer) {
        return new TransferEnded(ACCOUNT, entry("a"), THERE, outcome, officer, NOTE, RECORDED_ON);
    }
}
