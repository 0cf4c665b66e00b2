package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CircumstancesRegister.Asked;
import ledger.api.ground.Vault;
import ledger.domain.account.Circumstances;
import ledger.domain.account.FoundFalse;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Levels are conferred once, whoever asks at the same moment, and looked at again when what they rest on changes. */
class RecognitionsTest extends AtTheDesk {

    private static final String RECOGNITIONS = "/volunteers/" + SmallTown.SECOND + "/recognitions";
    private static final String NOMINATIONS = "/volunteers/" + SmallTown.SECOND + "/nominations";

    @Test
    void r24_aCorrectionPutsWhatRestsOnItUnderReviewAndAPersonDecides() {
        take("town-review", "window: {kind: lifetime}", "person");
        LocalDate day = day();
        String entry = certified(day, "09:00", "11:00");
        JsonNode conferred = confer(RECOGNITIONS, "town-review");
        assertThat(conferred.path("changed").asBoolean()).isTrue();
        String id = conferred.path("id").asString();
        assertThat(confer(RECOGNITIONS, "town-review").path("changed").asBoolean()).isFalse();
        assertThat(standing("under-review", id)).isEmpty();

        correct(entry, day + "T09:00:00", day + "T10:30:00");
        JsonNode review = standing("under-review", id).getFirst();
        assertThat(review.path("changedEntry").asString()).isEqualTo(entry);
        assertThat(verdict("town-review").path("conferrable")).as("it holds until somebody says no").isEmpty();
        assertThat(decide(id, "confirmation", Map.of("reason", "仍达到")).path("changed").asBoolean()).isTrue();
        assertThat(standing("under-review", id)).isEmpty();
        assertThat(code(post(Who.AUTHORITY, "/recognitions/" + id + "/withdrawal", Map.of("reasonCode", "x"))))
                .isEqualTo("not-under-review");

        correct(entry, day + "T09:00:00", day + "T10:20:00");
        assertThat(standing("under-review", id)).hasSize(1);
        decide(id, "withdrawal", Map.of("reasonCode", "hours-corrected", "reason", "重新核算"));
        assertThat(standing("withdrawn", id)).hasSize(1);
        assertThat(verdict("town-review").path("conferrable").path(0).asString()).isEqualTo("one");
        assertThat(confer(RECOGNITIONS, "town-review").path("changed").asBoolean()).isTrue();
        assertWholeAfterwards();
    }

    @Test
    void aNominationIsDecidedByAnotherPerson() {
        take("town-panel", "window: {kind: lifetime}\napproval: nomination-panel", "person");
        certified(day(), "13:00", "15:00");
        assertThat(code(post(Who.AUTHORITY, RECOGNITIONS, Map.of("scheme", "town-panel", "level", "one"))))
                .isEqualTo("nomination-missing");
        Map<String, String> nomination = Map.of("scheme", "town-panel", "level", "one", "evidence", "集体推荐表3号");
        assertThat(code(post(Who.MANAGER, NOMINATIONS, Map.of("scheme", "town-panel", "level", "one"))))
                .isEqualTo("nomination-without-evidence");
        String id = SmallTown.json(post(Who.AUTHORITY, NOMINATIONS, nomination)).path("id").asString();
        assertThat(code(post(Who.AUTHORITY, RECOGNITIONS, Map.of("scheme", "town-panel", "level", "one"))))
                .isEqualTo("second-person-needed");
        decide(id, "decline", Map.of("reason", "请由所在站点推荐"));
        SmallTown.json(post(Who.MANAGER, NOMINATIONS, nomination));
        assertThat(standing("nominated", id)).hasSize(1);
        assertThat(confer(RECOGNITIONS, "town-panel").path("changed").asBoolean()).isTrue();
    }

