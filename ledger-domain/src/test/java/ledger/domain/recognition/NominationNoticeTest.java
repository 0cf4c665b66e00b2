package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.NominationCommand.AnswerNominationObjection;
import ledger.domain.recognition.NominationCommand.DismissNominationObjection;
import ledger.domain.recognition.NominationCommand.ObjectToNomination;
import ledger.domain.recognition.NominationCommand.UpholdNominationObjection;
import ledger.domain.recognition.NominationEvent.NominationObjected;
import ledger.domain.recognition.NominationEvent.NominationObjectionAnswered;
import ledger.domain.recognition.NominationEvent.NominationObjectionDismissed;
import ledger.domain.recognition.NominationEvent.NominationObjectionUpheld;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionCommand.DeclineNomination;
import ledger.domain.recognition.RecognitionCommand.Grounds;
import ledger.domain.recognition.RecognitionCommand.NominateForRecognition;
import ledger.domain.recognition.RecognitionEvent.NominationDeclined;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.rulebook.Rulebooks;

/** An objection stops the notice of a nomination; after its dismissal the notice goes on, or begins anew (R16). */
class NominationNoticeTest {

    private static final String LI = "volunteer-li";
    private static final String STREAM = LedgerIds.recognitions(LI, "s");
    private static final String ONE = LedgerIds.recognition(LI, "s", "one", "");
    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest-1");
    private static final String RULEBOOK = "default-cn/2026-2";
    /** Five working days after Thursday 2 April 2026: over the Qingming holiday, 4 to 6 April. */
    private static final LocalDate LAST = LocalDate.parse("2026-04-10");
    private static final RecognitionNominated NOMINATED = new RecognitionNominated(
            STREAM, ONE, LI, "s", "1", "one", "all", "", 120, 40, day("2026-04-02"), "digest", "token-a",
            "organization-station", null, LAST, day("2026-04-02"));

    private static final NominationObjected OBJECTED = objected("token-x", "2026-04-07", 3);
    private static final NominationObjected ON_THE_LAST_DAY = objected("token-x", "2026-04-10", 0);

    @Test
    void r16_anObjectionStopsTheNoticeWithTheWorkingDaysThatWereLeft() {
        given(NOMINATED).when(object("token-x", "2026-04-07")).then(OBJECTED);
        given(NOMINATED).when(object("token-x", "2026-04-10")).then(ON_THE_LAST_DAY);
        given(NOMINATED, OBJECTED).when(object("token-x", "2026-04-07"))
                .thenAlreadySo(ONE);
        given(NOMINATED, OBJECTED).when(confer("token-b", "2026-05-20"))
                .thenRefused(RecognitionRefusal.NOMINATION_OBJECTED, "level");
    }

    @Test
    void r16_thereIsNothingToObjectToOutsideOfTheNotice() {
        given(NOMINATED).when(object("token-x", "2026-04-11"))
                .thenRefused(RecognitionRefusal.NOMINATION_NOT_IN_NOTICE, "nomination");
        given().when(object("token-x", "2026-04-07")).thenRefused(RecognitionRefusal.RECOGNITION_UNKNOWN, "nomination");
        NominationDeclined declined =
                new NominationDeclined(STREAM, ONE, LI, "s", NOTE, "organization-city", day("2026-04-03"));
        given(NOMINATED, declined).when(object("token-x", "2026-04-07"))
                .thenRefused(RecognitionRefusal.NOMINATION_NOT_IN_NOTICE, "nomination");
        given(NOMINATED, OBJECTED, declined).when(dismiss(OBJECTED, "2026-04-09"))
                .thenRefused(RecognitionRefusal.NOMINATION_NOT_IN_NOTICE, "nomination");
    }

