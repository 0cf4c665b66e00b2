package ledger.api.door;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;

/** Whose waiting entries an actor is shown: all, or those of the actor's organization and of all below it. */
@Component
final class WaitingScope {

    private final OrganizationRegister organizations;
    private final Officers officers;

    WaitingScope(OrganizationRegister organizations, Officers officers) {
        this.organizations = organizations;
        this.officers = officers;
    }

    /**
     * Ids of the organizations whose lines the actor sees; absent for all.
     *
     * @throws ledger.api.intake.RefusedException for a volunteer, who sees what waits in their own account
     */
    @Nullable Set<String> seen(Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.AUDITOR, Role.OPERATOR);
        return Visibility.seesAll(actor) ? null : officers.oversees(actor);
    }

    /**
     * The same, narrowed to one organization and all below it.
     *
     * @throws ledger.api.intake.RefusedException when the actor sees no such organization
     */
    @Nullable Set<String> narrowed(@Nullable Set<String> seen, @Nullable String organization) {
        if (organization == null || organization.isBlank()) {
            return seen;
        }
        return organizations.find(organization)
                .map(Organization::id)
                .filter(id -> seen == null || seen.contains(id))
                .map(organizations::subtree)
                .orElseThrow(Visibility::notFound);
    }
}
