package ledger.api.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.door.BulkDecisions.Answer;
import ledger.api.door.BulkDecisions.Answers;
import ledger.api.door.BulkDecisions.Decision;
import ledger.api.door.BulkDecisions.Decisions;
import ledger.api.door.BulkDecisions.Outcome;
import ledger.api.door.HeldDesk.HeldItem;
import ledger.api.door.HeldDoor;
import ledger.api.door.NoticeDoor;
import ledger.api.door.ObjectionDoor;
import ledger.api.door.ObjectionDoor.ObjectionItem;
import ledger.api.door.Reads;
import ledger.api.ground.Vault;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;
import ledger.domain.account.HoldReason;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;

/** What waits for a person: held entries, and what volunteers say against theirs. Several are decided at once. */
@Controller
class HeldPage {

    private static final int SHOWN = 50;

    private final HeldDoor held;
    private final ObjectionDoor objections;
    private final NoticeDoor notices;
    private final OrganizationReader organizations;
    private final Vault vault;
    private final Reads reads;
    private final Wording wording;

    HeldPage(
            HeldDoor held,
            ObjectionDoor objections,
            NoticeDoor notices,
            OrganizationReader organizations,
            Vault vault,
            Reads reads,
            Wording wording) {
        this.held = held;
        this.objections = objections;
        this.notices = notices;
        this.organizations = organizations;
        this.vault = vault;
        this.reads = reads;
        this.wording = wording;
    }

    /**
     * What came of some decisions.
     *
     * @param refused those that were not taken, with the reason
     */
    public record Outcomes(long done, List<NotTaken> refused) {}

    public record NotTaken(String entryId, Texts.Text text) {}

    @GetMapping("/held")
    String held(
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
        HeldDoor.HeldPage page =
                held.held(null, reason(reason).orElse(null), mine ? true : null, cursor, SHOWN, null, actor);
        model.addAttribute("page", page);
        model.addAttribute("reasons", HoldReason.values());
        model.addAttribute("reason", reason);
        model.addAttribute("mine", mine);
        about(page.held().stream().map(HeldItem::entry).toList(), actor, model);
        return "held";
    }

    private static Optional<HoldReason> reason(String name) {
        return Arrays.stream(HoldReason.values()).filter(one -> one.name().equals(name)).findFirst();
    }

    @PostMapping("/held")
    String decide(
            @RequestParam(defaultValue = "") List<String> entry,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        decide(entry, words, model, () -> held.decide(decisions(entry, decision, words), actor));
        return held("", false, null, actor, model);
    }

    @GetMapping("/held/objections")
    String objections(
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
        Boolean asked = overdue ? true : null;
        ObjectionDoor.ObjectionPage page = objections.objections(null, asked, cursor, SHOWN, null, actor);
        model.addAttribute("overdue", overdue);
        model.addAttribute("nominations", notices.objections(asked, actor).objections());
        model.addAttribute("page", page);
        about(page.objections().stream().map(ObjectionItem::entry).toList(), actor, model);
        return "objections";
    }

    @PostMapping("/held/objections")
    String answer(
            @RequestParam(defaultValue = "") List<String> entry,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        decide(entry, words, model, () -> objections.decide(decisions(entry, decision, words), actor));
        return objections(false, null, actor, model);
    }

    private interface Deciding {
        Answers answers();
    }

    /** Nothing chosen, or no reason given, is said so; what was written stays. */
    private void decide(List<String> entries, String words, Model model, Deciding deciding) {
        model.addAttribute("words", words);
        model.addAttribute("chosen", entries);
        if (entries.isEmpty() || words.isBlank()) {
            model.addAttribute("problem", new Texts.Text(
                    wording.say(entries.isEmpty() ? "held.nothingChosen" : "held.noReason"),
                    wording.say(entries.isEmpty() ? "held.nothingChosen.advice" : "held.noReason.advice")));
            return;
        }
        try {
            List<Answer> answers = deciding.answers().answers();
            List<NotTaken> refused = answers.stream()
                    .flatMap(answer -> Stream.ofNullable(answer.refused())
                            .map(because -> new NotTaken(String.valueOf(answer.entry()), wording.of(because))))
                    .toList();
            model.addAttribute("outcomes", new Outcomes(
                    answers.stream().filter(answer -> answer.outcome() != Outcome.REFUSED).count(), refused));
            model.addAttribute("words", refused.isEmpty() ? "" : words);
            model.addAttribute("chosen", refused.stream().map(NotTaken::entryId).toList());
        } catch (RefusedException e) {
            model.addAttribute("problem", wording.of(e.refusal()));
        }
    }

    private static Decisions decisions(List<String> entries, String decision, String words) {
        return new Decisions(entries.stream().map(id -> new Decision(id, decision, words)).toList());
    }

    private void about(List<EntryVersion> entries, Actor actor, Model model) {
        Map<String, Vault.Person> people = new HashMap<>();
        entries.stream().map(EntryVersion::volunteerId).distinct()
                .forEach(id -> vault.read(id).ifPresent(person -> people.put(id, person)));
        Map<String, OrganizationView> units =
                organizations.byId(entries.stream().map(EntryVersion::recordedBy).distinct().toList());
        model.addAttribute("people", people);
        model.addAttribute("units", units);
        model.addAttribute("decides", Officers.mayDecide(actor));
    }
}
