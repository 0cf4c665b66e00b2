package ledger.api.door;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Job;
import ledger.api.ground.JobProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.operation.AuditReplay;
import ledger.api.operation.JobWorker;
import ledger.api.operation.ReplayJobs;
import ledger.projections.replay.ReplayScope;
import ledger.projections.submission.SubmissionReader;

/** For auditors: the ledger folded again, beside what the live view says. */
@RestController
@RequestMapping("/api/v1")
public class ReplayDoor {

    private final AuditReplay replay;
    private final ReplayJobs jobs;
    private final JobWorker worker;
    private final JobProperties properties;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final SubmissionReader submissions;

    ReplayDoor(
            AuditReplay replay,
            ReplayJobs jobs,
            JobWorker worker,
            JobProperties properties,
            Vault vault,
            OrganizationRegister organizations,
            SubmissionReader submissions) {
        this.replay = replay;
        this.jobs = jobs;
        this.worker = worker;
        this.properties = properties;
        this.vault = vault;
        this.organizations = organizations;
        this.submissions = submissions;
    }

    /** @param scope {@code all}, {@code volunteer:NUMBER}, {@code organization:CODE} or {@code submission:ID} */
    record ReplayAsked(@Nullable String scope, @Nullable Long to, @Nullable Boolean compare) {}

    /** With {@code Prefer: respond-async} it is left to a job, which tells how far it is. */
    @PostMapping("/replays")
    ResponseEntity<Object> replay(
            @RequestBody ReplayAsked asked,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        ReplayScope scope = scope(asked.scope());
        boolean compare = Boolean.TRUE.equals(asked.compare());
        if (asked.to() != null && asked.to() < 0) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "to");
        }
        if (!prefer.contains("respond-async")) {
            return ResponseEntity.ok(replay.run(scope, asked.to(), compare, AuditReplay.Watcher.NOBODY));
        }
        Job job = jobs.begin(scope, asked.to(), compare, actor);
        worker.wake();
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/jobs/" + job.jobId())
                .body(JobJson.of(job, properties.reportDays()));
    }

    private ReplayScope scope(@Nullable String asked) {
        if (asked == null || asked.equals("all")) {
            return new ReplayScope.Everything();
        }
        String of = asked.substring(asked.indexOf(':') + 1);
        return switch (asked.substring(0, asked.length() - of.length())) {
            case "volunteer:" ->
                new ReplayScope.OfVolunteer(vault.volunteerId(of).orElseThrow(Visibility::notFound));
            case "organization:" -> new ReplayScope.OfOrganization(
                    organizations.find(of).orElseThrow(Visibility::notFound).id());
            case "submission:" -> new ReplayScope.OfSubmission(
                    submissions.find(of).orElseThrow(Visibility::notFound).submissionId());
            default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "scope");
        };
    }
}
