package ledger.projections.activity;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.activity.ActivityEvent.ActivityCancelled;
import ledger.domain.activity.ActivityEvent.ActivityClosed;
import ledger.domain.activity.ActivityEvent.ActivityPublished;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.activity.ActivityView.State;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityProjectionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    @Test
    void activitiesOfAnOrganizationWithWhatBecameOfThem() {
        TestViews.Session views = TestViews.empty();
        ActivityReader reader = new ActivityReader(views.jdbc());
        Facts facts = new Facts().add(
                published("1", "organization-1"), published("2", "organization-1"), published("3", "organization-1"),
                published("4", "organization-2"),
                new ActivityCancelled("activity-2", "weather", DAY), new ActivityClosed("activity-3", DAY));
        views.follow(new ActivityProjection(views.jdbc()), facts);
        assertThat(reader.of("organization-1", "", 10)).containsExactly(
                new ActivityView(published("1", "organization-1"), State.PUBLISHED),
                new ActivityView(published("2", "organization-1"), State.CANCELLED),
                new ActivityView(published("3", "organization-1"), State.CLOSED));
        assertThat(reader.of("organization-1", "A1", 1)).extracting(ActivityView::state)
                .containsExactly(State.CANCELLED);
        assertThat(reader.find("activity-4")).isPresent();
        assertThat(reader.find("activity-5")).isEmpty();
    }

    private static ActivityPublished published(String number, String organizerId) {
        return new ActivityPublished(
                "activity-" + number, organizerId, "A" + number, "义诊", null, null, "青禾社区", DAY, DAY, 180, null,
                null, DAY);
    }
}
