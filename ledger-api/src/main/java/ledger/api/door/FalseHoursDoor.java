package ledger.api.door;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.recognition.FalseHoursCommand;
import ledger.domain.recognition.FalseHoursCommand.DismissFalseHours;
import ledger.domain.recognition.FalseHoursCommand.FindFalseHours;
import ledger.domain.recognition.FalseHoursCommand.ReportFalseHours;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.FalseHoursView;
import ledger.projections.recognition.RecognitionReader;

/** False hours (R25): one person reports them, another finds them so; from then on schemes bar who gained by them. */
@RestController
@RequestMapping("/api/v1")
public class FalseHoursDoor {

    private static final int MOST_YEARS = 100;

    private final RecognitionReader recognition;
    private final RecognitionDesk words;
    private final Visibility visibility;
    private final OrganizationRegister organizations;
    private final CommandDesk desk;
    private final Reads reads;

    FalseHoursDoor(
            RecognitionReader recognition,
            RecognitionDesk words,
            Visibility visibility,
            OrganizationRegister organizations,
            CommandDesk desk,
            Reads reads) {
        this.recognition = recognition;
        this.words = words;
        this.visibility = visibility;
        this.organizations = organizations;
        this.desk = desk;
        this.reads = reads;
    }

    /**
     * @param entries ids of the entries that are held to be false
     * @param reasonCode a short stable word, stored in the fact; {@code reason} the person's own words
     * @param barYears years without awards that are asked for; absent where each scheme's fewest apply
     */
    record FalseHoursAsked(
            @Nullable List<String> entries,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable Integer barYears) {}

    record FalseHoursPage(long position, List<FalseHoursView> reports) {}

    @PostMapping("/volunteers/{number}/false-hours")
    EntryDoor.Done reportVolunteer(
            @PathVariable String number, @RequestBody FalseHoursAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY);
        String volunteerId = visibility.volunteer(number, actor);
        return report(volunteerId, asked, entry -> entry.volunteerId().equals(volunteerId), actor);
    }

    @PostMapping("/organizations/{code}/false-hours")
    EntryDoor.Done reportOrganization(
            @PathVariable String code, @RequestBody FalseHoursAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        String id = organizations.find(code).orElseThrow(Visibility::notFound).id();
        return report(id, asked, entry -> entry.recordedBy().equals(id), actor);
    }

    private EntryDoor.Done report(
            String subjectId, FalseHoursAsked asked, Predicate<EntryVersion> isOfSubject, Actor actor) {
        List<String> entries = Reads.given(asked.entries(), "entries");
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        int years = asked.barYears() == null ? 0 : asked.barYears();
        if (years < 0 || years > MOST_YEARS) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "barYears");
        }
        long position = reads.upToNow(EntryProjection.ROOM);
        if (entries.isEmpty()
                || !entries.stream().map(id -> visibility.entry(id, position, actor)).allMatch(isOfSubject)) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "entries");
        }
        ReportFalseHours command = new ReportFalseHours(
                subjectId, entries, reasonCode, words.note(asked.reason()), years, actor.tokenId(),
                RecognitionDesk.organization(actor), reads.clock().today());
        return send(command, actor);
    }

    /** Those that stand so, the longest waiting first. */
    @GetMapping("/false-hours")
    FalseHoursPage list(
            @RequestParam(defaultValue = "reported") String state,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upToNow(EligibilityProjection.ROOM);
        return new FalseHoursPage(position, recognition.reports(state(state), Math.clamp(limit, 1, 1_000)));
    }

    private static FalseHoursView.State state(String wire) {
        try {
            return FalseHoursView.State.valueOf(wire.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "state");
        }
    }

    @PostMapping("/false-hours/{id}/finding")
    EntryDoor.Done find(
            @PathVariable String id, @RequestBody ReviewDoor.ReasonAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        Reads.required(asked.reason(), "reason");
        return send(
                new FindFalseHours(
                        id, actor.tokenId(), RecognitionDesk.organization(actor), words.note(asked.reason()),
                        reads.clock().today()),
                actor);
    }

    @PostMapping("/false-hours/{id}/dismissal")
    EntryDoor.Done dismiss(
            @PathVariable String id, @RequestBody ReviewDoor.ReasonAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        Reads.required(asked.reason(), "reason");
        return send(
                new DismissFalseHours(
                        id, actor.tokenId(), RecognitionDesk.organization(actor), words.note(asked.reason()),
                        reads.clock().today()),
                actor);
    }

    private EntryDoor.Done send(FalseHoursCommand command, Actor actor) {
        return EntryDoor.Done.of(command.caseId(), desk.send(command, actor));
    }
}
