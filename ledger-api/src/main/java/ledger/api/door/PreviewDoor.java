package ledger.api.door;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.EntryCommands.Corrections;
import ledger.api.door.EntryDecisionDoor.RemedyAsked;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.Officer;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;

/** Look before you decide: what a decision about an entry would change. Nothing is stored, no words are asked for. */
@RestController
@RequestMapping("/api/v1/entries/{id}/preview")
public class PreviewDoor {

    private static final AnnexNote NO_WORDS = new AnnexNote("", "");

    private final Visibility visibility;
    private final Officers officers;
    private final EntryCommands commands;
    private final EntryDecisionDoor decisions;
    private final EntryPreview preview;
    private final Reads reads;

    PreviewDoor(
            Visibility visibility,
            Officers officers,
            EntryCommands commands,
            EntryDecisionDoor decisions,
            EntryPreview preview,
            Reads reads) {
        this.visibility = visibility;
        this.officers = officers;
        this.commands = commands;
        this.decisions = decisions;
        this.preview = preview;
        this.reads = reads;
    }

    /** @param decision approval, decline, resolution, correction, revocation or reinstatement; the rest as there */
    public record PreviewAsked(
            @Nullable String decision,
            @Nullable String activityName,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            @Nullable String stationCode,
            @Nullable String gridCode,
            @Nullable LocalDateTime servedFrom,
            @Nullable LocalDateTime servedTo,
            @Nullable Integer breakMinutes,
            @Nullable List<@Nullable RemedyAsked> remedies) {

        Corrections corrections() {
            return new Corrections(
                    activityName, category, content, place, stationCode, gridCode, servedFrom, servedTo, breakMinutes);
        }
    }

    @PostMapping
    public EntryPreview.Shown preview(
            @PathVariable String id, @RequestBody PreviewAsked body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        String decision = Reads.required(body.decision(), "decision");
        reads.upToNow(EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        return preview.of(command(decision, entry, body, actor), actor);
    }

    private HourAccountCommand command(String decision, EntryVersion entry, PreviewAsked body, Actor actor) {
        Officer officer = officers.of(actor, entry.recordedBy());
        return switch (decision) {
            case "approval" -> commands.approve(entry, officer, NO_WORDS);
            case "decline" -> commands.decline(entry, officer, NO_WORDS);
            case "resolution" -> commands.resolve(
                    entry, decisions.remedies(body.remedies(), actor), officer, officers.oversees(actor), null,
                    NO_WORDS);
            case "correction" -> commands.correct(entry, body.corrections(), officer, null, NO_WORDS);
            case "revocation" -> commands.revoke(entry, officer, null, NO_WORDS);
            case "reinstatement" -> commands.reinstate(entry, officer, null, NO_WORDS);
            default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "decision");
        };
    }
}
