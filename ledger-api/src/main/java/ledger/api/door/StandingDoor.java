package ledger.api.door;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;
import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;
import ledger.domain.organization.OrganizationCommand.DissolveOrganization;
import ledger.domain.organization.OrganizationCommand.ReinstateOrganization;
import ledger.domain.organization.OrganizationCommand.SuspendOrganization;
import ledger.domain.organization.OrganizationCommand.WarnOrganization;
import ledger.domain.organization.OrganizationRefusal;
import ledger.domain.organization.OrganizationStanding;
import ledger.domain.volunteer.VolunteerCommand.FreezeVolunteer;
import ledger.domain.volunteer.VolunteerCommand.UnfreezeVolunteer;
import ledger.domain.volunteer.VolunteerCommand.WithdrawVolunteer;

/** How organizations and volunteers stand: decided by the authority, or by the operator on its behalf. */
@RestController
@RequestMapping("/api/v1")
public class StandingDoor {

    private final OrganizationRegister register;
    private final Vault vault;
    private final Annex annex;
    private final CommandDesk desk;
    private final Reads reads;

    StandingDoor(OrganizationRegister register, Vault vault, Annex annex, CommandDesk desk, Reads reads) {
        this.register = register;
        this.vault = vault;
        this.annex = annex;
        this.desk = desk;
        this.reads = reads;
    }

    record SuspensionAsked(@Nullable String reasonCode) {}

    /** @param reasonCode a short stable word, stored in the fact; {@code reason} the person's own words */
    record WarningAsked(@Nullable String reasonCode, @Nullable String reason) {}

    /** @param successor code, name or id of the organization that takes over */
    record DissolutionAsked(@Nullable String successor, @Nullable String reasonCode, @Nullable String reason) {}

    /** @param parent code, name or id of the organization above from now on; absent for none */
    record AffiliationAsked(@Nullable String parent) {}

    /** @param until last day (yyyy-mm-dd); absent until it is lifted */
    record FreezeAsked(@Nullable String reasonCode, @Nullable String reason, @Nullable String until) {}

    record UnfreezeAsked(@Nullable String reason) {}

    record WithdrawalAsked(@Nullable String reasonCode, @Nullable String reason) {}

    @PostMapping("/organizations/{code}/suspension")
    EntryDoor.Done suspend(
            @PathVariable String code, @RequestBody SuspensionAsked asked, @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return organization(code, actor, id -> new SuspendOrganization(id, reasonCode, reads.clock().today()));
    }

    @PostMapping("/organizations/{code}/reinstatement")
    EntryDoor.Done reinstate(@PathVariable String code, @AuthenticationPrincipal Actor actor) {
        return organization(code, actor, id -> new ReinstateOrganization(id, reads.clock().today()));
    }

    @PostMapping("/organizations/{code}/warning")
    EntryDoor.Done warn(
            @PathVariable String code, @RequestBody WarningAsked asked, @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return organization(code, actor, id ->
                new WarnOrganization(id, reasonCode, note(asked.reason()), reads.clock().today()));
    }

    @PostMapping("/organizations/{code}/dissolution")
    EntryDoor.Done dissolve(
            @PathVariable String code, @RequestBody DissolutionAsked asked, @AuthenticationPrincipal Actor actor) {
        String named = Reads.required(asked.successor(), "successor");
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return organization(code, actor, id -> {
            Optional<Organization> successor = register.find(named);
            return new DissolveOrganization(
                    id, successor.map(Organization::id).orElse(named),
                    successor.map(Organization::active).orElse(false), reasonCode, note(asked.reason()),
                    reads.clock().today());
        });
    }

    /** Whether it would make a circle is looked up where the decision is taken, so that two moves cannot make one. */
    @PostMapping("/organizations/{code}/affiliation")
    EntryDoor.Done affiliate(
            @PathVariable String code, @RequestBody AffiliationAsked asked, @AuthenticationPrincipal Actor actor) {
        return organization(code, actor, id ->
                new AffiliateOrganization(id, parent(asked.parent()), false, reads.clock().today()));
    }

    private @Nullable String parent(@Nullable String named) {
        if (named == null || named.isBlank()) {
            return null;
        }
        Organization parent = register.find(named.strip())
                .orElseThrow(() -> RefusedException.of(OrganizationRefusal.PARENT_UNKNOWN, "parent"));
        if (parent.standing() == OrganizationStanding.DISSOLVED) {
            throw RefusedException.of(OrganizationRefusal.PARENT_DISSOLVED, "parent");
        }
        return parent.id();
    }

    @PostMapping("/volunteers/{number}/freeze")
    EntryDoor.Done freeze(
            @PathVariable String number, @RequestBody FreezeAsked asked, @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return volunteer(number, actor, id -> new FreezeVolunteer(
                id, reasonCode, note(asked.reason()), reads.clock().today(), Reads.day(asked.until(), "until")));
    }

    @PostMapping("/volunteers/{number}/unfreeze")
    EntryDoor.Done unfreeze(
            @PathVariable String number,
            @RequestBody(required = false) @Nullable UnfreezeAsked asked,
            @AuthenticationPrincipal Actor actor) {
        return volunteer(number, actor, id -> new UnfreezeVolunteer(
                id, note(asked == null ? null : asked.reason()), reads.clock().today()));
    }

    @PostMapping("/volunteers/{number}/withdrawal")
    EntryDoor.Done withdraw(
            @PathVariable String number, @RequestBody WithdrawalAsked asked, @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return volunteer(number, actor, id ->
                new WithdrawVolunteer(id, reasonCode, note(asked.reason()), reads.clock().today()));
    }

    private EntryDoor.Done organization(String code, Actor actor, Function<String, LedgerCommand> command) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String id = register.find(code).orElseThrow(Visibility::notFound).id();
        return EntryDoor.Done.of(id, desk.send(command.apply(id), actor));
    }

    private EntryDoor.Done volunteer(String number, Actor actor, Function<String, LedgerCommand> command) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String id = vault.volunteerId(number).orElseThrow(Visibility::notFound);
        return EntryDoor.Done.of(id, desk.send(command.apply(id), actor));
    }

    private @Nullable AnnexNote note(@Nullable String words) {
        return words == null || words.isBlank() ? null : annex.keep(words.strip());
    }
}
