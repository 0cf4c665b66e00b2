package ledger.api.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import ledger.api.access.Actor;
import ledger.api.door.ComplaintDoor;
import ledger.api.door.ComplaintDoor.ComplaintClosing;
import ledger.api.door.ReviewDoor.ReasonAsked;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;

/** Complaints that are open: whoever is concerned reads and answers them, the authority closes them. */
@Controller
class ComplaintPage {

    private final ComplaintDoor complaints;
    private final Wording wording;

    ComplaintPage(ComplaintDoor complaints, Wording wording) {
        this.complaints = complaints;
        this.wording = wording;
    }

    @GetMapping("/complaints")
    String complaints(
            @RequestParam(defaultValue = "false") boolean overdue,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("page", complaints.complaints("open", overdue ? true : null, actor));
        model.addAttribute("overdue", overdue);
        return "complaints";
    }

    @PostMapping("/complaints/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes after) {
        try {
            switch (decision) {
                case "answer" -> complaints.answer(id, new ReasonAsked(words), actor);
                case "justified" -> complaints.close(id, new ComplaintClosing(true, words), actor);
                case "unfounded" -> complaints.close(id, new ComplaintClosing(false, words), actor);
                default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "decision");
            }
        } catch (RefusedException e) {
            after.addFlashAttribute("problem", wording.of(e.refusal()));
        }
        return "redirect:/complaints";
    }
}
