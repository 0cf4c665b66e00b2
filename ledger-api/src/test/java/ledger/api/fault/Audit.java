package ledger.api.fault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import ledger.api.fault.ClientRecord.Session;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ledger says after a fault beside what its clients keep for themselves.
 *
 * @param entries in the ledger
 * @param lost acknowledged and not there, or with other minutes
 * @param doubled there more than once, or without a client who sent it
 * @param wrongTotals volunteers whose minutes are not the sum of what was acknowledged to their clients; and the city,
 *     where its minutes are not the sum of theirs
 */
record Audit(int entries, int lost, int doubled, int wrongTotals) {

    private static final int DAYS_AHEAD = 90;

    /** Everything that can be certified is, so that totals speak of it; only an installation of its own runs ahead. */
    static Audit of(Installation installation, ServeNode node) {
        if (installation.site() != Installation.Site.THREE_NODES) {
            String today = node.get("/api/v1/position").path("today").asString();
            node.postJson(
                    "/api/v1/rounds", "{\"asOf\": \"" + LocalDate.parse(today).plusDays(DAYS_AHEAD) + "\"}");
        }
        long position = node.get("/api/v1/position").path("position").asLong();
        Load load = installation.load();
        Map<String, List<Session>> told = load.record().sessions().stream()
                .collect(Collectors.groupingBy(Session::volunteer));
        Audit all = new Audit(0, 0, 0, 0);
        long certified = 0;
        for (String volunteer : load.volunteers()) {
            String of = "/api/v1/volunteers/" + volunteer;
            JsonNode hours = node.get(of + "/hours?after=" + position);
            certified += hours.path("certifiedMinutes").asLong();
            all = all.and(told.getOrDefault(volunteer, List.of()), node.get(of + "/entries?after=" + position), hours);
        }
        long ofTheCity = node.get("/api/v1/totals?after=" + position).path("certifiedMinutes").asLong();
        int wrong = all.wrongTotals() + (ofTheCity == certified ? 0 : 1);
        return new Audit(all.entries(), all.lost(), all.doubled(), wrong);
    }

    private Audit and(List<Session> told, JsonNode page, JsonNode hours) {
        List<String> there = new ArrayList<>();
        page.path("entries").forEach(entry -> there.add(
                entry.path("entryId").asString() + "/" + entry.path("time").path("minutes").asInt()));
        Map<String, Long> times = there.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        Map<String, Long> wanted = told.stream()
                .collect(Collectors.groupingBy(one -> one.entryId() + "/" + one.minutes(), Collectors.counting()));
        int sum = hours.path("certifiedMinutes").asInt() + hours.path("inNoticeMinutes").asInt();
        return new Audit(
                entries + there.size(),
                lost + (int) wanted.keySet().stream().filter(one -> !times.containsKey(one)).count(),
                doubled + times.entrySet().stream()
                        .mapToInt(one -> (int) (one.getValue() - wanted.getOrDefault(one.getKey(), 0L)))
                        .filter(more -> more > 0).sum(),
                wrongTotals + (sum == told.stream().mapToInt(Session::minutes).sum() ? 0 : 1));
    }

    /** Every view of a node is true up to what had been written before. */
    static void viewsReachHead(ServeNode node, int seconds) {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        long head = node.get("/api/v1/position").path("position").asLong();
        for (JsonNode now = node.get("/api/v1/position"); slowest(now) < head; now = node.get("/api/v1/position")) {
            assertThat(System.nanoTime()).as("%s", now).isLessThan(deadline);
            ServeNode.pause(20);
        }
    }

    private static long slowest(JsonNode standing) {
        return standing.path("views").valueStream().mapToLong(JsonNode::asLong).min().orElse(0);
    }

    /** The views are those that the facts make, by the auditor's replay and by a rebuild of every room. */
    static void viewsAreThoseOfTheFacts(ServeNode node) {
        JsonNode replay = node.postJson("/api/v1/replays", "{\"compare\": true}");
        assertThat(replay.path("differing").asInt(-1)).as("%s", replay).isZero();
        assertThat(replay.path("liveDigest").asString()).isEqualTo(replay.path("digest").asString());
        JsonNode rebuilt = node.postJson("/api/v1/rebuilds", "{}").path("rooms");
        assertThat(rebuilt.size()).isGreaterThan(5);
        rebuilt.forEach(room -> assertThat(room.path("replaced").asBoolean(true)).as("%s", room).isFalse());
        assertThat(node.get("/api/v1/dead-letters").path("deadLetters").isEmpty()).as("nothing is parked").isTrue();
    }
}