    @Test
    void r16_aDismissalLetsTheNoticeGoOn() {
        // Three days from Wednesday 15 April on: Thursday, Friday, Monday 20.
        NominationObjectionDismissed dismissed = dismissed(OBJECTED, "2026-04-15", "2026-04-20");
        given(NOMINATED, OBJECTED).when(dismiss(OBJECTED, "2026-04-15")).then(dismissed);
        given(NOMINATED, OBJECTED, dismissed).when(confer("token-b", "2026-04-20"))
                .thenRefused(Refusal.of(RecognitionRefusal.NOMINATION_IN_NOTICE, "level").with("day", "2026-04-20"));
        given(NOMINATED, OBJECTED, dismissed).when(object("token-y", "2026-04-16"))
                .then(objected("token-y", "2026-04-16", 2));
        given(NOMINATED, ON_THE_LAST_DAY).when(dismiss(ON_THE_LAST_DAY, "2026-04-15"))
                .then(dismissed(ON_THE_LAST_DAY, "2026-04-15", "2026-04-14"));
    }

    @Test
    void r16_whereTheRulebookSaysSoItBeginsAnew() {
        Rulebooks anew = Rulebooks.with(Map.of("anew.yaml", """
                id: anew
                version: "1"
                effectiveFrom: 2020-01-01
                title: {zh: 重新公示, en: Notice begins anew}
                dailyLimit: none
                notice: {workingDays: 3}
                objections: {answerWorkingDays: 5, afterDismissal: restart}
                creditGrades: [SYSTEM_TIMED]
                """));
        given(NOMINATED, ON_THE_LAST_DAY).when(dismiss(ON_THE_LAST_DAY, "2026-04-15", "anew/1"), anew)
                .then(dismissed(ON_THE_LAST_DAY, "2026-04-15", "2026-04-22"));
    }

    @Test
    void r16_theNoticeStandsStillUntilTheLastObjectionIsDecided() {
        NominationObjected second = objected("token-y", "2026-04-09", 3);
        NominationObjectionDismissed first = dismissed(OBJECTED, "2026-04-15", null);
        given(NOMINATED, OBJECTED).when(object("token-y", "2026-04-09")).then(second);
        given(NOMINATED, OBJECTED, second).when(dismiss(OBJECTED, "2026-04-15")).then(first);
        given(NOMINATED, OBJECTED, second, first).when(confer("token-b", "2026-06-01"))
                .thenRefused(RecognitionRefusal.NOMINATION_OBJECTED, "level");
        given(NOMINATED, OBJECTED, second, first).when(dismiss(second, "2026-04-15"))
                .then(dismissed(second, "2026-04-15", "2026-04-20"));
    }

    @Test
    void theOneWhoNominatedAndTheOneWhoObjectsDoNotDecide() {
        given(NOMINATED, OBJECTED).when(uphold("token-x", "token-x"))
                .thenRefused(RecognitionRefusal.OBJECTOR_DOES_NOT_DECIDE, "objection");
        given(NOMINATED, OBJECTED).when(uphold("token-x", "token-a"))
                .thenRefused(RecognitionRefusal.SECOND_PERSON_NEEDED, "objection");
        given(NOMINATED, OBJECTED).when(uphold("token-y", "token-b"))
                .thenRefused(RecognitionRefusal.NOMINATION_OBJECTION_UNKNOWN, "objection");
    }

    @Test
    void anUpheldObjectionEndsTheNomination() {
        NominationObjectionUpheld upheld = new NominationObjectionUpheld(
                STREAM, ONE, LI, "s", id("token-x", "2026-04-07"), NOTE, "organization-city", day("2026-04-09"));
        given(NOMINATED, OBJECTED).when(uphold("token-x", "token-b")).then(upheld);
        given(NOMINATED, OBJECTED, upheld).when(new DeclineNomination(STREAM, ONE, NOTE, "c", day("2026-04-10")))
                .thenAlreadySo(ONE);
        given(NOMINATED, OBJECTED, upheld).when(confer("token-b", "2026-05-20")).thenRefused(
                Refusal.of(RecognitionRefusal.NOMINATION_MISSING, "level").with("level", "one"));
    }

