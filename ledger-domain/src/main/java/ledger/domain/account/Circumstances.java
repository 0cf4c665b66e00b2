package ledger.domain.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What others know of the volunteer and of the activity on the day of service (R12, R14, R20): looked up by the door,
 * put into the command, and stored as used.
 *
 * @param age whole years on the day of service, negative before birth; absent when no birth date is known
 * @param guardianConsent whether a guardian's consent was in force that day
 * @param qualifications codes of training, credentials and insurance in force that day
 * @param plannedMinutes planned length of the activity that the session is linked to; absent when it is linked to none
 * @param frozen whether the volunteer is frozen when the session is recorded
 * @param falseHours that hours of the volunteer were found to be false (R25); absent where none were
 */
public record Circumstances(
        @Nullable Integer age,
        boolean guardianConsent,
        List<String> qualifications,
        @Nullable Integer plannedMinutes,
        boolean frozen,
        @Nullable FoundFalse falseHours) {

    /** Nothing is known that speaks against a session. */
    public static final Circumstances UNKNOWN = new Circumstances(null, false, List.of(), null, false, null);

    public Circumstances {
        qualifications = List.copyOf(qualifications);
    }

    /** The same, linked to the activity that the session was linked to before, where nothing newer is known. */
    Circumstances linkedLike(Circumstances before) {
        return plannedMinutes != null
                ? this
                : new Circumstances(age, guardianConsent, qualifications, before.plannedMinutes(), frozen, falseHours);
    }
}
