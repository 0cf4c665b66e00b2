package ledger.api.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.intake.Verdict.Fate;
import ledger.domain.account.AnnexNote;
import ledger.domain.submission.SubmissionCommand.CompleteRoster;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;
import ledger.domain.submission.SubmissionRefusal;

/** Takes a roster: answers every row, keeps the file's fate, and never loses a good row to a bad one. */
public final class RosterIntake {

    private static final int CHUNK = 500;
    private static final Set<Column> NEEDED = Set.of(Column.ACTIVITY_NAME, Column.ORGANIZATION);

    private final SessionIntake sessions;
    private final CommandDesk desk;
    private final Annex annex;

    public RosterIntake(SessionIntake sessions, CommandDesk desk, Annex annex) {
        this.sessions = sessions;
        this.desk = desk;
        this.annex = annex;
    }

    /**
     * The fate of a whole roster.
     *
     * @param position a read that waits for it sees every row
     */
    public record Summary(
            String submissionId, int rows, int accepted, int held, int refused, int duplicate, long position) {}

    /**
     * @param answered told each verdict as soon as its row is committed, in order
     * @throws RefusedException when the file as a whole cannot be read; then nothing is stored
     */
    public Summary take(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        try (Rows rows = Rows.of(file)) {
            if (!rows.columns().isEmpty() && !rows.columns().containsAll(NEEDED)) {
                NEEDED.stream().filter(column -> !rows.columns().contains(column)).sorted().findFirst().ifPresent(
                        column -> {
                            throw new RefusedException(ledger.domain.Refusal.of(
                                    SubmissionRefusal.COLUMN_MISSING, column.wire()).with("field", column.wire()));
                        });
            }
            String submissionId = "submission-" + UUID.randomUUID();
            AnnexNote name = file.name().isBlank() ? null : annex.keep(file.name());
            desk.send(
                    new SubmitRoster(submissionId, file.digest(), rows.format(), actor.organizationId(), name), actor);
            Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
            SessionIntake.Origin origin = new SessionIntake.Origin(actor, submissionId, null, null);
            List<Rows.Reading> chunk = new ArrayList<>();
            while (rows.hasNext()) {
                chunk.add(rows.next());
                if (chunk.size() == CHUNK || !rows.hasNext()) {
                    take(chunk, origin, verdict -> {
                        counts.merge(verdict.fate(), 1, Integer::sum);
                        answered.accept(verdict);
                    });
                    chunk.clear();
                }
            }
            return complete(submissionId, counts, actor);
        }
    }

    private void take(List<Rows.Reading> chunk, SessionIntake.Origin origin, Consumer<Verdict> answered) {
        List<Row> readable = chunk.stream()
                .filter(Rows.Reading.Read.class::isInstance)
                .map(reading -> ((Rows.Reading.Read) reading).row())
                .toList();
        var verdicts = sessions.take(readable, origin).iterator();
        for (Rows.Reading reading : chunk) {
            answered.accept(switch (reading) {
                case Rows.Reading.Read read -> verdicts.next();
                case Rows.Reading.Unreadable bad -> Verdict.refused(bad.number(), bad.refusal());
            });
        }
    }

    private Summary complete(String submissionId, Map<Fate, Integer> counts, Actor actor) {
        int rows = counts.values().stream().mapToInt(Integer::intValue).sum();
        int accepted = counts.getOrDefault(Fate.ACCEPTED, 0);
        int held = counts.getOrDefault(Fate.HELD, 0);
        int refused = counts.getOrDefault(Fate.REFUSED, 0);
        int duplicate = counts.getOrDefault(Fate.DUPLICATE, 0);
        long position = desk.send(
                        new CompleteRoster(submissionId, rows, accepted, held, refused, duplicate), actor)
                .position();
        return new Summary(submissionId, rows, accepted, held, refused, duplicate, position);
    }
}
