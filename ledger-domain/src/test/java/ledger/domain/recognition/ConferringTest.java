package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionCommand.Grounds;
import ledger.domain.recognition.RecognitionCommand.PublishScheme;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.RecognitionEvent.SchemePublished;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A scheme is published once and a level conferred once, on evidence (R21). */
class ConferringTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Scheme STARS = Schemes.shipped().find("cn-cyl-star", "2013-11").orElseThrow();
    private static final SchemePublished PUBLISHED =
            new SchemePublished("cn-cyl-star", "2013-11", LocalDate.parse("2013-11-01"), "d1");

    @Test
    void r21_anAwardStatesSchemeVersionPositionAndEvidence() {
        Verdict verdict = verdict(6000);
        Scenario.given(RecognitionsAggregate.class).when(confer(verdict, "star1")).then(conferred(verdict));
    }

    @Test
    void r21_refusesALevelThatIsNotReached() {
        Scenario.given(RecognitionsAggregate.class).when(confer(verdict(5999), "star1")).thenRefused(
                Refusal.of(RecognitionRefusal.LEVEL_NOT_REACHED, "level").with("level", "star1").with("minutes", 5999));
    }

    @Test
    void r21_conferringAgainChangesNothing() {
        Verdict verdict = verdict(6000);
        ConferRecognition again = confer(verdict(7000), "star1");
        Scenario.given(RecognitionsAggregate.class, conferred(verdict)).when(again)
                .thenAlreadySo(conferred(verdict).recognitionId());
    }

    @Test
    void r21_aVersionIsPublishedOnce() {
        Scenario.given(SchemeAggregate.class).when(publish("d1")).then(PUBLISHED);
        Scenario.given(SchemeAggregate.class, PUBLISHED).when(publish("d1"))
                .thenAlreadySo("scheme-cn-cyl-star-2013-11");
    }

    @Test
    void r21_refusesToChangeThePublishedText() {
        Scenario.given(SchemeAggregate.class, PUBLISHED).when(publish("d2"))
                .thenRefused(RecognitionRefusal.SCHEME_TEXT_CHANGED, "version");
    }

    @Test
    void r21_theNewestVersionInEffectJudges() {
        String text = """
                id: s
                version: "1"
                effectiveFrom: 2025-01-01
                title: {zh: 方案, en: Scheme}
                confidence: invented
                source: test
                window: {kind: since-registration}
                bands: [{levels: [{id: one, hours: 1, title: {zh: 一, en: One}}]}]
                """;
        Scheme first = Schemes.parse(text);
        Scheme second = Schemes.parse(text.replace("\"1\"", "\"2\"").replace("2025-", "2026-"));
        Schemes shelf = new Schemes(List.of(second, first));
        assertThat(shelf.inEffect(Set.of("s"), LocalDate.parse("2025-12-31"))).containsExactly(first);
        assertThat(shelf.inEffect(Set.of("s"), LocalDate.parse("2026-01-01"))).containsExactly(second);
        assertThat(shelf.inEffect(Set.of("s"), LocalDate.parse("2024-12-31"))).isEmpty();
        assertThat(shelf.inEffect(Set.of(), LocalDate.parse("2026-01-01"))).isEmpty();
    }

    @Test
    void r21_refusesLevelsThatDoNotRise() {
        assertThatThrownBy(() -> Schemes.parse("""
                id: s
                version: "1"
                effectiveFrom: 2025-01-01
                title: {zh: 方案, en: Scheme}
                confidence: invented
                source: test
                window: {kind: since-registration}
                bands:
                  - levels:
                      - {id: one, hours: 2, title: {zh: 一, en: One}}
                      - {id: two, hours: 2, title: {zh: 二, en: Two}}
                """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two");
    }

    private static Verdict verdict(int minutes) {
        return Evaluation.evaluate(
                STARS,
                List.of(new KnownEntry(
                        "entry-a", LocalDate.parse("2026-03-07"), minutes, EntryState.CERTIFIED,
                        EvidenceGrade.SYSTEM_TIMED, "community", false, null, null)),
                new SubjectFacts(LocalDate.parse("2024-03-05"), Optional.empty()),
                DAY);
    }

    private static ConferRecognition confer(Verdict verdict, String level) {
        return new ConferRecognition(
                new Grounds("volunteer-7", verdict, level, Approval.NONE, 40, Set.of(), false), "token-1",
                "organization-authority", DAY);
    }

    private static RecognitionConferred conferred(Verdict verdict) {
        return new RecognitionConferred(
                LedgerIds.recognitions("volunteer-7", "cn-cyl-star"),
                LedgerIds.recognition("volunteer-7", "cn-cyl-star", "star1", ""), "volunteer-7", "cn-cyl-star",
                "2013-11", "star1", "all", "", verdict.minutes(), 40, DAY,
                verdict.evidenceDigest(), "organization-authority", DAY);
    }

    private static PublishScheme publish(String digest) {
        return new PublishScheme("cn-cyl-star", "2013-11", LocalDate.parse("2013-11-01"), digest);
    }
}
