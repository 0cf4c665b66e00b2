package ledger.domain.volunteer;

import java.time.LocalDate;

import ledger.domain.Fact;

/** What happened to a volunteer's registration. */
public sealed interface VolunteerEvent extends Fact {

    String volunteerId();

    record VolunteerEnrolled(String volunteerId, String accountId, LocalDate registeredOn, String enrolledBy)
            implements VolunteerEvent {}
}
