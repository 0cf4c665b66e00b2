package ledger.api.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs;
import ledger.api.ground.Seal;
import ledger.api.ground.Uploads;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;
import ledger.domain.recognition.RecognitionRefusal;
import ledger.domain.recognition.Scheme;
import ledger.projections.Followers;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.RulebookSimulation;
import ledger.projections.log.LogProjection;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.recognition.SchemeSimulation;
import ledger.projections.recognition.SchemeSimulation.Terms;
import ledger.projections.volunteer.VolunteerProjection;

/**
 * Drafts of schemes asked of everybody, and of rulebooks asked about every session, as jobs: what would change is kept
 * line by line until its time is over. Exactly the scheme that was asked may be put into use by a second person. A
 * simulation that was broken off begins anew.
 */
@Component
public class Simulations {

    private static final String FILE = "draft.yaml";
    private static final String SCHEME = "scheme";
    private static final String RULEBOOK = "rulebook";

    private final Jobs jobs;
    private final Uploads uploads;
    private final SchemeSimulation simulation;
    private final RulebookSimulation judging;
    private final RulebookDrafts drafts;
    private final SchemeShelf shelf;
    private final SchemeDesk desk;
    private final Followers followers;
    private final Texts texts;

    Simulations(
            Jobs jobs,
            Uploads uploads,
            SchemeSimulation simulation,
            RulebookSimulation judging,
            RulebookDrafts drafts,
            SchemeShelf shelf,
            SchemeDesk desk,
            Followers followers,
            Texts texts) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.simulation = simulation;
        this.judging = judging;
        this.drafts = drafts;
        this.shelf = shelf;
        this.desk = desk;
        this.followers = followers;
        this.texts = texts;
    }

    /**
     * What is simulated, as the job keeps it.
     *
     * @param edition of a version at hand; absent where the text is kept with the job
     * @param against edition beside which it is set; absent for none
     * @param day on which schemes are asked
     */
    private record Plan(@Nullable String edition, @Nullable String against, @Nullable LocalDate day) {}

    /**
     * Leave a document to a job.
     *
     * @param against edition beside which it is set; absent for the version in use that it would replace
     * @throws RefusedException with all mistakes of the document
     */
    public Job begin(String text, @Nullable String against, LocalDate day, Actor actor) {
        return begin(desk.read(text), null, text, against, day, actor);
    }

    /** The same of a version at hand. */
    public Job beginAtHand(String edition, @Nullable String against, LocalDate day, Actor actor) {
        return begin(atHand(edition, "scheme"), edition, "", against, day, actor);
    }

    private Job begin(
            Scheme draft, @Nullable String edition, String text, @Nullable String against, LocalDate day, Actor actor) {
        String beside = against == null
                ? inUse(draft, day).map(Scheme::edition).orElse(null)
                : atHand(against, "against").edition();
        return begin(SCHEME, new Plan(edition, beside, day), text, actor);
    }

    /**
     * Leave a rulebook to a job.
     *
     * @throws RefusedException with the first mistake of the document
     */
    public Job beginRulebook(String text, Actor actor) {
        drafts.read(text, 0);
        return begin(RULEBOOK, new Plan(null, null, null), text, actor);
    }

    /** The same of an edition at hand. */
    public Job beginRulebookAtHand(String edition, Actor actor) {
        drafts.atHand(edition, 0);
        return begin(RULEBOOK, new Plan(edition, null, null), "", actor);
    }

    private Job begin(String what, Plan plan, String text, Actor actor) {
        return jobs.begin(
                "job-simulation-" + UUID.randomUUID(),
                new Jobs.Asked(
                        Kind.SIMULATION, null, actor, actor.organizationId(), null, what, LedgerJson.write(plan),
                        false),
                FILE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The version of the same scheme that is in use and in effect on a day. */
    private Optional<Scheme> inUse(Scheme draft, LocalDate day) {
        return shelf.schemes().inEffect(
                        scheme -> scheme.id().equals(draft.id()) && shelf.isInUse(scheme)
                                && !scheme.edition().equals(draft.edition()), day)
                .stream().findFirst();
    }

    private Scheme atHand(String edition, String field) {
        String[] parts = edition.split("/", 2);
        return shelf.schemes().find(parts[0], parts.length < 2 ? "" : parts[1])
                .orElseThrow(() -> RefusedException.of(RecognitionRefusal.SCHEME_UNKNOWN, field));
    }

    /** From the beginning, as known when it begins. */
    void goOn(Job job, BooleanSupplier stopping) {
        jobs.restart(job);
        try {
            run(job, LedgerJson.read(String.valueOf(job.note()), Plan.class), stopping);
        } catch (RefusedException e) {
            jobs.finish(job, State.FAILED, 0, LedgerJson.write(texts.told(e.refusal())));
        }
    }

    private void run(Job job, Plan plan, BooleanSupplier stopping) {
        Seal seal = uploads.seal(job.jobId()).orElseThrow();
        Telling telling = new Telling(job, seal, stopping);
        try {
            if (isOfRulebook(job)) {
                judge(job, plan, seal, telling);
            } else {
                ask(job, plan, seal, telling);
            }
        } catch (CancellationException e) {
            if (telling.unwanted) {
                jobs.finish(job, State.CANCELLED, 0, null);
            } else {
                jobs.release(job, 0);
            }
        }
    }

    /** Whether it is about a rulebook, else about a scheme. */
    public static boolean isOfRulebook(Job job) {
        return RULEBOOK.equals(job.format());
    }

    private void judge(Job job, Plan plan, Seal seal, Telling telling) {
        long position = followers.position(EntryProjection.ROOM, LogProjection.ROOM);
        RulebookSimulation.Terms terms = plan.edition() == null
                ? drafts.read(text(job, seal), position)
                : drafts.atHand(plan.edition(), position);
        jobs.counted(job, judging.sessions());
        RulebookSimulation.Outcome outcome = judging.run(terms, telling::page);
        jobs.finish(job, State.DONE, position, LedgerJson.write(outcome));
    }

    private void ask(Job job, Plan plan, Seal seal, Telling telling) {
        Scheme draft = plan.edition() == null
                ? desk.read(text(job, seal))
                : atHand(plan.edition(), "scheme");
        long position = followers.position(
                EntryProjection.ROOM, VolunteerProjection.ROOM, OrganizationProjection.ROOM,
                EligibilityProjection.ROOM);
        Terms terms = new Terms(
                draft, plan.against() == null ? null : atHand(plan.against(), "against"),
                Objects.requireNonNull(plan.day()), position);
        jobs.counted(job, simulation.subjects(terms));
        SchemeSimulation.Outcome outcome = simulation.run(terms, telling::page);
        jobs.finish(job, State.DONE, position, LedgerJson.write(outcome));
    }

    private String text(Job job, Seal seal) {
        try (InputStream file = uploads.read(job.jobId(), seal)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what would change page by page, tells how far it is, and hears whether it is still wanted. */
    private final class Telling {
        private final Job job;
        private final Seal seal;
        private final BooleanSupplier stopping;
        private boolean unwanted;

        Telling(Job job, Seal seal, BooleanSupplier stopping) {
            this.job = job;
            this.seal = seal;
            this.stopping = stopping;
        }

        void page(List<?> changes, int asked) {
            byte[] sealed = changes.isEmpty()
                    ? null
                    : Uploads.sealed(seal, asked, changes.stream()
                            .map(LedgerJson::write).collect(Collectors.joining("\n")));
            unwanted = jobs.advance(job, new Jobs.Progress(asked, asked, Map.of(), 0), asked, sealed);
            if (unwanted || stopping.getAsBoolean()) {
                throw new CancellationException("simulation ends at " + asked);
            }
        }
    }

    /**
     * What would change, in order of subjects; of a rulebook of accounts. Each line is one change as JSON.
     *
     * @throws RefusedException where it is not over, or what was kept is destroyed
     */
    public Iterator<String> changes(Job job) {
        return uploads.answers(job.jobId(), over(job));
    }

    /**
     * Put into use what was simulated, word for word; it takes effect on its own date.
     *
     * @param actor another person than the one who asked for the simulation
     */
    public Scheme sign(Job job, String signedBy, Actor actor) {
        Seal seal = over(job);
        if (isOfRulebook(job)) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "job");
        }
        if (job.actor().tokenId().equals(actor.tokenId())) {
            throw RefusedException.of(RecognitionRefusal.SECOND_PERSON_NEEDED, "signedBy");
        }
        Plan plan = LedgerJson.read(String.valueOf(job.note()), Plan.class);
        if (plan.edition() == null) {
            return desk.take(text(job, seal), signedBy, actor);
        }
        Scheme draft = atHand(plan.edition(), "scheme");
        return desk.sign(draft.id(), draft.version(), signedBy, actor);
    }

    private Seal over(Job job) {
        if (job.state() != State.DONE) {
            throw RefusedException.of(DoorRefusal.CONFLICT_TRY_AGAIN, "job");
        }
        return uploads.seal(job.jobId()).orElseThrow(() -> RefusedException.of(DoorRefusal.NOT_FOUND, "job"));
    }
}
