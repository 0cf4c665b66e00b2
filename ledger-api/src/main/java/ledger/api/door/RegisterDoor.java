package ledger.api.door;

import java.time.LocalDate;
import java.util.List;

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
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.domain.organization.OrganizationCommand;
import ledger.domain.organization.OrganizationCommand.ReinstateOrganization;
import ledger.domain.organization.OrganizationCommand.SuspendOrganization;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

/** The registers as they stand, and the standing of organizations. */
@RestController
@RequestMapping("/api/v1")
public class RegisterDoor {

    private final OrganizationReader organizations;
    private final OrganizationRegister register;
    private final VolunteerReader volunteers;
    private final Vault vault;
    private final Visibility visibility;
    private final CommandDesk desk;
    private final Reads reads;

    RegisterDoor(
            OrganizationReader organizations,
            OrganizationRegister register,
            VolunteerReader volunteers,
            Vault vault,
            Visibility visibility,
            CommandDesk desk,
            Reads reads) {
        this.organizations = organizations;
        this.register = register;
        this.volunteers = volunteers;
        this.vault = vault;
        this.visibility = visibility;
        this.desk = desk;
        this.reads = reads;
    }

    record OrganizationPage(long position, List<OrganizationView> organizations, @Nullable String next) {}

    @GetMapping("/organizations")
    OrganizationPage organizations(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long after) {
        long position = reads.upTo(after, OrganizationProjection.ROOM);
        int size = Math.clamp(limit, 1, 1_000);
        List<OrganizationView> page = organizations.list(from, size);
        return new OrganizationPage(position, page, page.size() < size ? null : page.getLast().code());
    }

    @GetMapping("/organizations/{code}")
    OrganizationView organization(
            @PathVariable String code, @RequestParam(required = false) @Nullable Long after) {
        reads.upTo(after, OrganizationProjection.ROOM);
        return register.find(code)
                .flatMap(found -> organizations.find(found.id()))
                .orElseThrow(Visibility::notFound);
    }

    record Reason(@Nullable String reasonCode) {}

    @PostMapping("/organizations/{code}/suspension")
    EntryDoor.Done suspend(
            @PathVariable String code, @RequestBody Reason reason, @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(reason.reasonCode(), "reasonCode");
        return decide(code, actor, id -> new SuspendOrganization(id, reasonCode, reads.clock().today()));
    }

    @PostMapping("/organizations/{code}/reinstatement")
    EntryDoor.Done reinstate(@PathVariable String code, @AuthenticationPrincipal Actor actor) {
        return decide(code, actor, id -> new ReinstateOrganization(id, reads.clock().today()));
    }

    private EntryDoor.Done decide(
            String code, Actor actor, java.util.function.Function<String, OrganizationCommand> command) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String id = register.find(code).orElseThrow(Visibility::notFound).id();
        return EntryDoor.Done.of(id, desk.send(command.apply(id), actor));
    }

    /** @param name shown to those who may see the volunteer */
    record VolunteerJson(
            String number, String name, String volunteerId, LocalDate registeredOn, long position) {}

    @GetMapping("/volunteers/{number}")
    VolunteerJson volunteer(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, VolunteerProjection.ROOM);
        String volunteerId = visibility.volunteer(number, actor);
        Vault.Person person = vault.read(volunteerId).orElseThrow(Visibility::notFound);
        return new VolunteerJson(
                person.number(), person.name(), volunteerId,
                volunteers.registeredOn(volunteerId).orElseThrow(Visibility::notFound), position);
    }
}
