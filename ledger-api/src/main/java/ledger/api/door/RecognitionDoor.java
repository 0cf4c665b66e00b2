package ledger.api.door;

import java.time.LocalDate;
import java.util.List;

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
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Verdict;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.ServedDays;
import ledger.projections.recognition.Eligibility;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.volunteer.VolunteerProjection;

/** Stars and awards: what each scheme says of a volunteer, and why (not yet). */
@RestController
@RequestMapping("/api/v1")
public class RecognitionDoor {

    private final RecognitionReader recognition;
    private final Visibility visibility;
    private final RecognitionDesk desk;
    private final Survivors survivors;
    private final Vault vault;
    private final Reads reads;

    RecognitionDoor(
            RecognitionReader recognition,
            Visibility visibility,
            RecognitionDesk desk,
            Survivors survivors,
            Vault vault,
            Reads reads) {
        this.recognition = recognition;
        this.visibility = visibility;
        this.desk = desk;
        this.survivors = survivors;
        this.vault = vault;
        this.reads = reads;
    }

    /**
     * @param days of service that are looked at; both bounds absent for all
     * @param verdicts what each scheme says; a level reached is only conferred when a named body does so
     * @param conferred what was conferred and holds, as known at {@code asOf}
     * @param recognitions how each recognition stood then, also those nominated, under review or over
     */
    public record RecognitionJson(
            String volunteer,
            long position,
            long asOf,
            ServedDays days,
            LocalDate day,
            List<Verdict> verdicts,
            List<RecognitionConferred> conferred,
            List<RecognitionView> recognitions) {}

    /** Whole explanations are for those who see all entries: the volunteer, the auditor, the authority. */
    @GetMapping("/volunteers/{number}/recognition")
    public RecognitionJson of(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(
                after, EntryProjection.ROOM, VolunteerProjection.ROOM, EligibilityProjection.ROOM);
        long known = reads.position(asOf, position);
        String volunteerId = wholly(number, actor);
        LocalDate asked = desk.day(day);
        ServedDays days = Reads.days(from, to);
        List<EntryVersion> entries = HoursDoor.served(days, visibility.entries(volunteerId, known, actor));
        return new RecognitionJson(
                number, position, known, days, asked, recognition.verdicts(volunteerId, asked, entries, known),
                recognition.conferredOn(volunteerId, known), recognition.recognitions(volunteerId, known));
    }

    private String wholly(String number, Actor actor) {
        String volunteerId = visibility.volunteer(number, actor);
        if (!Visibility.seesAll(actor) && !volunteerId.equals(actor.volunteerId())) {
            throw Visibility.notFound();
        }
        return volunteerId;
    }

    /** Somebody of an organization stands up for a volunteer, where the scheme asks for it; another one decides. */
    @PostMapping("/volunteers/{number}/nominations")
    EntryDoor.Done nominate(
            @PathVariable String number,
            @RequestBody RecognitionDesk.Nominating asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY);
        return desk.nominate(remaining(number, actor), asked, actor);
    }

    /** The authority confers a level that is reached, on the evidence of the verdict. */
    @PostMapping("/volunteers/{number}/recognitions")
    EntryDoor.Done confer(
            @PathVariable String number,
            @RequestBody RecognitionDesk.Conferring asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        return desk.confer(remaining(number, actor), asked, actor);
    }

    /** Whoever gave up a number goes on under the one that remains (R5). */
    private String remaining(String number, Actor actor) {
        String volunteerId = visibility.volunteer(number, actor);
        if (survivors.of(volunteerId) != null) {
            throw RefusedException.of(HourAccountRefusal.ACCOUNT_MERGED, "number");
        }
        return volunteerId;
    }

    /**
     * @param asOf the day of the volunteer's last change
     * @param conferrable levels that may be conferred now
     * @param next the next level, with the minutes it still asks for and the first day on which it could be met
     */
    record ReachedJson(
            String volunteer,
            String level,
            int minutes,
            LocalDate asOf,
            List<String> conferrable,
            @Nullable String next,
            int missingMinutes,
            @Nullable LocalDate earliest) {}

    record ReachedPage(String scheme, long position, List<ReachedJson> reached) {}

    /** Who reaches a level of a scheme, most minutes first, as the live view has it. */
    @GetMapping("/schemes/{scheme}/reached")
    ReachedPage reached(
            @PathVariable String scheme,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upTo(after, EligibilityProjection.ROOM);
        if (!recognition.isKept(scheme)) {
            throw RefusedException.of(DoorRefusal.VIEW_MADE_ANEW, "scheme");
        }
        var found = recognition.reached(scheme, Math.clamp(limit, 1, 1_000));
        var people = vault.read(found.stream().map(Eligibility::subjectId).toList());
        return new ReachedPage(scheme, position, found.stream()
                .map(one -> new ReachedJson(
                        people.containsKey(one.subjectId()) ? people.get(one.subjectId()).number() : one.subjectId(),
                        one.level().orElseThrow(), one.minutes(), one.asOf(), one.conferrable(),
                        one.next().orElse(null), one.missingMinutes(), one.earliest().orElse(null)))
                .toList());
    }

    record SchemePage(long position, List<Scheme> schemes) {}

    @GetMapping("/schemes")
    SchemePage schemes(@RequestParam(required = false) @Nullable Long after) {
        long position = reads.upTo(after, EligibilityProjection.ROOM);
        return new SchemePage(position, recognition.schemes(reads.clock().today()));
    }
}
