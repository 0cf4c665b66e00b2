package ledger.api.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import ledger.api.access.Actor;
import ledger.api.door.EntryDoor;
import ledger.api.door.Reads;
import ledger.api.ground.Vault;
import ledger.domain.account.Activity;
import ledger.domain.history.FactMetadata;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.submission.SubmissionProjection;

/** One entry: what is known of it now, and how it came to be so. */
@Controller
class EntryPage {

    private final EntryDoor entries;
    private final OrganizationReader organizations;
    private final Vault vault;
    private final Reads reads;

    EntryPage(EntryDoor entries, OrganizationReader organizations, Vault vault, Reads reads) {
        this.entries = entries;
        this.organizations = organizations;
        this.vault = vault;
        this.reads = reads;
    }

    @GetMapping("/entries/{id}")
    String entry(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM, SubmissionProjection.ROOM);
        EntryDoor.History found = entries.history(id, null, actor);
        EntryVersion entry = found.entry();
        Map<String, OrganizationView> named = organizations.byId(named(found));
        model.addAttribute("position", found.position());
        model.addAttribute("entry", entry);
        model.addAttribute("person", vault.read(entry.volunteerId()).orElse(null));
        model.addAttribute("contacts", contacts(entry.activity()));
        model.addAttribute("recordedBy", name(named, entry.recordedBy()));
        model.addAttribute("submittedBy", name(named, entry.submittedBy()));
        model.addAttribute("steps", found.history().stream()
                .map(line -> HistoryStep.of(line, organization -> name(named, organization)))
                .toList());
        return "entry";
    }

    private static List<String> named(EntryDoor.History found) {
        return Stream.concat(
                        Stream.of(found.entry().recordedBy(), found.entry().submittedBy()),
                        found.history().stream()
                                .map(line -> line.fact().metadata().get(FactMetadata.ORGANIZATION))
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    private static String name(Map<String, OrganizationView> named, String organizationId) {
        OrganizationView view = named.get(organizationId);
        return view == null ? organizationId : view.name();
    }

    private Map<String, String> contacts(Activity activity) {
        return vault.contactNames(
                Stream.of(activity.personInCharge(), activity.recorder()).filter(Objects::nonNull).toList());
    }
}
