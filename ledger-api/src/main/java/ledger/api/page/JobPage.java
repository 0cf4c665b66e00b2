package ledger.api.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import ledger.api.access.Actor;
import ledger.api.door.JobDoor;
import ledger.api.door.JobDoor.ReversalAsked;
import ledger.api.door.JobJson;
import ledger.api.intake.RefusedException;

/** Work on a large file as a clerk watches it, and taking a whole roster back. */
@Controller
class JobPage {

    /** Seconds after which a page of work that is not over looks again. */
    private static final String LOOK_AGAIN_SECONDS = "2";

    private final JobDoor jobs;
    private final Wording wording;

    JobPage(JobDoor jobs, Wording wording) {
        this.jobs = jobs;
        this.wording = wording;
    }

    @GetMapping("/desk/jobs/{id}")
    String job(
            @PathVariable String id,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        JobJson job = jobs.job(id, actor);
        if (!job.state().isOver()) {
            response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
        }
        model.addAttribute("job", job);
        if (job.refusal() != null) {
            model.addAttribute("problem", wording.of(job.refusal()));
        }
        return "job";
    }

    /** Rows that were answered stay. */
    @PostMapping("/desk/jobs/{id}")
    String cancel(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        jobs.cancel(id, actor);
        return "redirect:/desk/jobs/{id}";
    }

    /** What taking a roster back would change. */
    @GetMapping("/desk/rosters/{id}/reversal")
    String look(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("preview", jobs.reverse(id, true, new ReversalAsked(null), actor).getBody());
        return "reversal";
    }

    @PostMapping("/desk/rosters/{id}/reversal")
    String takeBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            Object begun = jobs.reverse(id, false, new ReversalAsked(reason), actor).getBody();
            return begun instanceof JobJson job ? "redirect:/desk/jobs/" + job.job() : "redirect:/desk";
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", wording.of(e.refusal()));
            return look(id, actor, model);
        }
    }
}
