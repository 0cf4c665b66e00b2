package ledger.projections.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A volunteer's registration, by opaque id.
 *
 * @param frozenOn since when new entries and statements are stopped (R20); absent when they are not
 * @param frozenUntil last day of the freeze; absent for no end
 * @param withdrawnOn when the volunteer left
 * @param mergedInto id of the volunteer whose number it is one with now (R5); absent unless it was merged
 */
public record VolunteerView(
        String volunteerId,
        LocalDate registeredOn,
        String enrolledBy,
        @Nullable LocalDate frozenOn,
        @Nullable LocalDate frozenUntil,
        @Nullable String frozenReason,
        @Nullable LocalDate withdrawnOn,
        @Nullable String mergedInto) {

    /** Whether the freeze is in force on a day. */
    public boolean isFrozen(LocalDate day) {
        return frozenOn != null && (frozenUntil == null || !day.isAfter(frozenUntil));
    }
}
