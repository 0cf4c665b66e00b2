package ledger.api.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The file that a visitor of the demo is asked to send. */
class FileToTryTest {

    private static final int SOURCE_SYSTEM = 16;
    private static final int SOURCE_RECORD = 17;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void holdsAGoodRowAndOneKnownAlreadyAmongTheTroubles(long seed) {
        SampleCity city = SampleCity.from(seed);
        Set<String> sent = new HashSet<>();
        city.parcels().stream()
                .filter(parcel -> parcel.fileName().endsWith(".csv"))
                .forEach(parcel -> rows(parcel.content()).forEach(row -> sent.add(source(row))));

        List<String[]> rows = rows(city.fileToTry());

        assertThat(rows).hasSize(1 + city.troubleVerdicts().size());
        assertThat(rows.stream().map(FileToTryTest::source).filter(sent::contains)).hasSize(1);
        assertThat(rows.stream().map(FileToTryTest::source)).doesNotHaveDuplicates();
    }

    private static String source(String[] row) {
        return row[SOURCE_SYSTEM] + "/" + row[SOURCE_RECORD];
    }

    /** Rows without the header; no cell of them holds a separator. */
    private static List<String[]> rows(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2026})
    void itsFirstRowHasEveryCellThatARosterNeeds(long seed) {
        String[] first = rows(SampleCity.from(seed).fileToTry()).getFirst();

        assertThat(Arrays.asList(first).subList(0, SOURCE_RECORD + 1)).doesNotContain("");
    }
}
