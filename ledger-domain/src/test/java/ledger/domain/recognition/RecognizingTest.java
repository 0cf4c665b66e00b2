package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionCommand.ConfirmRecognition;
import ledger.domain.recognition.RecognitionCommand.DeclineNomination;
import ledger.domain.recognition.RecognitionCommand.Grounds;
import ledger.domain.recognition.RecognitionCommand.NominateForRecognition;
import ledger.domain.recognition.RecognitionCommand.PutRecognitionUnderReview;
import ledger.domain.recognition.RecognitionCommand.WithdrawRecognition;
import ledger.domain.recognition.RecognitionEvent.NominationDeclined;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.RecognitionEvent.RecognitionConfirmed;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.recognition.RecognitionEvent.RecognitionPutUnderReview;
import ledger.domain.recognition.RecognitionEvent.RecognitionWithdrawn;

import static org.assertj.core.api.Assertions.assertThat;

/** A level is nominated where its scheme asks for it, conferred once, and looked at again when its evidence changes. */
class RecognizingTest {

    private static final String LI = "volunteer-li";
    private static final String CITY = "organization-city";
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest-1");
    private static final Scheme NOTICE = scheme("noticeWorkingDays: 5");
    private static final Scheme PANEL = scheme("approval: nomination-panel");
    private static final Scheme PLAIN = scheme("");
    private static final String STREAM = LedgerIds.recognitions(LI, "s");
    private static final String ONE = LedgerIds.recognition(LI, "s", "one", "");

    @Test
    void aSchemeThatAsksForNoticeOrApprovalIsNominatedFirst() {
        for (Scheme scheme : List.of(NOTICE, PANEL)) {
            given().when(confer(scheme, "one", "token-b", DAY)).thenRefused(
                    Refusal.of(RecognitionRefusal.NOMINATION_MISSING, "level").with("level", "one"));
        }
        given().when(confer(PLAIN, "one", "token-b", DAY)).then(conferred(PLAIN, "one", DAY));
    }

    @Test
    void whatNoEntryShowsIsNamedByWhoeverNominates() {
        given().when(nominate(PANEL, "one", null, null))
                .thenRefused(RecognitionRefusal.NOMINATION_WITHOUT_EVIDENCE, "evidence");
        given().when(nominate(PANEL, "one", NOTE, null)).then(nominated(PANEL, NOTE, null));
        given(nominated(PANEL, NOTE, null)).when(nominate(PANEL, "one", NOTE, null)).thenAlreadySo(ONE);
    }

    @Test
    void anotherPersonDecidesWhereTheLevelAsksForApproval() {
        given(nominated(PANEL, NOTE, null)).when(confer(PANEL, "one", "token-a", DAY))
                .thenRefused(RecognitionRefusal.SECOND_PERSON_NEEDED, "level");
        given(nominated(PANEL, NOTE, null)).when(confer(PANEL, "one", "token-b", DAY))
                .then(conferred(PANEL, "one", DAY));
    }

    @Test
    void theNoticeIsOverOnTheDayAfterItsLast() {
        LocalDate last = DAY.plusDays(7);
        RecognitionNominated inNotice = nominated(NOTICE, null, last);
        given().when(nominate(NOTICE, "one", null, last)).then(inNotice);
        given(inNotice).when(confer(NOTICE, "one", "token-a", last)).thenRefused(
                Refusal.of(RecognitionRefusal.NOMINATION_IN_NOTICE, "level").with("day", last));
        given(inNotice).when(confer(NOTICE, "one", "token-a", last.plusDays(1)))
                .then(conferred(NOTICE, "one", last.plusDays(1)));
    }

