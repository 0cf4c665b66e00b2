package ledger.api.door;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import ledger.api.door.Doors.Door;
import ledger.api.door.SmallTown.Who;
import ledger.domain.LedgerIds;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Each role at each door: who is let in, who is refused, and for whom there is nothing to see. */
class AccessTest {

    private static SmallTown town;
    private static Doors doors;

    @BeforeAll
    static void start() {
        town = new SmallTown();
        doors = Doors.of(town.ledger());
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void everyDoorHasALineAndEveryLineADoor() {
        assertThat(AccessTable.read().keySet())
                .containsExactlyInAnyOrderElementsOf(doors.all().stream().map(Door::toString).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRoleAtEveryDoor() {
        Map<String, List<Integer>> table = AccessTable.read();
        return doors.all().stream().map(door -> DynamicTest.dynamicTest(door.toString(), () -> {
            List<String> answers = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (Who who : Who.values()) {
                HttpResponse<String> answer = knock(who, door);
                answers.add(who + " " + answer.statusCode());
                expected.add(who + " " + table.getOrDefault(door.toString(), List.of()).get(who.ordinal()));
                if (answer.statusCode() >= 400) {
                    assertIsProblem(answer);
                }
            }
            assertThat(answers).isEqualTo(expected);
        }));
    }

    private static HttpResponse<String> knock(Who who, Door door) {
        String path = door.path().substring("/api/v1".length())
                .replace("{code}", code(door))
                .replace("{number}", number(door))
                .replace("{activity}", "never-announced")
                .replace("{objection}", "never-raised")
                .replace("{scheme}", "cn-cyl-star")
                .replace("{version}", "2013-11");
        if (path.contains("{id}")) {
            path = path.replace("{id}", id(door));
        }
        path += query(path);
        String type = door.takesFiles() || path.equals("/rosters") ? "text/csv" : "application/json";
        return door.method().equals("POST")
                ? town.send(who, "POST", path, type, GoodRequests.to(door, town))
                : town.send(who, door.method(), path, null, "");
    }

    /** What a door must be asked with. */
    private static String query(String path) {
        return switch (path.substring(path.lastIndexOf('/'))) {
            case "/difference" -> "?earlier=0";
            case "/ranking" -> "?of=organization&measure=minutes";
            case "/histories", "/causes", "/effects" -> "?of=entry:" + town.entry;
            default -> "";
        };
    }

    /** A station that nobody needs where its standing changes; its own for what it does itself. */
    private static String code(Door door) {
        if (door.path().endsWith("/dissolution")) {
            return SmallTown.DOOMED_STATION;
        }
        boolean standing = door.method().equals("POST")
                && !door.path().contains("/officers") && !door.path().contains("/activities");
        return standing ? SmallTown.SPARE_STATION : SmallTown.STATION;
    }

    private static String number(Door door) {
        if (door.path().contains("/statements/")) {
            return town.statement;
        }
        if (door.path().endsWith("{number}/withdrawal")) {
            return SmallTown.FOURTH;
        }
        return door.path().endsWith("freeze") ? SmallTown.THIRD : SmallTown.FIRST;
    }

    private static String id(Door door) {
        if (door.path().contains("/consents/") || door.path().contains("/qualifications/")) {
            return "never-kept";
        }
        if (List.of("/simulations/", "/recognitions/", "/false-hours/", "/notices/", "/complaints/", "/honours/")
                .stream().anyMatch(door.path()::contains)) {
            return "never-told";
        }
        if (door.path().contains("/rosters/")) {
            return town.roster;
        }
        if (door.path().contains("/jobs/")) {
            return town.roster.replace("submission-", "job-");
        }
        if (door.path().contains("/tokens/")) {
            return town.freshToken();
        }
        return door.method().equals("GET") ? town.entry : town.freshEntry(SmallTown.FIRST, SmallTown.STATION);
    }

    private static void assertIsProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(answer.body())
                .startsWith("application/problem+json");
        JsonNode problem = LedgerJson.MAPPER.readTree(answer.body());
        assertThat(problem.path("type").asString())
                .isEqualTo("urn:hour-ledger:problem:" + problem.path("code").asString());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        for (String language : List.of("zh", "en")) {
            JsonNode text = problem.path("texts").path(language);
            assertThat(text.path("title").asString("")).as(answer.body()).isNotBlank();
            assertThat(text.path("advice").asString("")).as(answer.body()).isNotBlank();
        }
        assertThat(problem.path("texts").path("zh").path("title").asString()).containsPattern("\\p{IsHan}");
    }

    @Test
    void healthIsOpenToAll() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI health = URI.create("http://127.0.0.1:" + town.ledger().port() + "/actuator/health");
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("UP");
        }
    }

