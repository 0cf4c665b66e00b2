package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.Digest;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.ComplaintCommand;
import ledger.domain.recognition.ComplaintCommand.AnswerComplaint;
import ledger.domain.recognition.ComplaintCommand.CloseComplaint;
import ledger.domain.recognition.ComplaintCommand.RaiseComplaint;
import ledger.domain.recognition.ComplaintRefusal;
import ledger.domain.rulebook.Rulebook;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.recognition.ComplaintView;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecordReader;

/** Complaints 投诉 about volunteers and organizations: raised, answered, closed by the authority (F1.19, F2.1). */
@RestController
@RequestMapping("/api/v1")
public class ComplaintDoor {

    private static final int MOST = 1_000;

    private final RecordReader records;
    private final Visibility visibility;
    private final OrganizationRegister organizations;
    private final Officers officers;
    private final AnswerClock clock;
    private final Annex annex;
    private final Vault vault;
    private final CommandDesk desk;
    private final Reads reads;

    ComplaintDoor(
            RecordReader records,
            Visibility visibility,
            OrganizationRegister organizations,
            Officers officers,
            AnswerClock clock,
            Annex annex,
            Vault vault,
            CommandDesk desk,
            Reads reads) {
        this.records = records;
        this.visibility = visibility;
        this.organizations = organizations;
        this.officers = officers;
        this.clock = clock;
        this.annex = annex;
        this.vault = vault;
        this.desk = desk;
        this.reads = reads;
    }

    /** @param entry the entry it is about; absent where it is about none */
    record ComplaintAsked(@Nullable String entry, @Nullable String reason) {}

    /** @param justified whether it is right */
    public record ComplaintClosing(@Nullable Boolean justified, @Nullable String reason) {}

    /**
     * A complaint as it stands.
     *
     * @param volunteer number of the volunteer it is about; absent for an organization
     * @param organization name of the organization it is about; absent for a volunteer
     * @param words while the annex still has them; so with answer and reason
     * @param answerBy last day for the answer; absent where the rulebook sets none
     * @param closeBy last day to close it, likewise
     * @param overdue whether the day that comes next is over
     */
    public record ComplaintItem(
            String id,
            @Nullable String volunteer,
            @Nullable String organization,
            @Nullable String entry,
            ComplaintView.State state,
            LocalDate raisedOn,
            @Nullable String words,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String reason,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate closeBy,
            boolean provisional,
            boolean overdue,
            boolean mayAnswer,
            boolean mayClose) {}

    public record ComplaintPage(long position, List<ComplaintItem> complaints) {}

    /**
     * Complaints that stand so, the longest waiting first: all for those who see all, an organization those about
     * itself and below, a volunteer those about themself, and everybody those they raised.
     *
     * @param overdue only what is overdue, or what is not
     */
    @GetMapping("/complaints")
    public ComplaintPage complaints(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upToNow(EligibilityProjection.ROOM);
        Set<String> own = officers.oversees(actor);
        return new ComplaintPage(position, records.complaints(state(state), MOST).stream()
                .filter(view -> Visibility.seesAll(actor)
                        || concerns(view, actor, own)
                        || view.complaint().raisedBy().equals(actor.tokenId()))
                .map(view -> item(view, actor, own))
                .filter(item -> overdue == null || overdue == item.overdue())
                .toList());
    }

    private static ComplaintView.State state(String wire) {
        try {
            return ComplaintView.State.valueOf(wire.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "state");
        }
    }

    private static boolean concerns(ComplaintView view, Actor actor, Set<String> own) {
        String subject = view.complaint().subjectId();
        return subject.equals(actor.volunteerId()) || own.contains(subject);
    }

    /**
     * Whom it is about says what there is to say: the volunteer, or a manager of the organization or one above it; the
     * authority writes down what came on paper.
     */
    private static boolean mayAnswer(ComplaintView view, Actor actor, Set<String> own) {
        return actor.is(Role.AUTHORITY) || actor.is(Role.VOLUNTEER, Role.MANAGER) && concerns(view, actor, own);
    }

