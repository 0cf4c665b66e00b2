package ledger.api.door;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.projections.FactSource;
import ledger.projections.Followers;

import static org.assertj.core.api.Assertions.assertThat;

/** What a preview tells is what the decision then changes: totals, stars, awards, statements; no more and no less. */
class PreviewHoldsTest extends AtTheDesk {

    private static final String VOLUNTEER = "/volunteers/" + SmallTown.SECOND;
    private static final int DECISIONS = 12;

    /** All that a decision may change of a volunteer, as it stands. */
    private record Stand(
            Map<String, Integer> totals, Map<String, String> levels, Map<String, String> entries,
            TreeSet<String> statements, TreeSet<String> reviews) {}

    @Test
    void whatAPreviewTellsIsWhatTheDecisionThenChanges() {
        take("town-thanks", "person");
        take("town-honour", "organization");
        Random random = new Random(20260305);
        Map<String, LocalDate> entries = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            LocalDate day = day();
            entries.put(session(SmallTown.STATION, day, "09:00", "11:00"), day);
        }
        SmallTown.json(post(Who.OPERATOR, "/rounds", Map.of("asOf", LocalDate.now().plusDays(60).toString())));
        confer(VOLUNTEER + "/recognitions", "town-thanks");
        confer("/organizations/" + SmallTown.STATION + "/recognitions", "town-honour");
        List<String> ids = entries.keySet().stream().sorted().toList();
        int superseded = 0;
        int reviewed = 0;
        for (int i = 0; i < DECISIONS; i++) {
            SmallTown.json(post(Who.AUTHORITY, VOLUNTEER + "/statements", Map.of()));
            String entry = ids.get(random.nextInt(ids.size()));
            boolean revoked = state(Who.AUTHORITY, entry).equals("REVOKED");
            String decision = revoked ? "reinstatement" : random.nextInt(3) == 0 ? "revocation" : "correction";
            Map<String, Object> words = new HashMap<>();
            if (decision.equals("correction")) {
                words.put("servedTo", entries.get(entry) + "T10:" + (10 + random.nextInt(49)) + ":00");
            }
            Stand before = stand(ids);
            JsonNode shown = SmallTown.json(
                    post(Who.AUTHORITY, "/entries/" + entry + "/preview", with(words, decision)));
            assertThat(stand(ids)).as("a preview stores nothing").isEqualTo(before);
            assertThat(totals(shown.path("before"))).isEqualTo(before.totals());

            words.put("reason", "核对");
            SmallTown.json(post(Who.AUTHORITY, "/entries/" + entry + "/" + decision, words));
            Stand after = stand(ids);
            String what = decision + " of " + entry + ", step " + i;
            assertThat(totals(shown.path("after"))).as(what).isEqualTo(after.totals());
            shown.path("schemes").forEach(scheme -> assertThat(
                            scheme.path("after").path("minutes").asInt() + " "
                                    + scheme.path("after").path("level").asString("-"))
                    .as(what).isEqualTo(after.levels().get(scheme.path("scheme").asString())));
            assertThat(shown.path("schemes").size()).isEqualTo(after.levels().size());
            assertThat(shown.path("entries").valueStream().map(change -> entryStand(change.path("after"))))
                    .as(what).containsExactlyElementsOf(after.entries().entrySet().stream()
                            .filter(one -> !one.getValue().equals(before.entries().get(one.getKey())))
                            .map(Map.Entry::getValue).toList());
            TreeSet<String> fell = new TreeSet<>(before.statements());
            fell.removeAll(after.statements());
            assertThat(texts(shown.path("supersededStatements"))).as(what).isEqualTo(fell);
            TreeSet<String> came = new TreeSet<>(after.reviews());
            came.removeAll(before.reviews());
            TreeSet<String> foretold = new TreeSet<>();
            shown.path("recognitions").forEach(one -> foretold.add(one.path("recognitionId").asString()));
            foretold.removeAll(before.reviews());
            assertThat(foretold).as(what).isEqualTo(came);
            superseded += fell.size();
            reviewed += came.size();
            confirm(after.reviews());
        }
        assertThat(superseded).as("statements superseded").isGreaterThan(3);
        assertThat(reviewed).as("awards put under review").isGreaterThan(3);
    }

    private static Map<String, Object> with(Map<String, Object> words, String decision) {
        Map<String, Object> asked = new HashMap<>(words);
        asked.put("decision", decision);
        return asked;
    }

    /** Everything follows: views, and the policies that act on what they see. */
    private static void settle() {
        Followers followers = town.ledger().get(Followers.class);
        FactSource facts = town.ledger().get(FactSource.class);
        long head;
        do {
            head = facts.head();
            assertThat(followers.await(head, Duration.ofSeconds(30), followers.rooms())).isTrue();
        } while (facts.head() > head);
    }

    private static Stand stand(List<String> ids) {
        settle();
        JsonNode hours = page(VOLUNTEER + "/hours");
        Map<String, String> levels = new TreeMap<>();
        page(VOLUNTEER + "/recognition?after=" + head()).path("verdicts").forEach(one -> levels.put(
                one.path("schemeId").asString(),
                one.path("minutes").asInt() + " " + one.path("reached").valueStream().map(JsonNode::asString)
                        .reduce((a, b) -> b).orElse("-")));
        Map<String, String> entries = new TreeMap<>();
        ids.forEach(id -> entries.put(id, entryStand(page("/entries/" + id).path("entry"))));
        TreeSet<String> statements = new TreeSet<>();
        page(VOLUNTEER + "/statements?after=" + head()).path("statements").forEach(one -> {
            if (!one.hasNonNull("supersededAt")) {
                statements.add(one.path("issued").path("number").asString());
            }
        });
        TreeSet<String> reviews = new TreeSet<>();
        page("/recognitions?state=under-review").path("recognitions")
                .forEach(one -> reviews.add(one.path("recognitionId").asString()));
        return new Stand(totals(hours), levels, entries, statements, reviews);
    }

    private static String entryStand(JsonNode entry) {
        return entry.path("entryId").asString() + " " + entry.path("state").asString() + " "
                + entry.path("time").path("minutes").asInt();
    }

    private static Map<String, Integer> totals(JsonNode told) {
        Map<String, Integer> totals = new TreeMap<>();
        for (String name : List.of(
                "certifiedMinutes", "creditMinutes", "honourMinutes", "inNoticeMinutes", "heldMinutes")) {
            totals.put(name, told.path(name).asInt());
        }
        return totals;
    }

    private static TreeSet<String> texts(JsonNode list) {
        TreeSet<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static void confirm(TreeSet<String> reviews) {
        reviews.forEach(id -> SmallTown.json(
                post(Who.AUTHORITY, "/recognitions/" + id + "/confirmation", Map.of("reason", "仍达到"))));
    }

    private static void take(String scheme, String subject) {
        SmallTown.json(post(Who.OPERATOR, "/schemes", Map.of("signedBy", "王芳", "text", """
                id: %s
                version: "1"
                effectiveFrom: 2020-01-01
                title: {zh: 本镇, en: Of the town}
                confidence: verbatim
                source: 本镇办法，本镇，2020
                window: {kind: lifetime}
                bands: [{subject: %s, levels: [{id: one, minutes: 60, title: {zh: 一级, en: One}}]}]
                """.formatted(scheme, subject))));
        awaitList(scheme);
    }

    private static void confer(String door, String scheme) {
        assertThat(SmallTown.json(post(Who.AUTHORITY, door, Map.of("scheme", scheme, "level", "one")))
                        .path("changed").asBoolean())
                .isTrue();
    }
}
