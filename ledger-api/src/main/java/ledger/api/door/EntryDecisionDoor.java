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
import ledger.api.door.EntryDoor.Done;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.RaiseObjection;
import ledger.domain.account.HourAccountCommand.Remedy;
import ledger.domain.account.HourAccountCommand.ReportError;
import ledger.domain.account.Officer;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;

/** The decisions that people take about one entry, and what its volunteer says against it. */
@RestController
@RequestMapping("/api/v1/entries/{id}")
public class EntryDecisionDoor {

    private final Visibility visibility;
    private final Annex annex;
    private final CommandDesk desk;
    private final Officers officers;
    private final EntryCommands commands;
    private final Reads reads;

    EntryDecisionDoor(
            Visibility visibility,
            Annex annex,
            CommandDesk desk,
            Officers officers,
            EntryCommands commands,
            Reads reads) {
        this.visibility = visibility;
        this.annex = annex;
        this.desk = desk;
        this.officers = officers;
        this.commands = commands;
        this.reads = reads;
    }

    /** @param reasonCode a short stable word, stored in the fact; {@code reason} the person's own words */
    public record Decided(@Nullable String reasonCode, @Nullable String reason) {}

    public record Corrected(
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String activityName,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            @Nullable String stationCode,
            @Nullable String gridCode,
            @Nullable LocalDateTime servedFrom,
            @Nullable LocalDateTime servedTo,
            @Nullable Integer breakMinutes) {

        Corrections corrections() {
            return new Corrections(
                    activityName, category, content, place, stationCode, gridCode, servedFrom, servedTo, breakMinutes);
        }
    }

    /**
     * What is done to one of the entries that overlap: another time, or it is taken back.
     *
     * @param entry id of the held entry or of one that it overlaps
     */
    public record RemedyAsked(
            @Nullable String entry,
            @Nullable LocalDateTime servedFrom,
            @Nullable LocalDateTime servedTo,
            @Nullable Integer breakMinutes,
            @Nullable Boolean takeBack) {}

    public record Resolved(
            @Nullable String reasonCode, @Nullable String reason, @Nullable List<@Nullable RemedyAsked> remedies) {}

    @PostMapping("/approval")
    public Done approve(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), commands::approve);
    }

    @PostMapping("/decline")
    public Done decline(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), commands::decline);
    }

    /** The held entry is approved together with the changes that end its overlap: all of it or nothing. */
    @PostMapping("/resolution")
    public Done resolve(@PathVariable String id, @RequestBody Resolved body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> commands.resolve(
                entry, remedies(body.remedies(), actor), officer, officers.oversees(actor), body.reasonCode(), note));
    }

    @PostMapping("/revocation")
    public Done revoke(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(),
                (entry, officer, note) -> commands.revoke(entry, officer, body.reasonCode(), note));
    }

    @PostMapping("/reinstatement")
    public Done reinstate(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(),
                (entry, officer, note) -> commands.reinstate(entry, officer, body.reasonCode(), note));
    }

    @PostMapping("/correction")
    public Done correct(@PathVariable String id, @RequestBody Corrected body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) ->
                commands.correct(entry, body.corrections(), officer, body.reasonCode(), note));
    }

    /** The volunteer says that an entry in notice is not right. */
    @PostMapping("/objection")
    public Done object(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return say(id, actor, body.reason(), (entry, words) ->
                new RaiseObjection(entry.accountId(), id, words, reads.clock().today()));
    }

    @PostMapping("/objection/upheld")
    public Done uphold(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), commands::uphold);
    }

    @PostMapping("/objection/dismissed")
    public Done dismiss(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), commands::dismiss);
    }

    /** The volunteer says that an entry is not right when it is no longer in notice. */
    @PostMapping("/error-report")
    public Done report(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return say(id, actor, body.reason(), (entry, words) ->
                new ReportError(entry.accountId(), id, words, reads.clock().today()));
    }

    @PostMapping("/error-report/dismissed")
    public Done dismissReport(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), commands::dismissReport);
    }

    /** @throws ledger.api.intake.RefusedException when a remedy names an entry that this actor may not see */
    List<Remedy> remedies(@Nullable List<@Nullable RemedyAsked> asked, Actor actor) {
        return asked == null ? List.of() : asked.stream().map(one -> remedy(one, actor)).toList();
    }

    private Remedy remedy(@Nullable RemedyAsked asked, Actor actor) {
        String entryId = Reads.required(asked == null ? null : asked.entry(), "entry");
        EntryVersion entry = visibility.entry(entryId, EntryReader.NOW, actor);
        if (asked == null || Boolean.TRUE.equals(asked.takeBack())) {
            return new Remedy.TakeBack(entryId);
        }
        return new Remedy.Retime(entryId, EntryCommands.retimed(
                entry.time(), asked.servedFrom(), asked.servedTo(), asked.breakMinutes()));
    }

    private interface Saying {
        HourAccountCommand command(EntryVersion entry, AnnexNote words);
    }

    private Done say(String id, Actor actor, @Nullable String words, Saying saying) {
        Visibility.require(actor, Role.VOLUNTEER);
        reads.upToNow(EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        AnnexNote note = annex.keep(Reads.required(words, "reason"));
        return Done.of(id, desk.send(saying.command(entry, note), actor));
    }

    /** Makes the command that carries a decision. */
    interface Deciding {
        HourAccountCommand command(EntryVersion entry, Officer officer, AnnexNote reason);
    }

    /** R17: the recording organization, one above it, or the authority; each decision gives its reason. */
    Done decide(String id, Actor actor, @Nullable String reason, Deciding deciding) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        String words = Reads.required(reason, "reason");
        reads.upToNow(EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        Officer officer = officers.of(actor, entry.recordedBy());
        return Done.of(id, desk.send(deciding.command(entry, officer, annex.keep(words)), actor));
    }
}
