package ledger.api.intake;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalNumbersTest {

    @Test
    void warnsOfAnIdentityOrMobileNumberInATextThatStaysInFacts() {
        assertThat(PersonalNumbers.in(row("探访 330799197901200148"))).containsExactly(Column.CONTENT);
        assertThat(PersonalNumbers.in(row("联系１３８００００００００"))).containsExactly(Column.CONTENT);
    }

    @Test
    void doesNotWarnOfOrdinaryNumbers() {
        assertThat(PersonalNumbers.in(row("第2026场，望江路12号，1234567890123"))).isEmpty();
    }

    private static Row row(String content) {
        return new Row(2, Map.of(Column.CONTENT, content, Column.REMARK, "330799197901200148"));
    }
}
