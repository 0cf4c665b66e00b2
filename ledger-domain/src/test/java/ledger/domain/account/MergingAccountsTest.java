package ledger.domain.account;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.account.AccountMergeCommand.*;
import ledger.domain.account.AccountMergeEvent.*;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;

import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.AUTHORITY;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.RECORDED_ON;
import static ledger.domain.account.Sample.RULEBOOK;
import static ledger.domain.account.Sample.certified;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.saturday;
import static org.assertj.core.api.Assertions.assertThat;

/** Two numbers of one person become one, and two again when that was wrong (R5). */
class MergingAccountsTest {

    private static final String OTHER = "account-8";
    private static final String M = "merge-1";
    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final ServedTime LATE_MORNING = saturday("10:00", "12:00");
    private static final ServedTime AFTERNOON = saturday("14:00", "16:00");

    private static final MergeAgreed AGREED =
            new MergeAgreed(ACCOUNT, M, OTHER, AUTHORITY, "same-person", NOTE, RECORDED_ON);
    private static final AccountClosedByMerge CLOSED = new AccountClosedByMerge(ACCOUNT, M, OTHER, RECORDED_ON);

    @Test
    void r5_theSurvivorAgreesOnceToTakeOverAnother() {
        given().when(agree(M)).then(AGREED);
        given(AGREED).when(agree(M)).thenAlreadySo(M);
        given(AGREED).when(agree("merge-2")).thenRefused(HourAccountRefusal.MERGE_UNDER_WAY, "into");
        given(AGREED, new MergeCalledOff(ACCOUNT, M)).when(agree(M))
                .thenRefused(HourAccountRefusal.MERGE_UNKNOWN, "merge");
        given(CLOSED).when(agree("merge-2")).thenRefused(HourAccountRefusal.SURVIVOR_MERGED, "into");
        given().when(new AgreeToMerge(ACCOUNT, M, ACCOUNT, AUTHORITY, "same-person", NOTE, RECORDED_ON))
                .thenRefused(HourAccountRefusal.MERGE_WITH_ITSELF, "into");
    }

    @Test
    void r5_anAccountThatTakesOverDoesNotCloseSoThatTwoMergesMakeNoCircle() {
        given(AGREED).when(close(M + "2")).thenRefused(HourAccountRefusal.MERGE_UNDER_WAY, "volunteerNumber");
        given(AGREED, new MergeCalledOff(ACCOUNT, M)).when(close("merge-2"))
                .then(new AccountClosedByMerge(ACCOUNT, "merge-2", OTHER, RECORDED_ON));
    }

    @Test
    void r5_aClosedAccountDecidesNothingMore() {
        given(recorded("a", MORNING)).when(close(M)).then(CLOSED);
        given(recorded("a", MORNING), CLOSED).when(close(M)).thenAlreadySo(M);
        given(recorded("a", MORNING), CLOSED).when(record("b", AFTERNOON))
                .thenRefused(HourAccountRefusal.ACCOUNT_MERGED, "volunteerNumber");
        given(recorded("a", MORNING), CLOSED)
                .when(new HourAccountCommand.CertifyService(ACCOUNT, entry("a"), RECORDED_ON.plusDays(9)))
                .thenRefused(HourAccountRefusal.ACCOUNT_MERGED, "volunteerNumber");
    }

    @Test
    void r5_theEntriesComeAsTheyWere() {
        BroughtEntry theirs = handed(recorded("b", AFTERNOON), certified("b", 120)).getFirst();
        given(AGREED, recorded("a", MORNING)).when(absorb(theirs)).then(
                taken(theirs), new AccountAbsorbed(ACCOUNT, M, OTHER, List.of(entry("b")), RECORDED_ON));
        assertThat(theirs.state()).isEqualTo(EntryState.CERTIFIED);
        assertThat(theirs.origin().source()).isEqualTo(new SourceRecord(Sample.SYSTEM, "b"));
    }

    @Test
    void r5_absorbingAgainChangesNothingAndOnlyWhatWasAgreedIsTakenOver() {
        given(AGREED, new AccountAbsorbed(ACCOUNT, M, OTHER, List.of(), RECORDED_ON)).when(absorb()).thenAlreadySo(M);
        given().when(absorb()).thenRefused(HourAccountRefusal.MERGE_UNKNOWN, "merge");
    }

    @Test
    void r10_whatOverlapsWaitsForAPersonAndCountsOnce() {
        BroughtEntry theirs = handed(recorded("b", LATE_MORNING), certified("b", 120)).getFirst();
        given(AGREED, recorded("a", MORNING)).when(absorb(theirs)).then(
                taken(theirs, Hold.of(HoldReason.SERVICE_OVERLAPS)),
                new AccountAbsorbed(ACCOUNT, M, OTHER, List.of(entry("b")), RECORDED_ON));
    }

    @Test
    void r11_aDayThatBothFillWaitsForThoseWhoMayDecide() {
        BroughtEntry theirs = handed(recorded("b", saturday("14:00", "19:00"))).getFirst();
        given(AGREED, recorded("a", saturday("08:00", "13:00"))).when(absorb(theirs)).then(
                taken(theirs, Hold.of(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES)
                        .with("minutes", 600).with("limit", 480)),
                new AccountAbsorbed(ACCOUNT, M, OTHER, List.of(entry("b")), RECORDED_ON));
    }

