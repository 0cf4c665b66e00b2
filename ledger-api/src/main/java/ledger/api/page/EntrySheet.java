package ledger.api.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.door.EntryDoor;
import ledger.api.door.HeldDoor;
import ledger.api.door.ObjectionDoor;
import ledger.api.door.Reads;
import ledger.api.ground.Vault;
import ledger.domain.account.Activity;
import ledger.domain.account.EntryState;
import ledger.domain.history.FactMetadata;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.submission.SubmissionProjection;

/** Lays out one entry: what is known of it now, how it came to be so, and what its reader may do about it. */
@Component
class EntrySheet {

    private final EntryDoor entries;
    private final HeldDoor held;
    private final ObjectionDoor objections;
    private final OrganizationReader organizations;
    private final Vault vault;
    private final Reads reads;

    EntrySheet(
            EntryDoor entries,
            HeldDoor held,
            ObjectionDoor objections,
            OrganizationReader organizations,
            Vault vault,
            Reads reads) {
        this.entries = entries;
        this.held = held;
        this.objections = objections;
        this.organizations = organizations;
        this.vault = vault;
        this.reads = reads;
    }

    void lay(String id, Actor actor, Model model) {
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
        model.addAttribute("said", objections.about(entry, actor).orElse(null));
        model.addAttribute("decides", Officers.mayDecide(actor));
        model.addAttribute("own", actor.role() == Role.VOLUNTEER);
        if (actor.role() != Role.VOLUNTEER && entry.state() == EntryState.HELD) {
            model.addAttribute("waiting", held.item(entry, actor));
        }
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
