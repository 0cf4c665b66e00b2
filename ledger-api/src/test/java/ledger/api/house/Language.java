package ledger.api.house;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.domain.LedgerCommand;
import ledger.domain.RefusalCode;
import ledger.domain.history.FactMetadata;
import ledger.domain.history.FactTypes;
import ledger.domain.history.FactTypes.FactType;
import ledger.projections.LedgerQuery;
import ledger.projections.Projection;

/**
 * All that can be asked of the ledger, happen in it, be read from it and be refused by it, as one text. It is found by
 * looking at the code: nothing is listed by hand.
 */
final class Language {

    private final List<Class<?>> classes;
    private final Words words = new Words();
    private final List<String> lines = new ArrayList<>();

    Language() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ledger").stream()
                .filter(one -> !one.isAnonymousClass() && !one.isLocalClass())
                .<Class<?>>map(JavaClass::reflect)
                .sorted(Comparator.comparing(Words::nameOf).thenComparing(Class::getName))
                .toList();
    }

    List<String> lines() {
        if (lines.isEmpty()) {
            commands();
            aggregates();
            facts();
            metadata();
            queries();
            questions();
            words();
            refusals();
            texts("holds", "WHY AN ENTRY IS HELD");
            texts("reasons", "WHY AN ENTRY DOES NOT COUNT");
            texts("notices", "WHAT IS SAID OF A FILE AS A WHOLE");
        }
        return lines;
    }

    private void commands() {
        section("COMMANDS", all(LedgerCommand.class).filter(Class::isRecord), Words::roomOf, command -> {
            line(1, command.getSimpleName());
            components(2, command);
        });
    }

    private void aggregates() {
        title("AGGREGATES, as facts name them");
        classes.stream()
                .map(one -> one.getAnnotation(AggregateRoot.class))
                .filter(Objects::nonNull)
                .forEach(root -> line(1, root.type()));
    }

    private void facts() {
        section("EVENTS, by stored name and revision",
                FactTypes.all().stream().sorted(Comparator.comparing(FactType::name)),
                fact -> Words.roomOf(fact.type()),
                fact -> {
                    line(1, fact.name() + " " + fact.revision());
                    components(2, fact.type());
                });
    }

    private void metadata() {
        title("METADATA OF EVENTS");
        FactMetadata.KEYS.stream().sorted().forEach(key -> line(1, key));
    }

    private void queries() {
        section("QUERIES, by who answers", classes.stream().filter(Language::answers), Words::roomOf, reader -> {
            line(1, reader.getSimpleName());
            Stream.of(reader.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .map(method -> signature(method, reader))
                    .sorted()
                    .forEach(query -> line(2, query));
        });
    }

    /** Also through the query bus of a server between the nodes, under the full name of the class. */
    private void questions() {
        section("QUESTIONS that nodes ask each other", all(LedgerQuery.class).filter(Class::isRecord), Words::roomOf,
                question -> {
                    AnnotatedParameterizedType asks = (AnnotatedParameterizedType) question.getAnnotatedInterfaces()[0];
                    line(1, question.getSimpleName() + ": "
                            + words.of(asks.getAnnotatedActualTypeArguments()[0], Words.roomOf(question)));
                    components(2, question);
                });
    }

    /** Whoever is public, reads tables of its own accord, and is no view. */
    private static boolean answers(Class<?> type) {
        return type.getPackageName().startsWith("ledger.projections.")
                && Modifier.isPublic(type.getModifiers())
                && !Projection.class.isAssignableFrom(type)
                && Stream.of(type.getConstructors())
                        .anyMatch(made -> List.of(made.getParameterTypes()).contains(JdbcTemplate.class));
    }

    private String signature(Method method, Class<?> reader) {
        String room = Words.roomOf(reader);
        return method.getName()
                + Stream.of(method.getParameters())
                        .map(asked -> asked.getName() + ": " + words.of(asked.getAnnotatedType(), room))
                        .collect(Collectors.joining(", ", "(", "): "))
                + words.of(method.getAnnotatedReturnType(), room);
    }

    private void words() {
        Map<String, List<String>> told = new TreeMap<>();
        for (Class<?> word = words.next(); word != null; word = words.next()) {
            told.put(Words.roomOf(word) + " " + Words.nameOf(word), words.describe(word));
        }
        section("WORDS that commands, events and answers are made of", told.keySet().stream(),
                name -> name.substring(0, name.indexOf(' ')),
                name -> told.get(name).forEach(described -> line(1, described)));
    }

    private void refusals() {
        JsonNode texts = yaml().required("refusals");
        section("REFUSALS, of a room in order of precedence",
                all(RefusalCode.class).filter(Class::isEnum), Words::roomOf, codes -> {
                    for (Object code : codes.getEnumConstants()) {
                        text(((RefusalCode) code).wire(), texts);
                    }
                });
    }

    private void texts(String kind, String title) {
        title(title);
        JsonNode texts = yaml().required(kind);
        texts.propertyNames().forEach(code -> text(code, texts));
    }

    private void text(String code, JsonNode texts) {
        line(1, code);
        for (String language : List.of("zh", "en")) {
            JsonNode text = texts.path(code).path(language);
            line(2, language + ": " + text.path("title").asString("-"));
            if (text.has("advice")) {
                line(2, language + "> " + text.path("advice").asString());
            }
        }
    }

    private static JsonNode yaml() {
        return new YAMLMapper().readTree(Language.class.getResourceAsStream("/refusals.yaml"));
    }

    private Stream<Class<?>> all(Class<?> kind) {
        return classes.stream().filter(one -> kind.isAssignableFrom(one) && !one.isInterface());
    }

    private void components(int depth, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            line(depth, component.getName() + ": "
                    + words.of(component.getAnnotatedType(), Words.roomOf(type)));
        }
    }

    private <T> void section(
            String title, Stream<T> things, Function<T, String> room, Consumer<T> each) {
        title(title);
        things.collect(Collectors.groupingBy(room, TreeMap::new, Collectors.toList())).forEach((name, ofRoom) -> {
            lines.add("");
            lines.add(name);
            ofRoom.forEach(each);
        });
    }

    private void title(String title) {
        lines.add("");
        lines.add("== " + title);
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }
}
