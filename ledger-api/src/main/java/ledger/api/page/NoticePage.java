package ledger.api.page;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.door.NoticeDoor;
import ledger.api.door.ReviewDoor.ReasonAsked;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;

/** Nominations in public notice: everybody reads them, whoever has a token says what speaks against one. */
@Controller
class NoticePage {

    private final NoticeDoor notices;
    private final Wording wording;

    NoticePage(NoticeDoor notices, Wording wording) {
        this.notices = notices;
        this.wording = wording;
    }

    @GetMapping("/notices")
    String notices(@AuthenticationPrincipal @Nullable Actor actor, Model model) {
        model.addAttribute("page", notices.notices(actor));
        model.addAttribute("objects", actor != null && !actor.is(Role.AUDITOR, Role.OPERATOR));
        return "notices";
    }

    /** What is said against nominations is answered and decided beside what is said against entries. */
    @PostMapping("/held/objections/{nomination}/{objection}")
    String decide(
            @PathVariable String nomination,
            @PathVariable String objection,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes after) {
        ReasonAsked reason = new ReasonAsked(words);
        try {
            switch (decision) {
                case "answer" -> notices.answer(nomination, objection, reason, actor);
                case "uphold" -> notices.uphold(nomination, objection, reason, actor);
                case "dismiss" -> notices.dismiss(nomination, objection, reason, actor);
                default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "decision");
            }
        } catch (RefusedException e) {
            after.addFlashAttribute("problem", wording.of(e.refusal()));
        }
        return "redirect:/held/objections";
    }

    @PostMapping("/notices/{id}/objections")
    String object(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        try {
            notices.object(id, new ReasonAsked(words), actor);
            model.addAttribute("said", true);
        } catch (RefusedException e) {
            model.addAttribute("problem", wording.of(e.refusal()));
        }
        return notices(actor, model);
    }
}