    @Test
    void aNominationThatIsDeclinedMayBeginAnew() {
        RecognitionNominated nomination = nominated(PANEL, NOTE, null);
        NominationDeclined declined = new NominationDeclined(STREAM, ONE, LI, "s", NOTE, CITY, DAY);
        DeclineNomination decline = new DeclineNomination(STREAM, ONE, NOTE, CITY, DAY);
        given(nomination).when(decline).then(declined);
        given(nomination, declined).when(decline).thenAlreadySo(ONE);
        given(nomination, declined).when(nominate(PANEL, "one", NOTE, null)).then(nomination);
        given(nomination, declined).when(confer(PANEL, "one", "token-b", DAY)).thenRefused(
                Refusal.of(RecognitionRefusal.NOMINATION_MISSING, "level").with("level", "one"));
        given(conferred(PLAIN, "one", DAY)).when(decline)
                .thenRefused(RecognitionRefusal.NOT_NOMINATED, "recognition");
        given().when(decline).thenRefused(RecognitionRefusal.RECOGNITION_UNKNOWN, "recognition");
    }

    @Test
    void r23_aVerdictThatDidNotKnowWhatWasJustConferredIsOutOfDate() {
        RecognitionConferred other = conferred(PLAIN, "two", DAY);
        given(other).when(confer(PLAIN, "one", "token-b", DAY))
                .thenRefused(RecognitionRefusal.RECOGNIZED_MEANWHILE, "level");
        ConferRecognition knowing = new ConferRecognition(
                grounds(PLAIN, "one", other.recognitionId()), "token-b", CITY, DAY);
        given(other).when(knowing).then(conferred(PLAIN, "one", DAY));
    }

    @Test
    void r23_hoursUsedUpAreNotConferredAgainForADayBefore() {
        Scheme card = Schemes.parse("""
                id: card
                version: "1"
                effectiveFrom: 2025-01-01
                title: {zh: 方案, en: Scheme}
                confidence: invented
                source: test
                window: {kind: since-last-award, years: 1}
                bands: [{levels: [{id: one, hours: 1, title: {zh: 一, en: One}}]}]
                """);
        SubjectFacts before = new SubjectFacts(LocalDate.parse("2024-03-05"), Optional.empty());
        SubjectFacts after = before.with(List.of(new Award("card", "one", DAY, "1900-01-01.." + DAY, null)));
        assertThat(verdict(card, before, DAY.minusDays(1)).conferrable()).containsExactly("one");
        assertThat(verdict(card, after, DAY.minusDays(1)).conferrable()).isEmpty();
        assertThat(verdict(card, after, DAY).reached()).isEmpty();
    }

    @Test
    void r24_aCorrectionPutsItUnderReviewOnceAndAPersonSaysWhatFollows() {
        RecognitionConferred fact = conferred(PLAIN, "one", DAY);
        RecognitionPutUnderReview review = new RecognitionPutUnderReview(STREAM, ONE, LI, "s", "entry-a", 50);
        RecognitionConfirmed confirmed = new RecognitionConfirmed(STREAM, ONE, LI, "s", NOTE, CITY, DAY);
        RecognitionWithdrawn withdrawn =
                new RecognitionWithdrawn(STREAM, ONE, LI, "s", "hours-corrected", NOTE, CITY, DAY);
        given(fact).when(review(50)).then(review);
        given(fact).when(review(40)).thenAlreadySo(ONE);
        given(fact, review).when(review(50)).thenAlreadySo(ONE);
        given(fact, review, confirmed).when(review(50)).thenAlreadySo(ONE);
        given(fact, review, confirmed).when(review(51))
                .then(new RecognitionPutUnderReview(STREAM, ONE, LI, "s", "entry-a", 51));
        given(fact, review).when(confirm()).then(confirmed);
        given(fact, review, confirmed).when(confirm()).thenAlreadySo(ONE);
        given(fact, review).when(withdraw()).then(withdrawn);
        given(fact, review, withdrawn).when(withdraw()).thenAlreadySo(ONE);
        given(fact, review, withdrawn).when(review(60)).thenAlreadySo(ONE);
        given(fact).when(withdraw()).thenRefused(RecognitionRefusal.NOT_UNDER_REVIEW, "recognition");
        given(fact, review, withdrawn).when(confirm()).thenRefused(RecognitionRefusal.NOT_UNDER_REVIEW, "recognition");
        given().when(confirm()).thenRefused(RecognitionRefusal.RECOGNITION_UNKNOWN, "recognition");
    }

