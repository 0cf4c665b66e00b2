package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.api.ground.LedgerClock;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small town whose entries wait for decisions, and the words in which its desks are asked. There is one town at a
 * time, so these tests run one after the other.
 */
@ResourceLock("the town of the desks")
abstract class AtTheDesk {

    static SmallTown town;
    private static int days;

    @BeforeAll
    static void openTown() {
        town = new SmallTown();
    }

    @AfterAll
    static void closeTown() {
        town.close();
    }

    static JsonNode preview(Who who, String entry, String decision) {
        return SmallTown.json(post(who, "/entries/" + entry + "/preview", Map.of("decision", decision)));
    }

    static void correct(String entry, String from, String to) {
        SmallTown.json(post(Who.RECORDER, "/entries/" + entry + "/correction",
                Map.of("reasonCode", "time", "reason", "按签到表更正", "servedFrom", from, "servedTo", to)));
    }

    static HttpResponse<String> resolve(Who who, String held, Map<String, Object> remedy) {
        return post(who, "/entries/" + held + "/resolution",
                Map.of("reason", "两份签到表已核对", "remedies", List.of(remedy)));
    }

    static Map<String, String> decision(String entry, String decision, String reason) {
        return Map.of("entry", entry, "decision", decision, "reason", reason);
    }

    static JsonNode waiting(Who who, String entry) {
        return find(page(who, "/held?limit=200&after=" + head()).path("held"), entry);
    }

    static JsonNode objection(Who who, String entry) {
        return find(page(who, "/objections?limit=200&after=" + head()).path("objections"), entry);
    }

    static JsonNode find(JsonNode items, String entry) {
        return items.valueStream()
                .filter(item -> item.path("entry").path("entryId").asString().equals(entry))
                .findFirst()
                .orElseThrow(() -> new AssertionError(entry + " is not among " + items));
    }

    static List<String> listed(Who who, String query) {
        return entryIds(page(who, "/held" + query + (query.isEmpty() ? "?" : "&") + "limit=200").path("held"));
    }

    static List<String> objections(Who who, String query) {
        String more = (query.isEmpty() ? "?" : "&") + "limit=200&after=" + head();
        return entryIds(page(who, "/objections" + query + more).path("objections"));
    }

    static List<String> entryIds(JsonNode items) {
        return items.valueStream().map(item -> item.path("entry").path("entryId").asString()).toList();
    }

    static JsonNode page(String path) {
        return page(Who.AUTHORITY, path);
    }

    static JsonNode page(Who who, String path) {
        return SmallTown.json(town.get(who, path));
    }

    /** Until the list of a scheme that was just put into use is there; it says so meanwhile. */
    static void awaitList(String scheme) {
        Instant deadline = Instant.now().plusSeconds(30);
        HttpResponse<String> list = town.get(Who.OPERATOR, "/schemes/" + scheme + "/reached");
        while (list.statusCode() == 503 && Instant.now().isBefore(deadline)) {
            assertThat(list.body()).contains("view-made-anew");
            LockSupport.parkNanos(50_000_000);
            list = town.get(Who.OPERATOR, "/schemes/" + scheme + "/reached");
        }
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
    }

    static String next(JsonNode page) {
        return page.path("next").asString("");
    }

    static String state(Who who, String entry) {
        return page(who, "/entries/" + entry + "?after=" + head()).path("entry").path("state").asString();
    }

    static String head() {
        return page("/position").path("position").asString();
    }

    static String code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return LedgerJson.MAPPER.readTree(answer.body()).path("code").asString();
    }

    static HttpResponse<String> post(Who who, String path, Map<String, ?> body) {
        return town.post(who, path, "application/json", LedgerJson.write(body));
    }

    static LedgerClock clock() {
        return town.ledger().get(LedgerClock.class);
    }

    /** As the town's own clock has it. */
    static LocalDate today() {
        return clock().today();
    }

    /** A day on which nothing else is recorded. */
    static LocalDate day() {
        return LocalDate.parse("2024-01-01").plusDays(days++);
    }

    /** A session of the second volunteer, and the id of its entry. */
    static String session(String station, LocalDate day, String from, String to) {
        String body = town.session(SmallTown.SECOND, station)
                .replaceAll("\"servedFrom\": \"[^\"]*\"", "\"servedFrom\": \"" + day + "T" + from + ":00+08:00\"")
                .replaceAll("\"servedTo\": \"[^\"]*\"", "\"servedTo\": \"" + day + "T" + to + ":00+08:00\"");
        HttpResponse<String> answer = town.post(Who.OPERATOR, "/sessions", "application/json", body);
        JsonNode verdict = SmallTown.json(answer);
        return verdict.path("id").asString();
    }

    /** Put a scheme of one level, reached at sixty minutes, into use. */
    static void take(String scheme, String window, String subject) {
        take(scheme, window, subject, "minutes: 60");
    }

    /** The same, whose level asks for something else. */
    static void take(String scheme, String window, String subject, String level) {
        SmallTown.json(post(Who.OPERATOR, "/schemes", Map.of("signedBy", "王芳", "text", """
                id: %s
                version: "1"
                effectiveFrom: 2020-01-01
                title: {zh: 本镇, en: Of the town}
                confidence: verbatim
                source: 本镇办法，本镇，2020
                %s
                bands: [{subject: %s, levels: [{id: one, %s, title: {zh: 一级, en: One}}]}]
                """.formatted(scheme, window, subject, level))));
        awaitList(scheme);
    }

    /** An entry of the second volunteer whose notice is over. */
    static String certified(LocalDate day, String from, String to) {
        String entry = session(SmallTown.STATION, day, from, to);
        SmallTown.json(post(Who.OPERATOR, "/rounds", Map.of("asOf", today().plusDays(60).toString())));
        return entry;
    }

    static List<JsonNode> standing(String state, String id) {
        return page("/recognitions?state=" + state).path("recognitions").valueStream()
                .filter(one -> one.path("recognitionId").asString().equals(id))
                .toList();
    }

    /** The view is the one that the facts make, and so is every account. */
    static void assertWholeAfterwards() {
        assertThat(last("/rebuilds", Map.of("room", "recognition")).path("rooms").path(0).path("replaced").asBoolean())
                .isFalse();
        assertThat(last("/replays", Map.of("scope", "all", "compare", true)).path("differing").asInt(-1)).isZero();
    }

    private static JsonNode last(String door, Map<String, ?> asked) {
        return LedgerJson.MAPPER.readTree(post(Who.OPERATOR, door, asked).body().lines().toList().getLast());
    }
}
