package ledger.api.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import ledger.domain.account.EvidenceGrade;

/** What people call the evidence grades: the words of the pages, in either language, or the grade's own name. */
final class EvidenceNames {

    private static final Map<String, EvidenceGrade> BY_NAME = new HashMap<>();
    private static final Map<String, Properties> WORDS = Map.of("zh", words("zh"), "en", words("en"));

    static {
        for (EvidenceGrade grade : EvidenceGrade.values()) {
            BY_NAME.put(normalized(grade.name()), grade);
            WORDS.values().forEach(words -> BY_NAME.put(normalized(word(words, grade)), grade));
        }
    }

    private EvidenceNames() {}

    static Optional<EvidenceGrade> named(String text) {
        return Optional.ofNullable(BY_NAME.get(normalized(text)));
    }

    static List<String> all(Locale language) {
        Properties words = Objects.requireNonNull(WORDS.get(language.getLanguage().equals("zh") ? "zh" : "en"));
        return Arrays.stream(EvidenceGrade.values()).map(grade -> word(words, grade)).toList();
    }

    private static String word(Properties words, EvidenceGrade grade) {
        return words.getProperty("evidence." + grade.name(), grade.name());
    }

    private static String normalized(String text) {
        return Cells.plain(text).toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(EvidenceNames.class.getResourceAsStream("/messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