    @Test
    void whoNominatedAnswersOnce() {
        String objection = id("token-x", "2026-04-07");
        AnswerNominationObjection answer = new AnswerNominationObjection(
                STREAM, ONE, objection, NOTE, "organization-station", day("2026-04-08"));
        NominationObjectionAnswered answered = new NominationObjectionAnswered(
                STREAM, ONE, LI, "s", objection, NOTE, "organization-station", day("2026-04-08"));
        given(NOMINATED, OBJECTED).when(answer).then(answered);
        given(NOMINATED, OBJECTED, answered).when(answer).thenAlreadySo(ONE);
        given(NOMINATED).when(answer).thenRefused(RecognitionRefusal.NOMINATION_OBJECTION_UNKNOWN, "objection");
        given(NOMINATED, OBJECTED, answered).when(dismiss(OBJECTED, "2026-04-15"))
                .then(dismissed(OBJECTED, "2026-04-15", "2026-04-20"));
    }

    @Test
    void r20_aFreezeStopsWhatIsNewAndNothingElse() {
        Grounds stopped = new Grounds(LI, verdict(), "one", Approval.NONE, 40, Set.of(), true);
        given(NOMINATED).when(new ConferRecognition(stopped, "token-b", "c", LAST.plusDays(1)))
                .thenRefused(RecognitionRefusal.SUBJECT_STOPPED, "subject");
        given().when(new NominateForRecognition(stopped, "token-a", "c", null, LAST, day("2026-04-02")))
                .thenRefused(RecognitionRefusal.SUBJECT_STOPPED, "subject");
    }

    private static Scenario<RecognitionsAggregate> given(Fact... facts) {
        return Scenario.given(RecognitionsAggregate.class, facts);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String id(String raisedBy, String raisedOn) {
        return NominationCommand.objectionId(ONE, raisedBy, day(raisedOn));
    }

    private static ObjectToNomination object(String by, String on) {
        return new ObjectToNomination(STREAM, ONE, NOTE, by, day(on));
    }

    private static NominationObjected objected(String by, String on, int left) {
        return new NominationObjected(STREAM, ONE, LI, "s", id(by, on), NOTE, by, day(on), left);
    }

    private static UpholdNominationObjection uphold(String raisedBy, String decidedBy) {
        return new UpholdNominationObjection(
                STREAM, ONE, id(raisedBy, "2026-04-07"), NOTE, decidedBy, "organization-city", day("2026-04-09"));
    }

    private static DismissNominationObjection dismiss(NominationObjected objected, String on) {
        return dismiss(objected, on, RULEBOOK);
    }

    private static DismissNominationObjection dismiss(NominationObjected objected, String on, String rulebook) {
        return new DismissNominationObjection(
                STREAM, ONE, objected.objectionId(), NOTE, "token-b", "organization-city", day(on), 5, rulebook);
    }

    private static NominationObjectionDismissed dismissed(
            NominationObjected objected, String on, @Nullable String noticeTo) {
        return new NominationObjectionDismissed(
                STREAM, ONE, LI, "s", objected.objectionId(), NOTE, "organization-city", day(on),
                noticeTo == null ? null : day(noticeTo));
    }

    private static ConferRecognition confer(String decidedBy, String on) {
        return new ConferRecognition(
                new Grounds(LI, verdict(), "one", Approval.NONE, 40, Set.of(), false), decidedBy, "c", day(on));
    }

    /** A level that anybody reaches who serves at all, with five working days of notice. */
    private static Verdict verdict() {
        return new Verdict(
                "s", "1", Verdict.Status.OPEN, day("2026-04-02"), LocalDate.MIN, LocalDate.MAX,
                Optional.of("all"), List.of("one"), List.of("one"), "", 120, List.of(), List.of(),
                Optional.empty(), Optional.empty(), 5, "digest");
    }
}