    private ComplaintItem item(ComplaintView view, Actor actor, Set<String> own) {
        var complaint = view.complaint();
        Map<String, String> words = annex.read(Stream.of(complaint.complaint(), view.answer(), view.reason())
                .filter(Objects::nonNull).map(AnnexNote::id).toList());
        AnswerClock.Due answer = clock.answer(complaint.raisedOn(), Rulebook::complaints);
        AnswerClock.Due closing = clock.decision(complaint.raisedOn(), Rulebook::complaints);
        AnswerClock.Due next = view.answer() == null ? answer : closing;
        Optional<Organization> organization = organizations.find(complaint.subjectId());
        return new ComplaintItem(
                complaint.complaintId(),
                organization.isPresent()
                        ? null
                        : vault.read(complaint.subjectId()).map(Vault.Person::number).orElse(null),
                organization.map(Organization::name).orElse(null),
                complaint.entryId(),
                view.state(),
                complaint.raisedOn(),
                words.get(complaint.complaint().id()),
                view.answer() == null ? null : words.get(view.answer().id()),
                view.answeredOn(),
                view.reason() == null ? null : words.get(view.reason().id()),
                view.closedOn(),
                answer.day(),
                closing.day(),
                answer.provisional() || closing.provisional(),
                view.isOpen() && next.overdue(),
                view.isOpen() && view.answer() == null && mayAnswer(view, actor, own),
                view.isOpen() && actor.is(Role.AUTHORITY));
    }

    /** About a volunteer, by an organization that sees them or the authority, which writes down what people say. */
    @PostMapping("/volunteers/{number}/complaints")
    EntryDoor.Done aboutVolunteer(
            @PathVariable String number,
            @RequestBody ComplaintAsked asked,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        reads.upToNow(EntryProjection.ROOM);
        String volunteerId = visibility.volunteer(number, actor);
        return raise(volunteerId, asked, key, entry -> entry.volunteerId().equals(volunteerId), actor);
    }

    /** About an organization, by whoever has a token and changes things at all. */
    @PostMapping("/organizations/{code}/complaints")
    EntryDoor.Done aboutOrganization(
            @PathVariable String code,
            @RequestBody ComplaintAsked asked,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.VOLUNTEER, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        reads.upToNow(EntryProjection.ROOM);
        String id = organizations.find(code).orElseThrow(Visibility::notFound).id();
        return raise(id, asked, key, entry -> entry.recordedBy().equals(id), actor);
    }

    private EntryDoor.Done raise(
            String subjectId,
            ComplaintAsked asked,
            @Nullable String key,
            Predicate<EntryVersion> isOfSubject,
            Actor actor) {
        String words = Reads.required(asked.reason(), "reason");
        String entry = asked.entry() == null || asked.entry().isBlank() ? null : asked.entry().strip();
        if (entry != null && !isOfSubject.test(visibility.entry(entry, EntryReader.NOW, actor))) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "entry");
        }
        String id = "complaint-" + Digest.of(
                        actor.tokenId(), subjectId, key == null || key.isBlank() ? words + reads.clock().today() : key)
                .substring(0, 32);
        return send(new RaiseComplaint(
                id, subjectId, entry, annex.keep(words), actor.tokenId(), reads.clock().today()), actor);
    }

    @PostMapping("/complaints/{id}/answer")
    public EntryDoor.Done answer(
            @PathVariable String id, @RequestBody ReviewDoor.ReasonAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER, Role.MANAGER, Role.AUTHORITY);
        String words = Reads.required(asked.reason(), "reason");
        ComplaintView view = find(id);
        if (!mayAnswer(view, actor, officers.oversees(actor))) {
            throw Visibility.notFound();
        }
        return send(new AnswerComplaint(id, annex.keep(words), actor.tokenId(), reads.clock().today()), actor);
    }

    @PostMapping("/complaints/{id}/closing")
    public EntryDoor.Done close(
            @PathVariable String id, @RequestBody ComplaintClosing asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        boolean justified = Reads.given(asked.justified(), "justified");
        String words = Reads.required(asked.reason(), "reason");
        find(id);
        return send(
                new CloseComplaint(
                        id, justified, annex.keep(words), actor.tokenId(), RecognitionDesk.organization(actor),
                        reads.clock().today()),
                actor);
    }

    private ComplaintView find(String id) {
        reads.upToNow(EligibilityProjection.ROOM);
        return records.complaint(id)
                .orElseThrow(() -> RefusedException.of(ComplaintRefusal.COMPLAINT_UNKNOWN, "complaint"));
    }

    private EntryDoor.Done send(ComplaintCommand command, Actor actor) {
        return EntryDoor.Done.of(command.complaintId(), desk.send(command, actor));
    }
}