    @Test
    void r23_ofManyThatConferTheSameHoursAtOneMomentOneDoes() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        take("town-card", "window: {kind: since-last-award, years: 1}", "person");
        certified(day(), "16:00", "17:00");
        List<Callable<HttpResponse<String>>> officers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LocalDate day = today().minusDays(random.nextInt(4));
            officers.add(() -> post(Who.AUTHORITY, RECOGNITIONS, Map.of(
                    "scheme", "town-card", "level", "one", "day", day.toString())));
        }
        int changed = 0;
        try (ExecutorService desks = Executors.newFixedThreadPool(officers.size())) {
            for (Future<HttpResponse<String>> one : desks.invokeAll(officers)) {
                JsonNode answer = LedgerJson.MAPPER.readTree(one.get().body());
                assertThat(one.get().statusCode()).as("seed %d: %s", seed, answer).isIn(200, 422);
                assertThat(answer.path("code").asString("-"))
                        .isIn("-", "recognized-meanwhile", "level-not-reached", "level-not-conferrable");
                changed += answer.path("changed").asBoolean(false) ? 1 : 0;
            }
        }
        assertThat(changed).as("seed %d", seed).isEqualTo(1);
        assertThat(code(post(Who.AUTHORITY, RECOGNITIONS, Map.of(
                        "scheme", "town-card", "level", "one", "day", today().minusDays(9).toString()))))
                .as("the same hours for a day before").isEqualTo("level-not-conferrable");
        assertThat(post(Who.AUTHORITY, RECOGNITIONS, Map.of(
                        "scheme", "town-card", "level", "one", "day", today().plusDays(1).toString()))
                .statusCode()).as("a day to come").isEqualTo(400);
        assertThat(recognition().path("conferred").valueStream()
                        .filter(one -> one.path("schemeId").asString().equals("town-card")))
                .as("seed %d", seed).hasSize(1);
        assertWholeAfterwards();
    }

    @Test
    void whatAnOrganizationRecordedIsHonoured() {
        take("town-station", "window: {kind: lifetime}", "organization");
        LocalDate day = day();
        String entry = certified(day, "18:00", "20:00");
        String station = "/organizations/" + SmallTown.STATION;
        JsonNode before = page(station + "/recognition");
        assertThat(before.path("verdicts").path(0).path("conferrable").path(0).asString()).isEqualTo("one");
        assertThat(before.path("verdicts").path(0).path("counted").valueStream()
                        .map(one -> one.path("entryId").asString()))
                .contains(entry);
        String id = confer(station + "/recognitions", "town-station").path("id").asString();
        assertThat(page(Who.MANAGER, station + "/recognition").path("recognitions").path(0).path("state").asString())
                .isEqualTo("CONFERRED");
        correct(entry, day + "T18:00:00", day + "T19:00:00");
        assertThat(standing("under-review", id)).hasSize(1);
        assertWholeAfterwards();
    }

    @Test
    void r25_hoursThatTwoPersonsFindFalseBarFromTheNextAward() {
        take("town-honest", "window: {kind: lifetime}\nfalseHoursBarYears: [1, 3]", "person");
        String entry = certified(day(), "20:00", "21:30");
        String conferred = confer(RECOGNITIONS, "town-honest").path("id").asString();
        Map<String, Object> report = Map.of(
                "entries", List.of(entry), "reasonCode", "never-served", "reason", "签到表系伪造", "barYears", 2);
        String door = "/volunteers/" + SmallTown.SECOND + "/false-hours";
        assertThat(post(Who.MANAGER, door, Map.of("entries", List.of(town.entry), "reasonCode", "x")).statusCode())
                .as("an entry of somebody else").isEqualTo(400);
        String found = SmallTown.json(post(Who.AUTHORITY, door, report)).path("id").asString();
        assertThat(code(post(Who.AUTHORITY, "/false-hours/" + found + "/finding", Map.of("reason", "属实"))))
                .isEqualTo("reporter-does-not-decide");
        SmallTown.json(post(Who.AUTHORITY, "/false-hours/" + found + "/dismissal", Map.of("reason", "请站点提出")));
        assertThat(SmallTown.json(post(Who.MANAGER, door, report)).path("changed").asBoolean()).isTrue();
        assertThat(verdict("town-honest").path("status").asString()).isEqualTo("OPEN");
        SmallTown.json(post(Who.AUTHORITY, "/false-hours/" + found + "/finding", Map.of("reason", "属实")));
        assertThat(verdict("town-honest").path("status").asString()).isEqualTo("BARRED");
        assertThat(verdict("town-honest").path("barredUntil").asString())
                .isEqualTo(today().plusYears(2).minusDays(1).toString());
        Circumstances known = town.ledger().get(CircumstancesRegister.class)
                .of(List.of(new Asked(volunteer(), today(), SmallTown.STATION, null))).getFirst();
        assertThat(known.falseHours()).as("told to whoever records").isEqualTo(new FoundFalse(today(), 0));
        assertThat(standing("conferred", conferred)).as("what was conferred before stays").hasSize(1);
        assertThat(state(Who.AUTHORITY, entry)).as("and so does the entry").isEqualTo("CERTIFIED");
        assertWholeAfterwards();
    }

    private static JsonNode confer(String door, String scheme) {
        return SmallTown.json(post(Who.AUTHORITY, door, Map.of("scheme", scheme, "level", "one")));
    }

    private static JsonNode decide(String id, String decision, Map<String, String> words) {
        return SmallTown.json(post(Who.AUTHORITY, "/recognitions/" + id + "/" + decision, words));
    }

    private static String volunteer() {
        return town.ledger().get(Vault.class).volunteerId(SmallTown.SECOND).orElseThrow();
    }

    private static JsonNode recognition() {
        return page("/volunteers/" + SmallTown.SECOND + "/recognition?after=" + head());
    }

    private static JsonNode verdict(String scheme) {
        return recognition().path("verdicts").valueStream()
                .filter(one -> one.path("schemeId").asString().equals(scheme))
                .findFirst().orElseThrow();
    }
}
