package ledger.domain.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A golden file is never edited: what was stored once is stored for ever. Their digests are listed in
 * {@code golden.sha256}, as {@code sha256sum} writes them; with {@code -Dledger.approve=true} a file that is not listed
 * is added to the list, and nothing else is changed.
 */
class GoldenFilesTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", ".")).resolve("src/test/resources").toAbsolutePath();
    private static final Path LIST = RESOURCES.resolve("golden.sha256");

    @Test
    void noGoldenFileWasEditedOrTakenAwayAndEachNewOneIsListed() throws IOException {
        Map<String, String> listed = listed();
        Map<String, String> unlisted = digests();
        assertThat(listed.keySet().stream().filter(file -> !listed.get(file).equals(unlisted.get(file))))
                .as("golden files that were edited or taken away; a new revision gets a file of its own")
                .isEmpty();
        unlisted.keySet().removeAll(listed.keySet());
        if (Boolean.getBoolean("ledger.approve")) {
            Files.write(LIST, lines(unlisted), StandardOpenOption.APPEND);
        } else {
            assertThat(lines(unlisted)).as("lines to add to %s", LIST.getFileName()).isEmpty();
        }
    }

    @Test
    void goldenFilesNameNoClass() throws IOException {
        for (String file : digests().keySet()) {
            assertThat(Files.readString(RESOURCES.resolve(file))).as(file).doesNotContain("ledger.", "@class");
        }
        assertThat(FactTypes.all()).allSatisfy(type -> assertThat(type.name()).matches("[A-Z][A-Za-z]+"));
    }

    /** A fact's class as it might be called one day, in another place. */
    record HoursMadeToCount(String accountId, String entryId, LocalDate certifiedOn, int minutes) {}

    @Test
    void aClassOfAnotherNameReadsAndWritesWhatIsStored() throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        JsonNode stored = mapper.readTree(RESOURCES.resolve("golden/ServiceCertified.1.json"));
        HoursMadeToCount read = mapper.treeToValue(stored, HoursMadeToCount.class);
        assertThat(read.minutes()).isEqualTo(stored.required("minutes").asInt()).isPositive();
        assertThat(mapper.readTree(mapper.writeValueAsString(read))).isEqualTo(stored);
    }

    private static Map<String, String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0], (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> digests() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("golden"))) {
            return files.collect(Collectors.toMap(
                    file -> "golden/" + file.getFileName(), GoldenFilesTest::digest, (a, b) -> a, TreeMap::new));
        }
    }

    private static List<String> lines(Map<String, String> digests) {
        return digests.entrySet().stream().map(file -> file.getValue() + "  " + file.getKey()).toList();
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
