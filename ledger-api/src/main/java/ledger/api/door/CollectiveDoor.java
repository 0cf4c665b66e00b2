package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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
import ledger.api.ground.OrganizationRegister;
import ledger.domain.recognition.Verdict;
import ledger.projections.account.EntryReader;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;

/** Honours of teams and organizations: what each scheme says of what they recorded, and what was conferred on them. */
@RestController
@RequestMapping("/api/v1/organizations/{code}")
public class CollectiveDoor {

    private final RecognitionReader recognition;
    private final RecognitionDesk desk;
    private final OrganizationRegister organizations;
    private final Reads reads;

    CollectiveDoor(
            RecognitionReader recognition, RecognitionDesk desk, OrganizationRegister organizations, Reads reads) {
        this.recognition = recognition;
        this.desk = desk;
        this.organizations = organizations;
        this.reads = reads;
    }

    /**
     * @param asOf the ledger position as known at which it is told
     * @param recognitions how each of its recognitions stood then
     */
    record CollectiveJson(
            String organization,
            long position,
            long asOf,
            LocalDate day,
            List<Verdict> verdicts,
            List<RecognitionView> recognitions) {}

    @GetMapping("/recognition")
    CollectiveJson of(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String asOf,
            @AuthenticationPrincipal Actor actor) {
        String id = visible(code, actor);
        long position = desk.position();
        long known = reads.position(asOf, position);
        LocalDate asked = desk.day(day);
        return new CollectiveJson(
                code, position, known, asked, recognition.verdicts(id, asked, known),
                recognition.recognitions(id, asOf == null ? EntryReader.NOW : known));
    }

    /** Where the scheme asks for it: somebody stands up for it, and another one decides. */
    @PostMapping("/nominations")
    EntryDoor.Done nominate(
            @PathVariable String code,
            @RequestBody RecognitionDesk.Nominating asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY);
        return desk.nominate(visible(code, actor), asked, actor);
    }

    @PostMapping("/recognitions")
    EntryDoor.Done confer(
            @PathVariable String code,
            @RequestBody RecognitionDesk.Conferring asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        return desk.confer(visible(code, actor), asked, actor);
    }

    /** Those who see all, and an organization what is its own or below it. */
    private String visible(String code, Actor actor) {
        String id = organizations.find(code).orElseThrow(Visibility::notFound).id();
        Set<String> own = Visibility.seesAll(actor)
                ? Set.of(id)
                : actor.organization().map(organizations::subtree).orElse(Set.of());
        if (!own.contains(id)) {
            throw Visibility.notFound();
        }
        return id;
    }
}
