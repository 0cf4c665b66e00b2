package ledger.api.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A change of the language shows in review as a change of one approved text. */
class LanguageTest {

    private static final Path APPROVED = Checkout.ROOT.resolve("ledger-api/src/test/resources/language.txt");
    private static final Path TODAY = Checkout.ROOT.resolve("ledger-api/target/language.txt");

    private static final List<String> LINES = new Language().lines();

    @Test
    void theLanguageIsTheOneApproved() throws IOException {
        String today = String.join("\n", LINES).strip() + "\n";
        Files.createDirectories(TODAY.getParent());
        Files.writeString(TODAY, today);
        if (Boolean.getBoolean("ledger.approve")) {
            Files.writeString(APPROVED, today);
        }
        assertThat(TODAY)
                .as("the language changed; if that is meant, run this test with -Dledger.approve=true and commit "
                        + APPROVED.getFileName())
                .hasSameTextualContentAs(APPROVED);
    }

    @Test
    void everyPartOfTheLanguageIsFound() {
        assertThat(LINES)
                .contains(
                        "  RecordService", "  HourAccount", "  ServiceRecorded 2", "  salt", "  EntryReader",
                        "    | SYSTEM_TIMED", "    | Claim.Open", "    remark: AnnexNote?", "  service-overlaps",
                        "    zh: 缺少“{field}”")
                .noneMatch(line -> line.endsWith(": -"));
    }
}
