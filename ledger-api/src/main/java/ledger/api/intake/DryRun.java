package ledger.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import ledger.api.access.Actor;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs;
import ledger.api.ground.Jobs.Progress;
import ledger.api.ground.KnownAccounts;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.ground.Seal;
import ledger.api.ground.Uploads;
import ledger.api.ground.Vault;
import ledger.domain.account.EntryState;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.LedgerJson;
import ledger.projections.account.OrganizationMinutes;

/** Shows what would become of every row of a roster, and of the totals, and stores nothing in the ledger. */
public final class DryRun {

    private final SessionIntake sessions;
    private final Vault vault;
    private final KnownAccounts accounts;
    private final Rulebooks rulebooks;
    private final OrganizationRegister organizations;
    private final OrganizationMinutes minutes;
    private final Jobs jobs;
    private final Uploads uploads;
    private final VerdictLine line;
    private final Texts texts;

    DryRun(
            SessionIntake sessions,
            Vault vault,
            KnownAccounts accounts,
            Rulebooks rulebooks,
            OrganizationRegister organizations,
            OrganizationMinutes minutes,
            Jobs jobs,
            Uploads uploads,
            VerdictLine line,
            Texts texts) {
        this.sessions = sessions;
        this.vault = vault;
        this.accounts = accounts;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.minutes = minutes;
        this.jobs = jobs;
        this.uploads = uploads;
        this.line = line;
        this.texts = texts;
    }

    /**
     * What a roster would change.
     *
     * @param volunteers who would have new entries
     */
    public record Effect(int volunteers, List<OrganizationEffect> organizations) {}

    /**
     * What it would change for one recording organization.
     *
     * @param before minutes by state as they are
     * @param after minutes by state as they would be
     */
    public record OrganizationEffect(
            String organizationId,
            String code,
            String name,
            Map<EntryState, Long> before,
            Map<EntryState, Long> after) {}

    /**
     * Tries the rows out at once.
     *
     * @throws RefusedException when the file as a whole cannot be read
     */
    public Effect take(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        RosterIntake.format(file, actor);
        try (RosterRehearsal rehearsal = rehearsal(); Rows rows = Rows.of(file)) {
            run(rehearsal, actor, () -> false).run(limited(rows), (verdicts, progress) -> {
                verdicts.forEach(answered);
                return false;
            });
            return effect(rehearsal);
        }
    }

    /** Leaves the trying out to a job. */
    public Job accept(ReceivedFile file, Actor actor) {
        String format = RosterIntake.format(file, actor);
        try (InputStream in = Files.newInputStream(file.path())) {
            return jobs.begin(
                    "job-" + UUID.randomUUID(),
                    new Jobs.Asked(
                            Kind.DRY_RUN, null, actor, actor.organizationId(), file.digest(), format, null, false),
                    file.name(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a job that this process took; one that broke off begins anew, since nothing of it was stored. */
    public void goOn(Job job, BooleanSupplier stopping) {
        Seal seal = uploads.seal(job.jobId()).orElseThrow();
        jobs.restart(job);
        try (ReceivedFile file = ReceivedFile.spool(uploads.read(job.jobId(), seal), "");
                RosterRehearsal rehearsal = rehearsal();
                Rows rows = Rows.of(file)) {
            jobs.counted(job, RosterIntake.rows(file));
            RosterRun.End end = run(rehearsal, job.actor(), stopping).run(limited(rows), (verdicts, progress) ->
                    jobs.advance(job, progress, verdicts.getFirst().row(), answers(seal, verdicts)));
            switch (end) {
                case ALL_ROWS -> jobs.finish(job, State.DONE, 0, LedgerJson.write(effect(rehearsal)));
                case CANCELLED -> jobs.finish(job, State.CANCELLED, 0, LedgerJson.write(effect(rehearsal)));
                case STOPPED -> jobs.release(job, 0);
            }
        } catch (RefusedException e) {
            jobs.finish(job, State.FAILED, 0, LedgerJson.write(texts.told(e.refusal())));
        }
    }

    private RosterRehearsal rehearsal() {
        return new RosterRehearsal(vault, accounts, new RehearsedAccounts(accounts, rulebooks), accounts.head());
    }

    private RosterRun run(RosterRehearsal rehearsal, Actor actor, BooleanSupplier stopping) {
        return new RosterRun(
                sessions.into(rehearsal), new SessionIntake.Origin(actor, null, null, null),
                RosterRun.Earlier.NONE, stopping, new Progress(0, 0, Map.of(), 0));
    }

    /** @throws RefusedException at the first row beyond the limit */
    private static Iterator<Rows.Reading> limited(Rows rows) {
        return new Iterator<>() {
            private int read;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Rows.Reading next() {
                if (++read > RosterRehearsal.MOST_ROWS) {
                    throw RefusedException.of(SubmissionRefusal.DRY_RUN_TOO_LONG, "file");
                }
                return rows.next();
            }
        };
    }

    private byte[] answers(Seal seal, List<Verdict> verdicts) {
        return Uploads.sealed(
                seal, verdicts.getFirst().row(), verdicts.stream().map(line::of).collect(Collectors.joining("\n")));
    }

    private Effect effect(RosterRehearsal rehearsal) {
        Map<String, Map<EntryState, Long>> fresh = rehearsal.minutes();
        Map<String, Map<EntryState, Long>> now = minutes.of(fresh.keySet());
        Branch branch = organizations.branch(fresh.keySet());
        return new Effect(rehearsal.volunteers(), fresh.entrySet().stream()
                .map(one -> effect(branch, one.getKey(), now.getOrDefault(one.getKey(), Map.of()), one.getValue()))
                .toList());
    }

    private static OrganizationEffect effect(
            Branch branch, String id, Map<EntryState, Long> before, Map<EntryState, Long> fresh) {
        Map<EntryState, Long> after = new EnumMap<>(EntryState.class);
        after.putAll(before);
        fresh.forEach((state, more) -> after.merge(state, more, Long::sum));
        return branch.find(id)
                .map(found -> new OrganizationEffect(id, found.code(), found.name(), before, after))
                .orElseThrow();
    }
}
