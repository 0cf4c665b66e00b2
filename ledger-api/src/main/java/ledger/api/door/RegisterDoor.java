package ledger.api.door;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;
import ledger.projections.volunteer.VolunteerView;

/** The registers of organizations and volunteers as they stand. */
@RestController
@RequestMapping("/api/v1")
public class RegisterDoor {

    private final OrganizationReader organizations;
    private final OrganizationRegister register;
    private final VolunteerReader volunteers;
    private final Vault vault;
    private final Visibility visibility;
    private final Reads reads;

    RegisterDoor(
            OrganizationReader organizations,
            OrganizationRegister register,
            VolunteerReader volunteers,
            Vault vault,
            Visibility visibility,
            Reads reads) {
        this.organizations = organizations;
        this.register = register;
        this.volunteers = volunteers;
        this.vault = vault;
        this.visibility = visibility;
        this.reads = reads;
    }

    record OrganizationPage(long position, List<OrganizationView> organizations, @Nullable String next) {}

    @GetMapping("/organizations")
    OrganizationPage organizations(
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(defaultValue = "false") boolean deep,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long after) {
        long position = reads.upTo(after, OrganizationProjection.ROOM);
        int size = Math.clamp(limit, 1, 1_000);
        List<OrganizationView> page = page(under, deep, from, size);
        return new OrganizationPage(position, page, page.size() < size ? null : page.getLast().code());
    }

    private List<OrganizationView> page(@Nullable String under, boolean deep, String from, int size) {
        if (under == null || under.isBlank()) {
            return organizations.list(from, size);
        }
        String above = register.find(under).orElseThrow(Visibility::notFound).id();
        return deep ? organizations.below(above, from, size) : organizations.under(above, from, size);
    }

    @GetMapping("/organizations/{code}")
    OrganizationView organization(
            @PathVariable String code, @RequestParam(required = false) @Nullable Long after) {
        reads.upTo(after, OrganizationProjection.ROOM);
        return register.find(code)
                .flatMap(found -> organizations.find(found.id()))
                .orElseThrow(Visibility::notFound);
    }

    /**
     * @param name shown to those who may see the volunteer
     * @param frozen whether new entries and statements are stopped today (R20)
     */
    record VolunteerJson(
            String number,
            String name,
            String volunteerId,
            LocalDate registeredOn,
            boolean frozen,
            @Nullable LocalDate frozenUntil,
            @Nullable LocalDate withdrawnOn,
            long position) {}

    @GetMapping("/volunteers/{number}")
    VolunteerJson volunteer(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, VolunteerProjection.ROOM);
        String volunteerId = visibility.volunteer(number, actor);
        Vault.Person person = vault.read(volunteerId).orElseThrow(Visibility::notFound);
        VolunteerView view = volunteers.find(volunteerId).orElseThrow(Visibility::notFound);
        return new VolunteerJson(
                person.number(), person.name(), volunteerId, view.registeredOn(),
                view.isFrozen(reads.clock().today()), view.frozenUntil(), view.withdrawnOn(), position);
    }
}
