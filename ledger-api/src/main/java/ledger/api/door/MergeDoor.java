package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Job;
import ledger.api.ground.JobProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.api.intake.RefusedException;
import ledger.api.operation.JobWorker;
import ledger.api.operation.NumberMerges;
import ledger.api.operation.NumberMerges.Decided;
import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.volunteer.VolunteerRefusal;
import ledger.projections.account.AccountMerge;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.MergeReader;

/** Two numbers of one person become one, or two again (R5): decided by the authority, or by the operator for it. */
@RestController
@RequestMapping("/api/v1/volunteers/{number}")
class MergeDoor {

    private final NumberMerges merges;
    private final MergeReader reader;
    private final JobWorker worker;
    private final JobProperties properties;
    private final OrganizationRegister organizations;
    private final Vault vault;
    private final Reads reads;

    MergeDoor(
            NumberMerges merges,
            MergeReader reader,
            JobWorker worker,
            JobProperties properties,
            OrganizationRegister organizations,
            Vault vault,
            Reads reads) {
        this.merges = merges;
        this.reader = reader;
        this.worker = worker;
        this.properties = properties;
        this.organizations = organizations;
        this.vault = vault;
        this.reads = reads;
    }

    /** @param into the number that remains */
    record MergeAsked(@Nullable String into, @Nullable String reasonCode, @Nullable String reason) {}

    record UnmergeAsked(@Nullable String reasonCode, @Nullable String reason) {}

    /** A merge in which the number had a part, by numbers. */
    record MergeItem(
            String merge,
            String from,
            String into,
            AccountMerge.State state,
            LocalDate decidedOn,
            String reasonCode,
            @Nullable Integer entries,
            long position) {}

    record MergePage(String volunteer, long position, List<MergeItem> merges) {}

    @PostMapping("/merge")
    ResponseEntity<JobJson> merge(
            @PathVariable String number, @RequestBody MergeAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String from = vault.volunteerId(number).orElseThrow(Visibility::notFound);
        String into = vault.volunteerId(Reads.required(asked.into(), "into"))
                .orElseThrow(() -> RefusedException.of(VolunteerRefusal.VOLUNTEER_NOT_MATCHED, "into"));
        Decided decided = decided(actor, asked.reasonCode(), asked.reason());
        reads.upToNow(EntryProjection.ROOM);
        // Asked again, it is the merge that was begun.
        Optional<Job> begun = reader.of(LedgerIds.accountOf(from)).stream()
                .filter(merge -> merge.fromAccountId().equals(LedgerIds.accountOf(from))
                        && merge.intoAccountId().equals(LedgerIds.accountOf(into)) && isInForce(merge))
                .findFirst()
                .flatMap(merges::jobOf);
        return accepted(begun.orElseGet(() -> merges.merge(from, into, decided)));
    }

    private static boolean isInForce(AccountMerge merge) {
        return switch (merge.state()) {
            case AGREED, CLOSED, MERGED -> true;
            case CALLED_OFF, GIVEN_BACK, UNDONE -> false;
        };
    }

    /** The number is the one that was merged away. */
    @PostMapping("/unmerge")
    ResponseEntity<JobJson> unmerge(
            @PathVariable String number, @RequestBody UnmergeAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String account = LedgerIds.accountOf(vault.volunteerId(number).orElseThrow(Visibility::notFound));
        Decided decided = decided(actor, asked.reasonCode(), asked.reason());
        reads.upToNow(EntryProjection.ROOM);
        AccountMerge last = reader.of(account).stream()
                .filter(merge -> merge.fromAccountId().equals(account)
                        && merge.state() != AccountMerge.State.CALLED_OFF)
                .findFirst()
                .orElseThrow(() -> RefusedException.of(HourAccountRefusal.MERGE_UNKNOWN, "volunteerNumber"));
        return accepted(merges.unmerge(last, decided));
    }

    private Decided decided(Actor actor, @Nullable String reasonCode, @Nullable String reason) {
        String own = actor.organization()
                .orElseGet(() -> organizations.first().orElseThrow(Visibility::notFound).id());
        return new Decided(
                actor, new Officer(own, Tier.AUTHORITY), Reads.required(reasonCode, "reasonCode"),
                Reads.required(reason, "reason"));
    }

    private ResponseEntity<JobJson> accepted(Job job) {
        worker.wake();
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/jobs/" + job.jobId())
                .body(JobJson.of(job, properties.reportDays()));
    }

    @GetMapping("/merges")
    MergePage merges(@PathVariable String number, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        String volunteerId = vault.volunteerId(number)
                .filter(id -> Visibility.seesAll(actor) || id.equals(actor.volunteerId()))
                .orElseThrow(Visibility::notFound);
        long position = reads.upToNow(EntryProjection.ROOM);
        return new MergePage(number, position, reader.of(LedgerIds.accountOf(volunteerId)).stream()
                .map(this::item)
                .toList());
    }

    private MergeItem item(AccountMerge merge) {
        return new MergeItem(
                merge.mergeId(), number(merge.fromAccountId()), number(merge.intoAccountId()), merge.state(),
                merge.decidedOn(), merge.reasonCode(), merge.entries(), merge.position());
    }

    private String number(String accountId) {
        return vault.read(LedgerIds.volunteerOf(accountId)).map(Vault.Person::number).orElse("");
    }
}
