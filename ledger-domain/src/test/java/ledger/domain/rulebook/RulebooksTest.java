package ledger.domain.rulebook;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ledger.domain.account.EvidenceGrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulebooksTest {

    private static final String TEXT = """
            id: some-city
            version: "1"
            effectiveFrom: 2026-01-01
            title: {zh: 某市, en: Some city}
            dailyLimit: {automaticMinutes: 480, parentMinutes: 720}
            notice: {workingDays: 3}
            objections: {answerWorkingDays: 5}
            creditGrades: [SYSTEM_TIMED]
            """;

    @Test
    void r11_theShippedRulebookHasItsLimits() {
        Rulebook rulebook = Rulebooks.shipped().edition("default-cn/2026-1");
        assertThat(rulebook.dailyLimit().automaticMinutes()).isEqualTo(480);
        assertThat(rulebook.dailyLimit().parentMinutes()).isEqualTo(720);
    }

    @Test
    void r16_theShippedRulebookSaysHowLongAnAnswerMayTake() {
        assertThat(Rulebooks.shipped().edition("default-cn/2026-2").objections().times())
                .isEqualTo(new AnswerTimes(5, 5));
    }

    @Test
    void r15_theShippedRulebookNamesItsCreditGrades() {
        assertThat(Rulebooks.shipped().edition("default-cn/2026-1").creditGrades()).containsExactlyInAnyOrder(
                EvidenceGrade.SYSTEM_TIMED, EvidenceGrade.STAFF_SCANNED, EvidenceGrade.SELF_LOCATED);
    }

    @Test
    void takesTheNewestEditionInEffect() {
        Rulebook first = parse(TEXT);
        Rulebook second = parse(TEXT.replace("\"1\"", "\"2\"").replace("2026-01-01", "2026-07-01"));
        Rulebooks shelf = new Rulebooks(List.of(second, first), Rulebooks.shipped().workingDays());
        assertThat(shelf.inEffect("some-city", LocalDate.parse("2026-06-30")).version()).isEqualTo("1");
        assertThat(shelf.inEffect("some-city", LocalDate.parse("2026-07-01")).version()).isEqualTo("2");
        assertThatThrownBy(() -> shelf.inEffect("some-city", LocalDate.parse("2025-12-31")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEditionThatIsNotOnTheShelfIsAnError() {
        assertThatThrownBy(() -> Rulebooks.shipped().edition("default-cn/1999"))
                .hasMessageContaining("default-cn/1999");
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> parse(TEXT.replace("720", "479"))).hasMessageContaining("parentMinutes");
        assertThatThrownBy(() -> parse(TEXT.replace("720", "1441"))).hasMessageContaining("parentMinutes");
        assertThatThrownBy(() -> parse(TEXT.replace("480", "0"))).hasMessageContaining("automaticMinutes");
        assertThatThrownBy(() -> parse(TEXT.replace("Days: 3", "Days: -1")))
                .hasMessageContaining("workingDays");
        assertThatThrownBy(() -> parse(TEXT.replace("answerWorkingDays: 5", "answerWorkingDays: 0")))
                .hasMessageContaining("answerWorkingDays");
    }

    private static Rulebook parse(String text) {
        return Rulebooks.parse("some-city.yaml", text);
    }
}
