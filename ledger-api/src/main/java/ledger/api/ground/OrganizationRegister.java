package ledger.api.ground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationStanding;

/** The tree of organizations as commands see it: true up to the last commit. */
public final class OrganizationRegister {

    private static final RowMapper<Organization> ORGANIZATION = (row, number) -> new Organization(
            row.getString("organization_id"),
            row.getString("code"),
            row.getString("name"),
            OrganizationKind.valueOf(row.getString("kind")),
            row.getString("parent_id"),
            row.getString("zone"),
            OrganizationStanding.valueOf(row.getString("standing")),
            row.getString("successor_id"));

    private final JdbcTemplate jdbc;

    public OrganizationRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param successorId who answers for it since it was dissolved; absent before (F2.11) */
    public record Organization(
            String id,
            String code,
            String name,
            OrganizationKind kind,
            @Nullable String parentId,
            String zone,
            OrganizationStanding standing,
            @Nullable String successorId) {

        /** Whether it may record service. */
        public boolean active() {
            return standing.mayRecord();
        }

        public boolean isSupervised() {
            return !kind.needsSupervisor() || parentId != null;
        }
    }

    /** Some organizations with everything above them. */
    public record Branch(Map<String, Organization> byId) {

        /** Those called so, by code or by name. */
        public List<Organization> named(String codeOrName) {
            return byId.values().stream()
                    .filter(one -> one.code().equals(codeOrName) || one.name().equals(codeOrName))
                    .toList();
        }

        public Optional<Organization> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        /**
         * Whether an organization is another one, or stands below it; what was dissolved also stands below its
         * successor and those above that one (F2.11).
         */
        public boolean isWithin(String id, String above) {
            return upwards(id).contains(above);
        }

        /** An organization and all above it, the nearer first. */
        public Set<String> upwards(String id) {
            Set<String> seen = new LinkedHashSet<>();
            Deque<String> next = new ArrayDeque<>(List.of(id));
            while (!next.isEmpty()) {
                String at = next.poll();
                Organization here = byId.get(at);
                if (seen.add(at) && here != null) {
                    Stream.of(here.successorId(), here.parentId()).filter(Objects::nonNull).forEach(next::add);
                }
            }
            return seen;
        }

        /** The topmost organization above this one; itself when it has no parent. */
        public String rootOf(String id) {
            Set<String> seen = new HashSet<>();
            String at = id;
            while (seen.add(at)) {
                Organization here = byId.get(at);
                if (here == null || here.parentId() == null) {
                    return at;
                }
                at = here.parentId();
            }
            return at;
        }
    }

    /** All that are called by one of these ids, codes or names, with everything above them. */
    public Branch branch(Collection<String> idsCodesOrNames) {
        String[] keys = new ArrayList<>(idsCodesOrNames).toArray(String[]::new);
        Map<String, Organization> byId = new HashMap<>();
        jdbc.query(
                        """
                        WITH RECURSIVE branch AS (
                          SELECT * FROM reference.organization
                          WHERE organization_id = ANY(?) OR code = ANY(?) OR name = ANY(?)
                          UNION
                          SELECT o.* FROM reference.organization o JOIN branch b
                            ON o.organization_id IN (b.parent_id, b.successor_id)
                        )
                        SELECT * FROM branch
                        """,
                        ORGANIZATION, keys, keys, keys)
                .forEach(one -> byId.put(one.id(), one));
        return new Branch(byId);
    }

    public Optional<Organization> find(String idCodeOrName) {
        List<Organization> found = branch(List.of(idCodeOrName)).byId().values().stream()
                .filter(one -> one.id().equals(idCodeOrName)
                        || one.code().equals(idCodeOrName)
                        || one.name().equals(idCodeOrName))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The first organization of the tree: the one without a parent, lowest code first. */
    public Optional<Organization> first() {
        return jdbc.query(
                        "SELECT * FROM reference.organization WHERE parent_id IS NULL ORDER BY code LIMIT 1",
                        ORGANIZATION)
                .stream().findFirst();
    }

    /** Ids of an organization, of all below it, and of those whose successor is among them (F2.11). */
    public Set<String> subtree(String organizationId) {
        return new HashSet<>(jdbc.queryForList(
                """
                WITH RECURSIVE below AS (
                  SELECT organization_id FROM reference.organization WHERE organization_id = ?
                  UNION
                  SELECT o.organization_id FROM below b CROSS JOIN LATERAL (
                    SELECT organization_id FROM reference.organization WHERE parent_id = b.organization_id
                    UNION ALL
                    SELECT organization_id FROM reference.organization WHERE successor_id = b.organization_id
                  ) o
                )
                SELECT organization_id FROM below
                """,
                String.class, organizationId));
    }
}
