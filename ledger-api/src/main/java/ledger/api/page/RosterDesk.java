package ledger.api.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.Job;
import ledger.api.ground.JobProperties;
import ledger.api.intake.DryRun;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.RosterIntake.Summary;
import ledger.api.intake.Verdict;
import ledger.api.intake.Verdict.Fate;
import ledger.api.operation.JobWorker;

/** Hands rosters from the pages to the intake, and gathers what a clerk must see of each. */
@Component
class RosterDesk {

    private final RosterIntake rosters;
    private final DryRun dryRuns;
    private final JobWorker worker;
    private final JobProperties properties;
    private final Wording wording;

    RosterDesk(
            RosterIntake rosters, DryRun dryRuns, JobWorker worker, JobProperties properties, Wording wording) {
        this.rosters = rosters;
        this.dryRuns = dryRuns;
        this.worker = worker;
        this.properties = properties;
        this.wording = wording;
    }

    /** A file as it was sent; a large one becomes a job. */
    RosterFate take(InputStream content, String name, Actor actor) {
        return received(content, name, (file, fate) -> {
            if (isLarge(file)) {
                leave(rosters.accept(file, actor), fate);
            } else {
                answer(file, fate, row -> row, told -> rosters.take(file, actor, told));
            }
        });
    }

    /** A file that is only tried out: nothing of it is stored. */
    RosterFate tryOut(InputStream content, String name, Actor actor) {
        return received(content, name, (file, fate) -> {
            if (isLarge(file)) {
                leave(dryRuns.accept(file, actor), fate);
            } else {
                answer(file, fate, row -> row, told -> {
                    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
                    fate.triedOut(dryRuns.take(file, actor, verdict -> {
                        counts.merge(verdict.fate(), 1, Integer::sum);
                        told.accept(verdict);
                    }));
                    return sums(counts);
                });
            }
        });
    }

    /** Rows typed or mended in the page; they keep their numbers. */
    RosterFate take(Grid grid, String name, Actor actor) {
        List<Grid.Line> lines = grid.lines();
        InputStream content = new ByteArrayInputStream(grid.csv().getBytes(StandardCharsets.UTF_8));
        return received(content, name, (file, fate) -> answer(
                file, fate, row -> row - 2 < lines.size() ? lines.get(row - 2).row() : row,
                told -> rosters.take(file, actor, told)));
    }

    private interface Taking {
        void take(ReceivedFile file, RosterFate fate);
    }

    private interface Answering {
        Summary answer(Consumer<Verdict> told);
    }

    private RosterFate received(InputStream content, String name, Taking taking) {
        RosterFate fate = new RosterFate(name);
        try (ReceivedFile file = ReceivedFile.spool(content, name)) {
            taking.take(file, fate);
        } catch (RefusedException e) {
            fate.refuse(wording.of(e.refusal()));
        }
        return fate;
    }

    private void answer(ReceivedFile file, RosterFate fate, IntUnaryOperator shownAs, Answering answering) {
        TreeMap<Integer, Verdict> refused = new TreeMap<>();
        fate.complete(answering.answer(verdict -> {
            fate.add(RowFate.of(verdict, wording).at(shownAs.applyAsInt(verdict.row())));
            if (verdict.fate() == Fate.REFUSED && refused.size() < Grid.MOST_LINES) {
                refused.put(verdict.row(), verdict);
            }
        }));
        RefusedRows.of(file, refused, wording, shownAs).ifPresent(fate::mend);
    }

    private void leave(Job job, RosterFate fate) {
        fate.leaveTo(job.jobId());
        worker.wake();
    }

    private boolean isLarge(ReceivedFile file) {
        try {
            return Files.size(file.path()) > properties.asyncOverBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Summary sums(Map<Fate, Integer> counts) {
        return new Summary(
                "", counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Fate.ACCEPTED, 0), counts.getOrDefault(Fate.HELD, 0),
                counts.getOrDefault(Fate.REFUSED, 0), counts.getOrDefault(Fate.DUPLICATE, 0), 0, List.of());
    }
}
