package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A draft is tried on everybody, signed by a second person, and takes effect on its date; what was stays as it was. */
class SimulationsTest extends AtTheDesk {

    private static final String FIRST_TEXT = text("1", "2020-01-01", 2, 20);

    @Test
    void aDraftIsTriedOnEverybodySignedByASecondPersonAndTakesEffectOnItsDate() {
        SmallTown.json(post(Who.OPERATOR, "/schemes", Map.of("text", FIRST_TEXT, "signedBy", "王芳")));
        awaitList("town-ladder");
        assertThat(level("town-ladder")).isEqualTo("1 one");
        LocalDate today = LocalDate.now();
        String higher = text("2", today.plusDays(10).toString(), 10, 20);

        JsonNode job = done(begin(Who.AUDITOR, Map.of("text", higher)));
        JsonNode outcome = job.path("simulation");
        assertThat(outcome.path("draft").asString()).isEqualTo("town-ladder/2");
        assertThat(outcome.path("against").asString()).isEqualTo("town-ladder/1");
        assertThat(outcome.path("subjects").asInt()).isEqualTo(4);
        assertThat(outcome.path("lose").asInt()).isEqualTo(2);
        assertThat(outcome.path("gain").asInt()).isZero();
        assertThat(outcome.path("levelsBefore").path("one").asInt()).isEqualTo(2);
        assertThat(outcome.path("levelsAfter").path("").asInt()).isEqualTo(4);
        assertThat(outcome.path("minutesBefore").asLong()).isPositive()
                .isEqualTo(outcome.path("minutesAfter").asLong());
        String id = job.path("job").asString();

        List<JsonNode> lines = body(Who.AUDITOR, id, "ndjson").lines().map(LedgerJson.MAPPER::readTree).toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("effect").asString()).isEqualTo("LOSES");
            assertThat(line.path("why").path(0).path("cause").asString()).isEqualTo("THRESHOLDS");
        });
        assertThat(body(Who.AUTHORITY, id, "csv")).startsWith("\uFEFF编号或代码 number or code,结果 effect")
                .contains(SmallTown.FIRST + ",降低 loses,one,", "门槛不同 other thresholds");

        assertThat(level("town-ladder")).as("nothing changed").isEqualTo("1 one");
        String head = head();
        JsonNode mine = done(begin(Who.AUTHORITY, Map.of("text", higher)));
        assertThat(mine.path("simulation").path("digest")).isEqualTo(outcome.path("digest"));
        assertThat(head()).as("a simulation writes nothing").isEqualTo(head);
        assertThat(code(sign(Who.AUTHORITY, mine.path("job").asString()))).isEqualTo("second-person-needed");

        JsonNode signed = SmallTown.json(sign(Who.OPERATOR, mine.path("job").asString()));
        assertThat(signed.path("effectiveFrom").asString()).isEqualTo(today.plusDays(10).toString());
        assertThat(level("town-ladder")).as("its day has not come").isEqualTo("1 one");
        assertThat(levelOn(today.plusDays(10))).isEqualTo("2 -");
        assertThat(levelOn(today.plusDays(9))).as("the version of that day").isEqualTo("1 one");
    }

    @Test
    void aVersionAtHandIsSetBesideAnotherOneAndGainsAreTold() {
        JsonNode outcome = done(begin(Who.OPERATOR, Map.of(
                        "edition", "cn-fj-star/2013", "against", "cn-cyl-star/2013-11", "day", "2026-01-01")))
                .path("simulation");
        assertThat(outcome.path("against").asString()).isEqualTo("cn-cyl-star/2013-11");
        assertThat(outcome.path("day").asString()).isEqualTo("2026-01-01");
        assertThat(outcome.path("gain").asInt() + outcome.path("lose").asInt()).isZero();
    }

    @Test
    void aDraftWithMistakesIsRefusedWithThem() {
        HttpResponse<String> refused = begin(
                Who.OPERATOR, Map.of("text", FIRST_TEXT.replace("hours: 20", "hours: 1.5")));
        assertThat(code(refused)).isEqualTo("scheme-unreadable");
        assertThat(refused.body()).contains("1.5");
        assertThat(code(begin(Who.OPERATOR, Map.of("edition", "cn-fj-star/1900")))).isEqualTo("scheme-unknown");
        assertThat(begin(Who.OPERATOR, Map.of()).statusCode()).isEqualTo(400);
    }

    private static String text(String version, String from, int one, int two) {
        return """
                id: town-ladder
                version: "%s"
                effectiveFrom: %s
                title: {zh: 本镇, en: Of the town}
                confidence: verbatim
                source: 本镇办法，本镇，2020
                window: {kind: lifetime}
                bands:
                  - levels:
                      - {id: one, hours: %d, title: {zh: 一, en: One}}
                      - {id: two, hours: %d, title: {zh: 二, en: Two}}
                """.formatted(version, from, one, two);
    }

    private static HttpResponse<String> begin(Who who, Map<String, String> asked) {
        return post(who, "/simulations", asked);
    }

    private static JsonNode done(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String id = LedgerJson.MAPPER.readTree(begun.body()).path("job").asString();
        Instant deadline = Instant.now().plusSeconds(60);
        JsonNode job = page(Who.AUDITOR, "/jobs/" + id);
        while (!job.hasNonNull("finishedAt") && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(50_000_000);
            job = page(Who.AUDITOR, "/jobs/" + id);
        }
        assertThat(job.path("state").asString()).as("%s", job).isEqualTo("DONE");
        return job;
    }

    private static HttpResponse<String> sign(Who who, String id) {
        return post(who, "/simulations/" + id + "/signature", Map.of("signedBy", "周敏"));
    }

    private static String body(Who who, String id, String format) {
        HttpResponse<String> answer = town.get(who, "/simulations/" + id + "/changes?format=" + format);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String level(String scheme) {
        return level(page(Who.AUDITOR, "/volunteers/" + SmallTown.FIRST + "/recognition?after=" + head()), scheme);
    }

    private static String levelOn(LocalDate day) {
        return level(
                page(Who.AUDITOR, "/volunteers/" + SmallTown.FIRST + "/recognition?day=" + day), "town-ladder");
    }

    private static String level(JsonNode answer, String scheme) {
        return answer.path("verdicts").valueStream()
                .filter(one -> one.path("schemeId").asString().equals(scheme))
                .map(one -> one.path("schemeVersion").asString() + " "
                        + one.path("reached").valueStream().map(JsonNode::asString).reduce((a, b) -> b).orElse("-"))
                .findFirst().orElse("");
    }
}
