package ledger.api.door;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.operation.ViewRebuild;
import ledger.projections.DeadLetters;
import ledger.projections.DeadLetters.DeadLetter;
import ledger.projections.Followers;
import ledger.projections.LedgerJson;
import ledger.projections.Rebuild;

/** For operators: views made anew, and facts that a view had to park. */
@RestController
@RequestMapping("/api/v1")
public class ViewDoor {

    private static final String NDJSON = "application/x-ndjson";

    private final ViewRebuild rebuild;
    private final Followers followers;
    private final DeadLetters letters;

    ViewDoor(ViewRebuild rebuild, Followers followers, DeadLetters letters) {
        this.rebuild = rebuild;
        this.followers = followers;
        this.letters = letters;
    }

    /**
     * @param room the room to make anew; absent for all
     * @param back whether the version that served before shall serve again instead; of one room only
     */
    record RebuildAsked(@Nullable String room, @Nullable Boolean back) {}

    /** The last line of the answer. */
    record RebuildOutcome(List<Rebuild.Outcome> rooms) {}

    /** Answers line by line: how far it is, now and then, and at the end what was found. */
    @PostMapping("/rebuilds")
    void rebuild(@RequestBody RebuildAsked asked, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.OPERATOR);
        List<String> rooms = rebuild.rooms(asked.room())
                .orElseThrow(() -> RefusedException.of(DoorRefusal.VALUE_INVALID, "room"));
        boolean back = Boolean.TRUE.equals(asked.back());
        if (back && asked.room() == null) {
            throw RefusedException.of(DoorRefusal.VALUE_MISSING, "room");
        }
        response.setContentType(NDJSON);
        OutputStream out = response.getOutputStream();
        Rebuild.Watcher watcher = step -> writeLine(out, step);
        writeLine(out, new RebuildOutcome(back
                ? rebuild.back(rooms.getFirst(), watcher).stream().toList()
                : rebuild.run(rooms, watcher)));
    }

    private static void writeLine(OutputStream out, Object line) {
        try {
            out.write((LedgerJson.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parked facts, room by room. */
    record DeadLetterPage(List<DeadLetter> deadLetters) {}

    @GetMapping("/dead-letters")
    DeadLetterPage deadLetters(
            @RequestParam(defaultValue = "100") int limit, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR, Role.AUDITOR);
        return new DeadLetterPage(letters.list(Math.clamp(limit, 1, 1_000)));
    }

    /**
     * @param room parked facts of this room only; absent for all
     * @param aggregateId those of this aggregate only; absent for all
     */
    record RetryAsked(@Nullable String room, @Nullable String aggregateId) {}

    /** @param parked how many are parked still, in all rooms */
    record Retried(int folded, long parked) {}

    @PostMapping("/dead-letters/retry")
    Retried retry(@RequestBody RetryAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        int folded = followers.retry(asked.room(), asked.aggregateId(), letters);
        return new Retried(folded, followers.rooms().stream().mapToLong(letters::count).sum());
    }
}
