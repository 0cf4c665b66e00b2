package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Tier;
import ledger.domain.recognition.HonourCommand.RecordHonour;
import ledger.domain.recognition.HonourCommand.RevokeHonour;
import ledger.domain.recognition.HonourEvent.HonourRecorded;
import ledger.domain.recognition.HonourOrigin;
import ledger.domain.recognition.HonourRefusal;
import ledger.projections.account.EntryProjection;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.HonourView;
import ledger.projections.recognition.RecordReader;

/** Honours in a volunteer's record 荣誉记录, each recorded as its origin asks for it (F1.8). */
@RestController
@RequestMapping("/api/v1")
public class HonourDoor {

    private static final int LONGEST = 200;

    private final RecordReader records;
    private final Visibility visibility;
    private final OrganizationRegister organizations;
    private final Officers officers;
    private final Annex annex;
    private final CommandDesk desk;
    private final Reads reads;

    HonourDoor(
            RecordReader records,
            Visibility visibility,
            OrganizationRegister organizations,
            Officers officers,
            Annex annex,
            CommandDesk desk,
            Reads reads) {
        this.records = records;
        this.visibility = visibility;
        this.organizations = organizations;
        this.officers = officers;
        this.annex = annex;
        this.desk = desk;
        this.reads = reads;
    }

    /**
     * @param awardedBy name of the awarding body; not asked for where the origin is {@code OWN}
     * @param material what the volunteer supplied, or where it is kept; a government's honour needs it
     * @param verification how it was verified; another body's honour needs it
     * @param requestedOn the day on which the volunteer asked for it; another body's honour needs it
     */
    public record HonourAsked(
            @Nullable HonourOrigin origin,
            @Nullable String name,
            @Nullable String awardedBy,
            @Nullable String awardedOn,
            @Nullable String material,
            @Nullable String verification,
            @Nullable String requestedOn) {}

    /**
     * @param material while the annex still has the words
     * @param recordedBy name of the organization that recorded it
     */
    public record HonourItem(
            HonourRecorded honour, String recordedBy, @Nullable String material, @Nullable String verification) {}

    public record HonourPage(String volunteer, long position, long asOf, List<HonourItem> honours) {}

    /** The honours that stand in a record; an organization sees those that it or one below it recorded. */
    @GetMapping("/volunteers/{number}/honours")
    public HonourPage honours(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM, EligibilityProjection.ROOM);
        long known = reads.position(asOf, position);
        Set<String> own = officers.oversees(actor);
        List<HonourRecorded> standing = records.honoursOf(visibility.volunteer(number, actor), known).stream()
                .map(HonourView::honour)
                .filter(one -> Visibility.boundTo(actor).isEmpty() || own.contains(one.recordedFor()))
                .toList();
        Map<String, String> words = annex.read(standing.stream()
                .flatMap(one -> Stream.of(one.material(), one.verification()))
                .filter(Objects::nonNull)
                .map(AnnexNote::id)
                .toList());
        return new HonourPage(number, position, known, standing.stream()
                .map(one -> new HonourItem(
                        one, organizations.find(one.recordedFor()).map(Organization::name).orElse(one.recordedFor()),
                        word(words, one.material()), word(words, one.verification())))
                .toList());
    }

    private static @Nullable String word(Map<String, String> words, @Nullable AnnexNote note) {
        return note == null ? null : words.get(note.id());
    }

    @PostMapping("/volunteers/{number}/honours")
    public EntryDoor.Done record(
            @PathVariable String number, @RequestBody HonourAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        HonourOrigin origin = Reads.given(asked.origin(), "origin");
        String own = RecognitionDesk.organization(actor);
        reads.upToNow(EntryProjection.ROOM);
        RecordHonour command = new RecordHonour(
                visibility.volunteer(number, actor), origin, text(asked.name(), "name"),
                origin == HonourOrigin.OWN
                        ? organizations.find(own).map(Organization::name).orElse(own)
                        : text(asked.awardedBy(), "awardedBy"),
                awardedOn(asked.awardedOn()), note(asked.material()), note(asked.verification()),
                Reads.day(asked.requestedOn(), "requestedOn"), own, reads.clock().today());
        return EntryDoor.Done.of(command.honourId(), desk.send(command, actor));
    }

    private static String text(@Nullable String asked, String field) {
        String text = Reads.required(asked, field);
        if (text.length() > LONGEST) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, field);
        }
        return text;
    }

    private static LocalDate awardedOn(@Nullable String asked) {
        return Reads.given(Reads.day(Reads.required(asked, "awardedOn"), "awardedOn"), "awardedOn");
    }

    private @Nullable AnnexNote note(@Nullable String words) {
        return words == null || words.isBlank() ? null : annex.keep(words.strip());
    }

    /** The organization that recorded it, one above it, or the authority (R17). */
    @PostMapping("/honours/{id}/revocation")
    EntryDoor.Done revoke(
            @PathVariable String id, @RequestBody ReviewDoor.TakingBack asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY);
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        String reason = Reads.required(asked.reason(), "reason");
        reads.upToNow(EligibilityProjection.ROOM);
        HonourRecorded honour = records.honour(id)
                .orElseThrow(() -> RefusedException.of(HonourRefusal.HONOUR_UNKNOWN, "honour"))
                .honour();
        var officer = officers.of(actor, honour.recordedFor());
        boolean mayDecide = officer.tier() != Tier.OWN || officer.organizationId().equals(honour.recordedFor());
        return EntryDoor.Done.of(id, desk.send(
                new RevokeHonour(
                        id, mayDecide, reasonCode, annex.keep(reason), officer.organizationId(), reads.clock().today()),
                actor));
    }
}
