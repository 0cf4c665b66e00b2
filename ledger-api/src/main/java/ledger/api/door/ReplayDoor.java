package ledger.api.door;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.operation.AuditReplay;
import ledger.projections.replay.ReplayScope;
import ledger.projections.submission.SubmissionReader;

/** For auditors: the ledger folded again, beside what the live view says. */
@RestController
@RequestMapping("/api/v1")
public class ReplayDoor {

    private final AuditReplay replay;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final SubmissionReader submissions;

    ReplayDoor(
            AuditReplay replay, Vault vault, OrganizationRegister organizations, SubmissionReader submissions) {
        this.replay = replay;
        this.vault = vault;
        this.organizations = organizations;
        this.submissions = submissions;
    }

    /** @param scope {@code all}, {@code volunteer:NUMBER}, {@code organization:CODE} or {@code submission:ID} */
    record ReplayAsked(@Nullable String scope, @Nullable Long to, @Nullable Boolean compare) {}

    @PostMapping("/replays")
    AuditReplay.Outcome replay(@RequestBody ReplayAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        return replay.run(
                scope(asked.scope()), asked.to(), Boolean.TRUE.equals(asked.compare()), position -> { });
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
