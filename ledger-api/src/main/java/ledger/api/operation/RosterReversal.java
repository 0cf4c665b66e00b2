package ledger.api.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs;
import ledger.api.ground.Jobs.Progress;
import ledger.api.ground.LedgerClock;
import ledger.api.intake.RefusedException;
import ledger.domain.Decision;
import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.EntryState;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.Officer;
import ledger.domain.history.FactMetadata;
import ledger.domain.submission.SubmissionCommand.CompleteReversal;
import ledger.domain.submission.SubmissionCommand.ReverseRoster;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryProjection;
import ledger.projections.submission.RosterEntryReader;
import ledger.projections.submission.RosterEntryReader.Made;

/**
 * Takes a whole roster back: every entry it made that stands is revoked, every one that waits is declined, by facts
 * that name the reversal as their cause. It goes on where it was, however often it breaks off.
 */
@Component
public class RosterReversal {

    /** The reason code of each revocation. */
    public static final String REASON_CODE = "roster-reversed";

    private static final int PAGE = 500;
    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final Annex annex;
    private final CommandDesk desk;
    private final Jobs jobs;
    private final RosterEntryReader entries;
    private final FactSource facts;
    private final Followers followers;
    private final ReversingOfficers officers;
    private final LedgerClock clock;

    RosterReversal(
            Annex annex,
            CommandDesk desk,
            Jobs jobs,
            RosterEntryReader entries,
            FactSource facts,
            Followers followers,
            ReversingOfficers officers,
            LedgerClock clock) {
        this.annex = annex;
        this.desk = desk;
        this.jobs = jobs;
        this.entries = entries;
        this.facts = facts;
        this.followers = followers;
        this.officers = officers;
        this.clock = clock;
    }

    /**
     * Decides that a roster is taken back, and leaves the taking back to a job. Asked again it is the same job.
     *
     * @param officer who decides, as {@link ReversingOfficers} allows
     * @throws RefusedException when the submission cannot be taken back
     */
    public Job begin(String submissionId, Actor actor, Officer officer, String reason) {
        return jobs.find(submissionId, Kind.REVERSAL).orElseGet(() -> {
            String jobId = "job-" + UUID.randomUUID();
            AnnexNote note = annex.keep(reason);
            boolean underWay = jobs.find(submissionId, Kind.ROSTER)
                    .map(job -> !job.state().isOver())
                    .orElse(false);
            refused(send(new ReverseRoster(submissionId, officer, underWay, note, clock.today()), jobId, actor));
            try {
                return jobs.begin(jobId, new Jobs.Asked(
                        Kind.REVERSAL, submissionId, actor, actor.organizationId(), null, null,
                        LedgerJson.write(note), false));
            } catch (DuplicateKeyException e) {
                return jobs.find(submissionId, Kind.REVERSAL).orElseThrow();
            }
        });
    }

    private static void refused(Receipt receipt) {
        if (receipt.decision() instanceof Decision.Refused<?> refused) {
            throw new RefusedException(refused.refusal());
        }
    }

    private Receipt send(LedgerCommand command, String jobId, Actor actor) {
        return desk.sendAll(List.of(new Asked(command, Map.of(FactMetadata.CORRELATION_ID, jobId))), actor).getFirst();
    }

    /** Goes on with a job that this process took. */
    public void goOn(Job job, BooleanSupplier stopping) {
        if (!followers.await(facts.head(), CATCH_UP, List.of(EntryProjection.ROOM))) {
            throw new IllegalStateException("the view of entries does not follow");
        }
        Progress progress = new Progress(job.lastRow(), job.rowsDone(), job.counts(), job.position());
        List<Made> page = entries.after(job.submission(), progress.lastRow(), PAGE);
        while (!page.isEmpty() && !stopping.getAsBoolean()) {
            progress = takeBack(job, page, progress);
            jobs.advance(job, progress, 0, null);
            page = entries.after(job.submission(), progress.lastRow(), PAGE);
        }
        if (page.isEmpty()) {
            complete(job, progress);
        } else {
            jobs.release(job, 0);
        }
    }

    private void complete(Job job, Progress progress) {
        Map<String, Integer> counts = progress.counts();
        Receipt receipt = send(
                new CompleteReversal(
                        job.submission(), counts.getOrDefault("revoked", 0), counts.getOrDefault("declined", 0),
                        counts.getOrDefault("left", 0)),
                job.jobId(), job.actor());
        jobs.finish(job, State.DONE, receipt.position(), null);
    }

    private Progress takeBack(Job job, List<Made> page, Progress before) {
        AnnexNote reason = LedgerJson.read(String.valueOf(job.note()), AnnexNote.class);
        Map<String, Officer> officerFor = new HashMap<>();
        page.forEach(made -> officerFor.computeIfAbsent(
                made.recordedBy(), recorder -> officers.deciding(job.actor(), recorder)));
        Map<String, Integer> counts = new TreeMap<>(before.counts());
        List<Made> open = new ArrayList<>();
        List<Asked> commands = new ArrayList<>();
        for (Made made : page) {
            if (made.state().isOpen()) {
                open.add(made);
                commands.add(asked(made, made.state() == EntryState.HELD, officerFor, reason, job));
            } else {
                counts.merge(ended(made, job), 1, Integer::sum);
            }
        }
        List<Receipt> receipts = desk.sendAll(commands, job.actor());
        long position = before.position();
        for (int i = 0; i < open.size(); i++) {
            boolean held = open.get(i).state() == EntryState.HELD;
            Receipt receipt = receipts.get(i);
            if (receipt.decision() instanceof Decision.Refused<?>) {
                // Somebody decided about it a moment ago: what was held stands by now, or the other way round.
                held = !held;
                receipt = desk.sendAll(List.of(asked(open.get(i), held, officerFor, reason, job)), job.actor())
                        .getFirst();
            }
            boolean done = receipt.decision() instanceof Decision.Accepted;
            counts.merge(!done ? "left" : held ? "declined" : "revoked", 1, Integer::sum);
            position = Math.max(position, receipt.position());
        }
        return new Progress(page.getLast().row(), before.rowsDone() + page.size(), counts, position);
    }

    private Asked asked(
            Made made, boolean held, Map<String, Officer> officerFor, AnnexNote reason, Job job) {
        Officer officer = officerFor.get(made.recordedBy());
        LedgerCommand command = held
                ? new DeclineHeldService(made.accountId(), made.entryId(), officer, reason, clock.today())
                : new RevokeService(made.accountId(), made.entryId(), officer, REASON_CODE, reason, clock.today());
        return new Asked(command, Map.of(
                FactMetadata.CAUSATION_ID, job.jobId(),
                FactMetadata.CORRELATION_ID, job.jobId(),
                FactMetadata.SUBMISSION, job.submission(),
                FactMetadata.ROW, Integer.toString(made.row())));
    }

    /** An entry that this very reversal ended before it broke off counts as ended by it. */
    private static String ended(Made made, Job job) {
        if (!job.jobId().equals(made.cause())) {
            return "left";
        }
        return made.state() == EntryState.DECLINED ? "declined" : "revoked";
    }
}
