package ledger.api.door;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.LedgerProperties;
import ledger.api.intake.RefusedException;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.NominationCommand;
import ledger.domain.recognition.NominationCommand.AnswerNominationObjection;
import ledger.domain.recognition.NominationCommand.DismissNominationObjection;
import ledger.domain.recognition.NominationCommand.ObjectToNomination;
import ledger.domain.recognition.NominationCommand.UpholdNominationObjection;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.recognition.RecognitionRefusal;
import ledger.domain.recognition.Scheme;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.recognition.SchemeShelf;

/** Objections to nominations: raised by anyone, answered by whoever nominated, decided by the authority. */
@Component
class NominationDesk {

    private final RecognitionReader recognition;
    private final SchemeShelf shelf;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final Officers officers;
    private final Annex annex;
    private final CommandDesk desk;
    private final Reads reads;

    NominationDesk(
            RecognitionReader recognition,
            SchemeShelf shelf,
            Rulebooks rulebooks,
            LedgerProperties properties,
            Officers officers,
            Annex annex,
            CommandDesk desk,
            Reads reads) {
        this.recognition = recognition;
        this.shelf = shelf;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.officers = officers;
        this.annex = annex;
        this.desk = desk;
        this.reads = reads;
    }

    private interface Saying {
        NominationCommand command(RecognitionView view, AnnexNote words);
    }

    /** The answer's id is that of the objection. */
    private EntryDoor.Done say(String id, @Nullable String words, Actor actor, Saying saying) {
        String said = Reads.required(words, "reason");
        NominationCommand command = saying.command(find(id), annex.keep(said));
        return EntryDoor.Done.of(command.objectionId(), desk.send(command, actor));
    }

    private RecognitionView find(String id) {
        reads.upToNow(EligibilityProjection.ROOM);
        return recognition.find(id)
                .filter(view -> view.nomination() != null)
                .orElseThrow(() -> RefusedException.of(RecognitionRefusal.RECOGNITION_UNKNOWN, "nomination"));
    }

    EntryDoor.Done object(String id, @Nullable String words, Actor actor) {
        Visibility.require(
                actor, Role.VOLUNTEER, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        return say(id, words, actor, (view, note) -> new ObjectToNomination(
                view.recognitionsId(), id, note, actor.tokenId(), reads.clock().today()));
    }

    EntryDoor.Done answer(String id, String objection, @Nullable String words, Actor actor) {
        Visibility.require(actor, Role.MANAGER, Role.AUTHORITY);
        String said = Reads.required(words, "reason");
        RecognitionView view = find(id);
        if (!mayAnswer(actor, nomination(view).nominatedFor(), officers.oversees(actor))) {
            throw Visibility.notFound();
        }
        NominationCommand command = new AnswerNominationObjection(
                view.recognitionsId(), id, objection, annex.keep(said), RecognitionDesk.organization(actor),
                reads.clock().today());
        return EntryDoor.Done.of(objection, desk.send(command, actor));
    }

    /** The organization that nominated, or one above it. */
    static boolean mayAnswer(Actor actor, String nominatedFor, Set<String> oversees) {
        return actor.is(Role.MANAGER, Role.AUTHORITY) && oversees.contains(nominatedFor);
    }

    EntryDoor.Done uphold(String id, String objection, @Nullable String words, Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        return say(id, words, actor, (view, note) -> new UpholdNominationObjection(
                view.recognitionsId(), id, objection, note, actor.tokenId(), RecognitionDesk.organization(actor),
                reads.clock().today()));
    }

    EntryDoor.Done dismiss(String id, String objection, @Nullable String words, Actor actor) {
        Visibility.require(actor, Role.AUTHORITY);
        return say(id, words, actor, (view, note) -> new DismissNominationObjection(
                view.recognitionsId(), id, objection, note, actor.tokenId(), RecognitionDesk.organization(actor),
                reads.clock().today(), noticeWorkingDays(nomination(view)),
                rulebooks.inEffect(properties.rulebook(), reads.clock().today()).edition()));
    }

    private static RecognitionNominated nomination(RecognitionView view) {
        return Objects.requireNonNull(view.nomination());
    }

    private int noticeWorkingDays(RecognitionNominated nomination) {
        return shelf.schemes().find(nomination.schemeId(), nomination.schemeVersion())
                .map(Scheme::noticeWorkingDays)
                .orElse(0);
    }
}
