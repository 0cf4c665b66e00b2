package ledger.projections.organization;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.organization.OrganizationEvent;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps the tree of organizations. */
public final class OrganizationProjection implements Projection {

    public static final String ROOM = "organization";

    private final JdbcTemplate jdbc;

    public OrganizationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public void project(List<RecordedFact> batch) {
        for (RecordedFact fact : batch) {
            if (fact.fact() instanceof OrganizationEvent event) {
                write(event);
            }
        }
    }

    private void write(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.OrganizationRegistered e -> jdbc.update(
                    """
                    INSERT INTO views_v1.organization (organization_id, code, name, kind, parent_id, zone, active)
                    VALUES (?, ?, ?, ?, ?, ?, true)
                    """,
                    e.organizationId(), e.code(), e.name(), e.kind().name(), e.parentId(), e.zone());
            case OrganizationEvent.OrganizationSuspended e -> activate(e.organizationId(), false);
            case OrganizationEvent.OrganizationReinstated e -> activate(e.organizationId(), true);
        }
    }

    private void activate(String organizationId, boolean active) {
        jdbc.update(
                "UPDATE views_v1.organization SET active = ? WHERE organization_id = ?", active, organizationId);
    }
}
