package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountEvent.HeldServiceApproved;
import ledger.domain.account.HourAccountEvent.HoldRenewed;
import ledger.domain.account.HourAccountEvent.ServiceCorrected;

import static ledger.domain.account.HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES;
import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.ACTIVITY;
import static ledger.domain.account.Sample.FACTS;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.RECORDED_ON;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.RULEBOOK;
import static ledger.domain.account.Sample.STRANGER;
import static ledger.domain.account.Sample.content;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.saturday;
import static org.assertj.core.api.Assertions.assertThat;

/** What waits can be put right before anybody decides; it is judged like a new entry (R18). */
class CorrectingHeldServiceTest {

    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final ServedTime LATER = saturday("10:00", "12:00");
    private static final ServedTime FREE = saturday("11:00", "13:00");
    private static final ServedTime TEN_HOURS = saturday("11:00", "21:00");

    @Test
    void r18_aHeldEntryThatIsCorrectedToFitGoesIntoNotice() {
        given(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS)).when(correct(FREE, RECORDER))
                .then(corrected(FREE), approved());
        given(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS), corrected(FREE), approved())
                .when(record("c", FREE)).then(held("c", FREE, SERVICE_OVERLAPS));
    }

    @Test
    void r18_aHeldEntryThatIsCorrectedAndDoesNotFitWaitsOnForNewReasons() {
        given(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS)).when(correct(TEN_HOURS, RECORDER)).then(
                corrected(TEN_HOURS),
                new HoldRenewed(
                        ACCOUNT, entry("b"),
                        List.of(Hold.of(OVER_DAILY_LIMIT_PARENT_DECIDES).with("minutes", 720).with("limit", 480)),
                        RECORDED_ON, RULEBOOK));
    }

    @Test
    void r17_onlyWhoMayDecideCorrectsWhatIsHeld() {
        given(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS)).when(correct(FREE, STRANGER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
    }

    @Test
    void r18_aCorrectionOfWhatIsHeldNeedsWhatANewEntryNeeds() {
        given(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS))
                .when(correct(saturday("12:00", "12:00"), RECORDER))
                .thenRefused(HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
        given(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS)).when(correct(LATER, RECORDER))
                .thenAlreadySo(entry("b"));
    }

    @Test
    void r11_aRehearsalTellsTheLowestBodyThatCouldApprove() {
        var approval = new ApproveHeldService(
                ACCOUNT, entry("b"), RECORDER, NOTE, RECORDED_ON, RULEBOOK, Circumstances.UNKNOWN);
        assertThat(rehearsal(recorded("a", MORNING), held("b", FREE, SERVICE_OVERLAPS))
                .approvedBy(approval, rulebooks()))
                .contains(Tier.OWN);
        assertThat(rehearsal(held("b", TEN_HOURS, OVER_DAILY_LIMIT_PARENT_DECIDES)).approvedBy(approval, rulebooks()))
                .contains(Tier.PARENT);
        assertThat(rehearsal(recorded("a", MORNING), held("b", saturday("11:00", "23:00"), SERVICE_OVERLAPS))
                        .approvedBy(approval, rulebooks()))
                .contains(Tier.AUTHORITY);
        var overlap = rehearsal(recorded("a", MORNING), held("b", LATER, SERVICE_OVERLAPS));
        assertThat(overlap.approvedBy(approval, rulebooks())).isEmpty();
        assertThat(overlap.overlapping(entry("b")))
                .containsExactly(new AccountRehearsal.Overlapped(entry("a"), Sample.STATION));
    }

    private static AccountRehearsal rehearsal(HourAccountEvent... past) {
        return AccountRehearsal.of(List.of(past));
    }

    private static ledger.domain.rulebook.Rulebooks rulebooks() {
        return ledger.domain.rulebook.Rulebooks.shipped();
    }

    private static CorrectService correct(ServedTime time, Officer officer) {
        return new CorrectService(ACCOUNT, entry("b"), ACTIVITY, time, officer, "time", NOTE, FACTS);
    }

    private static ServiceCorrected corrected(ServedTime time) {
        return new ServiceCorrected(
                ACCOUNT, entry("b"), ACTIVITY, time, content(record("b", time), 1).contentDigest(), 120, RECORDER,
                "time", NOTE, RECORDED_ON, RULEBOOK);
    }

    private static HeldServiceApproved approved() {
        return new HeldServiceApproved(
                ACCOUNT, entry("b"), RECORDER, NOTE, RECORDED_ON, LocalDate.parse("2026-03-13"), false, RULEBOOK);
    }
}
