package ledger.domain.account;

import java.util.List;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountCommand.*;

import static ledger.domain.account.HourAccountRefusal.VOLUNTEER_FROZEN;
import static ledger.domain.account.Judging.*;
import static ledger.domain.account.Sample.*;

/** A freeze stops what is new, not what was (R20). */
class FreezingTest {

    private static final Circumstances FROZEN = new Circumstances(null, false, List.of(), null, true, null);
    private static final Judging USUAL = by(DEFAULT);

    @Test
    void r20_nothingNewIsRecordedForAFrozenVolunteer() {
        given().when(USUAL.knowing(FROZEN).record("a", MORNING)).thenRefused(VOLUNTEER_FROZEN, "volunteerNumber");
        given().when(USUAL.record("a", MORNING)).then(USUAL.recorded("a", MORNING));
    }

    @Test
    void r20_nothingIsReinstatedForAFrozenVolunteer() {
        given(USUAL.recorded("a", MORNING), revoked("a", 120))
                .when(new ReinstateService(
                        ACCOUNT, Sample.entry("a"), RECORDER, "proven", NOTE, RECORDED_ON, DEFAULT, FROZEN))
                .thenRefused(VOLUNTEER_FROZEN, "volunteerNumber");
    }

    @Test
    void r20_aRecordSentAgainIsStillTheSame() {
        given(USUAL.recorded("a", MORNING)).when(USUAL.knowing(FROZEN).record("a", MORNING))
                .thenAlreadySo(Sample.entry("a"));
    }

    @Test
    void r20_whatWasGoesOn() {
        given(USUAL.recorded("a", MORNING)).when(new CertifyService(ACCOUNT, Sample.entry("a"), COUNTS_FROM))
                .then(certified("a", 120));
        given(USUAL.recorded("a", MORNING))
                .when(new RevokeService(ACCOUNT, Sample.entry("a"), RECORDER, "mistake", NOTE, RECORDED_ON))
                .then(revoked("a", 120));
        ServedTime shorter = saturday("09:00", "10:00");
        var facts = factsOn(RECORDED_ON, DEFAULT, FROZEN);
        given(USUAL.recorded("a", MORNING))
                .when(new CorrectService(
                        ACCOUNT, Sample.entry("a"), ACTIVITY, shorter, RECORDER, "time", NOTE, facts))
                .then(new HourAccountEvent.ServiceCorrected(
                        ACCOUNT, Sample.entry("a"), ACTIVITY, shorter,
                        content(USUAL.record("a", shorter), 1).contentDigest(), 120, RECORDER, "time", NOTE,
                        RECORDED_ON, DEFAULT));
    }
}
