package ledger.projections.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.EntryState;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.account.SampleReader.Drawn;
import ledger.projections.account.SampleReader.Population;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

/** R29: whoever has the seed, the scope and the position draws the same entries, by nothing but a hash. */
class SampleReaderTest {

    private static final Population ALL = new Population(EntryReader.NOW, null, null, null, null);

    private final Facts facts = new Facts();
    private final TestViews.Session views = TestViews.empty();
    private final SampleReader samples = new SampleReader(views.jdbc());

    @BeforeEach
    void fortyEntriesOfWhichOneIsCertified() {
        IntStream.range(0, 40).forEach(i -> facts.add(
                recorded("li", "e" + i, time("2026-03-%02dT09:00".formatted(1 + i % 20), 60 + i))));
        facts.add(certified("li", "e7", 67));
        views.follow(new EntryProjection(views.jdbc()), facts.inBatchesOf(7));
    }

    @Test
    void thoseWithTheLowestLotsAreDrawn() {
        List<String> byHand = IntStream.range(0, 40).mapToObj(i -> "entry-e" + i)
                .sorted(Comparator.comparing(id -> lot("spring", id))).limit(5).toList();
        List<Drawn> drawn = samples.draw(ALL, "spring", 5);
        assertThat(drawn).extracting(one -> one.entry().entryId()).isEqualTo(byHand);
        assertThat(drawn).allSatisfy(one ->
                assertThat(one.lot()).isEqualTo(lot("spring", one.entry().entryId())));
        assertThat(drawn).allMatch(one -> one.submissionId() == null && one.batch() == null);
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(ids(samples.draw(ALL, "spring", 20))).isNotEqualTo(ids(samples.draw(ALL, "autumn", 20)));
    }

    @Test
    void whatCameLaterChangesNothingOfAnEarlierSample() {
        Population then = new Population(20, null, null, null, null);
        List<String> before = ids(samples.draw(then, "spring", 30));
        assertThat(before).hasSize(20);
        IntStream.range(40, 60).forEach(i -> facts.add(recorded("wu", "e" + i, time("2026-03-21T09:00", 30))));
        views.follow(new EntryProjection(views.jdbc()), facts.inBatchesOf(50));
        assertThat(ids(samples.draw(then, "spring", 30))).isEqualTo(before);
        assertThat(samples.figures(then).entries()).isEqualTo(20);
        assertThat(samples.figures(ALL).entries()).isEqualTo(60);
    }

    @Test
    void aScopeBoundsWhatIsDrawnAndCounted() {
        Population oneDay = new Population(
                EntryReader.NOW, List.of(Facts.STATION), LocalDate.parse("2026-03-08"), LocalDate.parse("2026-03-08"),
                EntryState.CERTIFIED);
        assertThat(ids(samples.draw(oneDay, "spring", 30))).containsExactly("entry-e7");
        assertThat(samples.figures(oneDay).minutes()).isEqualTo(67);
        assertThat(samples.draw(
                new Population(EntryReader.NOW, List.of("organization-other"), null, null, null), "spring", 30))
                .isEmpty();
    }

    private static List<String> ids(List<Drawn> drawn) {
        return drawn.stream().map(one -> one.entry().entryId()).toList();
    }

    private static String lot(String seed, String id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((seed + "\n" + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
