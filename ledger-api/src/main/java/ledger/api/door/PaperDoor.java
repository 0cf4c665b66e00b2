package ledger.api.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.api.intake.Column;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.Row;
import ledger.api.intake.SingleRow;
import ledger.api.intake.Texts;
import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;
import ledger.domain.volunteer.VolunteerCommand.WithdrawConsent;
import ledger.domain.volunteer.VolunteerCommand.WithdrawQualification;
import ledger.domain.volunteer.VolunteerEvent;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.projections.volunteer.PaperView;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

/** A volunteer's consents and qualifications (R14): kept by those who hold the paper, seen by them and the volunteer. */
@RestController
@RequestMapping("/api/v1/volunteers/{number}")
public class PaperDoor {

    private final VolunteerReader volunteers;
    private final OrganizationRegister organizations;
    private final RegisterIntake registers;
    private final Visibility visibility;
    private final Vault vault;
    private final Annex annex;
    private final CommandDesk desk;
    private final Texts texts;
    private final Reads reads;

    PaperDoor(
            VolunteerReader volunteers,
            OrganizationRegister organizations,
            RegisterIntake registers,
            Visibility visibility,
            Vault vault,
            Annex annex,
            CommandDesk desk,
            Texts texts,
            Reads reads) {
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.registers = registers;
        this.visibility = visibility;
        this.vault = vault;
        this.annex = annex;
        this.desk = desk;
        this.texts = texts;
        this.reads = reads;
    }

    /**
     * @param guardianName while the annex still has it
     * @param heldEvidence where the paper is, while the annex still has it
     */
    record ConsentJson(
            ConsentRecorded consent,
            @Nullable LocalDate withdrawnOn,
            @Nullable String guardianName,
            @Nullable String heldEvidence) {}

    record ConsentPage(long position, List<ConsentJson> consents) {}

    record QualificationJson(
            QualificationRecorded qualification, @Nullable LocalDate withdrawnOn, @Nullable String heldEvidence) {}

    record QualificationPage(long position, List<QualificationJson> qualifications) {}

    record TakenBack(@Nullable String reason) {}

    @GetMapping("/consents")
    ConsentPage consents(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, VolunteerProjection.ROOM);
        var seen = seen(number, actor, volunteers::consents, ConsentRecorded::recordedBy);
        Map<String, String> words = words(seen.stream()
                .flatMap(one -> Stream.of(one.paper().guardian(), one.paper().evidence())));
        return new ConsentPage(position, seen.stream()
                .map(one -> new ConsentJson(
                        one.paper(), one.withdrawnOn(), word(words, one.paper().guardian()),
                        word(words, one.paper().evidence())))
                .toList());
    }

    @GetMapping("/qualifications")
    QualificationPage qualifications(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, VolunteerProjection.ROOM);
        var seen = seen(number, actor, volunteers::qualifications, QualificationRecorded::recordedBy);
        Map<String, String> words = words(seen.stream().map(one -> one.paper().evidence()));
        return new QualificationPage(position, seen.stream()
                .map(one -> new QualificationJson(
                        one.paper(), one.withdrawnOn(), word(words, one.paper().evidence())))
                .toList());
    }

    @PostMapping(value = "/consents", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> consent(
            @PathVariable String number, @RequestBody String body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        return SessionDoor.answer(registers.consent(row(number, body), actor), texts);
    }

    @PostMapping(value = "/qualifications", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> qualification(
            @PathVariable String number, @RequestBody String body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        return SessionDoor.answer(registers.qualification(row(number, body), actor), texts);
    }

    /** The volunteer of the address, whatever the body says. */
    private static Row row(String number, String body) {
        Row sent = SingleRow.of(body);
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.putAll(sent.cells());
        cells.put(Column.VOLUNTEER_NUMBER, number);
        return new Row(sent.number(), cells);
    }

    @PostMapping("/consents/{id}/withdrawal")
    EntryDoor.Done withdrawConsent(
            @PathVariable String number,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable TakenBack asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        reads.upToNow(VolunteerProjection.ROOM);
        String volunteerId = ours(
                number, id, actor, volunteers::consents, ConsentRecorded::recordedBy, ConsentRecorded::consentId);
        return withdraw(id, new WithdrawConsent(volunteerId, id, note(asked), reads.clock().today()), actor);
    }

    @PostMapping("/qualifications/{id}/withdrawal")
    EntryDoor.Done withdrawQualification(
            @PathVariable String number,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable TakenBack asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        reads.upToNow(VolunteerProjection.ROOM);
        String volunteerId = ours(
                number, id, actor, volunteers::qualifications, QualificationRecorded::recordedBy,
                QualificationRecorded::qualificationId);
        return withdraw(id, new WithdrawQualification(volunteerId, id, note(asked), reads.clock().today()), actor);
    }

    private EntryDoor.Done withdraw(String id, LedgerCommand command, Actor actor) {
        return EntryDoor.Done.of(id, desk.send(command, actor));
    }

    /** The papers of a volunteer that an actor may see: all, or those that it or one below it keeps. */
    private <E extends VolunteerEvent> List<PaperView<E>> seen(
            String number,
            Actor actor,
            Function<String, List<PaperView<E>>> papers,
            Function<E, String> recordedBy) {
        String volunteerId = vault.volunteerId(number).orElseThrow(Visibility::notFound);
        List<PaperView<E>> all = papers.apply(volunteerId);
        if (Visibility.seesAll(actor) || volunteerId.equals(actor.volunteerId())) {
            return all;
        }
        Set<String> ours = actor.organization().map(organizations::subtree).orElse(Set.of());
        List<PaperView<E>> kept =
                all.stream().filter(one -> ours.contains(recordedBy.apply(one.paper()))).toList();
        if (kept.isEmpty()) {
            // Nothing of ours is kept: then only those who see the volunteer learn that there is one.
            visibility.volunteer(number, actor);
        }
        return kept;
    }

    private <E extends VolunteerEvent> String ours(
            String number,
            String id,
            Actor actor,
            Function<String, List<PaperView<E>>> papers,
            Function<E, String> recordedBy,
            Function<E, String> paperId) {
        return seen(number, actor, papers, recordedBy).stream()
                .map(PaperView::paper)
                .filter(paper -> paperId.apply(paper).equals(id))
                .findFirst()
                .map(VolunteerEvent::volunteerId)
                .orElseThrow(Visibility::notFound);
    }

    private Map<String, String> words(Stream<@Nullable AnnexNote> notes) {
        List<String> ids = new ArrayList<>();
        notes.filter(Objects::nonNull).forEach(note -> ids.add(note.id()));
        return annex.read(ids);
    }

    private static @Nullable String word(Map<String, String> words, @Nullable AnnexNote note) {
        return note == null ? null : words.get(note.id());
    }

    private @Nullable AnnexNote note(@Nullable TakenBack asked) {
        return asked == null || asked.reason() == null || asked.reason().isBlank()
                ? null
                : annex.keep(asked.reason().strip());
    }
}
