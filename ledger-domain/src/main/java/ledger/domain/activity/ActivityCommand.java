package ledger.domain.activity;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;

/** What can be asked of one activity. */
public sealed interface ActivityCommand extends LedgerCommand {

    String activityId();

    @Override
    default String aggregateId() {
        return activityId();
    }

    /**
     * Announce an activity.
     *
     * @param organizerId the organization that runs it
     * @param code what its sessions name it by, unique for the organizer
     * @param from first day
     * @param to last day
     * @param plannedMinutes planned length of one session of it, whole minutes from 1 to 1440 (R12)
     * @param personInChargeId the person's id among the organizer's contacts
     * @param recipients whom it serves, in general words
     */
    record PublishActivity(
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
            implements ActivityCommand {

        @Override
        public String activityId() {
            return LedgerIds.activity(organizerId, code);
        }
    }

    record CancelActivity(String activityId, String reasonCode, LocalDate cancelledOn) implements ActivityCommand {}

    /** It is over and nothing more is announced of it. */
    record CloseActivity(String activityId, LocalDate closedOn) implements ActivityCommand {}
}
