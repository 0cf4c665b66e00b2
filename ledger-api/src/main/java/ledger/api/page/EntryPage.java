package ledger.api.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import ledger.api.access.Actor;
import ledger.api.door.EntryDecisionDoor;
import ledger.api.door.EntryDecisionDoor.Decided;
import ledger.api.door.PreviewDoor;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;

/** One entry: what is known of it, how it came to be so, and decisions about it, each looked at before it is made. */
@Controller
class EntryPage {

    private final EntrySheet sheet;
    private final EntryDecisionDoor decisions;
    private final PreviewDoor previews;
    private final PreviewSheet previewSheet;
    private final Wording wording;

    EntryPage(
            EntrySheet sheet,
            EntryDecisionDoor decisions,
            PreviewDoor previews,
            PreviewSheet previewSheet,
            Wording wording) {
        this.sheet = sheet;
        this.decisions = decisions;
        this.previews = previews;
        this.previewSheet = previewSheet;
        this.wording = wording;
    }

    @GetMapping({"/entries/{id}", "/entries/{id}/decision", "/entries/{id}/objection"})
    String entry(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        sheet.lay(id, actor, model);
        return "entry";
    }

    /** First shows what the decision would change; the second time makes it. */
    @PostMapping("/entries/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        DecisionForm form = new DecisionForm(fields);
        model.addAttribute("form", form.sentAgain());
        try {
            if (form.isToBeDone()) {
                make(id, form, actor);
                return "redirect:/entries/{id}";
            }
            look(id, form, actor, model);
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
        }
        return entry(id, actor, model);
    }

    /** Whether an answer to an objection is right is for a person to say: it has nothing to be looked at first. */
    private void look(String id, DecisionForm form, Actor actor, Model model) {
        model.addAttribute("preview", previewSheet.of(previews.preview(id, form.previewed(), actor)));
    }

    private void make(String id, DecisionForm form, Actor actor) {
        Decided words = form.decided();
        switch (form.decision()) {
            case "approval" -> decisions.approve(id, words, actor);
            case "decline" -> decisions.decline(id, words, actor);
            case "resolution" -> decisions.resolve(id, form.resolved(), actor);
            case "correction" -> decisions.correct(id, form.corrected(), actor);
            case "revocation" -> decisions.revoke(id, words, actor);
            case "reinstatement" -> decisions.reinstate(id, words, actor);
            case "upheld" -> decisions.uphold(id, words, actor);
            case "dismissed" -> decisions.dismiss(id, words, actor);
            case "report-dismissed" -> decisions.dismissReport(id, words, actor);
            default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "decision");
        }
    }

    /** The volunteer says that the entry is not right: during notice it stops, at any other time it goes on. */
    @PostMapping("/entries/{id}/objection")
    String object(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean inNotice,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            Decided words = new Decided(null, reason);
            if (inNotice) {
                decisions.object(id, words, actor);
            } else {
                decisions.report(id, words, actor);
            }
            return "redirect:/entries/{id}";
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
            return entry(id, actor, model);
        }
    }
}
