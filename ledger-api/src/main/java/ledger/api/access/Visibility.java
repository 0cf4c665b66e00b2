package ledger.api.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.QueryDesk;
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerIds;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.FindAccountEntries;

/**
 * What an actor may see of volunteers: the volunteer everything of their own, an organization the lines that it or one
 * below it recorded, auditor, authority and operator all. What may not be seen is not found.
 */
@Component
public class Visibility {

    private final Vault vault;
    private final EntryReader entries;
    private final QueryDesk queries;
    private final OrganizationRegister organizations;

    Visibility(Vault vault, EntryReader entries, QueryDesk queries, OrganizationRegister organizations) {
        this.vault = vault;
        this.entries = entries;
        this.queries = queries;
        this.organizations = organizations;
    }

    /** @throws RefusedException when there is no such volunteer, or none for this actor */
    public String volunteer(String number, Actor actor) {
        String volunteerId = vault.volunteerId(number).orElseThrow(Visibility::notFound);
        if (seesAll(actor) || volunteerId.equals(actor.volunteerId())) {
            return volunteerId;
        }
        boolean ours = actor.role().isOfOrganization()
                && !entries(volunteerId, EntryReader.NOW, actor).isEmpty();
        if (!ours) {
            throw notFound();
        }
        return volunteerId;
    }

    /** The entries of a volunteer, as known at a position, that an actor may see. */
    public List<EntryVersion> entries(String volunteerId, long position, Actor actor) {
        List<EntryVersion> all = queries.ask(new FindAccountEntries(LedgerIds.accountOf(volunteerId), position))
                .entries();
        if (seesAll(actor) || volunteerId.equals(actor.volunteerId())) {
            return all;
        }
        Set<String> ours = actor.organization().map(organizations::subtree).orElse(Set.of());
        return all.stream().filter(entry -> ours.contains(entry.recordedBy())).toList();
    }

    /** @throws RefusedException when there is no such entry, or none for this actor */
    public EntryVersion entry(String entryId, long position, Actor actor) {
        return entries.find(entryId, position)
                .filter(entry -> seesAll(actor)
                        || entry.volunteerId().equals(actor.volunteerId())
                        || actor.organization().map(organizations::subtree).orElse(Set.of())
                                .contains(entry.recordedBy()))
                .orElseThrow(Visibility::notFound);
    }

    /**
     * The id of an organization that is the actor's to see: its own, one below it, or any for those who see all.
     *
     * @param code also its name or id
     * @throws RefusedException when there is none, or none for this actor
     */
    public String organization(String code, Actor actor) {
        return organizations.find(code)
                .map(OrganizationRegister.Organization::id)
                .filter(id -> seesAll(actor)
                        || actor.organization().map(organizations::subtree).orElse(Set.of()).contains(id))
                .orElseThrow(Visibility::notFound);
    }

    public static boolean seesAll(Actor actor) {
        return actor.is(Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
    }

    /** @throws RefusedException unless the actor has one of these roles */
    public static void require(Actor actor, Role... roles) {
        if (!actor.is(roles)) {
            throw RefusedException.of(DoorRefusal.FORBIDDEN, "role");
        }
    }

    /** The one answer for what is not there and what may not be seen. */
    public static RefusedException notFound() {
        return RefusedException.of(DoorRefusal.NOT_FOUND, "number");
    }

    /** The organization whose lines alone an actor sees, if it is bound to one. */
    public static Optional<String> boundTo(Actor actor) {
        return seesAll(actor) ? Optional.empty() : actor.organization();
    }
}
