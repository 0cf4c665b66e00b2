package ledger.api.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.door.Reads;
import ledger.api.ground.OrganizationRegister;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;

/** The organizations for which an actor may record: its own first, then those below it; all for the operator. */
@Component
class OwnOrganizations {

    private static final int MOST = 2_000;

    private final OrganizationRegister register;
    private final OrganizationReader organizations;
    private final Reads reads;

    OwnOrganizations(OrganizationRegister register, OrganizationReader organizations, Reads reads) {
        this.register = register;
        this.organizations = organizations;
        this.reads = reads;
    }

    /** One of them, as a list offers it. */
    public record Choice(String code, String name) {}

    List<Choice> of(Actor actor) {
        reads.upToNow(OrganizationProjection.ROOM);
        String own = actor.organization().orElse("");
        List<OrganizationView> found = own.isEmpty()
                ? organizations.list("", MOST)
                : List.copyOf(organizations.byId(register.subtree(own)).values());
        return found.stream()
                .filter(OrganizationView::active)
                .sorted(Comparator.comparing((OrganizationView one) -> !one.organizationId().equals(own))
                        .thenComparing(OrganizationView::code))
                .map(one -> new Choice(one.code(), one.name()))
                .toList();
    }

    /** The code of the organization that an actor acts for. */
    Optional<String> ownCode(Actor actor) {
        return actor.organization().flatMap(register::find).map(OrganizationRegister.Organization::code);
    }
}
