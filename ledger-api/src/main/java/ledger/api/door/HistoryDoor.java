package ledger.api.door;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.EntryDoor.HistoryLine;
import ledger.api.door.Subjects.Subject;
import ledger.domain.LedgerIds;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.HistoryReader;
import ledger.projections.activity.ActivityProjection;
import ledger.projections.log.LogProjection;
import ledger.projections.log.LogReader;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.statement.StatementProjection;
import ledger.projections.submission.SubmissionProjection;

/** For auditors: every fact about one subject, or written by one actor, in the words of the log. */
@RestController
@RequestMapping("/api/v1")
public class HistoryDoor {

    private static final int LONGEST_PAGE = 1_000;

    private final Subjects subjects;
    private final LogReader log;
    private final HistoryReader histories;
    private final EntryDoor entries;
    private final Reads reads;

    HistoryDoor(Subjects subjects, LogReader log, HistoryReader histories, EntryDoor entries, Reads reads) {
        this.subjects = subjects;
        this.log = log;
        this.histories = histories;
        this.entries = entries;
        this.reads = reads;
    }

    /**
     * @param of as it was asked for
     * @param position up to which ledger position this is true, on all pages
     * @param facts in the order of the ledger
     * @param next cursor of the next page; absent on the last one
     */
    record HistoryPage(String of, long position, List<HistoryLine> facts, @Nullable String next) {}

    /** @param of {@code kind:id}, see {@link Subjects.Kind} */
    @GetMapping("/histories")
    HistoryPage history(
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long now = reads.upToNow(
                LogProjection.ROOM, EntryProjection.ROOM, SubmissionProjection.ROOM, StatementProjection.ROOM,
                EligibilityProjection.ROOM, ActivityProjection.ROOM);
        Subject subject = subjects.find(of);
        Cursor page = Cursor.read(cursor, now);
        int most = Math.clamp(limit, 1, LONGEST_PAGE);
        List<Long> positions = positions(subject, page.after(), most + 1).stream()
                .filter(position -> position <= page.position())
                .toList();
        List<Long> shown = positions.subList(0, Math.min(most, positions.size()));
        return new HistoryPage(
                Reads.required(of, "of"), page.position(), entries.lines(histories.at(shown)),
                positions.size() > shown.size() ? page.past(shown.getLast()).toString() : null);
    }

    private List<Long> positions(Subject subject, long after, int limit) {
        return switch (subject.kind()) {
            case ENTRY -> log.ofEntry(subject.id(), after, limit);
            case VOLUNTEER -> log.ofVolunteer(subject.id(), after, limit);
            case ORGANIZATION -> log.ofOrganization(subject.id(), after, limit);
            case SUBMISSION -> log.ofSubmission(subject.id(), after, limit);
            case STATEMENT -> log.of(List.of(LedgerIds.statement(subject.id())), after, limit);
            case RECOGNITION -> log.ofRecognition(subject.id(), after, limit);
            case ACTOR -> log.by(subject.id(), after, limit);
        };
    }
}
