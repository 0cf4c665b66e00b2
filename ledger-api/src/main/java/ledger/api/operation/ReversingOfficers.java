package ledger.api.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.intake.RefusedException;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.submission.SubmissionRefusal;

/** In whose name, and from which height, an actor takes back a roster and its entries (R17). */
@Component
public class ReversingOfficers {

    private final OrganizationRegister organizations;

    ReversingOfficers(OrganizationRegister organizations) {
        this.organizations = organizations;
    }

    /**
     * The officer who may take back a roster: of the organization that sent it, of one above it, or of the authority.
     * The operator takes back only what the operator loaded, in the name of the topmost organization.
     *
     * @param submittedBy the organization that sent it; absent when the operator did
     * @throws RefusedException when the actor may not, or may not even know of it
     */
    public Officer reversing(Actor actor, @Nullable String submittedBy) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        if (actor.is(Role.OPERATOR)) {
            if (submittedBy != null) {
                throw RefusedException.of(SubmissionRefusal.NOT_YOUR_SUBMISSION, "submission");
            }
            return deciding(actor, organizations.first().orElseThrow(Visibility::notFound).id());
        }
        String own = actor.organization().orElseThrow(Visibility::notFound);
        Officer officer = deciding(actor, submittedBy == null ? own : submittedBy);
        boolean may = officer.tier() == Tier.AUTHORITY
                || own.equals(submittedBy)
                || officer.tier() == Tier.PARENT && submittedBy != null;
        if (!may) {
            throw Visibility.notFound();
        }
        return officer;
    }

    /** The officer as which an actor decides about what an organization recorded. */
    public Officer deciding(Actor actor, String recordedBy) {
        Branch branch = organizations.branch(actor.organization().map(own -> List.of(own, recordedBy))
                .orElse(List.of(recordedBy)));
        String own = actor.organization().orElseGet(() -> branch.rootOf(recordedBy));
        boolean authority = actor.is(Role.AUTHORITY, Role.OPERATOR)
                && branch.find(own).map(one -> one.kind() == OrganizationKind.AUTHORITY).orElse(false);
        if (authority) {
            return new Officer(own, Tier.AUTHORITY);
        }
        boolean above = !own.equals(recordedBy) && branch.isWithin(recordedBy, own);
        return new Officer(own, above ? Tier.PARENT : Tier.OWN);
    }
}
