package ledger.api.door;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.RecognitionWatch;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerCommand;
import ledger.domain.recognition.RecognitionCommand.ConfirmRecognition;
import ledger.domain.recognition.RecognitionCommand.DeclineNomination;
import ledger.domain.recognition.RecognitionCommand.WithdrawRecognition;
import ledger.domain.recognition.RecognitionRefusal;
import ledger.projections.FactSource;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;

/** What waits for a person: nominations, and recognitions whose evidence was corrected or revoked (R24). */
@RestController
@RequestMapping("/api/v1/recognitions")
public class ReviewDoor {

    private final RecognitionReader recognition;
    private final RecognitionDesk words;
    private final CommandDesk desk;
    private final FactSource facts;
    private final Reads reads;

    ReviewDoor(
            RecognitionReader recognition, RecognitionDesk words, CommandDesk desk, FactSource facts, Reads reads) {
        this.recognition = recognition;
        this.words = words;
        this.desk = desk;
        this.facts = facts;
        this.reads = reads;
    }

    record RecognitionPage(long position, List<RecognitionView> recognitions) {}

    public record ReasonAsked(@Nullable String reason) {}

    /** @param reasonCode a short stable word, stored in the fact; {@code reason} the person's own words */
    public record TakingBack(@Nullable String reasonCode, @Nullable String reason) {}

    /** Those that stand so, the longest waiting first. */
    @GetMapping
    RecognitionPage list(
            @RequestParam(defaultValue = "under-review") String state,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = written();
        return new RecognitionPage(position, recognition.standing(state(state), Math.clamp(limit, 1, 1_000)));
    }

    private static RecognitionView.State state(String wire) {
        try {
            return RecognitionView.State.valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "state");
        }
    }

    /** First the policy must have looked at everything written so far, then the view at what the policy wrote. */
    private long written() {
        reads.upTo(facts.head(), RecognitionWatch.ROOM);
        return reads.upToNow(EligibilityProjection.ROOM);
    }

    @PostMapping("/{id}/confirmation")
    EntryDoor.Done confirm(
            @PathVariable String id, @RequestBody ReasonAsked asked, @AuthenticationPrincipal Actor actor) {
        Reads.required(asked.reason(), "reason");
        return decide(id, actor, view -> new ConfirmRecognition(
                view.recognitionsId(), id, words.note(asked.reason()), RecognitionDesk.organization(actor),
                reads.clock().today()));
    }

    @PostMapping("/{id}/withdrawal")
    EntryDoor.Done withdraw(
            @PathVariable String id, @RequestBody TakingBack asked, @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return decide(id, actor, view -> new WithdrawRecognition(
                view.recognitionsId(), id, reasonCode, words.note(asked.reason()), RecognitionDesk.organization(actor),
                reads.clock().today()));
    }

    @PostMapping("/{id}/decline")
    EntryDoor.Done decline(
            @PathVariable String id, @RequestBody ReasonAsked asked, @AuthenticationPrincipal Actor actor) {
        Reads.required(asked.reason(), "reason");
        return decide(id, actor, view -> new DeclineNomination(
                view.recognitionsId(), id, words.note(asked.reason()), RecognitionDesk.organization(actor),
                reads.clock().today()));
    }

    private EntryDoor.Done decide(String id, Actor actor, Function<RecognitionView, LedgerCommand> command) {
        Visibility.require(actor, Role.AUTHORITY);
        written();
        RecognitionView view = recognition.find(id)
                .orElseThrow(() -> RefusedException.of(RecognitionRefusal.RECOGNITION_UNKNOWN, "recognition"));
        return EntryDoor.Done.of(id, desk.send(command.apply(view), actor));
    }
}
