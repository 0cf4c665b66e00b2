package ledger.api.access;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param tokenId names the actor in facts; never a person's name
 * @param organizationId the organization it acts for; absent for volunteers, auditors and the operator
 * @param volunteerId the volunteer it is; absent for all others
 */
public record Actor(
        String tokenId, Role role, @Nullable String organizationId, @Nullable String volunteerId, String label) {

    /** What the ledger does of itself: publishing schemes, the daily round, following policies. */
    public static final Actor LEDGER = new Actor("ledger", Role.OPERATOR, null, null, "ledger");

    public boolean is(Role... roles) {
        for (Role one : roles) {
            if (role == one) {
                return true;
            }
        }
        return false;
    }

    public Optional<String> organization() {
        return Optional.ofNullable(organizationId);
    }
}
