package ledger.domain.history;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import ledger.domain.history.FactTypes.FactType;

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

    @Test
    void everyFactHasItsGoldenFileAndEveryFileItsFact() throws Exception {
        try (Stream<Path> files = Files.list(golden())) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(facts().map(GoldenFactsTest::fileOf).toList());
        }
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
