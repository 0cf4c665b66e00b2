package ledger.api.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Verdict;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HistoryReader;
import ledger.projections.log.LogProjection;
import ledger.projections.log.LogReader;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.statement.StatementProjection;
import ledger.projections.statement.StatementReader;
import ledger.projections.statement.StatementReader.Resting;
import ledger.projections.submission.RosterEntryReader;
import ledger.projections.submission.SubmissionProjection;

/** For auditors: what a file, an actor or an entry brought about, up to the statements and recognitions on it. */
@RestController
@RequestMapping("/api/v1")
public class EffectDoor {

    private static final int MOST = 1_000;

    private final Subjects subjects;
    private final EntryReader entries;
    private final RosterEntryReader rosters;
    private final HistoryReader histories;
    private final LogReader log;
    private final StatementReader statements;
    private final RecognitionReader recognitions;
    private final Reads reads;

    EffectDoor(
            Subjects subjects,
            EntryReader entries,
            RosterEntryReader rosters,
            HistoryReader histories,
            LogReader log,
            StatementReader statements,
            RecognitionReader recognitions,
            Reads reads) {
        this.subjects = subjects;
        this.entries = entries;
        this.rosters = rosters;
        this.histories = histories;
        this.log = log;
        this.statements = statements;
        this.recognitions = recognitions;
        this.reads = reads;
    }

    /** @param row of the roster asked about; absent otherwise */
    record EffectEntry(EntryVersion entry, @Nullable Integer row) {}

    /** @param entries those of this page that the level was conferred on */
    record EffectRecognition(RecognitionConferred conferred, List<String> entries) {}

    /**
     * @param of as it was asked for
     * @param position up to which ledger position this is true
     * @param entries that it made or changed, as known now: those of this page
     * @param statements that rest on them
     * @param recognitions that were conferred on them
     * @param next cursor of the next page; absent on the last one
     */
    record Effects(
            String of,
            long position,
            List<EffectEntry> entries,
            List<Resting> statements,
            List<EffectRecognition> recognitions,
            @Nullable String next) {}

    /** @param rows of entries that a roster made */
    private record Page(Map<String, @Nullable Integer> rows, @Nullable Long last) {}

    /** @param of a roster, an entry or an actor: of an actor a page is what a thousand facts brought about */
    @GetMapping("/effects")
    Effects effects(
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upToNow(
                LogProjection.ROOM, EntryProjection.ROOM, SubmissionProjection.ROOM, StatementProjection.ROOM,
                EligibilityProjection.ROOM);
        Cursor from = Cursor.read(cursor, position);
        Page page = page(subjects.find(of), from.after(), Math.clamp(limit, 1, MOST));
        Map<String, EntryVersion> known = entries.find(page.rows().keySet(), EntryReader.NOW);
        return new Effects(
                Reads.required(of, "of"), position,
                page.rows().entrySet().stream()
                        .filter(one -> known.containsKey(one.getKey()))
                        .map(one -> new EffectEntry(known.get(one.getKey()), one.getValue()))
                        .toList(),
                statements.restingOn(known.keySet()), recognitions(known),
                page.last() == null ? null : from.past(page.last()).toString());
    }

    private Page page(Subject subject, long after, int limit) {
        Map<String, @Nullable Integer> rows = new LinkedHashMap<>();
        return switch (subject.kind()) {
            case ENTRY -> {
                rows.put(subject.id(), null);
                yield new Page(rows, null);
            }
            case SUBMISSION -> {
                rosters.after(subject.id(), (int) after, limit).forEach(made -> rows.put(made.entryId(), made.row()));
                Integer last = rows.isEmpty() ? null : List.copyOf(rows.values()).getLast();
                boolean more = last != null && last < rosters.lastRow(subject.id());
                yield new Page(rows, more ? Long.valueOf(last) : null);
            }
            case ACTOR -> {
                List<Long> written = log.by(subject.id(), after, MOST);
                histories.entriesAt(written).forEach(entryId -> rows.put(entryId, null));
                yield new Page(rows, written.size() < MOST ? null : written.getLast());
            }
            case VOLUNTEER, ORGANIZATION, STATEMENT, RECOGNITION ->
                throw RefusedException.of(DoorRefusal.VALUE_INVALID, "of");
        };
    }

    private List<EffectRecognition> recognitions(Map<String, EntryVersion> known) {
        Set<String> volunteers = known.values().stream().map(EntryVersion::volunteerId).collect(Collectors.toSet());
        return recognitions.conferredOn(volunteers).stream()
                .map(conferred -> new EffectRecognition(conferred, recognitions.evidence(conferred).stream()
                        .flatMap(verdict -> verdict.counted().stream())
                        .map(Verdict.Counted::entryId)
                        .filter(known::containsKey)
                        .distinct()
                        .toList()))
                .filter(one -> !one.entries().isEmpty())
                .toList();
    }
}
