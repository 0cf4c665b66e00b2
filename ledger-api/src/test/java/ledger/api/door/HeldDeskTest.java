package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.domain.LedgerIds;

import static org.assertj.core.api.Assertions.assertThat;

/** The desk of held entries: who may decide, decisions in bulk, and overlaps that end in one step. */
class HeldDeskTest extends AtTheDesk {

    private static final String OTHER = LedgerIds.organization(SmallTown.OTHER_STATION);
    private static final List<String> OTHERS_NAMES = List.of(OTHER, "ST-B", "婺南站");

    @Test
    void r10_aClerkLearnsThatTheTimeIsTakenAndNotByWhom() {
        LocalDate day = day();
        String other = session(SmallTown.OTHER_STATION, day, "09:00", "11:00");
        String held = session(SmallTown.STATION, day, "10:00", "12:00");
        JsonNode item = waiting(Who.RECORDER, held);
        assertThat(item.path("decider").path("by").asString()).isEqualTo("COMMON_ANCESTOR");
        assertThat(item.path("decider").path("organization").asString()).isEqualTo("AUTH");
        assertThat(item.path("mayDecide").asBoolean()).isFalse();
        assertThat(item.path("overlapping").size()).isZero();
        assertThat(item.path("overlapsElsewhere").asBoolean()).isTrue();
        for (HttpResponse<String> answer : List.of(
                town.get(Who.RECORDER, "/held"),
                town.get(Who.RECORDER, "/entries/" + held),
                town.get(Who.RECORDER, "/entries/" + held + "/history"),
                post(Who.RECORDER, "/entries/" + held + "/approval", Map.of("reason", "核对")),
                post(Who.RECORDER, "/entries/" + held + "/preview", Map.of("decision", "approval")),
                post(Who.RECORDER, "/entries/" + held + "/resolution",
                        Map.of("reason", "核对", "remedies", List.of())))) {
            assertThat(answer.body()).as(answer.uri().getPath()).doesNotContain(OTHERS_NAMES).doesNotContain(other);
        }
        HttpResponse<String> refused =
                resolve(Who.RECORDER, held, Map.of("entry", held, "servedFrom", day + "T11:00"));
        assertThat(code(refused)).isEqualTo("not-the-common-ancestor");
        assertThat(resolve(Who.RECORDER, held, Map.of("entry", other, "takeBack", true)).statusCode()).isEqualTo(404);
    }

    @Test
    void r10_theCommonAncestorEndsAnOverlapInOneStepAndBothHistoriesSayWhy() {
        LocalDate day = day();
        String other = session(SmallTown.OTHER_STATION, day, "09:00", "11:00");
        String held = session(SmallTown.STATION, day, "10:00", "12:00");
        JsonNode item = waiting(Who.AUTHORITY, held);
        assertThat(item.path("mayDecide").asBoolean()).isTrue();
        assertThat(item.path("overlapping").path(0).path("entryId").asString()).isEqualTo(other);
        Map<String, Object> remedy = Map.of("entry", other, "servedTo", day + "T10:00:00");
        JsonNode preview = SmallTown.json(post(Who.AUTHORITY, "/entries/" + held + "/preview",
                Map.of("decision", "resolution", "remedies", List.of(remedy))));
        assertThat(preview.path("entries").size()).isEqualTo(2);
        assertThat(state(Who.AUTHORITY, held)).as("a preview stores nothing").isEqualTo("HELD");
        JsonNode done = SmallTown.json(resolve(Who.AUTHORITY, held, remedy));
        assertThat(done.path("changed").asBoolean()).isTrue();
        assertThat(state(Who.RECORDER, held)).isEqualTo("RECORDED");
        JsonNode theirs = SmallTown.json(town.get(Who.MANAGER_ELSEWHERE, "/entries/" + other + "/history"));
        assertThat(theirs.path("entry").path("time").path("minutes").asInt()).isEqualTo(60);
        JsonNode last = theirs.path("history").path(theirs.path("history").size() - 1);
        assertThat(last.path("fact").path("type").asString()).isEqualTo("ServiceCorrected");
        assertThat(last.path("fact").path("fact").path("reasonCode").asString()).isEqualTo("overlap");
        assertThat(last.path("words").asString()).isEqualTo("两份签到表已核对");
        HttpResponse<String> ours = town.get(Who.RECORDER, "/entries/" + held + "/history");
        assertThat(ours.body()).contains("HeldServiceApproved", "两份签到表已核对").doesNotContain(OTHERS_NAMES);
        assertThat(SmallTown.json(resolve(Who.AUTHORITY, held, remedy)).path("changed").asBoolean()).isFalse();
    }

