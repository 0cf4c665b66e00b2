package ledger.projections.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.organization.OfficerRole;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationStanding;
import ledger.projections.statement.HourStatement.RecordingUnit;

/** Answers who is in the register of organizations. */
public final class OrganizationReader {

    private static final RowMapper<OrganizationView> VIEW = (row, number) -> new OrganizationView(
            row.getString("organization_id"),
            row.getString("code"),
            row.getString("name"),
            OrganizationKind.valueOf(row.getString("kind")),
            row.getString("parent_id"),
            row.getString("zone"),
            row.getBoolean("active"),
            OrganizationStanding.valueOf(row.getString("standing")),
            row.getString("successor_id"));

    private final JdbcTemplate jdbc;

    public OrganizationReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the register by code, after a code. */
    public List<OrganizationView> list(String afterCode, int limit) {
        return jdbc.query(
                "SELECT * FROM views_v1.organization WHERE code > ? ORDER BY code LIMIT ?", VIEW, afterCode, limit);
    }

    /** A page of those directly under an organization, by code, after a code. */
    public List<OrganizationView> under(String parentId, String afterCode, int limit) {
        return jdbc.query(
                "SELECT * FROM views_v1.organization WHERE parent_id = ? AND code > ? ORDER BY code LIMIT ?",
                VIEW, parentId, afterCode, limit);
    }

    /** A page of all below an organization, however deep, by code, after a code. */
    public List<OrganizationView> below(String organizationId, String afterCode, int limit) {
        return jdbc.query(
                """
                WITH RECURSIVE below AS (
                  SELECT organization_id FROM views_v1.organization WHERE parent_id = ?
                  UNION
                  SELECT o.organization_id FROM views_v1.organization o JOIN below b ON o.parent_id = b.organization_id
                )
                SELECT * FROM views_v1.organization
                WHERE organization_id IN (SELECT organization_id FROM below) AND code > ? ORDER BY code LIMIT ?
                """,
                VIEW, organizationId, afterCode, limit);
    }

    public List<OfficerView> officers(String organizationId) {
        return jdbc.query(
                "SELECT * FROM views_v1.officer WHERE organization_id = ? ORDER BY role, appointed_on, officer_id",
                (row, number) -> new OfficerView(
                        row.getString("officer_id"),
                        OfficerRole.valueOf(row.getString("role")),
                        row.getObject("appointed_on", LocalDate.class)),
                organizationId);
    }

    /**
     * For whom an organization signs, as known at a position: for itself, and for those dissolved bodies below it
     * whose lines nobody else is left to certify, successors being taken for what they succeeded (F2.11).
     */
    public Set<String> signsFor(String organizationId, long position) {
        Set<String> units = new HashSet<>(jdbc.queryForList(
                """
                WITH RECURSIVE bond AS (
                  SELECT * FROM views_v1.organization_bond
                  WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)
                ), below AS (
                  SELECT organization_id FROM bond WHERE above_id = ?
                  UNION
                  SELECT bond.organization_id FROM bond JOIN below ON bond.above_id = below.organization_id
                )
                SELECT organization_id FROM below WHERE organization_id IN (SELECT organization_id FROM bond WHERE successor)
                """,
                String.class, position, position, organizationId));
        units.add(organizationId);
        return units;
    }

    public Optional<OrganizationView> find(String organizationId) {
        return jdbc.query("SELECT * FROM views_v1.organization WHERE organization_id = ?", VIEW, organizationId)
                .stream().findFirst();
    }

    public Map<String, OrganizationView> byId(Collection<String> organizationIds) {
        return jdbc.query(
                        "SELECT * FROM views_v1.organization WHERE organization_id = ANY(?)",
                        VIEW, (Object) organizationIds.toArray(String[]::new))
                .stream().collect(Collectors.toMap(OrganizationView::organizationId, Function.identity()));
    }

    /** Under which name each organization certifies. */
    public Map<String, RecordingUnit> recordingUnits(Collection<String> organizationIds) {
        return byId(organizationIds).values().stream()
                .map(view -> new RecordingUnit(view.organizationId(), view.code(), view.name()))
                .collect(Collectors.toMap(RecordingUnit::organizationId, Function.identity()));
    }
}
