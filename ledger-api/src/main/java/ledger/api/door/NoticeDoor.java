package ledger.api.door;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import ledger.api.ground.Vault;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectKind;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.NominationObjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.recognition.SchemeShelf;

/** Nominations in public notice, for everybody to read (R16, R30), and what is said against them. */
@RestController
@RequestMapping("/api/v1/notices")
public class NoticeDoor {

    private static final int MOST = 1_000;

    private final RecognitionReader recognition;
    private final OrganizationReader organizations;
    private final SchemeShelf shelf;
    private final Officers officers;
    private final NominationDesk nominations;
    private final AnswerClock clock;
    private final Annex annex;
    private final Vault vault;
    private final Reads reads;

    NoticeDoor(
            RecognitionReader recognition,
            OrganizationReader organizations,
            SchemeShelf shelf,
            Officers officers,
            NominationDesk nominations,
            AnswerClock clock,
            Annex annex,
            Vault vault,
            Reads reads) {
        this.recognition = recognition;
        this.organizations = organizations;
        this.shelf = shelf;
        this.officers = officers;
        this.nominations = nominations;
        this.clock = clock;
        this.annex = annex;
        this.vault = vault;
        this.reads = reads;
    }

    /**
     * A nomination in notice. Of a volunteer nothing is told but who nominated, unless the reader may see them.
     *
     * @param organization name of the team or organization that is nominated; absent for a volunteer
     * @param volunteer number of the volunteer, for those who may see it; absent otherwise
     * @param nominatedFor name of the organization in whose name
     * @param noticeTo last day; absent while the notice stands still
     * @param objected whether it stands still until an objection is decided
     */
    public record NoticeItem(
            String nomination,
            String scheme,
            Scheme.Title schemeTitle,
            String level,
            Scheme.Title levelTitle,
            SubjectKind subject,
            @Nullable String organization,
            @Nullable String volunteer,
            String nominatedFor,
            LocalDate nominatedOn,
            @Nullable LocalDate noticeTo,
            boolean objected) {}

    public record NoticePage(long position, LocalDate day, List<NoticeItem> notices) {}

    /**
     * An objection and what it is about.
     *
     * @param words while the annex still has them
     * @param answer what the organization says that nominated
     * @param reason why it was decided so
     * @param answerBy last day for its answer; absent where the rulebook sets none
     * @param decideBy last day for the decision, likewise
     * @param overdue whether the day that comes next is over: that of the answer, after it that of the decision
     * @param mayAnswer whether the one who asks may answer it
     * @param mayDecide whether the one who asks may decide
     */
    public record NominationObjectionItem(
            NoticeItem notice,
            String objection,
            NominationObjection.State state,
            LocalDate raisedOn,
            @Nullable String words,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String reason,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate decideBy,
            boolean provisional,
            boolean overdue,
            boolean mayAnswer,
            boolean mayDecide) {}

    public record NominationObjectionPage(long position, List<NominationObjectionItem> objections) {}

    /** Every notice that runs or stands still, the one that ends first at the top. */
    @GetMapping
    public NoticePage notices(@AuthenticationPrincipal @Nullable Actor actor) {
        long position = reads.upToNow(EligibilityProjection.ROOM, OrganizationProjection.ROOM);
        LocalDate today = reads.clock().today();
        Set<String> own = actor == null ? Set.of() : officers.oversees(actor);
        return new NoticePage(position, today, inNotice()
                .filter(view -> view.noticeTo() == null || !today.isAfter(view.noticeTo()))
                .map(view -> item(view, actor, own))
                .sorted(Comparator.comparing(item -> Objects.requireNonNullElse(item.noticeTo(), LocalDate.MAX)))
                .toList());
    }

    private Stream<RecognitionView> inNotice() {
        return Stream.concat(
                recognition.standing(RecognitionView.State.NOMINATED, MOST).stream()
                        .filter(view -> view.noticeTo() != null),
                recognition.standing(RecognitionView.State.OBJECTED, MOST).stream());
    }

