package ledger.domain.volunteer;

import java.time.LocalDate;

import ledger.domain.LedgerCommand;

/** What can be asked of one volunteer's registration. */
public sealed interface VolunteerCommand extends LedgerCommand {

    String volunteerId();

    @Override
    default String aggregateId() {
        return volunteerId();
    }

    /**
     * Register a volunteer. Who it is stands in the vault; the fact knows the id only (R5).
     *
     * @param registeredOn from this day service counts towards schemes that count from registration (R22)
     * @param enrolledBy organization that entered the registration
     */
    record EnrolVolunteer(String volunteerId, LocalDate registeredOn, String enrolledBy) implements VolunteerCommand {}
}
