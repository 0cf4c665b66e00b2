package ledger.domain.volunteer;

import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;

/** A volunteer's registration: not enrolled, or enrolled since a day. */
sealed interface Volunteer {

    record NotEnrolled() implements Volunteer {}

    record Enrolled(VolunteerEnrolled enrolled) implements Volunteer {}

    static Decision<VolunteerEvent> decide(Volunteer state, VolunteerCommand command) {
        return switch (command) {
            case EnrolVolunteer enrol -> switch (state) {
                case NotEnrolled none -> Decision.accept(new VolunteerEnrolled(
                        enrol.volunteerId(), LedgerIds.accountOf(enrol.volunteerId()), enrol.registeredOn(),
                        enrol.enrolledBy()));
                case Enrolled known -> known.enrolled().registeredOn().equals(enrol.registeredOn())
                        ? Decision.alreadySo(enrol.volunteerId())
                        : Decision.refuse(VolunteerRefusal.VOLUNTEER_DIFFERS, "registeredOn");
            };
        };
    }

    static Volunteer evolve(Volunteer state, VolunteerEvent event) {
        return switch (event) {
            case VolunteerEnrolled enrolled -> new Enrolled(enrolled);
        };
    }
}
