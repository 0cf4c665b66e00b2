package ledger.domain.activity;

import java.util.Optional;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.activity.ActivityCommand.CancelActivity;
import ledger.domain.activity.ActivityCommand.CloseActivity;
import ledger.domain.activity.ActivityCommand.PublishActivity;
import ledger.domain.activity.ActivityEvent.ActivityCancelled;
import ledger.domain.activity.ActivityEvent.ActivityClosed;
import ledger.domain.activity.ActivityEvent.ActivityPublished;

/** An activity that was announced: not yet, published, cancelled, or over. Service is recorded by entries, never here. */
sealed interface Activity {

    int LONGEST_PLANNED_MINUTES = 1_440;

    record Unpublished() implements Activity {}

    record Published(ActivityPublished published) implements Activity {}

    record Cancelled(ActivityPublished published) implements Activity {}

    record Closed(ActivityPublished published) implements Activity {}

    static Decision<ActivityEvent> decide(Activity state, ActivityCommand command) {
        return switch (command) {
            case PublishActivity publish -> publish(state, publish);
            case CancelActivity cancel -> switch (state) {
                case Unpublished none -> unknown();
                case Cancelled cancelled -> Decision.alreadySo(cancel.activityId());
                case Published published -> cancelled(cancel);
                case Closed closed -> cancelled(cancel);
            };
            case CloseActivity close -> switch (state) {
                case Unpublished none -> unknown();
                case Closed closed -> Decision.alreadySo(close.activityId());
                case Cancelled cancelled -> Decision.refuse(ActivityRefusal.ACTIVITY_CANCELLED, "activityCode");
                case Published published -> Decision.accept(
                        new ActivityClosed(close.activityId(), close.closedOn()));
            };
        };
    }

    private static Decision<ActivityEvent> publish(Activity state, PublishActivity command) {
        Optional<Decision<ActivityEvent>> incomplete = incomplete(command);
        if (incomplete.isPresent()) {
            return incomplete.get();
        }
        var sent = new ActivityPublished(
                command.activityId(), command.organizerId(), command.code(), command.name(), command.category(),
                command.content(), command.place(), command.from(), command.to(), command.plannedMinutes(),
                command.personInChargeId(), command.recipients(), command.publishedOn());
        return switch (state) {
            case Unpublished none -> Decision.accept(sent);
            case Published known -> again(known.published(), sent);
            case Cancelled known -> again(known.published(), sent);
            case Closed known -> again(known.published(), sent);
        };
    }

    private static Optional<Decision<ActivityEvent>> incomplete(PublishActivity command) {
        if (command.code().isBlank()) {
            return Optional.of(Decision.refuse(ActivityRefusal.ACTIVITY_CODE_MISSING, "activityCode"));
        }
        if (command.name().isBlank()) {
            return Optional.of(Decision.refuse(ActivityRefusal.ACTIVITY_NAME_MISSING, "activityName"));
        }
        if (command.to().isBefore(command.from())) {
            return Optional.of(Decision.refuse(ActivityRefusal.ACTIVITY_PERIOD_REVERSED, "to"));
        }
        return command.plannedMinutes() < 1 || command.plannedMinutes() > LONGEST_PLANNED_MINUTES
                ? Optional.of(Decision.refuse(ActivityRefusal.PLANNED_MINUTES_INVALID, "plannedMinutes"))
                : Optional.empty();
    }

    private static Decision<ActivityEvent> again(ActivityPublished known, ActivityPublished sent) {
        return known.saysTheSameAs(sent)
                ? Decision.alreadySo(known.activityId())
                : Decision.refuse(
                        Refusal.of(ActivityRefusal.ACTIVITY_DIFFERS, "activityCode").with("code", sent.code()));
    }

    private static Decision<ActivityEvent> cancelled(CancelActivity cancel) {
        return Decision.accept(new ActivityCancelled(cancel.activityId(), cancel.reasonCode(), cancel.cancelledOn()));
    }

    private static Decision<ActivityEvent> unknown() {
        return Decision.refuse(ActivityRefusal.ACTIVITY_UNKNOWN, "activityCode");
    }

    static Activity evolve(Activity state, ActivityEvent event) {
        return switch (event) {
            case ActivityPublished published -> new Published(published);
            case ActivityCancelled cancelled -> new Cancelled(publishedAs(state));
            case ActivityClosed closed -> new Closed(publishedAs(state));
        };
    }

    private static ActivityPublished publishedAs(Activity state) {
        return switch (state) {
            case Published known -> known.published();
            case Cancelled known -> known.published();
            case Closed known -> known.published();
            case Unpublished none -> throw new IllegalStateException("a fact speaks of an activity never published");
        };
    }
}
