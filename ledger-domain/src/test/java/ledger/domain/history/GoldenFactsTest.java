package ledger.domain.history;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import ledger.domain.account.Circumstances;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactTypes.FactType;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;

import static org.assertj.core.api.Assertions.assertThat;

/** History stays readable: each revision ever stored has a file here that must read, and write back, for ever. */
class GoldenFactsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @ParameterizedTest
    @MethodSource("facts")
    void readsAndWritesBackTheSame(FactType fact) throws Exception {
        String golden = Files.readString(golden().resolve(fileOf(fact)));
        Object read = MAPPER.readValue(golden, fact.type());
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(read))).isEqualTo(MAPPER.readTree(golden));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void writesPropertiesInTheOrderOfTheFile(FactType fact) throws Exception {
        String golden = Files.readString(golden().resolve(fileOf(fact)));
        Object read = MAPPER.readValue(golden, fact.type());
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo(MAPPER.readTree(golden).toString());
    }

    @ParameterizedTest
    @MethodSource("older")
    void olderRevisionsAreLiftedAndReadToday(String file) throws Exception {
        FactType fact = FactTypes.named(file.substring(0, file.indexOf('.')));
        JsonNode golden = MAPPER.readTree(Files.readString(golden().resolve(file)));
        JsonNode lifted = Lifting.lift(fact.name(), revision(file), golden);
        Object read = MAPPER.treeToValue(lifted, fact.type());
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(read))).isEqualTo(lifted);
        if (golden.has("entry")) {
            assertThat(lifted.required("entry").required("contentDigest"))
                    .isEqualTo(golden.required("entry").required("contentDigest"));
        }
    }

    @Test
    void whatWasConferredLongAgoWasConferredOnAPersonAsOfThatDay() throws Exception {
        JsonNode golden = MAPPER.readTree(Files.readString(golden().resolve("RecognitionConferred.1.json")));
        var read = MAPPER.treeToValue(Lifting.lift("RecognitionConferred", 1, golden), RecognitionConferred.class);
        assertThat(read.subjectId()).isEqualTo(golden.required("volunteerId").asString());
        assertThat(read.asOf()).isEqualTo("2026-03-31").isEqualTo(read.conferredOn());
    }

    @Test
    void anOldHoldKeepsItsReasonsAndNamesNothing() throws Exception {
        JsonNode golden = MAPPER.readTree(Files.readString(golden().resolve("ServiceHeld.1.json")));
        var read = MAPPER.treeToValue(Lifting.lift("ServiceHeld", 1, golden), HourAccountEvent.ServiceHeld.class);
        assertThat(read.reasons()).containsExactly(
                Hold.of(HoldReason.SERVICE_OVERLAPS), Hold.of(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES));
        assertThat(read.entry().circumstances()).isEqualTo(Circumstances.UNKNOWN);
        assertThat(read.entry().lateness()).isNull();
    }

    @Test
    void liftingLeavesWhatIsStoredAsItIsAndTodaysFactsAlone() throws Exception {
        JsonNode golden = MAPPER.readTree(Files.readString(golden().resolve("ServiceHeld.1.json")));
        JsonNode before = golden.deepCopy();
        Lifting.lift("ServiceHeld", 1, golden);
        assertThat(golden).isEqualTo(before);
        assertThat(Lifting.isNeeded("ServiceHeld", 1)).isTrue();
        facts().forEach(fact -> assertThat(Lifting.isNeeded(fact.name(), fact.revision())).isFalse());
    }

    @Test
    void aReasonToldAsAWordAloneIsReadToo() {
        assertThat(MAPPER.readValue("\"SERVICE_OVERLAPS\"", Hold.class))
                .isEqualTo(Hold.of(HoldReason.SERVICE_OVERLAPS));
        Hold hold = Hold.of(HoldReason.KIND_NOT_SERVICE).with("word", "观影");
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(hold), Hold.class)).isEqualTo(hold);
    }

    @Test
    void everyRevisionEverStoredHasItsGoldenFileAndEveryFileItsFact() throws Exception {
        try (Stream<Path> files = Files.list(golden())) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(
                    Stream.concat(facts().map(GoldenFactsTest::fileOf), older()).toList());
        }
    }

    static Stream<String> older() {
        return FactTypes.all().stream().flatMap(fact -> IntStream.range(1, fact.revision())
                .mapToObj(revision -> fact.name() + "." + revision + ".json"));
    }

    private static int revision(String file) {
        return Integer.parseInt(file.split("\\.")[1]);
    }

    static Stream<FactType> facts() {
        return FactTypes.all().stream();
    }

    private static String fileOf(FactType fact) {
        return fact.name() + "." + fact.revision() + ".json";
    }

    private static Path golden() throws IOException, URISyntaxException {
        return Path.of(GoldenFactsTest.class.getResource("/golden").toURI());
    }
}