    @Test
    void r9_theSameRecordIsKnownInTheSurvivorUnderTheNumberItWasSentWith() {
        BroughtEntry theirs = handed(recorded("b", AFTERNOON)).getFirst();
        BroughtEntry sentAs8 = new BroughtEntry(
                theirs.entryId(), theirs.state(), theirs.stateBefore(),
                new EntryOrigin(
                        theirs.origin().source(), 1,
                        ContentFingerprint.of(
                                "volunteer-8", Sample.STATION, Sample.ACTIVITY, AFTERNOON, EvidenceGrade.SYSTEM_TIMED),
                        "volunteer-8", Sample.STATION),
                theirs.contentDigest(), theirs.recordedBy(), theirs.evidence(), theirs.activity(), theirs.time(),
                theirs.circumstances(), theirs.dates(), theirs.marks(), false);
        given(AGREED, taken(sentAs8)).when(record("b", AFTERNOON)).thenAlreadySo(entry("b"));
        given(AGREED, taken(sentAs8)).when(record("b", MORNING))
                .thenRefused(changed());
    }

    @Test
    void r5_whatCameByAMergeLeavesAgainAndWhatWasRecordedSinceStays() {
        BroughtEntry theirs = handed(recorded("b", AFTERNOON)).getFirst();
        Fact[] merged = {
            AGREED, taken(theirs), new AccountAbsorbed(ACCOUNT, M, OTHER, List.of(entry("b")), RECORDED_ON),
            recorded("c", MORNING)
        };
        AccountGivenBack back = new AccountGivenBack(
                ACCOUNT, M, OTHER, List.of(entry("b")), AUTHORITY, "two-people", NOTE, RECORDED_ON);
        given(merged).when(giveBack(M)).then(back);
        given(merged).when(giveBack("merge-9")).thenRefused(HourAccountRefusal.MERGE_UNKNOWN, "merge");
        Fact[] undone = Stream.concat(Stream.of(merged), Stream.of(back)).toArray(Fact[]::new);
        given(undone).when(giveBack(M)).thenAlreadySo(M);
        given(undone).when(new HourAccountCommand.CertifyService(ACCOUNT, entry("b"), RECORDED_ON.plusDays(9)))
                .thenRefused(HourAccountRefusal.ENTRY_MOVED, "entry");
        given(undone).when(record("c", MORNING)).thenAlreadySo(entry("c"));
        given(undone).when(record("b", AFTERNOON).with(new Claim.Open(ACCOUNT, entry("b"), "same")))
                .thenRefused(changed());
    }

    @Test
    void r5_whatWaitedOnlyForTheMergeIsAsItWasWhenItGoesBack() {
        BroughtEntry theirs = handed(recorded("b", LATE_MORNING), certified("b", 120)).getFirst();
        List<AccountFact> past = List.of(
                AGREED, recorded("a", MORNING), taken(theirs, Hold.of(HoldReason.SERVICE_OVERLAPS)),
                new AccountAbsorbed(ACCOUNT, M, OTHER, List.of(entry("b")), RECORDED_ON),
                new AccountGivenBack(
                        ACCOUNT, M, OTHER, List.of(entry("b")), AUTHORITY, "two-people", NOTE, RECORDED_ON));
        assertThat(AccountRehearsal.givenBack(past, M)).containsExactly(theirs);
    }

    @Test
    void r5_theClosedAccountGoesOnWithWhatComesBack() {
        BroughtEntry ours = handed(recorded("a", MORNING)).getFirst();
        AccountReopened reopened = new AccountReopened(ACCOUNT, M, OTHER, RECORDED_ON);
        var reopen = new ReopenAccount(ACCOUNT, M, OTHER, List.of(ours), RULEBOOK, RECORDED_ON);
        given(recorded("a", MORNING), CLOSED).when(reopen).then(reopened, taken(ours));
        given(recorded("a", MORNING), CLOSED, reopened, taken(ours)).when(reopen).thenAlreadySo(M);
        given(recorded("a", MORNING), CLOSED, reopened, taken(ours)).when(record("a", MORNING))
                .thenAlreadySo(entry("a"));
        given(recorded("a", MORNING)).when(reopen).thenRefused(HourAccountRefusal.MERGE_UNKNOWN, "merge");
    }

    private static ledger.domain.Refusal changed() {
        return ledger.domain.Refusal.of(HourAccountRefusal.SOURCE_RECORD_CHANGED, "sourceRecord")
                .with("sourceSystem", Sample.SYSTEM)
                .with("sourceRecord", "b")
                .with("entry", entry("b"));
    }

    private static List<BroughtEntry> handed(AccountFact... past) {
        return AccountRehearsal.of(List.of(past)).handedOver();
    }

    private static AgreeToMerge agree(String mergeId) {
        return new AgreeToMerge(ACCOUNT, mergeId, OTHER, AUTHORITY, "same-person", NOTE, RECORDED_ON);
    }

    private static CloseAccount close(String mergeId) {
        return new CloseAccount(ACCOUNT, mergeId, OTHER, RECORDED_ON);
    }

    private static AbsorbAccount absorb(BroughtEntry... entries) {
        return new AbsorbAccount(ACCOUNT, M, OTHER, List.of(entries), RULEBOOK, RECORDED_ON);
    }

    private static GiveBackAccount giveBack(String mergeId) {
        return new GiveBackAccount(ACCOUNT, mergeId, AUTHORITY, "two-people", NOTE, RECORDED_ON);
    }

    private static ServiceTakenOver taken(BroughtEntry entry, Hold... conflicts) {
        return new ServiceTakenOver(ACCOUNT, entry.entryId(), M, OTHER, entry, List.of(conflicts));
    }
}
