package ledger.api.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.Subjects.Subject;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerIds;
import ledger.domain.history.FactMetadata;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Verdict;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HistoryItem;
import ledger.projections.account.HistoryReader;
import ledger.projections.log.LogProjection;
import ledger.projections.log.LogReader;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.statement.StatementProjection;
import ledger.projections.statement.StatementReader;
import ledger.projections.submission.SubmissionProjection;

/** For auditors: on what a statement, a recognition or an entry rests, down to the row of a file and who sent it. */
@RestController
@RequestMapping("/api/v1")
public class CauseDoor {

    private static final int MOST = 1_000;

    private final Subjects subjects;
    private final EntryReader entries;
    private final HistoryReader histories;
    private final LogReader log;
    private final StatementReader statements;
    private final RecognitionReader recognitions;
    private final StatementDesk desk;
    private final EntryDoor told;
    private final Reads reads;

    CauseDoor(
            Subjects subjects,
            EntryReader entries,
            HistoryReader histories,
            LogReader log,
            StatementReader statements,
            RecognitionReader recognitions,
            StatementDesk desk,
            EntryDoor told,
            Reads reads) {
        this.subjects = subjects;
        this.entries = entries;
        this.histories = histories;
        this.log = log;
        this.statements = statements;
        this.recognitions = recognitions;
        this.desk = desk;
        this.told = told;
        this.reads = reads;
    }

    /**
     * A fact with who wrote it and what it answered.
     *
     * @param actor id of the token under which the writer came
     * @param organization in whose name; absent where in nobody's
     * @param submission the roster by which it came
     * @param row of that roster, the header being 1
     * @param cause id of the command, job or fact that made the ledger write it
     */
    record Step(
            long position,
            String type,
            Instant recordedAt,
            String actor,
            String role,
            @Nullable String organization,
            @Nullable String submission,
            @Nullable Integer row,
            @Nullable String cause) {

        static Step of(HistoryItem fact) {
            Map<String, String> metadata = fact.metadata();
            String row = metadata.get(FactMetadata.ROW);
            return new Step(
                    fact.position(), fact.type(), fact.recordedAt(), metadata.getOrDefault(FactMetadata.ACTOR, ""),
                    metadata.getOrDefault(FactMetadata.ROLE, ""), metadata.get(FactMetadata.ORGANIZATION),
                    metadata.get(FactMetadata.SUBMISSION), row == null ? null : Integer.valueOf(row),
                    metadata.get(FactMetadata.CAUSATION_ID));
        }
    }

    /**
     * An entry and the facts that made it what it is.
     *
     * @param entry as known now
     */
    record EntryCauses(EntryVersion entry, List<Step> because) {}

    /** A roster and the facts about it, the first being its arrival. */
    record SubmissionCauses(String submission, @Nullable String fileName, List<Step> because) {}

    /**
     * @param of as it was asked for
     * @param position up to which ledger position this is true
     * @param decided the facts about the statement or recognition itself, the first being the decision
     * @param restsOn the position as known at which it was decided; absent for an entry
     * @param digestHolds whether the evidence, looked at again as known then, is that of the decision; absent for an
     *     entry
     * @param entries on which it rests, by id: those of this page
     * @param submissions the rosters by which these entries came
     * @param next id of the first entry of the next page; absent on the last one
     */
    record Causes(
            String of,
            long position,
            List<Step> decided,
            @Nullable Long restsOn,
            @Nullable Boolean digestHolds,
            List<EntryCauses> entries,
            List<SubmissionCauses> submissions,
            @Nullable String next) {}

    /** What a decision rests on. */
    private record Ground(
            List<Long> facts, @Nullable Long restsOn, @Nullable Boolean digestHolds, List<String> entries) {}

    /**
     * @param of a statement, a recognition or an entry
     * @param from id of the first entry to tell; absent for the first of all
     */
    @GetMapping("/causes")
    Causes causes(
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upToNow(
                LogProjection.ROOM, EntryProjection.ROOM, SubmissionProjection.ROOM, StatementProjection.ROOM,
                EligibilityProjection.ROOM);
        Ground ground = ground(subjects.find(of), actor);
        List<String> ids = ground.entries().stream().sorted().filter(id -> from == null || id.compareTo(from) >= 0)
                .toList();
        int most = Math.min(Math.clamp(limit, 1, MOST), ids.size());
        List<EntryCauses> shown = entries(ids.subList(0, most));
        return new Causes(
                Reads.required(of, "of"), position, steps(ground.facts()), ground.restsOn(), ground.digestHolds(),
                shown, submissions(shown), most < ids.size() ? ids.get(most) : null);
    }

    private Ground ground(Subject subject, Actor actor) {
        return switch (subject.kind()) {
            case ENTRY -> new Ground(List.of(), null, null, List.of(subject.id()));
            case STATEMENT -> {
                StatementDesk.Shown shown = desk.show(subject.id(), actor);
                yield new Ground(
                        ofAggregate(LedgerIds.statement(subject.id())), shown.statement().position(),
                        shown.digestHolds(),
                        statements.find(subject.id()).orElseThrow(Visibility::notFound).issued().entryIds());
            }
            case RECOGNITION -> {
                RecognitionConferred conferred = recognitions.find(subject.id())
                        .map(RecognitionView::conferred)
                        .orElseThrow(Visibility::notFound);
                Optional<Verdict> evidence = recognitions.evidence(conferred);
                yield new Ground(
                        log.ofRecognition(subject.id(), 0, MOST), conferred.position(),
                        evidence.map(one -> one.evidenceDigest().equals(conferred.evidenceDigest())).orElse(false),
                        evidence.stream().flatMap(one -> one.counted().stream())
                                .map(Verdict.Counted::entryId).distinct().toList());
            }
            case VOLUNTEER, ORGANIZATION, SUBMISSION, ACTOR ->
                throw RefusedException.of(DoorRefusal.VALUE_INVALID, "of");
        };
    }

    private List<EntryCauses> entries(List<String> ids) {
        Map<String, EntryVersion> known = entries.find(ids, EntryReader.NOW);
        Map<String, List<HistoryItem>> facts = histories.of(ids);
        return ids.stream()
                .filter(known::containsKey)
                .map(id -> new EntryCauses(
                        known.get(id), facts.getOrDefault(id, List.of()).stream().map(Step::of).toList()))
                .toList();
    }

    private List<SubmissionCauses> submissions(List<EntryCauses> shown) {
        TreeSet<String> ids = new TreeSet<>();
        shown.forEach(one -> one.because().forEach(step -> Optional.ofNullable(step.submission()).ifPresent(ids::add)));
        return ids.stream()
                .map(id -> new SubmissionCauses(id, told.fileName(id).orElse(null), steps(ofAggregate(id))))
                .toList();
    }

    private List<Long> ofAggregate(String id) {
        return log.of(List.of(id), 0, MOST);
    }

    private List<Step> steps(List<Long> positions) {
        return histories.at(positions).stream().map(Step::of).toList();
    }
}
