package ledger.api.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ledger.api.access.Role;
import ledger.api.intake.Verdict.Fate;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.recognition.Verdict.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages say everything in both languages. */
class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SAID = Pattern.compile("(?:#\\{|msg\\(')([a-z][A-Za-z.]*)(?=[}('])");

    private final Properties chinese = read("zh");
    private final Properties english = read("en");

    @Test
    void everyKeyIsThereInBothLanguages() {
        assertThat(chinese.stringPropertyNames()).isNotEmpty().isEqualTo(english.stringPropertyNames());
        assertThat(chinese.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void bothLanguagesFillInTheSameValues() {
        Pattern value = Pattern.compile("\\{(\\d)");
        for (String key : chinese.stringPropertyNames()) {
            assertThat(values(value, chinese.getProperty(key))).as(key)
                    .isEqualTo(values(value, english.getProperty(key)));
            assertThat(chinese.getProperty(key) + english.getProperty(key)).as(key).doesNotContain("'");
        }
    }

    @Test
    void everythingATemplateSaysIsThere() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                SAID.matcher(Files.readString(template)).results().forEach(found -> said.add(found.group(1)));
            }
        }
        assertThat(said).hasSizeGreaterThan(100);
        assertThat(chinese.stringPropertyNames()).containsAll(said);
    }

    @Test
    void everyWordOfTheLedgerHasItsNames() {
        assertThat(chinese.stringPropertyNames())
                .containsAll(named("role.", Arrays.stream(Role.values()).map(Role::wire)))
                .containsAll(named("home.can.", Arrays.stream(Role.values()).map(Role::wire)))
                .containsAll(named("state.", Arrays.stream(EntryState.values()).map(Enum::name)))
                .containsAll(named("evidence.", Arrays.stream(EvidenceGrade.values()).map(Enum::name)))
                .containsAll(named("fate.", Arrays.stream(Fate.values()).map(Enum::name)))
                .containsAll(named("card.status.", Arrays.stream(Status.values())
                        .filter(status -> status != Status.OPEN)
                        .map(Enum::name)))
                .containsAll(named("event.", Arrays.stream(HourAccountEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)));
    }

    private static Set<String> named(String prefix, Stream<String> words) {
        return words.map(word -> prefix + word).collect(Collectors.toSet());
    }

    private static Set<String> values(Pattern value, String text) {
        return value.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties read(String language) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(
                        "/messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
