package ledger.domain.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.domain.volunteer.VolunteerCommand.FreezeVolunteer;
import ledger.domain.volunteer.VolunteerCommand.MergeVolunteers;
import ledger.domain.volunteer.VolunteerCommand.UnfreezeVolunteer;
import ledger.domain.volunteer.VolunteerCommand.UnmergeVolunteers;
import ledger.domain.volunteer.VolunteerCommand.WithdrawVolunteer;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.domain.volunteer.VolunteerEvent.VolunteerFrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerUnfrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteersMerged;
import ledger.domain.volunteer.VolunteerEvent.VolunteersUnmerged;

class VolunteerTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-05");
    private static final VolunteerEnrolled ENROLLED =
            new VolunteerEnrolled("volunteer-7", "account-7", DAY, "organization-station");

    private static final VolunteerFrozen FROZEN =
            new VolunteerFrozen("volunteer-7", "false-hours", null, DAY, null);
    private static final VolunteerUnfrozen UNFROZEN = new VolunteerUnfrozen("volunteer-7", null, DAY);
    private static final VolunteerWithdrawn LEFT = new VolunteerWithdrawn("volunteer-7", "own-wish", null, DAY);

    @Test
    void r5_enrolsAVolunteerWithOneAccount() {
        given().when(new EnrolVolunteer("volunteer-7", DAY, "organization-station")).then(ENROLLED);
    }

    @Test
    void r5_enrollingAgainChangesNothing() {
        given(ENROLLED).when(new EnrolVolunteer("volunteer-7", DAY, "organization-station"))
                .thenAlreadySo("volunteer-7");
        given(ENROLLED).when(new EnrolVolunteer("volunteer-7", DAY, "organization-elsewhere"))
                .thenAlreadySo("volunteer-7");
    }

    @Test
    void r5_refusesASecondEnrolmentWithAnotherDate() {
        given(ENROLLED).when(new EnrolVolunteer("volunteer-7", DAY.plusDays(1), "organization-station"))
                .thenRefused(VolunteerRefusal.VOLUNTEER_DIFFERS, "registeredOn");
    }

    @Test
    void r20_freezesAndLiftsTheFreeze() {
        given(ENROLLED).when(freeze("false-hours", null)).then(FROZEN);
        given(ENROLLED, FROZEN).when(freeze("false-hours", null)).thenAlreadySo("volunteer-7");
        given(ENROLLED, FROZEN).when(new UnfreezeVolunteer("volunteer-7", null, DAY)).then(UNFROZEN);
        given(ENROLLED).when(new UnfreezeVolunteer("volunteer-7", null, DAY)).thenAlreadySo("volunteer-7");
        given(ENROLLED, FROZEN, UNFROZEN).when(freeze("false-hours", null)).then(FROZEN);
    }

    @Test
    void r20_aLaterFreezeTakesThePlaceOfTheOneBefore() {
        given(ENROLLED, FROZEN).when(freeze("false-hours", DAY.plusMonths(3)))
                .then(new VolunteerFrozen("volunteer-7", "false-hours", null, DAY, DAY.plusMonths(3)));
    }

    @Test
    void r20_refusesAFreezeThatEndsBeforeItBeginsOrOfNobody() {
        given(ENROLLED).when(freeze("false-hours", DAY.minusDays(1)))
                .thenRefused(VolunteerRefusal.FREEZE_ENDS_BEFORE_IT_BEGINS, "until");
        given().when(freeze("false-hours", null))
                .thenRefused(VolunteerRefusal.VOLUNTEER_NOT_MATCHED, "volunteerNumber");
        given(ENROLLED, LEFT).when(freeze("false-hours", null))
                .thenRefused(VolunteerRefusal.VOLUNTEER_WITHDRAWN, "volunteerNumber");
    }

    @Test
    void r5_aMergedNumberKeepsNothingNewAndIsAsBeforeWhenTheMergeIsUndone() {
        var merged = new VolunteersMerged("volunteer-7", "merge-1", "volunteer-8", DAY);
        var merge = new MergeVolunteers("volunteer-7", "merge-1", "volunteer-8", DAY);
        var unmerged = new VolunteersUnmerged("volunteer-7", "merge-1", DAY);
        var unmerge = new UnmergeVolunteers("volunteer-7", "merge-1", DAY);
        given(ENROLLED).when(merge).then(merged);
        given(ENROLLED, merged).when(merge).thenAlreadySo("volunteer-7");
        given(ENROLLED, merged).when(freeze("false-hours", null))
                .thenRefused(VolunteerRefusal.VOLUNTEER_MERGED, "volunteerNumber");
        given(ENROLLED, FROZEN, merged).when(unmerge).then(unmerged);
        given(ENROLLED, FROZEN, merged, unmerged).when(freeze("false-hours", null)).thenAlreadySo("volunteer-7");
        given(ENROLLED).when(unmerge).thenAlreadySo("volunteer-7");
        given().when(merge).thenRefused(VolunteerRefusal.VOLUNTEER_NOT_MATCHED, "volunteerNumber");
    }

    @Test
    void aVolunteerLeavesOnceAndNotOutOfAFreeze() {
        WithdrawVolunteer leave = new WithdrawVolunteer("volunteer-7", "own-wish", null, DAY);
        given(ENROLLED).when(leave).then(LEFT);
        given(ENROLLED, LEFT).when(leave).thenAlreadySo("volunteer-7");
        given(ENROLLED, FROZEN).when(leave).thenRefused(VolunteerRefusal.UNFREEZE_FIRST, "volunteerNumber");
        given(ENROLLED, LEFT).when(new EnrolVolunteer("volunteer-7", DAY, "organization-station"))
                .thenAlreadySo("volunteer-7");
    }

    private static FreezeVolunteer freeze(String reasonCode, @Nullable LocalDate until) {
        return new FreezeVolunteer("volunteer-7", reasonCode, null, DAY, until);
    }

    private static Scenario<VolunteerAggregate> given(Fact... history) {
        return Scenario.given(VolunteerAggregate.class, history);
    }
}
