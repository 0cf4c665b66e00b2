package ledger.projections.organization;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.organization.OrganizationEvent;
import ledger.domain.organization.OrganizationStanding;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps the tree of organizations, how each stands, and who acts for it. */
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
    public List<String> tables() {
        return List.of("organization", "organization_bond", "officer");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        for (RecordedFact fact : batch) {
            if (fact.fact() instanceof OrganizationEvent event) {
                write(event, fact.position());
            }
        }
    }

    private void write(OrganizationEvent event, long position) {
        switch (event) {
            case OrganizationEvent.OrganizationRegistered e -> {
                register(e);
                bind(e.organizationId(), e.parentId(), false, position);
            }
            case OrganizationEvent.OrganizationAffiliated e -> {
                jdbc.update(
                        "UPDATE views_v1.organization SET parent_id = ? WHERE organization_id = ?",
                        e.parentId(), e.organizationId());
                jdbc.update(
                        """
                        UPDATE views_v1.organization_bond SET known_to = ?
                        WHERE organization_id = ? AND NOT successor AND known_to IS NULL
                        """,
                        position, e.organizationId());
                bind(e.organizationId(), e.parentId(), false, position);
            }
            case OrganizationEvent.OrganizationWarned e -> jdbc.update(
                    "UPDATE views_v1.organization SET standing = 'WARNED' WHERE organization_id = ? AND active",
                    e.organizationId());
            case OrganizationEvent.OrganizationSuspended e -> set(e.organizationId(), OrganizationStanding.SUSPENDED);
            case OrganizationEvent.OrganizationReinstated e -> set(e.organizationId(), OrganizationStanding.ACTIVE);
            case OrganizationEvent.OrganizationDissolved e -> {
                set(e.organizationId(), OrganizationStanding.DISSOLVED);
                jdbc.update(
                        "UPDATE views_v1.organization SET successor_id = ? WHERE organization_id = ?",
                        e.successorId(), e.organizationId());
                bind(e.organizationId(), e.successorId(), true, position);
            }
            case OrganizationEvent.OfficerAppointed e -> jdbc.update(
                    "INSERT INTO views_v1.officer (organization_id, officer_id, role, appointed_on) VALUES (?, ?, ?, ?)",
                    e.organizationId(), e.officerId(), e.role().name(), e.appointedOn());
            case OrganizationEvent.OfficerDismissed e -> jdbc.update(
                    "DELETE FROM views_v1.officer WHERE organization_id = ? AND officer_id = ? AND role = ?",
                    e.organizationId(), e.officerId(), e.role().name());
        }
    }

    private void register(OrganizationEvent.OrganizationRegistered e) {
        jdbc.update(
                """
                INSERT INTO views_v1.organization
                  (organization_id, code, name, kind, parent_id, zone, active, standing)
                VALUES (?, ?, ?, ?, ?, ?, true, 'ACTIVE')
                """,
                e.organizationId(), e.code(), e.name(), e.kind().name(), e.parentId(), e.zone());
    }

    private void bind(String organizationId, @Nullable String aboveId, boolean successor, long position) {
        if (aboveId != null) {
            jdbc.update(
                    """
                    INSERT INTO views_v1.organization_bond (organization_id, above_id, successor, known_from)
                    VALUES (?, ?, ?, ?)
                    """,
                    organizationId, aboveId, successor, position);
        }
    }

    private void set(String organizationId, OrganizationStanding standing) {
        jdbc.update(
                "UPDATE views_v1.organization SET standing = ?, active = ? WHERE organization_id = ?",
                standing.name(), standing.mayRecord(), organizationId);
    }
}
