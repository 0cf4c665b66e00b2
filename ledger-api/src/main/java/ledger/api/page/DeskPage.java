package ledger.api.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.Reads;
import ledger.api.ground.Annex;
import ledger.api.intake.SessionIntake;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.submission.SubmissionReader.SubmissionView;

/** Where an organization sends rosters, sees what became of each row, and mends what was refused. */
@Controller
class DeskPage {

    private static final int LATEST = 20;

    private final RosterDesk rosters;
    private final SubmissionReader submissions;
    private final OrganizationReader organizations;
    private final Annex annex;
    private final Reads reads;
    private final Wording wording;

    DeskPage(
            RosterDesk rosters,
            SubmissionReader submissions,
            OrganizationReader organizations,
            Annex annex,
            Reads reads,
            Wording wording) {
        this.rosters = rosters;
        this.submissions = submissions;
        this.organizations = organizations;
        this.annex = annex;
        this.reads = reads;
        this.wording = wording;
    }

    @GetMapping({"/desk", "/desk/rows"})
    String desk(@AuthenticationPrincipal Actor actor, Model model) {
        requireSubmitter(actor);
        return page(List.of(), actor, model);
    }

    @PostMapping("/desk")
    String take(
            @RequestParam List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean tryOut,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model)
            throws IOException {
        requireSubmitter(actor);
        List<RosterFate> fates = new ArrayList<>();
        for (MultipartFile one : file) {
            String name = Objects.requireNonNullElse(one.getOriginalFilename(), "");
            fates.add(tryOut
                    ? rosters.tryOut(one.getInputStream(), name, actor)
                    : rosters.take(one.getInputStream(), name, actor));
        }
        if (fates.size() == 1 && fates.getFirst().job() != null) {
            return "redirect:/desk/jobs/" + fates.getFirst().job();
        }
        return answer(fates, actor, response, model);
    }

    /** Rows that were refused, mended in the page. */
    @PostMapping("/desk/rows")
    String takeAgain(
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        requireSubmitter(actor);
        RosterFate fate = rosters.take(Grid.sent(form), mended(form.getFirst("name")), actor);
        return answer(List.of(fate), actor, response, model);
    }

    /** A file that is mended twice is said to be mended once. */
    private String mended(@Nullable String name) {
        String file = Objects.requireNonNullElse(name, "");
        return file.endsWith(wording.say("mend.name", "")) ? file : wording.say("mend.name", file);
    }

    static void requireSubmitter(Actor actor) {
        if (!SessionIntake.maySubmit(actor)) {
            Visibility.require(actor, Role.RECORDER);
        }
    }

    private String answer(List<RosterFate> fates, Actor actor, HttpServletResponse response, Model model) {
        if (fates.stream().allMatch(fate -> fate.problem() != null)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(fates, actor, model);
    }

    private String page(List<RosterFate> fates, Actor actor, Model model) {
        reads.upToNow(SubmissionProjection.ROOM);
        List<SubmissionView> latest = submissions.latest(Visibility.boundTo(actor).orElse(null), LATEST);
        model.addAttribute("fates", fates);
        model.addAttribute("submissions", latest);
        model.addAttribute("fileNames", fileNames(latest));
        model.addAttribute("organizations", organizations.byId(latest.stream()
                .map(SubmissionView::submittedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
        return "desk";
    }

    private Map<String, String> fileNames(List<SubmissionView> latest) {
        return annex.read(latest.stream().map(SubmissionView::fileNote).filter(Objects::nonNull).toList());
    }
}
