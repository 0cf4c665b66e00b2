package ledger.domain.volunteer;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;

class VolunteerTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-05");
    private static final VolunteerEnrolled ENROLLED =
            new VolunteerEnrolled("volunteer-7", "account-7", DAY, "organization-station");

    @Test
    void r5_enrolsAVolunteerWithOneAccount() {
        given().when(new EnrolVolunteer("volunteer-7", DAY, "organization-station")).then(ENROLLED);
    }

    @Test
    void r5_enrollingAgainChangesNothing() {
        given(ENROLLED).when(new EnrolVolunteer("volunteer-7", DAY, "organization-station"))
                .thenAlreadySo("volunteer-7");
        given(ENROLLED).when(new EnrolVolunteer("volunteer-7", DAY, "organization-elsewhere"))
                .thenAlreadySo("volunteer-7");
    }

    @Test
    void r5_refusesASecondEnrolmentWithAnotherDate() {
        given(ENROLLED).when(new EnrolVolunteer("volunteer-7", DAY.plusDays(1), "organization-station"))
                .thenRefused(VolunteerRefusal.VOLUNTEER_DIFFERS, "registeredOn");
    }

    private static Scenario<VolunteerAggregate> given(Fact... history) {
        return Scenario.given(VolunteerAggregate.class, history);
    }
}
