package ledger.api.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import ledger.api.door.BulkDecisions.Answers;
import ledger.api.door.BulkDecisions.Decisions;
import ledger.api.door.HeldDesk.HeldItem;
import ledger.domain.account.HoldReason;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.WaitingReader;

/** The desk of held entries: what waits, for whom, and many decisions in one go. */
@RestController
@RequestMapping("/api/v1/held")
public class HeldDoor {

    /** Where only few of the entries looked at are shown, a page ends early and names where to go on. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final WaitingReader waiting;
    private final WaitingScope scope;
    private final HeldDesk desk;
    private final BulkDecisions bulk;
    private final EntryCommands commands;
    private final Reads reads;

    HeldDoor(
            WaitingReader waiting,
            WaitingScope scope,
            HeldDesk desk,
            BulkDecisions bulk,
            EntryCommands commands,
            Reads reads) {
        this.waiting = waiting;
        this.scope = scope;
        this.desk = desk;
        this.bulk = bulk;
        this.commands = commands;
        this.reads = reads;
    }

    /**
     * @param position the position that all pages of the listing speak of
     * @param next cursor of the next page; absent on the last one
     */
    public record HeldPage(long position, List<HeldItem> held, @Nullable String next) {}

    /**
     * Held entries, the longest waiting first.
     *
     * @param mayDecide only those that the caller may decide, or may not
     */
    @GetMapping
    public HeldPage held(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable HoldReason reason,
            @RequestParam(required = false) @Nullable Boolean mayDecide,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        Set<String> seen = scope.seen(actor);
        Set<String> asked = scope.narrowed(seen, organization);
        Cursor at = Cursor.read(cursor, reads.upTo(after, EntryProjection.ROOM));
        int size = Math.clamp(limit, 1, 200);
        List<HeldItem> page = new ArrayList<>();
        int looked = 0;
        while (looked < MOST_LOOKED_AT) {
            List<EntryVersion> chunk = waiting.held(asked, reason, at.position(), at.after(), size);
            for (EntryVersion entry : chunk) {
                HeldItem item = desk.item(entry, seen, actor);
                at = at.past(entry.knownFrom());
                if (mayDecide == null || mayDecide == item.mayDecide()) {
                    page.add(item);
                }
                if (page.size() == size) {
                    return new HeldPage(at.position(), page, at.toString());
                }
            }
            if (chunk.size() < size) {
                return new HeldPage(at.position(), page, null);
            }
            looked += chunk.size();
        }
        return new HeldPage(at.position(), page, at.toString());
    }

    /** The same about one entry. */
    public HeldItem item(EntryVersion entry, Actor actor) {
        return desk.item(entry, scope.seen(actor), actor);
    }

    @PostMapping("/decisions")
    public Answers decide(@RequestBody Decisions body, @AuthenticationPrincipal Actor actor) {
        return bulk.decide(
                body.decisions(), Map.of("approve", commands::approve, "decline", commands::decline), actor);
    }
}
