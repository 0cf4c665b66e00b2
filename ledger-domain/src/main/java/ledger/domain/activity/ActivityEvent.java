package ledger.domain.activity;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;

/** What happened to an activity. */
public sealed interface ActivityEvent extends Fact {

    String activityId();

    record ActivityPublished(
            String activityId,
            String organizerId,
            String code,
            String name,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            LocalDate from,
            LocalDate to,
            int plannedMinutes,
            @Nullable String personInChargeId,
            @Nullable String recipients,
            LocalDate publishedOn)
            implements ActivityEvent {

        /** Whether it says the same, whenever it was published. */
        boolean saysTheSameAs(ActivityPublished other) {
            return withDay(other.publishedOn()).equals(other);
        }

        private ActivityPublished withDay(LocalDate day) {
            return new ActivityPublished(
                    activityId, organizerId, code, name, category, content, place, from, to, plannedMinutes,
                    personInChargeId, recipients, day);
        }
    }

    record ActivityCancelled(String activityId, String reasonCode, LocalDate cancelledOn) implements ActivityEvent {}

    record ActivityClosed(String activityId, LocalDate closedOn) implements ActivityEvent {}
}
