package ledger.api.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs;
import ledger.api.ground.Jobs.Progress;
import ledger.api.ground.KnownAccounts;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;
import ledger.domain.Decision;
import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.account.AccountMergeCommand;
import ledger.domain.account.AccountMergeCommand.AbsorbAccount;
import ledger.domain.account.AccountMergeCommand.AgreeToMerge;
import ledger.domain.account.AccountMergeCommand.CallOffMerge;
import ledger.domain.account.AccountMergeCommand.CloseAccount;
import ledger.domain.account.AccountMergeCommand.GiveBackAccount;
import ledger.domain.account.AccountMergeCommand.ReopenAccount;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.Officer;
import ledger.domain.history.FactMetadata;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.volunteer.VolunteerCommand.MergeVolunteers;
import ledger.domain.volunteer.VolunteerCommand.UnmergeVolunteers;
import ledger.projections.LedgerJson;
import ledger.projections.account.AccountMerge;

/**
 * Makes two numbers of one person one, and two again (R5). Two accounts are two places where decisions fall, so it is
 * done step by step; each step may be done again without harm, and whoever takes the job goes on where it was.
 */
@Component
public class NumberMerges {

    private final Annex annex;
    private final CommandDesk desk;
    private final Jobs jobs;
    private final KnownAccounts accounts;
    private final CircumstancesRegister circumstances;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final Texts texts;
    private final LedgerClock clock;

