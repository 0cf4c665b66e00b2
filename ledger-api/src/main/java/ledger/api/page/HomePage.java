package ledger.api.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import ledger.api.access.Actor;
import ledger.api.door.Reads;
import ledger.api.ground.Vault;
import ledger.projections.account.EntryProjection;

/** Where everybody begins: what they can do here, and the way to it. */
@Controller
class HomePage {

    private final Reads reads;
    private final Vault vault;

    HomePage(Reads reads, Vault vault) {
        this.reads = reads;
        this.vault = vault;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("position", reads.upTo(null, EntryProjection.ROOM));
        if (actor.volunteerId() != null) {
            vault.read(actor.volunteerId()).ifPresent(person -> model.addAttribute("self", person));
        }
        return "home";
    }

    /** What the look-up forms ask for. */
    @GetMapping(path = "/volunteers", params = "number")
    String volunteer(@RequestParam String number, RedirectAttributes to) {
        return found("/volunteers/", number, to);
    }

    @GetMapping(path = "/statements", params = "number")
    String statement(@RequestParam String number, RedirectAttributes to) {
        return found("/statements/", number, to);
    }

    @GetMapping(path = "/entries", params = "id")
    String entry(@RequestParam String id, RedirectAttributes to) {
        return found("/entries/", id, to);
    }

    private static String found(String page, String asked, RedirectAttributes to) {
        if (asked.isBlank()) {
            return "redirect:/";
        }
        to.addAttribute("asked", asked.strip());
        return "redirect:" + page + "{asked}";
    }
}
