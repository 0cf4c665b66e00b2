package ledger.api.ground;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.activity.ActivityEvent;
import ledger.domain.organization.OrganizationEvent;
import ledger.domain.place.GridEvent;
import ledger.domain.volunteer.VolunteerEvent;

/** Writes what commands must know of other aggregates, in the transaction of the facts it mirrors. */
final class ReferenceTables implements BeforeAppend {

    private final Claims claims;
    private final OrganizationTable organizations;
    private final RegisterTables registers;

    ReferenceTables(JdbcTemplate jdbc, Claims claims) {
        this.claims = claims;
        this.organizations = new OrganizationTable(jdbc);
        this.registers = new RegisterTables(jdbc);
    }

    @Override
    public void write(List<DomainEventMessage<?>> facts) {
        organizations.follow(only(OrganizationEvent.class, facts));
        registers.followVolunteers(only(VolunteerEvent.class, facts));
        only(ActivityEvent.class, facts).forEach(registers::write);
        only(GridEvent.class, facts).forEach(registers::write);
        claims.follow(only(HourAccountEvent.class, facts));
    }

    private static <E> List<E> only(Class<E> kind, List<DomainEventMessage<?>> facts) {
        return facts.stream()
                .map(DomainEventMessage::getPayload)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
