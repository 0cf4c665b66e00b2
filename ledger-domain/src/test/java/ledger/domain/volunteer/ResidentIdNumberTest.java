package ledger.domain.volunteer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers are made here from a region code that was never given out and their check character: nobody's. */
class ResidentIdNumberTest {

    @Test
    void r6_readsAWellFormedNumberAndItsBirthDate() {
        String number = withCheck("99010119900531001");
        assertThat(ResidentIdNumber.read(number)).hasValueSatisfying(read -> {
            assertThat(read.value()).isEqualTo(number);
            assertThat(read.bornOn()).isEqualTo("1990-05-31");
        });
    }

    @Test
    void r6_theCheckCharacterOfTheStandardsExampleIsX() {
        assertThat(ResidentIdNumber.checkCharacter("11010519491231002")).isEqualTo('X');
    }

    @Test
    void r6_readsALowerCaseXAndSpacesAround() {
        assertThat(ResidentIdNumber.read(" 11010519491231002x ")).hasValueSatisfying(read ->
                assertThat(read.value()).endsWith("X"));
    }

    @Test
    void r6_refusesEveryOtherCheckCharacter() {
        char right = ResidentIdNumber.checkCharacter("99010119900531001");
        "0123456789X".chars().filter(other -> other != right).forEach(other ->
                assertThat(ResidentIdNumber.read("99010119900531001" + (char) other)).isEmpty());
    }

    @Test
    void r6_refusesEachSingleDigitMistake() {
        String number = withCheck("99010119900531001");
        for (int i = 0; i < 17; i++) {
            char wrong = number.charAt(i) == '9' ? '8' : (char) (number.charAt(i) + 1);
            String mistyped = number.substring(0, i) + wrong + number.substring(i + 1);
            assertThat(ResidentIdNumber.read(mistyped)).as(mistyped).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99010119900231001", "99010119901331001", "99010119900229001", "99010119900500001"})
    void r6_refusesDatesThatDoNotExist(String firstDigits) {
        assertThat(ResidentIdNumber.read(withCheck(firstDigits))).isEmpty();
    }

    @Test
    void r6_acceptsALeapDay() {
        assertThat(ResidentIdNumber.read(withCheck("99010119920229001"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "990101199005310", "9901011990053100100", "9901011990053100A1", "９９０１０１１９９００５３１００１１"})
    void r6_refusesOtherShapes(String text) {
        assertThat(ResidentIdNumber.read(text)).isEmpty();
    }

    @Test
    void r5_aNumberOfTheFirstGenerationIsReadAsTheOneThatTookItsPlace() {
        assertThat(ResidentIdNumber.read("110105491231002")).hasValueSatisfying(read ->
                assertThat(read.value()).isEqualTo("11010519491231002X"));
        assertThat(ResidentIdNumber.read("110105491331002")).as("month 13").isEmpty();
    }

    private static String withCheck(String firstDigits) {
        return firstDigits + ResidentIdNumber.checkCharacter(firstDigits);
    }
}
