package ledger.api.ground;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AccountFact;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.activity.ActivityEvent;
import ledger.domain.organization.OrganizationEvent;
import ledger.domain.place.GridEvent;
import ledger.domain.place.StationEvent;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.volunteer.VolunteerEvent;

/** Writes what commands must know of other aggregates, in the transaction of the facts it mirrors. */
public final class ReferenceTables implements BeforeAppend {

    private final Claims claims;
    private final OrganizationTable organizations;
    private final RegisterTables registers;

    public ReferenceTables(JdbcTemplate jdbc, Claims claims) {
        this.claims = claims;
        this.organizations = new OrganizationTable(jdbc);
        this.registers = new RegisterTables(jdbc);
    }

    @Override
    public void write(List<DomainEventMessage<?>> facts) {
        List<?> payloads = facts.stream().map(DomainEventMessage::getPayload).toList();
        organizations.follow(only(OrganizationEvent.class, payloads));
        followRegisters(payloads);
        claims.follow(only(AccountFact.class, payloads));
    }

    /**
     * Papers, freezes, merged numbers, false hours, activities, stations and grids; nothing about them is refused by
     * another fact of the same moment.
     */
    public void followRegisters(List<?> facts) {
        registers.followVolunteers(only(VolunteerEvent.class, facts));
        only(ActivityEvent.class, facts).forEach(registers::write);
        only(GridEvent.class, facts).forEach(registers::write);
        only(StationEvent.class, facts).forEach(registers::write);
        only(AccountMergeEvent.class, facts).forEach(registers::write);
        only(FalseHoursEvent.class, facts).forEach(registers::write);
    }

    private static <E> List<E> only(Class<E> kind, List<?> facts) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