    NumberMerges(
            Annex annex,
            CommandDesk desk,
            Jobs jobs,
            KnownAccounts accounts,
            CircumstancesRegister circumstances,
            Rulebooks rulebooks,
            LedgerProperties properties,
            Texts texts,
            LedgerClock clock) {
        this.annex = annex;
        this.desk = desk;
        this.jobs = jobs;
        this.accounts = accounts;
        this.circumstances = circumstances;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is to be done, as the job keeps it; people by opaque id only. */
    record Plan(
            String mergeId,
            String fromVolunteerId,
            String intoVolunteerId,
            Officer officer,
            String reasonCode,
            AnnexNote reason) {

        String from() {
            return LedgerIds.accountOf(fromVolunteerId);
        }

        String into() {
            return LedgerIds.accountOf(intoVolunteerId);
        }
    }

    /** Why and by whom it is decided. */
    public record Decided(Actor actor, Officer officer, String reasonCode, String reason) {}

    /**
     * Decides that a number is merged into another, and leaves the steps to a job.
     *
     * @throws RefusedException when the accounts would not do it as they are now, or one of the two is frozen (R20)
     */
    public Job merge(String fromVolunteerId, String intoVolunteerId, Decided decided) {
        if (circumstances.isFrozen(fromVolunteerId) || circumstances.isFrozen(intoVolunteerId)) {
            throw RefusedException.of(HourAccountRefusal.VOLUNTEER_FROZEN, "volunteerNumber");
        }
        Plan plan = new Plan(
                "merge-" + UUID.randomUUID(), fromVolunteerId, intoVolunteerId, decided.officer(),
                decided.reasonCode(), annex.keep(decided.reason()));
        tryOut(agree(plan));
        tryOut(close(plan));
        return begin(jobOf(plan.mergeId(), Kind.MERGE), Kind.MERGE, plan, decided.actor());
    }

    /**
     * Decides that a merge was wrong, and leaves the undoing to a job. Asked again it is the same job.
     *
     * @throws RefusedException when the merge is not finished, or what came later must be undone first
     */
    public Job unmerge(AccountMerge merge, Decided decided) {
        Plan plan = new Plan(
                merge.mergeId(), LedgerIds.volunteerOf(merge.fromAccountId()),
                LedgerIds.volunteerOf(merge.intoAccountId()), decided.officer(), decided.reasonCode(),
                annex.keep(decided.reason()));
        if (jobs.find(jobOf(plan.mergeId(), Kind.MERGE)).filter(job -> !job.state().isOver()).isPresent()) {
            throw RefusedException.of(HourAccountRefusal.MERGE_UNDER_WAY, "volunteerNumber");
        }
        return jobs.find(jobOf(plan.mergeId(), Kind.UNMERGE))
                .filter(job -> job.state() != State.FAILED)
                .orElseGet(() -> {
                    tryOut(giveBack(plan));
                    return begin(jobOf(plan.mergeId(), Kind.UNMERGE), Kind.UNMERGE, plan, decided.actor());
                });
    }

    /** The job that does, or did, a merge. */
    public Optional<Job> jobOf(AccountMerge merge) {
        return jobs.find(jobOf(merge.mergeId(), Kind.MERGE));
    }

    private static String jobOf(String mergeId, Kind kind) {
        return (kind == Kind.MERGE ? "job-" : "job-undo-") + mergeId.substring("merge-".length());
    }

    private Job begin(String jobId, Kind kind, Plan plan, Actor actor) {
        try {
            return jobs.begin(jobId, new Jobs.Asked(
                    kind, null, actor, actor.organizationId(), null, null, LedgerJson.write(plan), false));
        } catch (DuplicateKeyException e) {
            return jobs.find(jobId).orElseThrow();
        }
    }

    /** What the account would say now is said at once, not by a job that fails. */
    private void tryOut(AccountMergeCommand command) {
        var answer = AccountRehearsal.of(accounts.past(command.accountId())).decide(command, rulebooks);
        if (answer instanceof Decision.Refused<?> refused) {
            throw new RefusedException(refused.refusal());
        }
    }


    /** One step; the commands after it are made when it is done, from what the ledger holds then. */
    @FunctionalInterface
    interface Step {
        LedgerCommand command();
    }

    /** The steps of a merge, in their order. */
    List<Step> merging(Plan plan) {
        return List.of(
                () -> agree(plan),
                () -> close(plan),
                () -> new AbsorbAccount(
                        plan.into(), plan.mergeId(), plan.from(),
                        AccountRehearsal.of(accounts.past(plan.from())).handedOver(), rulebook(), clock.today()),
                () -> new MergeVolunteers(
                        plan.fromVolunteerId(), plan.mergeId(), plan.intoVolunteerId(), clock.today()));
    }

    /** The steps of undoing it. */
    List<Step> undoing(Plan plan) {
        return List.of(
                () -> giveBack(plan),
                () -> new ReopenAccount(
                        plan.from(), plan.mergeId(), plan.into(),
                        AccountRehearsal.givenBack(accounts.past(plan.into()), plan.mergeId()), rulebook(),
                        clock.today()),
                () -> new UnmergeVolunteers(plan.fromVolunteerId(), plan.mergeId(), clock.today()));
    }

    private AgreeToMerge agree(Plan plan) {
        return new AgreeToMerge(
                plan.into(), plan.mergeId(), plan.from(), plan.officer(), plan.reasonCode(), plan.reason(),
                clock.today());
    }

    private CloseAccount close(Plan plan) {
        return new CloseAccount(plan.from(), plan.mergeId(), plan.into(), clock.today());
    }

    private GiveBackAccount giveBack(Plan plan) {
        return new GiveBackAccount(
                plan.into(), plan.mergeId(), plan.officer(), plan.reasonCode(), plan.reason(), clock.today());
    }

    /** Goes on with a job that this process took: every step again, those that were done change nothing. */
    public void goOn(Job job, BooleanSupplier stopping) {
        Plan plan = LedgerJson.read(String.valueOf(job.note()), Plan.class);
        List<Step> steps = new ArrayList<>(job.kind() == Kind.MERGE ? merging(plan) : undoing(plan));
        long position = job.position();
        for (int i = 0; i < steps.size(); i++) {
            if (stopping.getAsBoolean()) {
                jobs.release(job, 0);
                return;
            }
            Receipt receipt = send(steps.get(i).command(), job);
            position = Math.max(position, receipt.position());
            if (receipt.decision() instanceof Decision.Refused<?> refused) {
                giveUp(job, plan, i, refused.refusal(), position);
                return;
            }
            jobs.advance(job, new Progress(i + 1, i + 1, Map.of("steps", i + 1), position), 0, null);
        }
        jobs.finish(job, State.DONE, position, null);
    }

    /** Before the first account has changed a merge can be refused; after that it is a fault of ours. */
    private void giveUp(Job job, Plan plan, int step, Refusal refusal, long position) {
        if (step > (job.kind() == Kind.MERGE ? 1 : 0)) {
            throw new IllegalStateException(
                    plan.mergeId() + " was refused at step " + (step + 1) + ": " + refusal.code().wire());
        }
        long last = step == 1 ? send(new CallOffMerge(plan.into(), plan.mergeId()), job).position() : position;
        jobs.finish(job, State.FAILED, last, LedgerJson.write(texts.told(refusal)));
    }

    private Receipt send(LedgerCommand command, Job job) {
        return desk.sendAll(
                        List.of(new Asked(command, Map.of(FactMetadata.CORRELATION_ID, job.jobId()))), job.actor())
                .getFirst();
    }

    private String rulebook() {
        return rulebooks.inEffect(properties.rulebook(), clock.today()).edition();
    }
}
