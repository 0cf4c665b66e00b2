package ledger.api.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
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
import ledger.api.door.HonourDoor;
import ledger.api.door.StatementDesk;
import ledger.api.door.TransferDoor;
import ledger.api.intake.RefusedException;
import ledger.domain.recognition.HonourOrigin;
import ledger.domain.statement.OtherRecord;

/** A volunteer's account: hours, stars, what is missing, every entry, and statements. */
@Controller
class VolunteerPage {

    private final AccountDesk accounts;
    private final StatementDesk statements;
    private final TransferDoor transfers;
    private final HonourDoor honours;
    private final Wording wording;

    VolunteerPage(
            AccountDesk accounts,
            StatementDesk statements,
            TransferDoor transfers,
            HonourDoor honours,
            Wording wording) {
        this.accounts = accounts;
        this.statements = statements;
        this.transfers = transfers;
        this.honours = honours;
        this.wording = wording;
    }

    /**
     * @param day for which day the schemes are asked; today when absent
     * @param all whether every entry is listed, or only the latest
     */
    @GetMapping("/volunteers/{number}")
    String account(
            @PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "false") boolean all,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return page(number, day, all, actor, model);
    }

    /** @param key made with the form, so that sending it twice issues one statement */
    @PostMapping("/volunteers/{number}")
    String issue(
            @PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") List<OtherRecord> include,
            @RequestParam(defaultValue = "") String key,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            RedirectAttributes statement,
            Model model) {
        try {
            statement.addAttribute("issued", statements.issue(number, from, to, include, key, actor).number());
            return "redirect:/statements/{issued}";
        } catch (RefusedException e) {
            String page = page(number, null, false, actor, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
            return page;
        }
    }

    /** What is missing for the honour's origin is said, and the page stays. */
    @PostMapping("/volunteers/{number}/honours")
    String honour(
            @PathVariable String number,
            HonourDoor.HonourAsked asked,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            honours.record(number, asked, actor);
            return "redirect:/volunteers/{number}";
        } catch (RefusedException e) {
            String page = page(number, null, false, actor, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
            return page;
        }
    }

    /** The volunteer's answer to a proposed transfer of an entry to another organization. */
    @PostMapping("/volunteers/{number}/transfers/{entry}")
    String answer(
            @PathVariable String number,
            @PathVariable String entry,
            @RequestParam boolean consent,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            if (consent) {
                transfers.consent(entry, actor);
            } else {
                transfers.refuse(entry, null, actor);
            }
            return "redirect:/volunteers/{number}";
        } catch (RefusedException e) {
            String page = page(number, null, false, actor, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
            return page;
        }
    }

    private String page(String number, @Nullable LocalDate day, boolean all, Actor actor, Model model) {
        model.addAttribute("account", accounts.open(number, day, all, actor));
        model.addAttribute("others", OtherRecord.values());
        model.addAttribute("origins", HonourOrigin.values());
        model.addAttribute("honours", honours.honours(number, null, null, actor).honours());
        model.addAttribute("mayIssue", actor.is(Role.VOLUNTEER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY));
        model.addAttribute("mayObject", actor.role() == Role.VOLUNTEER);
        model.addAttribute("key", UUID.randomUUID());
        return "volunteer";
    }
}
