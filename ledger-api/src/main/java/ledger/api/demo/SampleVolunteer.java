package ledger.api.demo;

import java.time.LocalDate;

/** A person of the sample city as the register of volunteers knows them. */
record SampleVolunteer(
        String number,
        String name,
        String documentNumber,
        LocalDate bornOn,
        boolean female,
        LocalDate registeredOn) {

    /** Whether a guardian had to consent: nobody of the sample city comes of age during the story. */
    boolean isMinor() {
        return bornOn.plusYears(18).isAfter(SampleCity.LAST_DAY);
    }
}