    @Test
    void r24_whatWasWithdrawnMayBeConferredAgainAndNothingElseOfItRemains() {
        RecognitionConferred fact = conferred(PLAIN, "one", DAY);
        Fact[] over = {
            fact, new RecognitionPutUnderReview(STREAM, ONE, LI, "s", "entry-a", 50),
            new RecognitionWithdrawn(STREAM, ONE, LI, "s", "hours-corrected", NOTE, CITY, DAY)
        };
        given(over).when(confer(PLAIN, "one", "token-b", DAY)).then(fact);
        Fact[] again = Arrays.copyOf(over, 4);
        again[3] = fact;
        given(again).when(confer(PLAIN, "one", "token-b", DAY)).thenAlreadySo(ONE);
    }

    private static Scenario<RecognitionsAggregate> given(Fact... facts) {
        return Scenario.given(RecognitionsAggregate.class, facts);
    }

    private static Scheme scheme(String more) {
        return Schemes.parse("""
                id: s
                version: "1"
                effectiveFrom: 2025-01-01
                title: {zh: 方案, en: Scheme}
                confidence: invented
                source: test
                window: {kind: lifetime}
                %s
                bands:
                  - levels:
                      - {id: one, hours: 1, title: {zh: 一, en: One}}
                      - {id: two, hours: 2, title: {zh: 二, en: Two}}
                """.formatted(more));
    }

    private static Verdict verdict(Scheme scheme) {
        return verdict(scheme, new SubjectFacts(LocalDate.parse("2024-03-05"), Optional.empty()), DAY);
    }

    private static Verdict verdict(Scheme scheme, SubjectFacts subject, LocalDate asOf) {
        return Evaluation.evaluate(
                scheme,
                List.of(new KnownEntry(
                        "entry-a", LocalDate.parse("2026-03-07"), 120, EntryState.CERTIFIED,
                        EvidenceGrade.SYSTEM_TIMED, null, false, null, null)),
                subject,
                asOf);
    }

    private static Grounds grounds(Scheme scheme, String level, String... seen) {
        Approval approval = scheme.bands().getFirst().levels().getFirst().approval();
        return new Grounds(LI, verdict(scheme), level, approval, 40, Set.of(seen), false);
    }

    private static ConferRecognition confer(Scheme scheme, String level, String decidedBy, LocalDate on) {
        return new ConferRecognition(grounds(scheme, level), decidedBy, CITY, on);
    }

    private static NominateForRecognition nominate(
            Scheme scheme, String level, @Nullable AnnexNote evidence, @Nullable LocalDate noticeTo) {
        return new NominateForRecognition(grounds(scheme, level), "token-a", CITY, evidence, noticeTo, DAY);
    }

    private static RecognitionNominated nominated(
            Scheme scheme, @Nullable AnnexNote evidence, @Nullable LocalDate noticeTo) {
        return new RecognitionNominated(
                STREAM, ONE, LI, "s", "1", "one", "all", "", 120, 40, DAY, verdict(scheme).evidenceDigest(), "token-a",
                CITY, evidence, noticeTo, DAY);
    }

    private static RecognitionConferred conferred(Scheme scheme, String level, LocalDate on) {
        return new RecognitionConferred(
                STREAM, LedgerIds.recognition(LI, "s", level, ""), LI, "s", "1", level, "all", "", 120, 40, DAY,
                verdict(scheme).evidenceDigest(), CITY, on);
    }

    private static PutRecognitionUnderReview review(long changedAt) {
        return new PutRecognitionUnderReview(STREAM, ONE, "entry-a", changedAt);
    }

    private static ConfirmRecognition confirm() {
        return new ConfirmRecognition(STREAM, ONE, NOTE, CITY, DAY);
    }

    private static WithdrawRecognition withdraw() {
        return new WithdrawRecognition(STREAM, ONE, "hours-corrected", NOTE, CITY, DAY);
    }
}
