package ledger.domain.account;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountCommand.RateService;
import ledger.domain.account.HourAccountEvent.ServiceRated;

import static ledger.domain.account.HourAccountRefusal.*;
import static ledger.domain.account.Judging.*;
import static ledger.domain.account.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

/** Quality is said beside time and never changes it (R19). */
class RatingTest {

    private static final Judging USUAL = by(DEFAULT);

    @Test
    void r19_aRatingIsAFactOfItsOwnBesideTheMinutes() {
        given(USUAL.recorded("a", MORNING)).when(rate(5, 4, RECORDER)).then(rated(5, 4));
        given(USUAL.recorded("a", MORNING), rated(5, 4))
                .when(new HourAccountCommand.CertifyService(ACCOUNT, Sample.entry("a"), COUNTS_FROM))
                .then(certified("a", 120));
        assertThat(java.util.Arrays.stream(ServiceRated.class.getRecordComponents())
                        .map(java.lang.reflect.RecordComponent::getName))
                .doesNotContain("minutes", "time");
    }

    @Test
    void r19_theSameRatingAgainChangesNothingAndAnotherIsAdded() {
        given(USUAL.recorded("a", MORNING), rated(5, 4)).when(rate(5, 4, RECORDER)).thenAlreadySo(Sample.entry("a"));
        given(USUAL.recorded("a", MORNING), rated(5, 4)).when(rate(5, 1, RECORDER)).then(rated(5, 1));
    }

    @Test
    void r19_ratingsStayWithinTheirScale() {
        given(USUAL.recorded("a", MORNING)).when(rate(5, 6, RECORDER)).thenRefused(RATING_OUT_OF_SCALE, "rating");
        given(USUAL.recorded("a", MORNING)).when(rate(5, 0, RECORDER)).thenRefused(RATING_OUT_OF_SCALE, "rating");
        given(USUAL.recorded("a", MORNING)).when(rate(11, 6, RECORDER)).thenRefused(RATING_OUT_OF_SCALE, "scale");
    }

    @Test
    void r19_onlyStandingEntriesAreRatedAndByThoseEntitled() {
        given(USUAL.recorded("a", MORNING), revoked("a", 120)).when(rate(5, 4, RECORDER))
                .thenRefused(ENTRY_NOT_STANDING, "entry");
        given(USUAL.recorded("a", MORNING)).when(rate(5, 4, STRANGER)).thenRefused(NOT_YOUR_ENTRY, "entry");
    }

    private static RateService rate(int scale, int rating, Officer officer) {
        return new RateService(
                ACCOUNT, Sample.entry("a"), new Rating(scale, rating, Rating.By.RECIPIENT, RECORDED_ON), officer);
    }

    private static ServiceRated rated(int scale, int rating) {
        return new ServiceRated(
                ACCOUNT, Sample.entry("a"), new Rating(scale, rating, Rating.By.RECIPIENT, RECORDED_ON), RECORDER);
    }
}
