package ledger.domain.account;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountCommand.ApproveHeldService;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.certified;
import static ledger.domain.account.Sample.declined;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;

/** Nobody gives the same minute twice (R10). */
class OverlappingServiceTest {

    private static final ServedTime MORNING = saturday("09:00", "11:00");

    @Test
    void r10_holdsServiceThatOverlapsAStandingEntry() {
        holdsBesideMorning(saturday("10:59", "12:00"));
        holdsBesideMorning(saturday("08:00", "09:01"));
        holdsBesideMorning(saturday("09:30", "10:00"));
        holdsBesideMorning(saturday("08:00", "12:00"));
        holdsBesideMorning(MORNING);
    }

    @Test
    void r10_holdsServiceThatOverlapsACertifiedOrObjectedEntry() {
        var objected = new HourAccountEvent.ObjectionRaised(ACCOUNT, entry("a"), Sample.NOTE, Sample.RECORDED_ON, 3);
        given(recorded("a", MORNING), certified("a", 120)).when(record("b", MORNING))
                .then(held("b", MORNING, SERVICE_OVERLAPS));
        given(recorded("a", MORNING), objected).when(record("b", MORNING)).then(held("b", MORNING, SERVICE_OVERLAPS));
    }

    @Test
    void r10_acceptsServiceThatTouchesAnother() {
        given(recorded("a", MORNING)).when(record("b", saturday("11:00", "12:00")))
                .then(recorded("b", saturday("11:00", "12:00")));
        given(recorded("a", MORNING)).when(record("b", saturday("08:00", "09:00")))
                .then(recorded("b", saturday("08:00", "09:00")));
    }

    @Test
    void r10_acceptsServiceBesideHeldDeclinedAndRevokedEntries() {
        given(held("a", MORNING, SERVICE_OVERLAPS)).when(record("b", MORNING)).then(recorded("b", MORNING));
        given(held("a", MORNING, SERVICE_OVERLAPS), declined("a")).when(record("b", MORNING))
                .then(recorded("b", MORNING));
        given(recorded("a", MORNING), revoked("a", 120)).when(record("b", MORNING)).then(recorded("b", MORNING));
    }

    @Test
    void r10_holdsServiceThatOverlapsOverMidnight() {
        ServedTime night = Sample.between("2026-03-06T22:00", "2026-03-07T02:00");
        given(recorded("a", night)).when(record("b", saturday("01:59", "03:00")))
                .then(held("b", saturday("01:59", "03:00"), SERVICE_OVERLAPS));
        given(recorded("a", night)).when(record("b", saturday("02:00", "03:00")))
                .then(recorded("b", saturday("02:00", "03:00")));
    }

    @Test
    void r10_entriesWithoutAnIntervalOverlapNothing() {
        var historical = record(
                Sample.ACTIVITY, EvidenceGrade.HISTORICAL,
                ServedTime.value(LocalDate.parse("2026-03-07"), Sample.SHANGHAI, 120));
        given(recorded(historical)).when(record("b", MORNING)).then(recorded("b", MORNING));
    }

    @Test
    void r10_nobodyApprovesServiceThatStillOverlaps() {
        ServedTime time = saturday("10:00", "12:00");
        given(recorded("a", MORNING), held("b", time, SERVICE_OVERLAPS)).when(approval(Sample.AUTHORITY))
                .thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
    }

    @Test
    void r10_approvesHeldServiceOnceItsTimeIsFree() {
        ServedTime time = saturday("10:00", "12:00");
        given(recorded("a", MORNING), held("b", time, SERVICE_OVERLAPS), revoked("a", 120))
                .when(approval(Sample.RECORDER))
                .then(new HourAccountEvent.HeldServiceApproved(
                        ACCOUNT, entry("b"), Sample.RECORDER, Sample.NOTE, LocalDate.parse("2026-03-10"),
                        LocalDate.parse("2026-03-14"), false, Sample.RULEBOOK));
    }

    private static void holdsBesideMorning(ServedTime time) {
        given(recorded("a", MORNING)).when(record("b", time)).then(held("b", time, SERVICE_OVERLAPS));
    }

    private static ApproveHeldService approval(Officer officer) {
        return new ApproveHeldService(
                ACCOUNT, entry("b"), officer, Sample.NOTE, LocalDate.parse("2026-03-10"), Sample.RULEBOOK,
                Circumstances.UNKNOWN);
    }
}
