package ledger.api.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.door.BulkDecisions.Answers;
import ledger.api.door.BulkDecisions.Decisions;
import ledger.api.ground.Annex;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.Objection;
import ledger.projections.account.WaitingReader;
import ledger.projections.account.WaitingReader.Open;

/** The desk of objections and error reports: what volunteers say against their entries, and by when it is answered. */
@RestController
@RequestMapping("/api/v1/objections")
public class ObjectionDoor {

    private static final int MOST_LOOKED_AT = 1_000;

    private final WaitingReader waiting;
    private final WaitingScope scope;
    private final Officers officers;
    private final Annex annex;
    private final BulkDecisions bulk;
    private final EntryCommands commands;
    private final AnswerClock clock;
    private final Reads reads;

    ObjectionDoor(
            WaitingReader waiting,
            WaitingScope scope,
            Officers officers,
            Annex annex,
            BulkDecisions bulk,
            EntryCommands commands,
            AnswerClock clock,
            Reads reads) {
        this.waiting = waiting;
        this.scope = scope;
        this.officers = officers;
        this.annex = annex;
        this.bulk = bulk;
        this.commands = commands;
        this.clock = clock;
        this.reads = reads;
    }

    /**
     * @param words while the annex still has them
     * @param answerBy last day for the answer, in working days after the day it was raised; absent where the rulebook
     *     sets none
     * @param provisional whether that day lies beyond the calendar's last known year
     * @param mayDecide whether the one who asks may answer it
     */
    public record ObjectionItem(
            EntryVersion entry,
            Objection.Kind kind,
            LocalDate raisedOn,
            @Nullable String words,
            @Nullable LocalDate answerBy,
            boolean provisional,
            boolean overdue,
            boolean mayDecide) {}

    /** @param next cursor of the next page; absent on the last one */
    public record ObjectionPage(long position, List<ObjectionItem> objections, @Nullable String next) {}

    /**
     * Objections and error reports without an answer, the oldest first.
     *
     * @param overdue only those whose day to answer is over, or is not
     */
    @GetMapping
    public ObjectionPage objections(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        Set<String> asked = scope.narrowed(scope.seen(actor), organization);
        Cursor at = Cursor.read(cursor, reads.upTo(after, EntryProjection.ROOM));
        int size = Math.clamp(limit, 1, 200);
        List<Open> page = new ArrayList<>();
        int looked = 0;
        while (looked < MOST_LOOKED_AT) {
            List<Open> chunk = waiting.objections(asked, at.position(), at.after(), size);
            for (Open open : chunk) {
                at = at.past(open.objection().raisedAt());
                if (overdue == null || overdue == due(open.objection()).overdue()) {
                    page.add(open);
                }
                if (page.size() == size) {
                    return new ObjectionPage(at.position(), items(page, actor), at.toString());
                }
            }
            if (chunk.size() < size) {
                return new ObjectionPage(at.position(), items(page, actor), null);
            }
            looked += chunk.size();
        }
        return new ObjectionPage(at.position(), items(page, actor), at.toString());
    }

    private List<ObjectionItem> items(List<Open> page, Actor actor) {
        Map<String, String> words =
                annex.read(page.stream().map(open -> open.objection().noteId()).toList());
        Branch branch = officers.branch(actor, page.stream().map(open -> open.entry().recordedBy()).toList());
        return page.stream()
                .map(open -> {
                    Objection objection = open.objection();
                    AnswerClock.Due due = due(objection);
                    return new ObjectionItem(
                            open.entry(), objection.kind(), objection.raisedOn(), words.get(objection.noteId()),
                            due.day(), due.provisional(), due.overdue(),
                            mayDecide(actor, open.entry(), branch));
                })
                .toList();
    }

    /** What its volunteer says against one entry and nobody has answered yet. */
    public Optional<ObjectionItem> about(EntryVersion entry, Actor actor) {
        return waiting.openAbout(entry.entryId())
                .map(objection -> items(List.of(new Open(objection, entry)), actor).getFirst());
    }

    private static boolean mayDecide(Actor actor, EntryVersion entry, Branch branch) {
        if (!Officers.mayDecide(actor)) {
            return false;
        }
        Officer officer = Officers.of(actor, entry.recordedBy(), branch);
        return officer.tier() != Tier.OWN || officer.organizationId().equals(entry.recordedBy());
    }

    /** The decision about an entry is its answer. */
    private AnswerClock.Due due(Objection objection) {
        return clock.answer(objection.raisedOn(), rulebook -> rulebook.objections().times());
    }

    /** An error report that is right is answered by correcting the entry, so that it is only ever dismissed here. */
    @PostMapping("/decisions")
    public Answers decide(@RequestBody Decisions body, @AuthenticationPrincipal Actor actor) {
        return bulk.decide(body.decisions(), Map.of("uphold", commands::uphold, "dismiss", this::dismiss), actor);
    }

    private HourAccountCommand dismiss(EntryVersion entry, Officer officer, AnnexNote reason) {
        boolean report = waiting.openAbout(entry.entryId())
                .map(open -> open.kind() == Objection.Kind.ERROR_REPORT)
                .orElse(false);
        return report ? commands.dismissReport(entry, officer, reason) : commands.dismiss(entry, officer, reason);
    }
}
