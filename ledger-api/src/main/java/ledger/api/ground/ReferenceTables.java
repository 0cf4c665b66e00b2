package ledger.api.ground;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.organization.OrganizationEvent;

/** Writes what commands must know of other aggregates, in the transaction of the facts it mirrors. */
final class ReferenceTables implements BeforeAppend {

    private final JdbcTemplate jdbc;
    private final Claims claims;

    ReferenceTables(JdbcTemplate jdbc, Claims claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    @Override
    public void write(List<DomainEventMessage<?>> facts) {
        claims.follow(facts.stream()
                .map(DomainEventMessage::getPayload)
                .filter(HourAccountEvent.class::isInstance)
                .map(HourAccountEvent.class::cast)
                .toList());
        facts.stream()
                .map(DomainEventMessage::getPayload)
                .filter(OrganizationEvent.class::isInstance)
                .forEach(fact -> write((OrganizationEvent) fact));
    }

    private void write(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.OrganizationRegistered e -> jdbc.update(
                    """
                    INSERT INTO reference.organization (organization_id, code, name, kind, parent_id, zone, active)
                    VALUES (?, ?, ?, ?, ?, ?, true)
                    """,
                    e.organizationId(), e.code(), e.name(), e.kind().name(), e.parentId(), e.zone());
            case OrganizationEvent.OrganizationSuspended e -> activate(e.organizationId(), false);
            case OrganizationEvent.OrganizationReinstated e -> activate(e.organizationId(), true);
        }
    }

    private void activate(String organizationId, boolean active) {
        jdbc.update(
                "UPDATE reference.organization SET active = ? WHERE organization_id = ?", active, organizationId);
    }
}
