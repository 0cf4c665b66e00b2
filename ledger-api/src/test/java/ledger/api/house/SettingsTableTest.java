package ledger.api.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ledger.api.ground.Variable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One list of settings: the tables of the documents are made from it, and what is read anywhere is in it. With
 * {@code -Dledger.approve=true} the tables are written anew.
 */
class SettingsTableTest {

    private static final String SETTINGS = "ledger-api/src/main/resources/application.yaml";
    private static final String COMPOSE = "docker/compose.yaml";

    private static final Pattern NAME = Pattern.compile("\\bLEDGER_[A-Z0-9_]+\\b");
    private static final Pattern FALLBACK = Pattern.compile("\\$\\{(LEDGER_[A-Z0-9_]+)(:-|:\\?|:)?([^}]*)}");
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- (\\w+)\\.(en|zh) -->\\n).*?(<!-- end -->)");

    /** What of the checkout is neither built nor somebody's data. */
    private static final Set<String> WRITTEN =
            Set.of("ledger-domain", "ledger-projections", "ledger-api", "docker", ".ci", "ledger", "README.md");

    @Test
    void theTablesOfTheDocumentsSayWhatTheListSays() {
        Map<String, List<String>> tables = Map.of(
                "README.md", List.of("settings.en", "settings.zh"),
                "docker/README.md", List.of("compose.en", "compose.zh"));
        tables.forEach((document, wanted) -> {
            String text = Checkout.read(document);
            String today = TABLE.matcher(text).replaceAll(table -> Matcher.quoteReplacement(
                    table.group(1) + table(table.group(2), table.group(3)) + table.group(4)));
            assertThat(TABLE.matcher(text).results().map(table -> table.group(2) + "." + table.group(3)))
                    .as(document)
                    .containsExactlyElementsOf(wanted);
            if (Boolean.getBoolean("ledger.approve")) {
                Checkout.write(document, today);
            } else {
                assertThat(beyond(text, today)).as("lines of %s that are no longer so", document).isEmpty();
                assertThat(beyond(today, text))
                        .as("lines that %s lacks; -Dledger.approve=true writes its tables anew", document).isEmpty();
                assertThat(text.equals(today)).as("order of the rows of %s", document).isTrue();
            }
        });
    }

    @Test
    void everyVariableThatIsNamedAnywhereIsInTheList() throws IOException {
        Set<String> known = Stream.of(Variable.values()).map(Variable::name).collect(Collectors.toSet());
        Map<String, Set<String>> unknown = new TreeMap<>();
        written().forEach((file, text) -> {
            Set<String> named = new TreeSet<>(found(NAME, text).map(MatchResult::group).toList());
            named.removeAll(known);
            if (!named.isEmpty()) {
                unknown.put(file, named);
            }
        });
        assertThat(unknown).as("variables that nobody declared").isEmpty();
    }

    @Test
    void everyVariableOfTheListIsReadByTheOneItNames() throws IOException {
        Map<String, String> files = written();
        for (Variable variable : Variable.values()) {
            String readers = files.entrySet().stream()
                    .filter(file -> switch (variable.reader()) {
                        case SERVICE -> file.getKey().equals(SETTINGS);
                        case COMMAND_LINE -> file.getKey().startsWith("ledger-api/src/main/java/ledger/api/cli/");
                        case LAUNCHER -> file.getKey().equals("ledger");
                        case COMPOSE -> file.getKey().equals(COMPOSE);
                        case CHECKS -> file.getKey().equals("docker/lint")
                                || file.getKey().endsWith("BrowserTest.java");
                    })
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining());
            assertThat(readers).as("read by the %s", variable.reader().en()).containsPattern(
                    "(\\{|Variable\\.|\")" + variable.name() + "\\b");
        }
    }

    @Test
    void theServicesOwnDefaultsAreThoseOfTheList() {
        Set<Variable> seen = EnumSet.noneOf(Variable.class);
        found(FALLBACK, Checkout.read(SETTINGS)).forEach(setting -> {
            Variable variable = Variable.valueOf(setting.group(1));
            seen.add(variable);
            assertThat(setting.group(3)).as("%s", variable).isEqualTo(variable.standard().value());
        });
        assertThat(seen).isEqualTo(Stream.of(Variable.values())
                .filter(variable -> variable.reader() == Variable.Reader.SERVICE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Variable.class))));
    }

    @Test
    void theEnvironmentIsReadInOnePlace() throws IOException {
        assertThat(written().entrySet().stream()
                        .filter(file -> file.getKey().contains("/src/main/java/"))
                        .filter(file -> file.getValue().contains("System.getenv"))
                        .map(Map.Entry::getKey))
                .containsExactly("ledger-api/src/main/java/ledger/api/ground/Variable.java");
    }

    private static List<String> beyond(String text, String other) {
        Set<String> there = other.lines().collect(Collectors.toSet());
        return text.lines().filter(line -> !there.contains(line)).toList();
    }

    private static String table(String which, String language) {
        boolean chinese = language.equals("zh");
        return (which.equals("compose") ? compose(chinese) : settings(chinese)) + "\n";
    }

    private static String settings(boolean chinese) {
        return head(chinese ? "名称 | 含义 | 默认值 | 由谁读取" : "name | meaning | default | read by")
                + Stream.of(Variable.values())
                        .map(one -> row(
                                "`" + one.name() + "`", chinese ? one.zh() : one.en(),
                                chinese ? one.standard().zh() : one.standard().en(),
                                chinese ? one.reader().zh() : one.reader().en()))
                        .collect(Collectors.joining("\n"));
    }

    /** What {@code docker/.env} may set: whatever the compose file takes from outside. */
    private static String compose(boolean chinese) {
        Map<Variable, String> defaults = new TreeMap<>();
        found(FALLBACK, Checkout.read(COMPOSE)).forEach(taken -> defaults.put(
                Variable.valueOf(taken.group(1)),
                ":-".equals(taken.group(2)) ? "`" + taken.group(3) + "`" : chinese ? "无，必填" : "none, required"));
        return head(chinese ? "写在 `docker/.env` | 含义 | 默认值" : "in `docker/.env` | meaning | default")
                + defaults.entrySet().stream()
                        .map(one -> row(
                                "`" + one.getKey().name() + "`", chinese ? one.getKey().zh() : one.getKey().en(),
                                one.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String head(String titles) {
        return "| " + titles + " |\n" + titles.replaceAll("[^|]+", "---").replaceAll("^|$", "|") + "\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** Texts by path from the root: sources, scripts, documents. */
    private static Map<String, String> written() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String top : WRITTEN) {
            try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve(top))) {
                files.filter(Files::isRegularFile)
                        .map(file -> Checkout.ROOT.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> !file.contains("/target/") && !file.contains("/src/test/resources/"))
                        .filter(file -> !file.endsWith("/.env"))
                        .filter(file -> !file.endsWith("/SettingsTableTest.java"))
                        .forEach(file -> texts.put(file, Checkout.read(file)));
            }
        }
        return texts;
    }
}
