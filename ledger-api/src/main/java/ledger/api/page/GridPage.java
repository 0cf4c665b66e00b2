package ledger.api.page;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import ledger.api.access.Actor;
import ledger.api.intake.Column;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;
import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** Where a clerk pastes rows of a spreadsheet, says what each column means, and sends them. */
@Controller
class GridPage {

    private final RosterDesk rosters;
    private final OwnOrganizations organizations;
    private final Wording wording;

    GridPage(RosterDesk rosters, OwnOrganizations organizations, Wording wording) {
        this.rosters = rosters;
        this.organizations = organizations;
        this.wording = wording;
    }

    @GetMapping({"/desk/grid", "/desk/grid/rows"})
    String empty(@AuthenticationPrincipal Actor actor) {
        DeskPage.requireSubmitter(actor);
        return "grid";
    }

    /** What was pasted, to be looked at; nothing is stored. */
    @PostMapping("/desk/grid")
    String look(
            @RequestParam String text,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        DeskPage.requireSubmitter(actor);
        try {
            Grid grid = PastedText.read(text);
            if (grid.lines().size() > Grid.MOST_LINES) {
                return refused(new Texts.Text(
                        wording.say("grid.tooMany", grid.lines().size(), Grid.MOST_LINES),
                        wording.say("grid.tooMany.advice")), text, response, model);
            }
            return shown(grid, model);
        } catch (RefusedException e) {
            return refused(wording.of(e.refusal()), text, response, model);
        }
    }

    /** Rows that were looked at, to be recorded. */
    @PostMapping("/desk/grid/rows")
    String take(
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        DeskPage.requireSubmitter(actor);
        Grid grid = Grid.sent(form);
        Optional<Refusal> wrong = grid.twice().map(column -> Refusal.of(SubmissionRefusal.COLUMN_TWICE, column.wire()));
        RosterFate fate = wrong.isPresent()
                ? RosterFate.refused(wording.say("grid.name"), wording.of(wrong.get()))
                : rosters.take(withOrganization(grid, actor), wording.say("grid.name"), actor);
        if (fate.problem() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", fate.problem());
            return shown(grid, model);
        }
        model.addAttribute("fate", fate);
        return "grid";
    }

    /** Rows that name no organization are recorded by the one that sends them. */
    private Grid withOrganization(Grid grid, Actor actor) {
        return grid.has(Column.ORGANIZATION)
                ? grid
                : organizations.ownCode(actor).map(code -> grid.with(Column.ORGANIZATION, code)).orElse(grid);
    }

    private static String shown(Grid grid, Model model) {
        model.addAttribute("grid", grid);
        model.addAttribute("choices", Grid.choices());
        return "grid";
    }

    private static String refused(Texts.Text why, String text, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAllAttributes(Map.of("problem", why, "text", Objects.requireNonNull(text)));
        return "grid";
    }
}
