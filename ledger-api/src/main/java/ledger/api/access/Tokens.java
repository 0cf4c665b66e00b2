package ledger.api.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.ground.Salts;
import ledger.domain.Digest;

/** Tokens that name an actor. Only their SHA-256 is stored: a token is 32 random bytes and cannot be guessed from it. */
public final class Tokens {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public Tokens(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token; its secret is told this once. */
    public record Issued(String tokenId, String secret) {}

    public Issued issue(Role role, @Nullable String organizationId, @Nullable String volunteerId, String label) {
        if (role.isOfOrganization() && organizationId == null) {
            throw new IllegalArgumentException("a token for a " + role.wire() + " needs an organization");
        }
        if (role == Role.VOLUNTEER && volunteerId == null) {
            throw new IllegalArgumentException("a token for a volunteer needs the volunteer");
        }
        Issued issued = new Issued("token-" + UUID.randomUUID(), "hl_" + Salts.next());
        jdbc.update(
                """
                INSERT INTO access.token (token_id, token_hash, role, organization_id, volunteer_id, label, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                issued.tokenId(), Digest.of(issued.secret()), role.name(), organizationId, volunteerId, label,
                Timestamp.from(clock.instant()));
        return issued;
    }

    public Optional<Actor> actor(String secret) {
        return jdbc.query(
                        "SELECT * FROM access.token WHERE token_hash = ? AND revoked_at IS NULL",
                        (row, number) -> new Actor(
                                row.getString("token_id"),
                                Role.valueOf(row.getString("role")),
                                row.getString("organization_id"),
                                row.getString("volunteer_id"),
                                row.getString("label")),
                        Digest.of(secret))
                .stream().findFirst();
    }

    /** True when there was such a token in use. */
    public boolean revoke(String tokenId) {
        return jdbc.update(
                        "UPDATE access.token SET revoked_at = ? WHERE token_id = ? AND revoked_at IS NULL",
                        Timestamp.from(clock.instant()), tokenId)
                == 1;
    }

    public List<Actor> inUse() {
        return jdbc.query(
                "SELECT * FROM access.token WHERE revoked_at IS NULL ORDER BY created_at",
                (row, number) -> new Actor(
                        row.getString("token_id"),
                        Role.valueOf(row.getString("role")),
                        row.getString("organization_id"),
                        row.getString("volunteer_id"),
                        row.getString("label")));
    }
}
