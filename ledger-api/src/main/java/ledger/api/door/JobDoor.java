package ledger.api.door;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.JobProperties;
import ledger.api.ground.Jobs;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RosterReport;
import ledger.api.operation.JobWorker;
import ledger.api.operation.ReversingOfficers;
import ledger.api.operation.RosterReversal;
import ledger.domain.account.Officer;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.account.EntryProjection;
import ledger.projections.submission.RosterEntryReader;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.submission.SubmissionReader.SubmissionView;

/** Work on files: how far it is, its report row by row, ending it, and taking a whole roster back. */
@RestController
@RequestMapping("/api/v1")
public class JobDoor {

    private final Jobs jobs;
    private final JobWorker worker;
    private final JobProperties properties;
    private final RosterReport reports;
    private final RosterReversal reversals;
    private final RosterEntryReader entries;
    private final SubmissionReader submissions;
    private final ReversingOfficers officers;
    private final Reads reads;

    JobDoor(
            Jobs jobs,
            JobWorker worker,
            JobProperties properties,
            RosterReport reports,
            RosterReversal reversals,
            RosterEntryReader entries,
            SubmissionReader submissions,
            ReversingOfficers officers,
            Reads reads) {
        this.jobs = jobs;
        this.worker = worker;
        this.properties = properties;
        this.reports = reports;
        this.reversals = reversals;
        this.entries = entries;
        this.submissions = submissions;
        this.officers = officers;
        this.reads = reads;
    }

    /** Jobs, newest first. */
    record JobPage(List<JobJson> jobs) {}

    @GetMapping("/jobs")
    JobPage list(@RequestParam(defaultValue = "50") int limit, @AuthenticationPrincipal Actor actor) {
        requireOneWhoKnowsOfFiles(actor);
        return new JobPage(jobs.latest(Visibility.boundTo(actor).orElse(null), Math.clamp(limit, 1, 500)).stream()
                .map(this::json)
                .toList());
    }

    @GetMapping("/jobs/{id}")
    public JobJson job(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        return json(visible(id, actor));
    }

    /** What was answered stays and is in the report; one that is over stays as it is. */
    @DeleteMapping("/jobs/{id}")
    public ResponseEntity<JobJson> cancel(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        Job job = visible(id, actor);
        boolean readsOnly = job.kind() == Kind.REPLAY || job.kind() == Kind.SIMULATION;
        if (!readsOnly || !actor.is(Role.AUDITOR)) {
            Visibility.require(
                    actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        }
        if (!job.kind().canEnd() && !job.state().isOver()) {
            throw RefusedException.of(SubmissionRefusal.JOB_NOT_TO_BE_CANCELLED, "job");
        }
        jobs.cancel(id);
        worker.wake();
        return ResponseEntity.status(job.state().isOver() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(json(visible(id, actor)));
    }

    @GetMapping("/jobs/{id}/report")
    void jobReport(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String only,
            Locale language,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        report(visible(id, actor), only, language, response);
    }

    @GetMapping("/rosters/{id}/report")
    void rosterReport(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String only,
            Locale language,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        Job job = jobs.find(id, Kind.ROSTER).orElseThrow(Visibility::notFound);
        report(visible(job.jobId(), actor), only, language, response);
    }

    private void report(Job job, String only, Locale language, HttpServletResponse response) throws IOException {
        if (!job.kind().isOfFile()) {
            throw Visibility.notFound();
        }
        RosterReport.Ready report = reports.on(job, only.equals("refused"), language);
        response.setContentType(report.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report." + report.ending() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        report.writeTo(response.getOutputStream());
    }

    /** @param reason in the officer's words */
    public record ReversalAsked(@Nullable String reason) {}

    /**
     * What taking a roster back would change.
     *
     * @param entries the roster's entries by where they stand: all that stand would be revoked, all held declined
     * @param statements numbers of statements in force that would be superseded
     */
    public record ReversalPreview(
            String submission,
            SubmissionReader.State state,
            List<RosterEntryReader.Standing> entries,
            List<String> statements,
            long position) {}

    /** With {@code preview} it only says what would change. */
    @PostMapping("/rosters/{id}/reversal")
    public ResponseEntity<Object> reverse(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody ReversalAsked body,
            @AuthenticationPrincipal Actor actor) {
        requireOneWhoKnowsOfFiles(actor);
        long position = reads.upToNow(SubmissionProjection.ROOM, EntryProjection.ROOM);
        SubmissionView submission = submissions.find(id).orElseThrow(Visibility::notFound);
        Officer officer = officers.reversing(actor, submission.submittedBy());
        if (preview) {
            return ResponseEntity.ok(new ReversalPreview(
                    id, submission.state(), entries.standing(id), entries.statements(id), position));
        }
        Job job = reversals.begin(id, actor, officer, Reads.required(body.reason(), "reason"));
        worker.wake();
        return ResponseEntity.accepted().header(HttpHeaders.LOCATION, "/api/v1/jobs/" + job.jobId()).body(json(job));
    }

    private JobJson json(Job job) {
        return JobJson.of(job, properties.reportDays());
    }

    private static void requireOneWhoKnowsOfFiles(Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR, Role.AUDITOR);
    }

    /** A job is of the organization in whose name it was asked for. */
    private Job visible(String id, Actor actor) {
        return jobs.find(id)
                .filter(job -> Visibility.boundTo(actor)
                        .map(organization -> organization.equals(job.actor().organizationId()))
                        .orElse(Visibility.seesAll(actor)))
                .orElseThrow(Visibility::notFound);
    }
}
