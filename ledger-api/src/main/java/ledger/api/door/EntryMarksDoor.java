package ledger.api.door;

import java.time.LocalDate;
import java.util.Objects;

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
import ledger.api.door.EntryDoor.Done;
import ledger.api.ground.CommandDesk;
import ledger.domain.account.HourAccountCommand.KeepAsTraining;
import ledger.domain.account.HourAccountCommand.RateService;
import ledger.domain.account.Rating;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;

/** What is said of an entry beside its time: how well it was done, or that it was learning. */
@RestController
@RequestMapping("/api/v1/entries")
class EntryMarksDoor {

    private final EntryDecisionDoor decisions;
    private final Officers officers;
    private final Visibility visibility;
    private final CommandDesk desk;
    private final Reads reads;

    EntryMarksDoor(
            EntryDecisionDoor decisions, Officers officers, Visibility visibility, CommandDesk desk, Reads reads) {
        this.decisions = decisions;
        this.officers = officers;
        this.visibility = visibility;
        this.desk = desk;
        this.reads = reads;
    }

    /**
     * A rating as it is sent (R19).
     *
     * @param scale the best that can be given, 2 to 10
     * @param rating 1 to the scale
     * @param by who rated
     * @param ratedOn absent for today
     */
    record RatingAsked(
            @Nullable Integer scale,
            @Nullable Integer rating,
            Rating.@Nullable By by,
            @Nullable LocalDate ratedOn) {}

    /** It never changes minutes. */
    @PostMapping("/{id}/rating")
    Done rate(@PathVariable String id, @RequestBody RatingAsked body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        Rating rating = new Rating(
                Reads.given(body.scale(), "scale"),
                Reads.given(body.rating(), "rating"),
                Reads.given(body.by(), "by"),
                Objects.requireNonNullElse(body.ratedOn(), reads.clock().today()));
        reads.upToNow(EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        return Done.of(id, desk.send(
                new RateService(entry.accountId(), id, rating, officers.of(actor, entry.recordedBy())), actor));
    }

    /** A held entry turns out to be learning: its minutes are kept apart from all service (R8). */
    @PostMapping("/{id}/training")
    Done keepAsTraining(
            @PathVariable String id, @RequestBody EntryDecisionDoor.Decided body, @AuthenticationPrincipal Actor actor) {
        return decisions.decide(id, actor, body.reason(), (entry, officer, note) -> new KeepAsTraining(
                entry.accountId(), id, officer, note, reads.clock().today()));
    }
}
