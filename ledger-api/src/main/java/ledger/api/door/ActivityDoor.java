package ledger.api.door;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Contact;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.activity.ActivityCommand;
import ledger.domain.activity.ActivityCommand.CancelActivity;
import ledger.domain.activity.ActivityCommand.CloseActivity;
import ledger.domain.activity.ActivityCommand.PublishActivity;
import ledger.projections.activity.ActivityProjection;
import ledger.projections.activity.ActivityReader;
import ledger.projections.activity.ActivityView;

/** Activities 活动 as organizations announce them. An entry keeps its own text, whatever was announced. */
@RestController
@RequestMapping("/api/v1/organizations/{code}/activities")
public class ActivityDoor {

    private final OrganizationRegister organizations;
    private final ActivityReader activities;
    private final Vault vault;
    private final CommandDesk desk;
    private final Reads reads;

    ActivityDoor(
            OrganizationRegister organizations, ActivityReader activities, Vault vault, CommandDesk desk, Reads reads) {
        this.organizations = organizations;
        this.activities = activities;
        this.vault = vault;
        this.desk = desk;
        this.reads = reads;
    }

    /**
     * @param from first day; {@code to} the last one, the same day when absent
     * @param plannedMinutes planned length of one session (R12)
     * @param personInCharge name, kept apart from the facts
     * @param recipients whom it serves, in general words
     */
    record PublicationAsked(
            @Nullable String activityCode,
            @Nullable String activityName,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer plannedMinutes,
            @Nullable String personInCharge,
            @Nullable String recipients) {}

    record CancellationAsked(@Nullable String reasonCode) {}

    record ActivityPage(long position, List<ActivityView> activities, @Nullable String next) {}

    @GetMapping
    ActivityPage activities(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long after) {
        long position = reads.upTo(after, ActivityProjection.ROOM);
        int size = Math.clamp(limit, 1, 1_000);
        String organizer = organizations.find(code).orElseThrow(Visibility::notFound).id();
        List<ActivityView> page = activities.of(organizer, from, size);
        return new ActivityPage(position, page, page.size() < size ? null : page.getLast().activity().code());
    }

    @PostMapping
    EntryDoor.Done publish(
            @PathVariable String code, @RequestBody PublicationAsked asked, @AuthenticationPrincipal Actor actor) {
        Organization organizer = organizer(code, actor);
        if (!organizer.active()) {
            throw RefusedException.of(HourAccountRefusal.ORGANIZATION_NOT_ACTIVE, "organization");
        }
        String from = Reads.required(asked.from(), "from");
        var first = Objects.requireNonNull(Reads.day(from, "from"));
        var last = Optional.ofNullable(Reads.day(asked.to(), "to")).orElse(first);
        int planned = Optional.ofNullable(asked.plannedMinutes()).orElse(0);
        PublishActivity command = new PublishActivity(
                organizer.id(), text(asked.activityCode()).orElse(""), text(asked.activityName()).orElse(""),
                text(asked.category()).orElse(null), text(asked.content()).orElse(null),
                text(asked.place()).orElse(null), first, last, planned,
                text(asked.personInCharge()).map(name -> contact(organizer, name)).orElse(null),
                text(asked.recipients()).orElse(null), reads.clock().today());
        return EntryDoor.Done.of(command.activityId(), desk.send(command, actor));
    }

    @PostMapping("/{activity}/cancellation")
    EntryDoor.Done cancel(
            @PathVariable String code,
            @PathVariable String activity,
            @RequestBody CancellationAsked asked,
            @AuthenticationPrincipal Actor actor) {
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        return decide(code, activity, actor, id -> new CancelActivity(id, reasonCode, reads.clock().today()));
    }

    @PostMapping("/{activity}/closing")
    EntryDoor.Done close(
            @PathVariable String code, @PathVariable String activity, @AuthenticationPrincipal Actor actor) {
        return decide(code, activity, actor, id -> new CloseActivity(id, reads.clock().today()));
    }

    private EntryDoor.Done decide(
            String code, String activity, Actor actor, Function<String, ActivityCommand> command) {
        String id = LedgerIds.activity(organizer(code, actor).id(), activity);
        return EntryDoor.Done.of(id, desk.send(command.apply(id), actor));
    }

    /** The organization itself, one above it, or the operator announces for it. */
    private Organization organizer(String code, Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        return organizations.find(code)
                .filter(found -> Visibility.seesAll(actor)
                        || actor.organization().map(organizations::subtree).map(tree -> tree.contains(found.id()))
                                .orElse(false))
                .orElseThrow(Visibility::notFound);
    }

    private String contact(Organization organizer, String name) {
        Contact person = new Contact(organizer.id(), name);
        return vault.contactIds(List.of(person)).getOrDefault(person, "");
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
