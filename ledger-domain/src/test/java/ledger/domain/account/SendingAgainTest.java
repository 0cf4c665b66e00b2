package ledger.domain.account;

import org.junit.jupiter.api.Test;

import ledger.domain.LedgerIds;
import ledger.domain.Refusal;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.COUNTS_FROM;
import static ledger.domain.account.Sample.FACTS;
import static ledger.domain.account.Sample.SYSTEM;
import static ledger.domain.account.Sample.certified;
import static ledger.domain.account.Sample.content;
import static ledger.domain.account.Sample.declined;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;
import static org.assertj.core.api.Assertions.assertThat;

/** A source record is never counted twice (R9). */
class SendingAgainTest {

    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final ServedTime LONGER = saturday("09:00", "11:30");

    @Test
    void r9_theSameRecordAgainChangesNothing() {
        given(recorded("a", MORNING)).when(record("a", MORNING)).thenAlreadySo(entry("a"));
        given(recorded("a", MORNING), certified("a", 120)).when(record("a", MORNING)).thenAlreadySo(entry("a"));
    }

    @Test
    void r9_aHeldRecordAgainChangesNothing() {
        given(held("a", MORNING, SERVICE_OVERLAPS)).when(record("a", MORNING)).thenAlreadySo(entry("a"));
    }

    @Test
    void r9_theSameRecordIsKnownByWhatWasSentEvenAfterACorrection() {
        var correction = new HourAccountEvent.ServiceCorrected(
                ACCOUNT, entry("a"), Sample.ACTIVITY, LONGER, content(record("a", LONGER), 1).contentDigest(), 120,
                Sample.RECORDER, "time", Sample.NOTE, Sample.RECORDED_ON, Sample.RULEBOOK);
        given(recorded("a", MORNING), correction).when(record("a", MORNING)).thenAlreadySo(entry("a"));
        given(recorded("a", MORNING), correction).when(record("a", LONGER)).thenAlreadySo(entry("a"));
    }

    @Test
    void r9_refusesTheSameRecordWithOtherContent() {
        given(recorded("a", MORNING)).when(record("a", LONGER)).thenRefused(changed());
    }

    @Test
    void r9_refusesARecordThatStandsInAnotherAccount() {
        var claim = new Claim.Open("account-8", entry("a"), "another digest");
        given().when(record("a", MORNING).with(claim)).thenRefused(changed());
    }

    @Test
    void r9_acceptsAnotherRecordOfTheSameActivity() {
        given(recorded("a", MORNING)).when(record("b", saturday("14:00", "16:00")))
                .then(recorded("b", saturday("14:00", "16:00")));
    }

    @Test
    void r9_startsANewAttemptAfterRevocation() {
        given(recorded("a", MORNING), revoked("a", 120)).when(record("a", LONGER)).then(secondAttempt(LONGER));
    }

    @Test
    void r9_startsANewAttemptAfterADecline() {
        given(held("a", MORNING, SERVICE_OVERLAPS), declined("a")).when(record("a", MORNING))
                .then(secondAttempt(MORNING));
    }

    @Test
    void r9_startsANewAttemptAfterAnEndInAnotherAccount() {
        given().when(record("a", MORNING).with(new Claim.Ended(1))).then(secondAttempt(MORNING));
    }

    @Test
    void r9_theNextAttemptIsTheSameRecordToo() {
        given(recorded("a", MORNING), revoked("a", 120), secondAttempt(LONGER)).when(record("a", LONGER))
                .thenAlreadySo(entry("a") + "-2");
    }

    @Test
    void r9_theEntryIdFollowsFromTheSource() {
        assertThat(LedgerIds.entry(SYSTEM, "a", 1)).isEqualTo(LedgerIds.entry(SYSTEM, "a", 1));
        assertThat(LedgerIds.entry(SYSTEM, "a", 2)).isEqualTo(LedgerIds.entry(SYSTEM, "a", 1) + "-2");
        assertThat(LedgerIds.entry("ab", "c", 1)).isNotEqualTo(LedgerIds.entry("a", "bc", 1));
    }

    private static HourAccountEvent.ServiceRecorded secondAttempt(ServedTime time) {
        return new HourAccountEvent.ServiceRecorded(
                ACCOUNT, entry("a") + "-2", content(record("a", time, FACTS), 2), COUNTS_FROM, false);
    }

    private static Refusal changed() {
        return Refusal.of(HourAccountRefusal.SOURCE_RECORD_CHANGED, "sourceRecord")
                .with("sourceSystem", SYSTEM)
                .with("sourceRecord", "a")
                .with("entry", entry("a"));
    }

    /** Revoked here, sent anew for another volunteer, then sent here again: it stands there already. */
    @Test
    void r9_refusesARecordThatEndedHereAndStandsInAnotherAccount() {
        var claim = new Claim.Open("account-8", entry("a") + "-2", "another digest");
        given(recorded("a", MORNING), revoked("a", 120)).when(record("a", MORNING).with(claim))
                .thenRefused(HourAccountRefusal.SOURCE_RECORD_CHANGED, "sourceRecord");
    }

    @Test
    void r9_neverUsesAnAttemptAgain() {
        var secondRevoked = new HourAccountEvent.ServiceRevoked(
                ACCOUNT, entry("a") + "-2", 120, Sample.RECORDER, "mistake", Sample.NOTE, Sample.RECORDED_ON);
        var reinstated = new HourAccountEvent.ServiceReinstated(
                ACCOUNT, entry("a"), EntryState.RECORDED, Sample.RECORDER, "proven", Sample.NOTE, Sample.RECORDED_ON,
                COUNTS_FROM, false, Sample.RULEBOOK);
        given(recorded("a", MORNING), revoked("a", 120), secondAttempt(MORNING), secondRevoked, reinstated,
                        revoked("a", 120))
                .when(record("a", MORNING))
                .then(new HourAccountEvent.ServiceRecorded(
                        ACCOUNT, entry("a") + "-3", content(record("a", MORNING), 3), COUNTS_FROM, false));
    }
}
