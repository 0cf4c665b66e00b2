package ledger.domain.volunteer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resident identity number 居民身份证号码 of 18 characters, well-formed after GB 11643 (R6): the date exists and the
 * check character is right.
 */
public record ResidentIdNumber(String value, LocalDate bornOn) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final Pattern FIRST_GENERATION = Pattern.compile("[1-9]\\d{14}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /**
     * Empty when the text is no such number. A lower-case x is read as X, and a number of the first generation, 15
     * digits, as the one of 18 that took its place.
     */
    public static Optional<ResidentIdNumber> read(String text) {
        String value = today(text.strip().toUpperCase(Locale.ROOT));
        if (!SHAPE.matcher(value).matches() || checkCharacter(value) != value.charAt(17)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResidentIdNumber(value, LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first generation left out the century, which was the twentieth for all, and the check character. */
    private static String today(String value) {
        if (!FIRST_GENERATION.matcher(value).matches()) {
            return value;
        }
        String digits = value.substring(0, 6) + "19" + value.substring(6);
        return digits + checkCharacter(digits);
    }

    /** The check character that the first 17 digits ask for. */
    public static char checkCharacter(String firstDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (firstDigits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
