package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Visibility;
import ledger.api.ground.Annex;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.OrganizationRegister;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.Approval;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionCommand.Grounds;
import ledger.domain.recognition.RecognitionCommand.NominateForRecognition;
import ledger.domain.recognition.RecognitionRefusal;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Verdict;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryProjection;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.volunteer.VolunteerProjection;

/** Nominates and confers levels on volunteers, teams and organizations, on the evidence of a verdict. */
@Component
class RecognitionDesk {

    private final RecognitionReader recognition;
    private final SchemeShelf shelf;
    private final Rulebooks rulebooks;
    private final OrganizationRegister organizations;
    private final CircumstancesRegister circumstances;
    private final Annex annex;
    private final CommandDesk desk;
    private final Reads reads;

    RecognitionDesk(
            RecognitionReader recognition,
            SchemeShelf shelf,
            Rulebooks rulebooks,
            OrganizationRegister organizations,
            CircumstancesRegister circumstances,
            Annex annex,
            CommandDesk desk,
            Reads reads) {
        this.recognition = recognition;
        this.shelf = shelf;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.circumstances = circumstances;
        this.annex = annex;
        this.desk = desk;
        this.reads = reads;
    }

    /** @param day the day for which it is asked; absent for today, and for that of the nomination where there is one */
    record Conferring(@Nullable String scheme, @Nullable String level, @Nullable String day) {}

    /** @param evidence where it is what no entry shows: a nomination in writing, a certificate */
    record Nominating(
            @Nullable String scheme, @Nullable String level, @Nullable String day, @Nullable String evidence) {}

    /** All that was written so far is known to those who say what a scheme says. */
    long position() {
        return reads.upToNow(
                EntryProjection.ROOM, VolunteerProjection.ROOM, OrganizationProjection.ROOM,
                EligibilityProjection.ROOM);
    }

    LocalDate day(@Nullable String day) {
        LocalDate asked = Reads.day(day, "day");
        return asked == null ? reads.clock().today() : asked;
    }

    /** Time alone meets some levels: nothing is conferred for a day to come. */
    private LocalDate pastDay(@Nullable String day) {
        LocalDate asked = day(day);
        if (asked.isAfter(reads.clock().today())) {
            throw RefusedException.of(DoorRefusal.AS_OF_IN_FUTURE, "day");
        }
        return asked;
    }

    EntryDoor.Done nominate(String subjectId, Nominating asked, Actor actor) {
        String schemeId = Reads.required(asked.scheme(), "scheme");
        String level = Reads.required(asked.level(), "level");
        Grounds grounds = grounds(subjectId, schemeId, level, pastDay(asked.day()), position());
        LocalDate today = reads.clock().today();
        int notice = grounds.verdict().noticeWorkingDays();
        return send(grounds, new NominateForRecognition(
                grounds, actor.tokenId(), organization(actor), note(asked.evidence()),
                notice == 0 ? null : rulebooks.workingDays().after(today, notice), today), actor);
    }

    EntryDoor.Done confer(String subjectId, Conferring asked, Actor actor) {
        String schemeId = Reads.required(asked.scheme(), "scheme");
        String level = Reads.required(asked.level(), "level");
        long position = position();
        LocalDate day = recognition.recognitions(subjectId, position).stream()
                .filter(view -> view.state().isNomination() && view.schemeId().equals(schemeId))
                .map(RecognitionView::nomination)
                .filter(nomination -> nomination != null && nomination.level().equals(level))
                .map(nomination -> nomination.asOf())
                .findFirst()
                .orElseGet(() -> pastDay(asked.day()));
        Grounds grounds = grounds(subjectId, schemeId, level, day, position);
        return send(grounds, new ConferRecognition(
                grounds, actor.tokenId(), organization(actor), reads.clock().today()), actor);
    }

    private Grounds grounds(String subjectId, String schemeId, String level, LocalDate day, long position) {
        Verdict verdict = recognition.verdicts(subjectId, day, position).stream()
                .filter(one -> one.schemeId().equals(schemeId))
                .findFirst()
                .orElseThrow(() -> RefusedException.of(RecognitionRefusal.SCHEME_UNKNOWN, "scheme"));
        return new Grounds(
                subjectId, verdict, level, approval(verdict, level), position,
                recognition.recognitions(subjectId, position).stream()
                        .filter(view -> view.schemeId().equals(schemeId) && view.state().holds())
                        .map(RecognitionView::recognitionId)
                        .collect(Collectors.toSet()),
                isStopped(subjectId));
    }

    private boolean isStopped(String subjectId) {
        return organizations.find(subjectId)
                .map(organization -> !organization.active())
                .orElseGet(() -> circumstances.isFrozen(subjectId));
    }

    private Approval approval(Verdict verdict, String level) {
        return shelf.schemes().find(verdict.schemeId(), verdict.schemeVersion()).stream()
                .flatMap(scheme -> scheme.bands().stream())
                .filter(band -> band.label().equals(verdict.band().orElse("")))
                .map(Scheme.Band::levels)
                .flatMap(List::stream)
                .filter(one -> one.id().equals(level))
                .map(Scheme.Level::approval)
                .findFirst()
                .orElse(Approval.NONE);
    }

    private EntryDoor.Done send(Grounds grounds, LedgerCommand command, Actor actor) {
        return EntryDoor.Done.of(
                LedgerIds.recognition(
                        grounds.subjectId(), grounds.verdict().schemeId(), grounds.level(),
                        grounds.verdict().awardWindow()),
                desk.send(command, actor));
    }

    static String organization(Actor actor) {
        return actor.organization().orElseThrow(Visibility::notFound);
    }

    @Nullable AnnexNote note(@Nullable String words) {
        return words == null || words.isBlank() ? null : annex.keep(words.strip());
    }
}
