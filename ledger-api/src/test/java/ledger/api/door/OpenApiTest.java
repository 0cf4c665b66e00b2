package ledger.api.door;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.api.TestLedger;
import ledger.api.door.Doors.Door;
import ledger.api.intake.Column;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the doors says what the doors are: no more, no less. */
class OpenApiTest {

    private static TestLedger ledger;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        ledger = TestLedger.start();
        try (InputStream in = OpenApiTest.class.getClassLoader().getResourceAsStream(OpenApiDoor.DOCUMENT)) {
            document = new YAMLMapper().readTree(in);
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void everyDoorIsAnOperationAndEveryOperationADoor() {
        Set<String> doors =
                Doors.of(ledger).all().stream().map(Door::operation).collect(Collectors.toCollection(TreeSet::new));
        assertThat(doors).hasSizeGreaterThan(30);
        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(doors);
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue();
        });
    }

    @Test
    void everyComponentIsUsed() {
        Set<String> used = Set.copyOf(document.findValuesAsString("$ref"));
        for (String kind : List.of("parameters", "responses", "schemas")) {
            document.at("/components/" + kind).propertyNames()
                    .forEach(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void everyOperationHasAnIdOfItsOwnItsRolesAndWordsInBothLanguages() {
        assertThat(operations().values()).extracting(operation -> operation.path("operationId").asString())
                .doesNotHaveDuplicates().doesNotContain("");
        assertThat(operations()).allSatisfy((name, operation) -> {
            assertThat(operation.path("description").asString()).as(name).contains("Roles: ");
            assertThat(operation.path("summary").asString()).as(name).containsPattern("[a-z]")
                    .containsPattern("\\p{IsHan}");
            assertThat(operation.path("responses").has("401")).as(name).isTrue();
        });
    }

    static Stream<String> records() {
        return OpenApiTypes.RECORDS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasTheComponentsOfItsRecord(String name) {
        assertThat(properties(name)).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(OpenApiTypes.RECORDS.get(name).getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(document.at("/components/schemas/" + name + "/required").valueStream().map(JsonNode::asString))
                .isSubsetOf(properties(name));
    }

    @Test
    void aSchemaHasTheValuesOfItsEnum() {
        OpenApiEnums.ALL.forEach((name, type) -> assertThat(
                        document.at("/components/schemas/" + name + "/enum").valueStream().map(JsonNode::asString))
                .as(name)
                .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }

    @Test
    void requestsNameTheirFieldsAsTheIntakeReadsThem() {
        Set<String> wires = Arrays.stream(Column.values()).map(Column::wire).collect(Collectors.toSet());
        Set<String> described = new TreeSet<>();
        for (String name : List.of(
                "SessionAsked", "OrganizationAsked", "VolunteerAsked", "StationAsked", "GridAsked", "ConsentAsked",
                "QualificationAsked")) {
            described.addAll(properties(name));
        }
        described.remove("activity");
        assertThat(described).containsExactlyInAnyOrderElementsOf(wires);
    }

    private static List<String> properties(String schema) {
        JsonNode properties = document.at("/components/schemas/" + schema + "/properties");
        assertThat(properties.isObject()).as("schema " + schema).isTrue();
        return List.copyOf(properties.propertyNames());
    }

    private static Map<String, JsonNode> operations() {
        Set<String> methods = Set.of("get", "post", "put", "patch", "delete");
        return document.path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream()
                        .filter(operation -> methods.contains(operation.getKey()))
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
