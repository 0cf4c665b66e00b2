package ledger.domain;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.activity.ActivityRefusal;
import ledger.domain.organization.OrganizationRefusal;
import ledger.domain.place.PlaceRefusal;
import ledger.domain.recognition.ComplaintRefusal;
import ledger.domain.recognition.HonourRefusal;
import ledger.domain.recognition.RecognitionRefusal;
import ledger.domain.recognition.Verdict;
import ledger.domain.statement.StatementRefusal;
import ledger.domain.submission.SubmissionRefusal;
import ledger.domain.volunteer.VolunteerRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything the ledger says no with has words in both languages. */
class RefusalTextsTest {

    private static final JsonNode TEXTS = texts();

    /** Codes of the doors, which are not known here by their enum. */
    private static final List<String> DOORS = List.of(
            "unauthenticated", "forbidden", "not-found", "request-unreadable", "field-unknown", "value-missing",
            "value-invalid", "position-not-reached", "conflict-try-again", "database-unreachable", "facts-away",
            "internal-error", "as-of-in-future", "view-made-anew", "rulebook-unreadable");

    @Test
    void everyRefusalHasATitleAndAdviceInBothLanguages() {
        refusalCodes().forEach(code -> assertHasTexts("refusals", code, "title", "advice"));
        DOORS.forEach(code -> assertHasTexts("refusals", code, "title", "advice"));
    }

    @Test
    void everyHoldReasonHasATitleAndAdviceInBothLanguages() {
        wire(HoldReason.values()).forEach(code -> assertHasTexts("holds", code, "title", "advice"));
    }

    @Test
    void everyReasonNotToCountHasATitleInBothLanguages() {
        wire(Verdict.Reason.values()).forEach(code -> assertHasTexts("reasons", code, "title"));
    }

    @Test
    void everyNoticeHasATitleAndAdviceInBothLanguages() {
        assertThat(TEXTS.get("notices").propertyNames())
                .isNotEmpty()
                .allSatisfy(code -> assertHasTexts("notices", code, "title", "advice"));
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> refusals = new TreeSet<>(DOORS);
        refusalCodes().forEach(refusals::add);
        assertThat(TEXTS.propertyNames()).containsExactlyInAnyOrder("refusals", "holds", "reasons", "notices");
        assertThat(TEXTS.get("refusals").propertyNames()).containsExactlyInAnyOrderElementsOf(refusals);
        assertThat(TEXTS.get("holds").propertyNames())
                .containsExactlyInAnyOrderElementsOf(wire(HoldReason.values()).toList());
        assertThat(TEXTS.get("reasons").propertyNames())
                .containsExactlyInAnyOrderElementsOf(wire(Verdict.Reason.values()).toList());
    }

    @Test
    void roomsDoNotUseTheSameCodeForDifferentThings() {
        List<String> shared = refusalCodes().toList();
        Set<String> twice = new TreeSet<>();
        shared.stream().filter(code -> shared.indexOf(code) != shared.lastIndexOf(code)).forEach(twice::add);
        assertThat(twice).as("these rooms mean the same: a name left out, a volunteer who is frozen")
                .containsExactly("name-missing", "volunteer-frozen");
    }

    private static void assertHasTexts(String section, String code, String... parts) {
        for (String language : List.of("zh", "en")) {
            for (String part : parts) {
                assertThat(TEXTS.path(section).path(code).path(language).path(part).asString(""))
                        .as("%s.%s.%s.%s", section, code, language, part)
                        .isNotBlank();
            }
        }
    }

    private static Stream<String> refusalCodes() {
        return Stream.<RefusalCode[]>of(
                        OrganizationRefusal.values(), VolunteerRefusal.values(), HourAccountRefusal.values(),
                        SubmissionRefusal.values(), RecognitionRefusal.values(), StatementRefusal.values(),
                        HonourRefusal.values(), ComplaintRefusal.values(), PlaceRefusal.values(),
                        ActivityRefusal.values())
                .flatMap(Arrays::stream)
                .map(RefusalCode::wire);
    }

    private static Stream<String> wire(Enum<?>[] constants) {
        return Arrays.stream(constants).map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static JsonNode texts() {
        InputStream in = RefusalTextsTest.class.getResourceAsStream("/refusals.yaml");
        return new YAMLMapper().readTree(in);
    }
}