    @Test
    void r18_aClerkPutsAHeldEntryRightWithoutSendingItAgain() {
        LocalDate day = day();
        session(SmallTown.OTHER_STATION, day, "09:00", "11:00");
        String held = session(SmallTown.STATION, day, "10:00", "12:00");
        correct(held, day + "T11:00:00", day + "T22:00:00");
        assertThat(state(Who.RECORDER, held)).isEqualTo("HELD");
        JsonNode item = waiting(Who.RECORDER, held);
        assertThat(item.path("reasons").path(0).path("reason").path("reason").asString())
                .isEqualTo("OVER_DAILY_LIMIT_AUTHORITY_DECIDES");
        assertThat(item.path("reasons").path(0).path("zh").path("title").asString()).containsPattern("\\p{IsHan}");
        correct(held, day + "T11:00:00", day + "T13:00:00");
        assertThat(state(Who.RECORDER, held)).isEqualTo("RECORDED");
    }

    @Test
    void r11_theDeskSaysWhoMayDecideAndWhetherTheCallerMay() {
        LocalDate day = day();
        String held = session(SmallTown.STATION, day, "08:00", "18:00");
        JsonNode own = waiting(Who.RECORDER, held);
        assertThat(own.path("decider").path("by").asString()).isEqualTo("PARENT");
        assertThat(own.path("decider").path("name").asString()).isEqualTo("区志愿服务指导中心");
        assertThat(own.path("mayDecide").asBoolean()).isFalse();
        assertThat(waiting(Who.AUTHORITY, held).path("mayDecide").asBoolean()).isTrue();
        assertThat(waiting(Who.AUDITOR, held).path("mayDecide").asBoolean()).isFalse();
        assertThat(listed(Who.RECORDER, "?mayDecide=true")).doesNotContain(held);
        assertThat(listed(Who.RECORDER, "?mayDecide=false&reason=OVER_DAILY_LIMIT_PARENT_DECIDES")).contains(held);
        assertThat(listed(Who.RECORDER, "?reason=OVER_DAILY_LIMIT_AUTHORITY_DECIDES")).doesNotContain(held);
        assertThat(listed(Who.AUTHORITY, "?organization=ST-B")).doesNotContain(held);
        assertThat(listed(Who.MANAGER_ELSEWHERE, "")).doesNotContain(held);
        assertThat(town.get(Who.RECORDER, "/held?organization=ST-B").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesOfOneListingSpeakOfOnePosition() {
        List<String> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            held.add(session(SmallTown.STATION, day(), "08:00", "18:00"));
        }
        JsonNode first = page("/held?organization=ST-A&limit=1&after=" + head());
        session(SmallTown.STATION, day(), "08:00", "18:00");
        List<String> seen = new ArrayList<>();
        for (JsonNode page = first; ; page = page("/held?organization=ST-A&limit=1&cursor=" + next(page))) {
            assertThat(page.path("position")).isEqualTo(first.path("position"));
            page.path("held").forEach(item -> seen.add(item.path("entry").path("entryId").asString()));
            if (next(page).isEmpty()) {
                break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(held);
        assertThat(seen.getLast()).as("nothing newer").isEqualTo(held.getLast());
        assertThat(town.get(Who.AUTHORITY, "/held?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void oneBadDecisionHarmsNoGoodOne() {
        String one = session(SmallTown.STATION, day(), "08:00", "18:00");
        String two = session(SmallTown.STATION, day(), "08:00", "23:00");
        String elsewhere = session(SmallTown.OTHER_STATION, day(), "08:00", "18:00");
        JsonNode answers = SmallTown.json(post(Who.RECORDER, "/held/decisions", Map.of("decisions", List.of(
                decision(one, "approve", "情况属实"),
                decision(one, "decline", " "),
                decision(elsewhere, "decline", "重复"),
                decision(two, "maybe", "重复"),
                decision(two, "decline", "重复"),
                decision(two, "decline", "重复")))));
        assertThat(answers.path("answers").valueStream()
                        .map(answer -> answer.path("outcome").asString()
                                + " " + answer.path("refused").path("code").asString("-")))
                .containsExactly(
                        "REFUSED needs-higher-decision", "REFUSED value-missing", "REFUSED not-found",
                        "REFUSED value-invalid", "DONE -", "SO_ALREADY -");
        assertThat(state(Who.RECORDER, two)).isEqualTo("DECLINED");
        assertThat(state(Who.RECORDER, one)).isEqualTo("HELD");
        JsonNode upstairs = SmallTown.json(post(Who.AUTHORITY, "/held/decisions", Map.of("decisions", List.of(
                decision(one, "approve", "情况属实"), decision(elsewhere, "approve", "情况属实")))));
        assertThat(upstairs.findValuesAsString("outcome")).containsExactly("DONE", "DONE");
        assertThat(post(Who.AUTHORITY, "/held/decisions", Map.of("decisions", List.of())).statusCode()).isEqualTo(400);
    }
}
