package ledger.api.ground;

import java.util.Comparator;
import java.util.List;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;
import ledger.domain.organization.OrganizationEvent;
import ledger.domain.organization.OrganizationStanding;

/** The tree of organizations as commands see it, written with the facts that shape it. */
public final class OrganizationTable {

    /** Whoever moves an organization holds this lock to the end of the transaction: two moves never make a circle. */
    private static final long MOVES = 0x6f72676d6f766573L;

    private final JdbcTemplate jdbc;

    public OrganizationTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order of locks, whatever the order of the commands; of one organization in the order it happened. */
    public void follow(List<OrganizationEvent> facts) {
        facts.stream().sorted(Comparator.comparing(OrganizationEvent::organizationId)).forEach(this::write);
        facts.forEach(fact -> {
            if (fact instanceof OrganizationEvent.OrganizationAffiliated moved && standsUnderItself(moved)) {
                throw new ConcurrencyFailureException("two organizations were put under each other at the same moment");
            }
        });
    }

    private boolean standsUnderItself(OrganizationEvent.OrganizationAffiliated moved) {
        return moved.parentId() != null && isUnder(moved.parentId(), moved.organizationId());
    }

    private void write(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.OrganizationRegistered e -> jdbc.update(
                    """
                    INSERT INTO reference.organization
                      (organization_id, code, name, kind, parent_id, zone, active, standing)
                    VALUES (?, ?, ?, ?, ?, ?, true, 'ACTIVE')
                    """,
                    e.organizationId(), e.code(), e.name(), e.kind().name(), e.parentId(), e.zone());
            case OrganizationEvent.OrganizationAffiliated e -> jdbc.update(
                    "UPDATE reference.organization SET parent_id = ? WHERE organization_id = ?",
                    e.parentId(), e.organizationId());
            case OrganizationEvent.OrganizationWarned e -> jdbc.update(
                    "UPDATE reference.organization SET standing = 'WARNED' WHERE organization_id = ? AND active",
                    e.organizationId());
            case OrganizationEvent.OrganizationSuspended e -> set(e.organizationId(), OrganizationStanding.SUSPENDED);
            case OrganizationEvent.OrganizationReinstated e -> set(e.organizationId(), OrganizationStanding.ACTIVE);
            case OrganizationEvent.OrganizationDissolved e -> {
                set(e.organizationId(), OrganizationStanding.DISSOLVED);
                jdbc.update(
                        "UPDATE reference.organization SET successor_id = ? WHERE organization_id = ?",
                        e.successorId(), e.organizationId());
            }
            case OrganizationEvent.OfficerAppointed ignored -> { }
            case OrganizationEvent.OfficerDismissed ignored -> { }
        }
    }

    private void set(String organizationId, OrganizationStanding standing) {
        jdbc.update(
                "UPDATE reference.organization SET standing = ?, active = ? WHERE organization_id = ?",
                standing.name(), standing.mayRecord(), organizationId);
    }

    /** Tell a move whether it would make a circle, with all other moves kept waiting. */
    AffiliateOrganization briefed(AffiliateOrganization move) {
        if (move.parentId() == null) {
            return move;
        }
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> { }, MOVES);
        return move.withUnderItself(isUnder(move.parentId(), move.organizationId()));
    }

    private boolean isUnder(String organizationId, String above) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                WITH RECURSIVE above AS (
                  SELECT organization_id, parent_id FROM reference.organization WHERE organization_id = ?
                  UNION
                  SELECT o.organization_id, o.parent_id
                  FROM reference.organization o JOIN above a ON o.organization_id = a.parent_id
                )
                SELECT EXISTS (SELECT 1 FROM above WHERE organization_id = ?)
                """,
                Boolean.class, organizationId, above));
    }
}
