package ledger.api.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * One session that a volunteer gave to an activity, as its organization wrote it down.
 *
 * @param from local start; with seconds only where a machine took it
 * @param to local end, on the same day
 */
record SampleSession(
        SampleVolunteer volunteer,
        SampleOrganization organization,
        SampleOrganization.Activity activity,
        String place,
        LocalDateTime from,
        LocalDateTime to,
        int breakMinutes,
        String sourceSystem,
        String sourceRecord,
        String remark) {

    LocalDate servedOn() {
        return from.toLocalDate();
    }

    /** Minors serve at the weekend only, and never in rescue work (R14). */
    boolean suitsAge() {
        DayOfWeek day = from.getDayOfWeek();
        return !volunteer.isMinor()
                || organization.takesMinors() && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }

    /** First whole minute: a start with seconds is rounded up (R4). */
    LocalDateTime fromMinute() {
        LocalDateTime cut = from.truncatedTo(ChronoUnit.MINUTES);
        return cut.equals(from) ? cut : cut.plusMinutes(1);
    }

    /** The minute after the last whole one: an end with seconds is rounded down (R4). */
    LocalDateTime toMinute() {
        return to.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Minutes of service, breaks taken off. */
    int minutes() {
        return (int) Duration.between(fromMinute(), toMinute()).toMinutes() - breakMinutes;
    }
}