    private NoticeItem item(RecognitionView view, @Nullable Actor actor, Set<String> own) {
        RecognitionNominated nomination = Objects.requireNonNull(view.nomination());
        Optional<Scheme> scheme = shelf.schemes().find(nomination.schemeId(), nomination.schemeVersion());
        Optional<OrganizationView> organization = organizations.find(view.subjectId());
        boolean known = actor != null && (Visibility.seesAll(actor)
                || view.subjectId().equals(actor.volunteerId())
                || own.contains(nomination.nominatedFor()));
        return new NoticeItem(
                view.recognitionId(),
                view.schemeId(),
                scheme.map(Scheme::title).orElse(new Scheme.Title(view.schemeId(), view.schemeId())),
                nomination.level(),
                scheme.flatMap(one -> one.level(nomination.level())).map(Scheme.Level::title)
                        .orElse(new Scheme.Title(nomination.level(), nomination.level())),
                organization.map(one -> SubjectKind.of(one.kind())).orElse(SubjectKind.PERSON),
                organization.map(OrganizationView::name).orElse(null),
                organization.isPresent() || !known
                        ? null
                        : vault.read(view.subjectId()).map(Vault.Person::number).orElse(null),
                organizations.find(nomination.nominatedFor()).map(OrganizationView::name).orElse("—"),
                nomination.nominatedOn(),
                view.noticeTo(),
                view.state() == RecognitionView.State.OBJECTED);
    }

    /**
     * What is said against nominations that are not decided yet: everything for those who see all, an organization what
     * is said against its own, and everybody what they said themselves.
     *
     * @param overdue only what is overdue, or what is not
     */
    @GetMapping("/objections")
    public NominationObjectionPage objections(
            @RequestParam(required = false) @Nullable Boolean overdue, @AuthenticationPrincipal Actor actor) {
        long position = reads.upToNow(EligibilityProjection.ROOM, OrganizationProjection.ROOM);
        Set<String> own = officers.oversees(actor);
        return new NominationObjectionPage(position, inNotice()
                .flatMap(view -> view.objections().stream()
                        .filter(one -> isSeen(one, view, actor, own))
                        .map(one -> item(one, view, actor, own)))
                .filter(item -> overdue == null || overdue == item.overdue())
                .sorted(Comparator.comparing(NominationObjectionItem::raisedOn))
                .toList());
    }

    private static boolean isSeen(NominationObjection one, RecognitionView view, Actor actor, Set<String> own) {
        return Visibility.seesAll(actor)
                || one.raisedBy().equals(actor.tokenId())
                || own.contains(nominatedFor(view)) && one.isOpen();
    }

    private static String nominatedFor(RecognitionView view) {
        return Objects.requireNonNull(view.nomination()).nominatedFor();
    }

    private NominationObjectionItem item(
            NominationObjection one, RecognitionView view, Actor actor, Set<String> own) {
        Map<String, String> words = annex.read(Stream.of(one.objection(), one.answer(), one.reason())
                .filter(Objects::nonNull).map(note -> note.id()).toList());
        AnswerClock.Due answer = clock.answer(one.raisedOn(), rulebook -> rulebook.objections().times());
        AnswerClock.Due decision = clock.decision(one.raisedOn(), rulebook -> rulebook.objections().times());
        AnswerClock.Due next = one.answer() == null ? answer : decision;
        return new NominationObjectionItem(
                item(view, actor, own), one.objectionId(), one.state(), one.raisedOn(),
                words.get(one.objection().id()),
                one.answer() == null ? null : words.get(one.answer().id()), one.answeredOn(),
                one.reason() == null ? null : words.get(one.reason().id()), one.decidedOn(),
                answer.day(), decision.day(), answer.provisional() || decision.provisional(),
                one.isOpen() && next.overdue(),
                one.isOpen() && one.answer() == null && NominationDesk.mayAnswer(actor, nominatedFor(view), own),
                one.isOpen() && actor.is(Role.AUTHORITY));
    }

    /** Whoever has a token may object, except those who change nothing. */
    @PostMapping("/{id}/objections")
    public EntryDoor.Done object(
            @PathVariable String id, @RequestBody ReviewDoor.ReasonAsked asked, @AuthenticationPrincipal Actor actor) {
        return nominations.object(id, asked.reason(), actor);
    }

    /** The organization that nominated says what it has to say. */
    @PostMapping("/{id}/objections/{objection}/answer")
    public EntryDoor.Done answer(
            @PathVariable String id,
            @PathVariable String objection,
            @RequestBody ReviewDoor.ReasonAsked asked,
            @AuthenticationPrincipal Actor actor) {
        return nominations.answer(id, objection, asked.reason(), actor);
    }

    @PostMapping("/{id}/objections/{objection}/upheld")
    public EntryDoor.Done uphold(
            @PathVariable String id,
            @PathVariable String objection,
            @RequestBody ReviewDoor.ReasonAsked asked,
            @AuthenticationPrincipal Actor actor) {
        return nominations.uphold(id, objection, asked.reason(), actor);
    }

    @PostMapping("/{id}/objections/{objection}/dismissed")
    public EntryDoor.Done dismiss(
            @PathVariable String id,
            @PathVariable String objection,
            @RequestBody ReviewDoor.ReasonAsked asked,
            @AuthenticationPrincipal Actor actor) {
        return nominations.dismiss(id, objection, asked.reason(), actor);
    }
}
