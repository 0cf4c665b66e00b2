package ledger.api.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.organization.OrganizationKind;

/** In whose name an actor decides about entries, and how that organization stands to the one that recorded (R17). */
@Component
public class Officers {

    private final OrganizationRegister organizations;

    Officers(OrganizationRegister organizations) {
        this.organizations = organizations;
    }

    /** Roles that decide about entries. */
    public static boolean mayDecide(Actor actor) {
        return actor.is(Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
    }

    /** @throws ledger.api.intake.RefusedException when the actor acts for no organization */
    public Officer of(Actor actor, String recordedBy) {
        return of(actor, recordedBy, branch(actor, List.of(recordedBy)));
    }

    /** @param branch the organizations concerned, with everything above them */
    public static Officer of(Actor actor, String recordedBy, Branch branch) {
        String own = actor.organization().orElseThrow(Visibility::notFound);
        boolean authority = actor.role() == Role.AUTHORITY
                && branch.find(own).map(one -> one.kind() == OrganizationKind.AUTHORITY).orElse(false);
        if (authority) {
            return new Officer(own, Tier.AUTHORITY);
        }
        boolean above = !own.equals(recordedBy) && branch.isWithin(recordedBy, own);
        return new Officer(own, above ? Tier.PARENT : Tier.OWN);
    }

    /** The actor's organization and these, with everything above them. */
    public Branch branch(Actor actor, Collection<String> organizationIds) {
        Set<String> ids = new HashSet<>(organizationIds);
        actor.organization().ifPresent(ids::add);
        return organizations.branch(ids);
    }

    /** Ids of the actor's organization and of all below it; none where it acts for none. */
    public Set<String> oversees(Actor actor) {
        return actor.organization().map(organizations::subtree).orElse(Set.of());
    }
}
