package ledger.api.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.Reads;
import ledger.api.ground.Annex;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.SessionIntake;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.submission.SubmissionReader.SubmissionView;

/** Where an organization sends a roster and sees what became of each row. */
@Controller
class DeskPage {

    private static final int LATEST = 20;

    private final RosterIntake rosters;
    private final SubmissionReader submissions;
    private final OrganizationReader organizations;
    private final Annex annex;
    private final Reads reads;
    private final Wording wording;

    DeskPage(
            RosterIntake rosters,
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

    @GetMapping("/desk")
    String desk(@AuthenticationPrincipal Actor actor, Model model) {
        requireSubmitter(actor);
        return page(actor, model);
    }

    @PostMapping("/desk")
    String take(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model)
            throws IOException {
        requireSubmitter(actor);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        RosterFate fate = new RosterFate(name);
        try (ReceivedFile received = ReceivedFile.spool(file.getInputStream(), name)) {
            fate.complete(rosters.take(received, actor, verdict -> fate.add(RowFate.of(verdict, wording))));
            model.addAttribute("fate", fate);
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
            model.addAttribute("fileName", name);
        }
        return page(actor, model);
    }

    private static void requireSubmitter(Actor actor) {
        if (!SessionIntake.maySubmit(actor)) {
            Visibility.require(actor, Role.RECORDER);
        }
    }

    private String page(Actor actor, Model model) {
        reads.upToNow(SubmissionProjection.ROOM);
        List<SubmissionView> latest = submissions.latest(Visibility.boundTo(actor).orElse(null), LATEST);
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
