package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.domain.rulebook.Rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

/** Objections and error reports with their day to answer, and previews of decisions. */
class ObjectionDeskTest extends AtTheDesk {

    @Test
    void r16_objectionsWaitWithADayToAnswer() {
        String entry = town.freshEntry(SmallTown.FIRST, SmallTown.STATION);
        SmallTown.json(post(Who.FIRST_VOLUNTEER, "/entries/" + entry + "/objection", Map.of("reason", "时间不对")));
        JsonNode item = objection(Who.RECORDER, entry);
        LocalDate raised = LocalDate.parse(item.path("raisedOn").asString());
        assertThat(item.path("kind").asString()).isEqualTo("IN_NOTICE");
        assertThat(item.path("words").asString()).isEqualTo("时间不对");
        assertThat(item.path("answerBy").asString())
                .isEqualTo(Rulebooks.shipped().workingDays().after(raised, 5).toString());
        assertThat(item.path("overdue").asBoolean()).isFalse();
        assertThat(item.path("mayDecide").asBoolean()).isTrue();
        assertThat(objections(Who.RECORDER, "?overdue=true")).doesNotContain(entry);
        assertThat(objections(Who.MANAGER_ELSEWHERE, "")).doesNotContain(entry);
        assertThat(SmallTown.json(post(Who.RECORDER, "/objections/decisions", Map.of("decisions", List.of(
                        decision(entry, "dismiss", "签到表无误"))))).findValuesAsString("outcome"))
                .containsExactly("DONE");
        assertThat(objections(Who.RECORDER, "")).doesNotContain(entry);
        assertThat(town.get(Who.FIRST_VOLUNTEER, "/entries/" + entry + "/history").body())
                .as("the volunteer reads the answer").contains("签到表无误");
    }

    @Test
    void r16_anErrorReportLeavesTheEntryCountingUntilItIsAnswered() {
        String certified = town.entry;
        assertThat(code(post(Who.FIRST_VOLUNTEER, "/entries/" + certified + "/objection", Map.of("reason", "漏记"))))
                .isEqualTo("entry-not-in-notice");
        SmallTown.json(post(
                Who.FIRST_VOLUNTEER, "/entries/" + certified + "/error-report", Map.of("reason", "漏记半小时")));
        assertThat(state(Who.FIRST_VOLUNTEER, certified)).isEqualTo("CERTIFIED");
        assertThat(objection(Who.RECORDER, certified).path("kind").asString()).isEqualTo("ERROR_REPORT");
        JsonNode upheld = SmallTown.json(post(Who.RECORDER, "/objections/decisions", Map.of("decisions", List.of(
                decision(certified, "uphold", "属实")))));
        assertThat(upheld.findValuesAsString("code")).containsExactly("report-needs-correction");
        JsonNode dismissed = SmallTown.json(post(Who.RECORDER, "/objections/decisions", Map.of("decisions", List.of(
                decision(certified, "dismiss", "签到表为准")))));
        assertThat(dismissed.findValuesAsString("outcome")).containsExactly("DONE");
        assertThat(objections(Who.RECORDER, "")).doesNotContain(certified);
        assertThat(town.get(Who.FIRST_VOLUNTEER, "/entries/" + certified + "/history").body())
                .contains("漏记半小时", "签到表为准");
    }

    @Test
    void aPreviewTellsWhatWouldChangeAndStoresNothing() {
        String certified = town.entry;
        String before = head();
        JsonNode shown = preview(Who.AUTHORITY, certified, "revocation");
        assertThat(shown.path("changes").asBoolean()).isTrue();
        assertThat(shown.path("before").path("certifiedMinutes").asInt()
                        - shown.path("after").path("certifiedMinutes").asInt())
                .isEqualTo(120);
        assertThat(shown.path("after").path("byState").path("REVOKED").asInt()).isPositive();
        assertThat(shown.path("supersededStatements").valueStream().map(JsonNode::asString)).contains(town.statement);
        JsonNode scheme = shown.path("schemes").path(0);
        assertThat(scheme.path("after").path("missingMinutes").asInt())
                .isEqualTo(scheme.path("before").path("missingMinutes").asInt() + 120);
        assertThat(head()).isEqualTo(before);
        assertThat(state(Who.AUTHORITY, certified)).isEqualTo("CERTIFIED");
        JsonNode clerk = preview(Who.RECORDER, certified, "revocation");
        assertThat(clerk.path("whole").asBoolean()).isFalse();
        assertThat(clerk.path("schemes").size()).as("schemes rest on lines that the clerk may not see").isZero();
    }

    @Test
    void aPreviewSaysWhyADecisionWouldBeRefused() {
        JsonNode shown = preview(Who.RECORDER, town.entry, "reinstatement");
        assertThat(shown.path("refused").path("code").asString()).isEqualTo("entry-not-revoked");
        assertThat(shown.path("refused").path("zh").path("advice").asString()).isNotBlank();
        assertThat(shown.path("changes").asBoolean()).isFalse();
        assertThat(post(Who.RECORDER, "/entries/" + town.entry + "/preview", Map.of("decision", "x")).statusCode())
                .isEqualTo(400);
    }
}
