package ledger.api.ground;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealTest {

    private static final byte[] WORDS = "陈梅桐,330799197901200148".getBytes(StandardCharsets.UTF_8);

    private final byte[] key = Seal.newKey();
    private final Seal seal = new Seal("job-1", key);

    @Test
    void opensWhatItClosedAndShowsNothingOfIt() {
        byte[] closed = seal.close("upload 0", WORDS);
        assertThat(new Seal("job-1", key).open("upload 0", closed)).isEqualTo(WORDS);
        assertThat(new String(closed, StandardCharsets.UTF_8)).doesNotContain("330799");
        assertThat(seal.close("upload 0", WORDS)).as("never the same twice").isNotEqualTo(closed);
    }

    @Test
    void opensNothingThatWasMovedChangedOrClosedWithAnotherKey() {
        byte[] closed = seal.close("upload 0", WORDS);
        assertThatThrownBy(() -> seal.open("upload 1", closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal("job-2", key).open("upload 0", closed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal("job-1", Seal.newKey()).open("upload 0", closed))
                .isInstanceOf(IllegalStateException.class);
        closed[closed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open("upload 0", closed)).isInstanceOf(IllegalStateException.class);
    }
}
