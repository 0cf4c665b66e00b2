package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Contact;
import ledger.api.intake.Names;
import ledger.api.intake.RefusedException;
import ledger.domain.organization.OfficerRole;
import ledger.domain.organization.OrganizationCommand.AppointOfficer;
import ledger.domain.organization.OrganizationCommand.DismissOfficer;
import ledger.domain.organization.OrganizationRefusal;
import ledger.projections.organization.OfficerView;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;

/** Who acts for an organization 经办人; names are shown to those only who stand in its branch, or see everything. */
@RestController
@RequestMapping("/api/v1/organizations/{code}/officers")
public class OfficerDoor {

    private final Visibility visibility;
    private final OrganizationReader organizations;
    private final Vault vault;
    private final CommandDesk desk;
    private final Reads reads;

    OfficerDoor(
            Visibility visibility,
            OrganizationReader organizations,
            Vault vault,
            CommandDesk desk,
            Reads reads) {
        this.visibility = visibility;
        this.organizations = organizations;
        this.vault = vault;
        this.desk = desk;
        this.reads = reads;
    }

    record OfficerJson(String officerId, String name, OfficerRole role, LocalDate appointedOn) {}

    record OfficerPage(long position, List<OfficerJson> officers) {}

    /** @param role recorder, certifier or manager */
    record AppointmentAsked(@Nullable String name, @Nullable String role) {}

    record DismissalAsked(@Nullable String officer, @Nullable String role) {}

    @GetMapping
    OfficerPage officers(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upTo(after, OrganizationProjection.ROOM);
        List<OfficerView> officers = organizations.officers(visibility.organization(code, actor));
        Map<String, String> names = vault.contactNames(officers.stream().map(OfficerView::officerId).toList());
        return new OfficerPage(position, officers.stream()
                .map(one -> new OfficerJson(
                        one.officerId(), names.getOrDefault(one.officerId(), ""), one.role(), one.appointedOn()))
                .toList());
    }

    @PostMapping
    EntryDoor.Done appoint(
            @PathVariable String code, @RequestBody AppointmentAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        String organizationId = visibility.organization(code, actor);
        Contact person = new Contact(organizationId, Reads.required(asked.name(), "name"));
        OfficerRole role = role(asked.role());
        String officerId = vault.contactIds(List.of(person)).getOrDefault(person, "");
        return EntryDoor.Done.of(officerId, desk.send(
                new AppointOfficer(organizationId, officerId, role, reads.clock().today()), actor));
    }

    @PostMapping("/dismissal")
    EntryDoor.Done dismiss(
            @PathVariable String code, @RequestBody DismissalAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        String organizationId = visibility.organization(code, actor);
        String officerId = Reads.required(asked.officer(), "officer");
        return EntryDoor.Done.of(officerId, desk.send(
                new DismissOfficer(organizationId, officerId, role(asked.role()), reads.clock().today()), actor));
    }

    private static OfficerRole role(@Nullable String text) {
        return Names.of(OfficerRole.class, Reads.required(text, "role"))
                .orElseThrow(() -> RefusedException.of(OrganizationRefusal.OFFICER_ROLE_UNKNOWN, "role"));
    }
}
