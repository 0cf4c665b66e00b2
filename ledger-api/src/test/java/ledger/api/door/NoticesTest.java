package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.rulebook.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/** Nominations in public notice, and objections to them with their clock in working days (R16). */
class NoticesTest extends AtTheDesk {

    private static final String NOMINATIONS = "/volunteers/" + SmallTown.SECOND + "/nominations";
    private static final String RECOGNITIONS = "/volunteers/" + SmallTown.SECOND + "/recognitions";
    private static final WorkingDays WORKING = Rulebooks.shipped().workingDays();

    @Test
    void r16_anObjectionStopsTheNoticeUntilItIsDecided() {
        String scheme = "town-notice";
        take(scheme, "window: {kind: lifetime}\nnoticeWorkingDays: 5", "person");
        certified(day(), "09:00", "11:00");
        String id = nominate(scheme);
        LocalDate nominatedOn = today();
        LocalDate last = WORKING.after(nominatedOn, 5);
        assertThat(notice(Who.NOBODY, id).path("noticeTo").asString()).isEqualTo(last.toString());
        assertThat(code(confer(scheme))).isEqualTo("nomination-in-notice");

        LocalDate raisedOn = WORKING.after(nominatedOn, 2);
        goTo(raisedOn);
        String objection = object(Who.FIRST_VOLUNTEER, id, "当天我也在场，没有见到");
        assertThat(notice(Who.NOBODY, id).path("objected").asBoolean()).isTrue();
        assertThat(notice(Who.NOBODY, id).hasNonNull("noticeTo")).isFalse();
        JsonNode open = objectionItem(Who.AUTHORITY, "", objection);
        assertThat(open.path("words").asString()).isEqualTo("当天我也在场，没有见到");
        assertThat(open.path("answerBy").asString()).isEqualTo(WORKING.after(raisedOn, 5).toString());
        assertThat(open.path("overdue").asBoolean()).isFalse();

        goTo(WORKING.after(raisedOn, 5));
        assertThat(objectionIds(Who.AUTHORITY, "?overdue=true")).doesNotContain(objection);
        goTo(WORKING.after(raisedOn, 5).plusDays(1));
        assertThat(objectionIds(Who.AUTHORITY, "?overdue=true")).contains(objection);
        assertThat(objectionIds(Who.AUTHORITY, "?overdue=false")).doesNotContain(objection);
        assertThat(code(confer(scheme))).isEqualTo("nomination-objected");

        assertThat(objectionItem(Who.MANAGER, "", objection).path("mayAnswer").asBoolean()).isTrue();
        decide(Who.MANAGER, id, objection, "answer", "签到表和照片在站点可查");
        assertThat(objectionItem(Who.AUTHORITY, "", objection).path("answer").asString()).contains("签到表");
        LocalDate decidedOn = today();
        decide(Who.AUTHORITY, id, objection, "dismissed", "已核对签到表");
        assertThat(notice(Who.NOBODY, id).path("noticeTo").asString())
                .as("three of its five days were left").isEqualTo(WORKING.after(decidedOn, 3).toString());
        assertThat(objectionItem(Who.FIRST_VOLUNTEER, "", objection).path("reason").asString())
                .as("who objected reads why").isEqualTo("已核对签到表");
        assertThat(code(confer(scheme))).isEqualTo("nomination-in-notice");
        goTo(WORKING.after(decidedOn, 3).plusDays(1));
        assertThat(notices(Who.NOBODY)).extracting(one -> one.path("nomination").asString()).doesNotContain(id);
        assertThat(code(post(Who.FIRST_VOLUNTEER, "/notices/" + id + "/objections", Map.of("reason", "还是不对"))))
                .isEqualTo("nomination-not-in-notice");
        assertThat(SmallTown.json(confer(scheme)).path("changed").asBoolean()).isTrue();
        assertWholeAfterwards();
    }

