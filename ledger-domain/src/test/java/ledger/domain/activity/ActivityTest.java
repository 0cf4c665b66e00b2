package ledger.domain.activity;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.activity.ActivityCommand.CancelActivity;
import ledger.domain.activity.ActivityCommand.CloseActivity;
import ledger.domain.activity.ActivityCommand.PublishActivity;
import ledger.domain.activity.ActivityEvent.ActivityCancelled;
import ledger.domain.activity.ActivityEvent.ActivityClosed;
import ledger.domain.activity.ActivityEvent.ActivityPublished;

class ActivityTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-14");
    private static final String ID = LedgerIds.activity("organization-1", "YZ-03");
    private static final ActivityPublished PUBLISHED = new ActivityPublished(
            ID, "organization-1", "YZ-03", "青年义诊", "卫生健康", "量血压", "青禾社区", DAY, DAY.plusDays(1), 180,
            "contact-1", "社区老人", DAY.minusDays(9));
    private static final ActivityCancelled CANCELLED = new ActivityCancelled(ID, "weather", DAY);
    private static final ActivityClosed CLOSED = new ActivityClosed(ID, DAY);

    @Test
    void publishesAnActivityOnceWhateverTheDay() {
        given().when(publish("青年义诊", 180, DAY.minusDays(9))).then(PUBLISHED);
        given(PUBLISHED).when(publish("青年义诊", 180, DAY)).thenAlreadySo(ID);
        given(PUBLISHED).when(publish("青年义诊", 240, DAY)).thenRefused(
                Refusal.of(ActivityRefusal.ACTIVITY_DIFFERS, "activityCode").with("code", "YZ-03"));
    }

    @Test
    void r12_refusesAPlannedLengthThatNoSessionCanHave() {
        given().when(publish("青年义诊", 0, DAY)).thenRefused(ActivityRefusal.PLANNED_MINUTES_INVALID, "plannedMinutes");
        given().when(publish("青年义诊", 1_441, DAY))
                .thenRefused(ActivityRefusal.PLANNED_MINUTES_INVALID, "plannedMinutes");
    }

    @Test
    void refusesAnActivityWithoutNameOrThatEndsBeforeItBegins() {
        given().when(publish("", 180, DAY)).thenRefused(ActivityRefusal.ACTIVITY_NAME_MISSING, "activityName");
        given().when(new PublishActivity(
                        "organization-1", "", "青年义诊", null, null, null, DAY, DAY, 60, null, null, DAY))
                .thenRefused(ActivityRefusal.ACTIVITY_CODE_MISSING, "activityCode");
        given().when(new PublishActivity(
                        "organization-1", "YZ-03", "青年义诊", null, null, null, DAY, DAY.minusDays(1), 60, null, null,
                        DAY))
                .thenRefused(ActivityRefusal.ACTIVITY_PERIOD_REVERSED, "to");
    }

    @Test
    void cancelsAndClosesWhatWasPublished() {
        given(PUBLISHED).when(new CancelActivity(ID, "weather", DAY)).then(CANCELLED);
        given(PUBLISHED, CANCELLED).when(new CancelActivity(ID, "weather", DAY)).thenAlreadySo(ID);
        given(PUBLISHED).when(new CloseActivity(ID, DAY)).then(CLOSED);
        given(PUBLISHED, CLOSED).when(new CloseActivity(ID, DAY)).thenAlreadySo(ID);
        given(PUBLISHED, CANCELLED).when(new CloseActivity(ID, DAY))
                .thenRefused(ActivityRefusal.ACTIVITY_CANCELLED, "activityCode");
        given().when(new CancelActivity(ID, "weather", DAY))
                .thenRefused(ActivityRefusal.ACTIVITY_UNKNOWN, "activityCode");
        given().when(new CloseActivity(ID, DAY)).thenRefused(ActivityRefusal.ACTIVITY_UNKNOWN, "activityCode");
    }

    private static PublishActivity publish(String name, int plannedMinutes, LocalDate day) {
        return new PublishActivity(
                "organization-1", "YZ-03", name, "卫生健康", "量血压", "青禾社区", DAY, DAY.plusDays(1), plannedMinutes,
                "contact-1", "社区老人", day);
    }

    private static Scenario<ActivityAggregate> given(Fact... history) {
        return Scenario.given(ActivityAggregate.class, history);
    }
}
