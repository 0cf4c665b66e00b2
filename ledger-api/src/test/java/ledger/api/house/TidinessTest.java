package ledger.api.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Order in the house, as far as a machine can see it in the text of the sources. */
class TidinessTest {

    private static final int LONGEST_FILE = 300;

    /** Files that are too long today, with their size: they may shrink, and then the number here shrinks with them. */
    private static final Map<String, Integer> TOO_LONG = Map.of();

    /** Rules that say what is so today and name no test yet. */
    private static final Set<String> UNSHOWN = Set.of("R30");

    private static final Set<String> TEXTS = Set.of("java", "sql", "yaml", "xml", "md", "html", "css", "properties");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?[\\w.]+\\.(\\w+);$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern RULE = Pattern.compile("(?ms)^\\*\\*(R\\d+) .*?(?=^\\*\\*R\\d+ |^## |\\z)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+)(…)?)?`");
    private static final Pattern PROMISE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern BUNDLE = Pattern.compile("(.+?)(?:_[a-z]{2}(?:_[A-Z]{2})?)?\\.properties");

    private static final Path ROOT = Checkout.ROOT;
    private static final Map<String, String> FILES = files();

    @Test
    void theSourcesOfAllModulesAreLookedAt() {
        for (String module : List.of("ledger-domain", "ledger-projections", "ledger-api")) {
            assertThat(FILES.keySet()).anyMatch(file -> file.startsWith(module + "/src/main/java/"));
            assertThat(FILES.keySet()).anyMatch(file -> file.startsWith(module + "/src/test/java/"));
        }
        assertThat(FILES.keySet()).anyMatch(file -> file.endsWith(".md")).anyMatch(file -> file.endsWith(".sql"));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        Set<String> packages = java(file -> file.contains("/src/main/")).keySet().stream()
                .map(file -> file.substring(0, file.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).hasSizeGreaterThan(20).allSatisfy(one -> assertThat(
                        FILES.getOrDefault(one + "/package-info.java", ""))
                .startsWith("/** ")
                .contains("@NullMarked"));
    }

    @Test
    void noFileIsLongerThanThreeHundredLinesButThoseListed() {
        java(file -> !TOO_LONG.containsKey(file)).forEach((file, text) ->
                assertThat(lines(text)).as(file).isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void theListOfLongFilesOnlyShrinks() {
        TOO_LONG.forEach((file, size) -> assertThat(lines(FILES.getOrDefault(file, "")))
                .as("%s is shorter or longer than listed: set its size anew, or take it off the list", file)
                .isGreaterThan(LONGEST_FILE)
                .isBetween(size - 10, size));
    }

    @Test
    void everyImportIsUsed() {
        java(file -> true).forEach((file, text) -> {
            String code = IMPORT.matcher(text).replaceAll("");
            assertThat(found(IMPORT, text).stream()
                            .map(match -> match.group(1))
                            .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(code).find()))
                    .as("unused imports of %s", file)
                    .isEmpty();
        });
    }

    @Test
    void nothingIsPutOffToLater() {
        FILES.forEach((file, text) -> assertThat(found(PROMISE, text)).as(file).isEmpty());
    }

    @Test
    void noTabsAndNoTrailingSpaces() {
        FILES.forEach((file, text) -> assertThat(text.lines()
                        .filter(line -> line.indexOf('\t') >= 0 || !line.equals(line.stripTrailing())))
                .as(file)
                .isEmpty());
    }

    @Test
    void linesOfTestsEndAtColumnOneHundredTwenty() {
        java(file -> file.contains("/src/test/")).forEach((file, text) ->
                assertThat(text.lines().filter(line -> line.length() > 120)).as(file).isEmpty());
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() {
        List<String> links = new ArrayList<>();
        FILES.forEach((file, text) -> {
            if (file.endsWith(".md")) {
                found(LINK, text).stream()
                        .map(match -> match.group(1))
                        .filter(link -> !link.matches("(?:https?|mailto):.*|#.*"))
                        .peek(links::add)
                        .forEach(link -> assertThat(ROOT.resolve(file).resolveSibling(link.replaceAll("#.*", "")))
                                .as("%s links to %s", file, link)
                                .exists());
            }
        });
        assertThat(links).isNotEmpty();
    }

    @Test
    void everyRuleThatIsBuiltNamesATestThatExists() {
        Set<String> unshown = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        for (MatchResult rule : found(RULE, rules())) {
            numbers.add(rule.group(1));
            boolean built = rule.group().contains("Today:");
            assertThat(built || rule.group().toLowerCase().contains("not\nyet")
                            || rule.group().toLowerCase().contains("not yet"))
                    .as("%s says whether it is built", rule.group(1))
                    .isTrue();
            if (built && found(TEST, rule.group()).isEmpty()) {
                unshown.add(rule.group(1));
            }
        }
        assertThat(numbers).hasSize(32);
        assertThat(unshown).isEqualTo(new TreeSet<>(UNSHOWN));
    }

    @Test
    void everyTestThatARuleNamesExists() {
        List<MatchResult> named = found(TEST, rules());
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(test -> {
            String text = java(file -> file.endsWith("/" + test.group(1) + ".java")).values().stream()
                    .findFirst().orElse("");
            assertThat(text).as("class %s", test.group(1)).isNotEmpty();
            if (test.group(2) != null) {
                assertThat(text).contains("void " + test.group(2) + (test.group(3) == null ? "(" : ""));
            }
        });
    }

    @Test
    void theTablesOfVaultAndAnnexAreNamedByTheirOwnersOnly() {
        Pattern table = Pattern.compile("\\b(vault\\.(?:person|contact)|annex\\.note)\\b");
        assertThat(java(file -> file.contains("/src/main/")).entrySet().stream()
                        .filter(file -> table.matcher(file.getValue()).find())
                        .map(file -> file.getKey().replaceAll(".*/", "")))
                .containsExactlyInAnyOrder("PostgresVault.java", "PostgresAnnex.java");
    }

    @Test
    void messagesHaveTheSameKeysInEveryLanguage() {
        Map<String, Map<String, Set<Object>>> bundles = new TreeMap<>();
        FILES.keySet().stream()
                .filter(file -> file.contains("/src/main/resources/") && file.endsWith(".properties"))
                .filter(file -> !keys(file).isEmpty())
                .forEach(file -> bundles
                        .computeIfAbsent(BUNDLE.matcher(file).replaceFirst("$1"), name -> new TreeMap<>())
                        .put(file, keys(file)));
        bundles.values().forEach(languages -> languages.values().forEach(keys ->
                assertThat(languages).allSatisfy((file, others) -> assertThat(others).as(file).isEqualTo(keys))));
    }

    private static String rules() {
        return FILES.get("ledger-domain/docs/rules.md");
    }

    private static Map<String, String> java(Predicate<String> which) {
        return FILES.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java") && which.test(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static int lines(String text) {
        return (int) text.lines().count();
    }

    private static Set<Object> keys(String file) {
        try (var reader = Files.newBufferedReader(ROOT.resolve(file))) {
            Properties properties = new Properties();
            properties.load(reader);
            return new TreeSet<>(properties.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that people write, by path from the root; what builds leave behind and data are no part of it. */
    private static Map<String, String> files() {
        Map<String, String> texts = new TreeMap<>();
        for (String top : List.of("ledger-domain", "ledger-projections", "ledger-api", "docker")) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(top))) {
                walk.filter(Files::isRegularFile).filter(TidinessTest::isWritten).forEach(file -> put(texts, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (String document : List.of("README.md", "README.zh.md", "README.zh-CN.md", "pom.xml")) {
            if (Files.exists(ROOT.resolve(document))) {
                put(texts, ROOT.resolve(document));
            }
        }
        return texts;
    }

    private static boolean isWritten(Path file) {
        String path = ROOT.relativize(file).toString().replace('\\', '/');
        return !path.contains("/target/")
                && !path.contains("/src/test/resources/")
                && TEXTS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private static void put(Map<String, String> texts, Path file) {
        try {
            texts.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