    @Test
    void anUpheldObjectionEndsTheNominationAndAnotherMayBegin() {
        String scheme = "town-upheld";
        take(scheme, "window: {kind: lifetime}\nnoticeWorkingDays: 3", "person");
        certified(day(), "12:00", "14:00");
        String id = nominate(scheme);
        String objection = object(Who.RECORDER, id, "不是本站志愿者");
        assertThat(object(Who.RECORDER, id, "不是本站志愿者")).as("said twice on one day").isEqualTo(objection);
        assertThat(post(Who.MANAGER_ELSEWHERE, path(id, objection, "answer"), Map.of("reason", "x")).statusCode())
                .isEqualTo(404);
        decide(Who.AUTHORITY, id, objection, "upheld", "属实");
        assertThat(standing("declined", id)).hasSize(1);
        assertThat(notices(Who.NOBODY)).extracting(one -> one.path("nomination").asString()).doesNotContain(id);
        assertThat(nominate(scheme)).isEqualTo(id);
        assertThat(standing("nominated", id)).hasSize(1);
        assertWholeAfterwards();
    }

    @Test
    void r30_theListTellsNothingOfAPersonToThoseWhoMayNotSeeThem() {
        String scheme = "town-public";
        take(scheme, "window: {kind: lifetime}\nnoticeWorkingDays: 3", "person");
        certified(day(), "15:00", "17:00");
        String id = nominate(scheme);
        for (Who who : List.of(Who.NOBODY, Who.FIRST_VOLUNTEER, Who.MANAGER_ELSEWHERE)) {
            assertThat(town.get(who, "/notices").body()).as("%s", who)
                    .contains(id).doesNotContain(SmallTown.SECOND, "孙哲", "volunteer-");
        }
        for (Who who : List.of(Who.MANAGER, Who.SECOND_VOLUNTEER, Who.AUTHORITY)) {
            assertThat(notice(who, id).path("volunteer").asString()).as("%s", who).isEqualTo(SmallTown.SECOND);
        }
        for (String language : List.of("zh", "en")) {
            assertThat(town.path(Who.NOBODY, "/notices?lang=" + language).body())
                    .contains(language.equals("zh") ? "公示至" : "in notice until")
                    .doesNotContain(SmallTown.SECOND, "孙哲");
        }
        String objection = object(Who.FIRST_VOLUNTEER, id, "我有不同意见");
        goTo(today().plusDays(20));
        for (String language : List.of("zh", "en")) {
            assertThat(town.path(Who.AUTHORITY, "/held/objections?overdue=true&lang=" + language).body())
                    .contains("我有不同意见", language.equals("zh") ? "已逾期" : "overdue");
        }
        decide(Who.AUTHORITY, id, objection, "dismissed", "查无实据");
    }

    private static void goTo(LocalDate day) {
        clock().simulate(day, LocalTime.of(9, 0));
    }

    private static String nominate(String scheme) {
        return SmallTown.json(post(Who.MANAGER, NOMINATIONS, Map.of("scheme", scheme, "level", "one")))
                .path("id").asString();
    }

    private static HttpResponse<String> confer(String scheme) {
        return post(Who.AUTHORITY, RECOGNITIONS, Map.of("scheme", scheme, "level", "one"));
    }

    private static String object(Who who, String id, String words) {
        return SmallTown.json(post(who, "/notices/" + id + "/objections", Map.of("reason", words)))
                .path("id").asString();
    }

    private static String path(String id, String objection, String decision) {
        return "/notices/" + id + "/objections/" + objection + "/" + decision;
    }

    private static void decide(Who who, String id, String objection, String decision, String words) {
        SmallTown.json(post(who, path(id, objection, decision), Map.of("reason", words)));
    }

    private static List<JsonNode> notices(Who who) {
        return page(who, "/notices").path("notices").valueStream().toList();
    }

    private static JsonNode notice(Who who, String id) {
        return notices(who).stream().filter(one -> one.path("nomination").asString().equals(id))
                .findFirst().orElseThrow();
    }

    private static JsonNode objectionItem(Who who, String query, String id) {
        return page(who, "/notices/objections" + query).path("objections").valueStream()
                .filter(one -> one.path("objection").asString().equals(id))
                .findFirst().orElseThrow();
    }

    private static List<String> objectionIds(Who who, String query) {
        return page(who, "/notices/objections" + query).path("objections").valueStream()
                .map(one -> one.path("objection").asString()).toList();
    }
}
