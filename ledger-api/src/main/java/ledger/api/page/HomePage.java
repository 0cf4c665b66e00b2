package ledger.api.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String volunteer(@RequestParam String number, Model model) {
        return found("/volunteers/", number, model);
    }

    @GetMapping(path = "/statements", params = "number")
    String statement(@RequestParam String number, Model model) {
        return found("/statements/", number, model);
    }

    @GetMapping(path = "/entries", params = "id")
    String entry(@RequestParam String id, Model model) {
        return found("/entries/", id, model);
    }

    private static String found(String page, String asked, Model model) {
        if (asked.isBlank()) {
            return "redirect:/";
        }
        model.addAttribute("asked", asked.strip());
        return "redirect:" + page + "{asked}";
    }
}
