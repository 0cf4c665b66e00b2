package ledger.api.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.intake.RegisterIntake.Layout;
import ledger.api.operation.DataDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole files as organizations send them, through the doors, against totals computed elsewhere. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealRostersTest {

    private static final String[] ROSTERS = {"roster-utf8.csv", "roster-gb18030.csv", "roster.ndjson"};

    @TempDir
    static Path data;

    private static TestLedger ledger;
    private static LedgerClient operator;
    private static final List<String> submissions = new ArrayList<>();

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(data);
        operator = new LedgerClient(
                ledger.port(), new DataDirectory(data).read(DataDirectory.OPERATOR_TOKEN).orElseThrow());
        Fixtures.loadRegisters(operator);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    @Order(1)
    void everyRowOfTheThreeRostersIsAccepted() {
        int accepted = 0;
        for (String roster : ROSTERS) {
            JsonNode report = Fixtures.send(operator, Layout.ROSTER, roster);
            assertThat(report.path("accepted").asInt()).as(roster).isEqualTo(report.path("rows").asInt());
            accepted += report.path("accepted").asInt();
            submissions.add(report.path("submission").asString());
        }
        assertThat(accepted).isEqualTo(Fixtures.expected().path("timedEntries").asInt());
    }

    @Test
    @Order(2)
    void nothingCountsBeforeItsNoticeIsOver() {
        operator.post("/api/v1/rounds", Map.of());
        assertThat(operator.get("/api/v1/totals").path("certifiedMinutes").asInt()).isZero();
    }

    @Test
    @Order(3)
    void totalsEqualTheExpectedOnesToTheMinute() {
        JsonNode round = operator.post("/api/v1/rounds", Map.of("asOf", "2027-01-31"));
        assertThat(round.path("certified").asInt()).isEqualTo(Fixtures.expected().path("timedEntries").asInt());
        assertTotals(round.path("position").asLong());
    }

    @Test
    @Order(4)
    void sendingThemAgainChangesNothing() {
        long position = 0;
        for (String roster : ROSTERS) {
            JsonNode report = Fixtures.send(operator, Layout.ROSTER, roster);
            assertThat(report.path("duplicate").asInt()).as(roster).isEqualTo(report.path("rows").asInt());
            position = report.path("position").asLong();
        }
        JsonNode volunteers = Fixtures.send(operator, Layout.VOLUNTEERS, "volunteers.csv");
        assertThat(volunteers.path("duplicate").asInt()).isEqualTo(volunteers.path("rows").asInt());
        assertTotals(position);
    }

    @Test
    @Order(5)
    void theReplayFindsTheSameMinutesStarsAndStatementDigests() {
        JsonNode replay = operator.post("/api/v1/replays", Map.of("compare", true));

        assertThat(replay.path("volunteers").asInt()).isEqualTo(400);
        assertThat(replay.path("certifiedMinutes").asInt())
                .isEqualTo(Fixtures.expected().path("timedMinutes").asInt());
        assertThat(replay.path("differing").asInt()).isZero();
        assertThat(replay.path("digest").asString()).isEqualTo(replay.path("liveDigest").asString()).hasSize(64);
    }

    @Test
    @Order(6)
    void theReplayUpToAnEarlierPositionFindsWhatWasKnownThen() {
        long position = operator.get("/api/v1/position").path("position").asLong();
        JsonNode half = operator.post("/api/v1/replays", Map.of("compare", true, "to", position / 2));

        assertThat(half.path("position").asLong()).isEqualTo(position / 2);
        assertThat(half.path("differing").asInt()).isZero();
        assertThat(half.path("certifiedMinutes").asInt())
                .isLessThan(Fixtures.expected().path("timedMinutes").asInt());
    }

    @Test
    @Order(6)
    void theReplaysOfAllOrganizationsAndOfAllRostersTogetherAreTheWhole() {
        JsonNode all = operator.post("/api/v1/replays", Map.of("compare", true));
        int byOrganization = 0;
        for (JsonNode one : operator.get("/api/v1/organizations").path("organizations")) {
            byOrganization += entriesOf("organization:" + one.path("code").asString());
        }
        int byRoster = 0;
        for (String one : submissions) {
            byRoster += entriesOf("submission:" + one);
        }
        assertThat(byOrganization).isEqualTo(all.path("entries").asInt());
        assertThat(byRoster).isEqualTo(all.path("entries").asInt());
    }

    private static int entriesOf(String scope) {
        JsonNode replay = operator.post("/api/v1/replays", Map.of("scope", scope, "compare", true));
        assertThat(replay.path("differing").asInt()).as(scope).isZero();
        assertThat(replay.path("digest").asString()).as(scope).isEqualTo(replay.path("liveDigest").asString());
        return replay.path("entries").asInt();
    }

    @Test
    @Order(7)
    void theHonourHoursAreAcceptedAsHistoricalForTheOrganizationThatSendsThem() {
        JsonNode token = operator.post("/api/v1/tokens", Map.of(
                "role", "recorder", "label", "honour hours",
                "organization", Fixtures.expected().path("honourOrganization").asString()));
        JsonNode report = Fixtures.send(
                operator.as(token.path("secret").asString()), Layout.ROSTER, "honour-hours.xlsx");
        assertThat(report.path("accepted").asInt()).as("%s", report)
                .isEqualTo(Fixtures.expected().path("honourEntries").asInt());
        JsonNode round = operator.post("/api/v1/rounds", Map.of("asOf", "2027-01-31"));
        long position = round.path("position").asLong();
        Map<String, Integer> wrong = new TreeMap<>();
        Fixtures.expected().path("honourMinutesByVolunteer").properties().forEach(one -> {
            int timed = Fixtures.expected().path("minutesByVolunteer").path(one.getKey()).asInt(0);
            int minutes = operator.get("/api/v1/volunteers/" + one.getKey() + "/hours?after=" + position)
                    .path("certifiedMinutes").asInt();
            if (minutes - timed != one.getValue().asInt()) {
                wrong.put(one.getKey(), minutes - timed);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void assertTotals(long position) {
        Map<String, Integer> wrong = new TreeMap<>();
        Fixtures.expected().path("minutesByVolunteer").properties().forEach(one -> {
            int minutes = operator.get("/api/v1/volunteers/" + one.getKey() + "/hours?after=" + position)
                    .path("certifiedMinutes").asInt();
            if (minutes != one.getValue().asInt()) {
                wrong.put(one.getKey(), minutes);
            }
        });
        assertThat(wrong).isEmpty();
        JsonNode totals = operator.get("/api/v1/totals?after=" + position);
        assertThat(totals.path("certifiedMinutes").asInt())
                .isEqualTo(Fixtures.expected().path("timedMinutes").asInt());
        for (String by : new String[] {"Organization", "Category"}) {
            Map<String, Integer> expected = new TreeMap<>();
            Fixtures.expected().path("minutesBy" + by).properties().forEach(one -> {
                if (one.getValue().asInt() > 0) {
                    expected.put(one.getKey(), one.getValue().asInt());
                }
            });
            Map<String, Integer> found = new TreeMap<>();
            totals.path("by" + by).properties().forEach(one -> found.put(one.getKey(), one.getValue().asInt()));
            assertThat(found).as(by).isEqualTo(expected);
        }
    }
}
