package ledger.api.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ledger says after a fault beside what its clients were told.
 *
 * @param lost acknowledged and not there, or with other minutes
 * @param doubled there more than once, or without a client who sent it
 */
record Audit(int entries, int lost, int doubled) {

    static Audit of(ServeNode node, Load load) {
        long position = node.get("/api/v1/position").path("position").asLong();
        int entries = 0;
        int lost = 0;
        int doubled = 0;
        for (String volunteer : load.volunteers()) {
            List<String> there = new ArrayList<>();
            node.get("/api/v1/volunteers/" + volunteer + "/entries?after=" + position).path("entries")
                    .forEach(entry -> there.add(
                            entry.path("entryId").asString() + "/" + entry.path("time").path("minutes").asInt()));
            Set<String> told = new HashSet<>();
            load.of(volunteer).forEach(answer -> told.add(answer.entryId() + "/" + answer.minutes()));
            Set<String> distinct = new HashSet<>(there);
            entries += there.size();
            lost += (int) told.stream().filter(one -> !distinct.contains(one)).count();
            doubled += there.size() - distinct.size();
            doubled += (int) distinct.stream().filter(one -> !told.contains(one)).count();
        }
        return new Audit(entries, lost, doubled);
    }

    /** The views are those that the facts make, by the auditor's replay and by a rebuild of every room. */
    static void viewsAreThoseOfTheFacts(ServeNode node) {
        JsonNode replay = node.postJson("/api/v1/replays", "{\"compare\": true}");
        assertThat(replay.path("differing").asInt(-1)).isZero();
        assertThat(replay.path("liveDigest").asString()).isEqualTo(replay.path("digest").asString());
        JsonNode rebuilt = node.postJson("/api/v1/rebuilds", "{}").path("rooms");
        assertThat(rebuilt.size()).isGreaterThan(5);
        rebuilt.forEach(room -> assertThat(room.path("replaced").asBoolean(true)).as("%s", room).isFalse());
    }
}
