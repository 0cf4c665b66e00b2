package ledger.projections.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.organization.OrganizationKind;
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
            row.getBoolean("active"));

    private final JdbcTemplate jdbc;

    public OrganizationReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the register by code, after a code. */
    public List<OrganizationView> list(String afterCode, int limit) {
        return jdbc.query(
                "SELECT * FROM views_v1.organization WHERE code > ? ORDER BY code LIMIT ?", VIEW, afterCode, limit);
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