    @Test
    void anAddressThatNoDoorCanHaveIsAProblemToo() {
        HttpResponse<String> answer = town.get(Who.AUDITOR, "/entries//history");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertIsProblem(answer);
    }

    @Test
    void metersAndTheDetailsOfHealthAreForOperators() {
        assertThat(town.path(Who.OPERATOR, "/actuator/prometheus").body())
                .contains("ledger_view_lag{room=\"account\"}", "ledger_view_parked{room=\"account\"} 0.0");
        for (Who who : List.of(Who.AUDITOR, Who.MANAGER, Who.FIRST_VOLUNTEER)) {
            assertThat(town.path(who, "/actuator/prometheus").statusCode()).as("%s", who).isEqualTo(403);
            assertThat(town.path(who, "/actuator/health").body()).as("%s", who).doesNotContain("lag");
        }
        assertThat(town.path(Who.NOBODY, "/actuator/metrics").statusCode()).isEqualTo(401);
        JsonNode views = LedgerJson.MAPPER.readTree(town.path(Who.OPERATOR, "/actuator/health").body())
                .path("components").path("views");
        assertThat(views.path("status").asString()).isEqualTo("UP");
        assertThat(views.path("details").path("state").asString()).isEqualTo("WELL");
        assertThat(views.path("details").path("rooms").path("account").path("parked").asInt(-1)).isZero();
    }

    @Test
    void aStationSeesOnlyItsOwnLinesOfAVolunteerWhoServedElsewhereToo() {
        String station = LedgerIds.organization(SmallTown.STATION);
        String elsewhere = LedgerIds.organization(SmallTown.OTHER_STATION);
        assertThat(recorders(Who.MANAGER)).containsExactly(station);
        assertThat(recorders(Who.MANAGER_ELSEWHERE)).containsExactly(elsewhere);
        assertThat(recorders(Who.SECOND_VOLUNTEER)).containsExactlyInAnyOrder(station, elsewhere);
        assertThat(minutes(Who.MANAGER_ELSEWHERE)).isEqualTo(120);
        assertThat(minutes(Who.AUTHORITY)).isEqualTo(240);
        assertThat(town.get(Who.MANAGER, "/entries/" + town.entryElsewhere).statusCode()).isEqualTo(404);
        assertThat(town.get(Who.MANAGER_ELSEWHERE, "/entries/" + town.entryElsewhere).statusCode()).isEqualTo(200);
    }

    private static int minutes(Who who) {
        return SmallTown.json(town.get(who, "/volunteers/" + SmallTown.SECOND + "/hours"))
                .path("certifiedMinutes").asInt();
    }

    private static List<String> recorders(Who who) {
        return SmallTown.json(town.get(who, "/volunteers/" + SmallTown.SECOND + "/entries"))
                .path("entries").valueStream()
                .map(entry -> entry.path("recordedBy").asString())
                .toList();
    }

    @Test
    void aRevokedTokenOpensNothing() {
        JsonNode issued = SmallTown.json(town.post(
                Who.OPERATOR, "/tokens", "application/json", "{\"role\": \"auditor\", \"label\": \"for a day\"}"));
        assertThat(town.getWith(issued.path("secret").asString(), "/totals").statusCode()).isEqualTo(200);
        town.send(Who.OPERATOR, "DELETE", "/tokens/" + issued.path("tokenId").asString(), null, "");
        assertThat(town.getWith(issued.path("secret").asString(), "/totals").statusCode()).isEqualTo(401);
    }
}
