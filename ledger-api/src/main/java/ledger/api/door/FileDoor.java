package ledger.api.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Job;
import ledger.api.ground.JobProperties;
import ledger.api.intake.DryRun;
import ledger.api.intake.Notice;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.SessionIntake;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.api.operation.JobWorker;
import ledger.projections.LedgerJson;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.submission.SubmissionReader.SubmissionView;

/**
 * Where files come in. Asked for {@code application/x-ndjson} it answers each row as soon as it is committed, then one
 * line with the sums; else the whole report at once.
 */
@RestController
@RequestMapping("/api/v1")
public class FileDoor {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String XLS = "application/vnd.ms-excel";
    private static final String BYTES = "application/octet-stream";

    private final RosterIntake rosters;
    private final DryRun dryRuns;
    private final JobWorker worker;
    private final JobProperties jobProperties;
    private final RegisterIntake registers;
    private final SubmissionReader submissions;
    private final Texts texts;
    private final Reads reads;

    FileDoor(
            RosterIntake rosters,
            DryRun dryRuns,
            JobWorker worker,
            JobProperties jobProperties,
            RegisterIntake registers,
            SubmissionReader submissions,
            Texts texts,
            Reads reads) {
        this.rosters = rosters;
        this.dryRuns = dryRuns;
        this.worker = worker;
        this.jobProperties = jobProperties;
        this.registers = registers;
        this.submissions = submissions;
        this.texts = texts;
        this.reads = reads;
    }

    /** Takes a file and tells each verdict. */
    interface Taking {
        Taken take(ReceivedFile file, Consumer<Verdict> answered);
    }

    /**
     * @param submission the roster it became; absent for registers, and where it was only tried out
     * @param notices what was found out about the file as a whole
     */
    record Taken(
            @Nullable String submission, long position, DryRun.@Nullable Effect effect, List<Notice> notices) {
        static final Taken REGISTER = new Taken(null, 0, null, List.of());
    }

    /** A large roster becomes a job, unless its sender listens to each row. */
    @PostMapping("/rosters")
    void roster(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Actor actor)
            throws IOException {
        if (!SessionIntake.maySubmit(actor)) {
            Visibility.require(actor, Role.RECORDER);
        }
        boolean dryRun = parameter(request, "dryRun").equals("true");
        try (ReceivedFile file = ReceivedFile.spool(request.getInputStream(), parameter(request, "fileName"))) {
            if (isJob(request, file)) {
                accepted(response, dryRun ? dryRuns.accept(file, actor) : rosters.accept(file, actor));
            } else if (dryRun) {
                answer(request, response, file, (rows, answered) ->
                        new Taken(null, 0, dryRuns.take(rows, actor, answered), List.of()));
            } else {
                answer(request, response, file, (rows, answered) -> {
                    RosterIntake.Summary summary = rosters.take(rows, actor, answered);
                    return new Taken(summary.submissionId(), summary.position(), null, summary.notices());
                });
            }
        }
    }

    /** From the address alone: asking for a parameter would read a body sent as a form, and the file would be gone. */
    private static String parameter(HttpServletRequest request, String name) {
        String value = UriComponentsBuilder.newInstance().query(request.getQueryString()).build()
                .getQueryParams().getFirst(name);
        return value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    /** RFC 7240: whoever prefers to be answered later is; who asks for lines is told each row at once. */
    private boolean isJob(HttpServletRequest request, ReceivedFile file) throws IOException {
        boolean preferred = Collections.list(request.getHeaders("Prefer")).stream()
                .anyMatch(preference -> preference.contains("respond-async"));
        return preferred || !wantsLines(request) && Files.size(file.path()) > jobProperties.asyncOverBytes();
    }

    private void accepted(HttpServletResponse response, Job job) throws IOException {
        worker.wake();
        response.setStatus(HttpStatus.ACCEPTED.value());
        response.setHeader(HttpHeaders.LOCATION, "/api/v1/jobs/" + job.jobId());
        response.setContentType("application/json");
        response.getOutputStream().write(LedgerJson.write(JobJson.of(job, jobProperties.reportDays()))
                .getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(value = "/organizations", consumes = {"text/csv", VerdictStream.NDJSON, XLSX, XLS, BYTES})
    void organizations(
            HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.OPERATOR, Role.AUTHORITY);
        answer(request, response, (file, answered) -> {
            registers.takeOrganizations(file, actor, answered);
            return Taken.REGISTER;
        });
    }

    @PostMapping(value = "/volunteers", consumes = {"text/csv", VerdictStream.NDJSON, XLSX, XLS, BYTES})
    void volunteers(
            HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.OPERATOR, Role.AUTHORITY, Role.MANAGER, Role.RECORDER);
        answer(request, response, (file, answered) -> {
            registers.takeVolunteers(file, actor, answered);
            return Taken.REGISTER;
        });
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Taking taking) throws IOException {
        try (ReceivedFile file = ReceivedFile.spool(request.getInputStream(), "")) {
            answer(request, response, file, taking);
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, ReceivedFile file, Taking taking) {
        VerdictStream stream = new VerdictStream(response, wantsLines(request), texts);
        Taken taken = taking.take(file, stream::tell);
        stream.end(taken.submission(), taken.position(), taken.effect(), taken.notices());
    }

    private static boolean wantsLines(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(VerdictStream.NDJSON);
    }

    /** Submissions, newest first. */
    record SubmissionPage(long position, List<SubmissionView> submissions) {}

    @GetMapping("/rosters")
    SubmissionPage list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR, Role.AUDITOR);
        long position = reads.upTo(after, SubmissionProjection.ROOM);
        return new SubmissionPage(position, submissions.latest(
                Visibility.boundTo(actor).orElse(null), Math.clamp(limit, 1, 500)));
    }

    @GetMapping("/rosters/{id}")
    SubmissionPage one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, SubmissionProjection.ROOM);
        return submissions.find(id)
                .filter(found -> Visibility.boundTo(actor)
                        .map(organization -> organization.equals(found.submittedBy()))
                        .orElse(Visibility.seesAll(actor)))
                .map(found -> new SubmissionPage(position, List.of(found)))
                .orElseThrow(Visibility::notFound);
    }
}
