package ledger.api.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ledger.domain.rulebook.Rulebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An operator's own rulebooks and calendars, beside the shipped ones. */
class RulebookFolderTest {

    private static final String CITY = """
            id: some-city
            version: "1"
            effectiveFrom: 2026-01-01
            title: {zh: 某市, en: Some city}
            dailyLimit: none
            notice: {workingDays: 3}
            creditGrades: [SYSTEM_TIMED]
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheYamlDocumentsOfTheFolderAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("some-city.yaml"), CITY);
        Files.writeString(folder.resolve("calendar.yml"), "lastKnownYear: 2027\nyears:\n"
                + "  2027: {holidays: [2027-01-01], workedWeekends: []}\n");
        Files.writeString(folder.resolve("notes.txt"), "not a rulebook");
        Rulebooks shelf = Rulebooks.with(RulebookFolder.read(folder.toString()));
        assertThat(shelf.edition("some-city/1").noticeWorkingDays()).isEqualTo(3);
        assertThat(shelf.workingDays().lastKnownYear()).isEqualTo(2027);
    }

    @Test
    void aMistakeIsShownByFileLineAndReason() throws IOException {
        Path file = folder.resolve("some-city.yaml");
        Files.writeString(file, CITY.replace("notice: {workingDays: 3}", "notice: {workingDays: -3}"));
        assertThatThrownBy(() -> Rulebooks.with(RulebookFolder.read(folder.toString())))
                .hasMessage(file + ", line 6, column 10: notice.workingDays: a whole number from 0 to 60 is wanted, "
                        + "not -3");
    }

    @Test
    void noFolderIsNoDocumentsAndAMissingOneIsSaid() {
        assertThat(RulebookFolder.read("")).isEmpty();
        assertThatThrownBy(() -> RulebookFolder.read(folder.resolve("none").toString()))
                .hasMessageContaining("LEDGER_RULEBOOKS").hasMessageContaining("none");
    }
}
