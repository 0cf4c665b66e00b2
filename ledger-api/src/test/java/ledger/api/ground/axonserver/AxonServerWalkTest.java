package ledger.api.ground.axonserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.axoniq.axonserver.grpc.event.Event;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.FactLog;
import ledger.api.ground.LedgerTime;
import ledger.api.ground.Nodes;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Salts;
import ledger.api.operation.LedgerArchive;
import ledger.api.operation.LedgerArchive.RefusedArchiveException;
import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeEvent.AccountGivenBack;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.history.FactMetadata;
import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationEvent.OrganizationAffiliated;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.place.GridCommand.DefineGrid;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.LedgerJson;
import ledger.projections.RecordedFact;
import ledger.projections.log.LogDigest;
import ledger.projections.log.StoredFact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A ledger on Axon Server does what a ledger on PostgreSQL does, with the same bytes and the same positions. */
@ResourceLock(OnAxonServer.SHARED)
class AxonServerWalkTest {

    private final OnAxonServer on = OnAxonServer.shared();

    @Test
    void theSettingPutsFactsOnTheServerAndNoneIntoTheDatabase() {
        assertThat(on.ledger.get(EventStorageEngine.class)).isInstanceOf(AxonServerStorageEngine.class);
        on.ledger.get(CommandDesk.class).send(Nodes.record("wired", "wired", 1), Actor.LEDGER);
        assertThat(on.types("account-wired")).containsExactly("ServiceRecorded");
        JdbcTemplate jdbc = on.ledger.get(JdbcTemplate.class);
        assertThat(jdbc.queryForList("SELECT 1 FROM facts.event", Integer.class)).isEmpty();
    }

    @Test
    void aFactHasTheSameBytesOnBothStores() {
        var fact = new GenericDomainEventMessage<>(
                "Volunteer", "volunteer-bytes", 0,
                new VolunteerEnrolled(
                        "volunteer-bytes", "account-bytes", LocalDate.parse("2026-03-09"), "organization-陈"),
                Map.of(FactMetadata.ACTOR, "token-1", FactMetadata.ROLE, "ledger", FactMetadata.SALT, Salts.next()));
        on.ledger.get(EventStorageEngine.class).appendEvents(List.of(fact));
        Event there = on.stored("volunteer-bytes").getFirst();
        try (TestLedger postgres = TestLedger.start()) {
            postgres.get(EventStorageEngine.class).appendEvents(List.of(fact));
            Map<String, Object> here = postgres.get(JdbcTemplate.class)
                    .queryForMap("SELECT * FROM facts.event WHERE aggregate_id = 'volunteer-bytes'");
            assertThat(there.getPayload().getData().toByteArray())
                    .isEqualTo(String.valueOf(here.get("payload")).getBytes(StandardCharsets.UTF_8));
            assertThat(there.getPayload().getType()).isEqualTo(here.get("type")).isEqualTo("VolunteerEnrolled");
            assertThat(there.getPayload().getRevision()).isEqualTo(String.valueOf(here.get("revision")));
            assertThat(there.getMessageIdentifier()).isEqualTo(here.get("event_id"));
            assertThat(there.getAggregateType()).isEqualTo(here.get("aggregate_type"));
            assertThat(there.getAggregateSequenceNumber()).isEqualTo(here.get("sequence"));
            assertThat(there.getTimestamp()).isEqualTo(here.get("time_ms"));
            assertThat(metadata(there)).isEqualTo(
                    LedgerJson.read(String.valueOf(here.get("metadata")), Map.class));
        }
    }

    private static Map<String, String> metadata(Event event) {
        return event.getMetaDataMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getTextValue()));
    }

    @Test
    void aFactIsExportedFromTheServerAsFromTheDatabaseAndNoArchiveIsTakenOver() throws IOException {
        on.ledger.get(CommandDesk.class).send(Nodes.record("carried", "carried", 1), Actor.LEDGER);
        Path file = Files.createTempFile("ledger", ".zip");
        LedgerArchive archive = on.ledger.get(LedgerArchive.class);
        LedgerArchive.Manifest written;
        try (OutputStream out = Files.newOutputStream(file)) {
            written = archive.write(out, true, position -> { });
        }
        LogDigest digest = new LogDigest();
        on.ledger.get(FactLog.class).after(0, (int) written.facts()).forEach(digest::add);
        assertThat(written.digest()).isEqualTo(digest.hex());
        StoredFact last = on.ledger.get(FactLog.class).after(written.facts() - 1, 1).getFirst();
        assertThat(last.position()).isEqualTo(written.facts()).isPositive();
        assertThat(last.payload()).isEqualTo(
                on.stored(last.aggregateId()).get((int) last.sequence()).getPayload().getData().toStringUtf8());
        assertThatExceptionOfType(RefusedArchiveException.class)
                .isThrownBy(() -> archive.takeOver(file, position -> { }))
                .withMessageContaining("PostgreSQL");
    }

    /** The facts are stored, so what commands know goes on from them, and new registers follow too. */
    @Test
    void twoOrganizationsThatWerePutUnderEachOtherDoNotStopWhatFollowsAndOneMoveBackEndsIt() {
        CommandDesk desk = on.ledger.get(CommandDesk.class);
        for (String name : List.of("ring-a", "ring-b")) {
            desk.send(new RegisterOrganization(
                    "organization-" + name, name, name, OrganizationKind.STATION, null, "Asia/Shanghai"), Actor.LEDGER);
        }
        on.ledger.get(EventStorageEngine.class)
                .appendEvents(List.of(moved("ring-a", "ring-b"), moved("ring-b", "ring-a")));
        desk.send(new DefineGrid("grid-after", "G-AFTER", "后网格", null, LocalDate.parse("2026-03-09")), Actor.LEDGER);
        assertThat(on.ledger.get(JdbcTemplate.class).queryForList(
                        "SELECT code FROM reference.grid WHERE grid_id = 'grid-after'", String.class))
                .containsExactly("G-AFTER");

        OrganizationRegister register = on.ledger.get(OrganizationRegister.class);
        assertThat(register.subtree("organization-ring-b")).as("each under the other")
                .contains("organization-ring-a", "organization-ring-b");
        assertThat(desk.send(
                        new AffiliateOrganization("organization-ring-a", null, false, LocalDate.parse("2026-03-09")),
                        Actor.LEDGER).decision())
                .as("one move back").isInstanceOf(Decision.Accepted.class);
        assertThat(register.subtree("organization-ring-b")).containsOnly("organization-ring-b");
        assertThat(register.subtree("organization-ring-a"))
                .containsOnly("organization-ring-a", "organization-ring-b");
    }

    @Test
    void r9_aSourceRecordGoesBackWithTheEntryThatAMergeHadBrought() {
        on.ledger.get(CommandDesk.class).send(Nodes.record("merged", "merged", 1), Actor.LEDGER);
        on.stub.events.store(List.of(OnAxonServer.foreign(
                new AccountGivenBack(
                        "account-merged", "merge-1", "account-back", List.of(LedgerIds.entry("merged", "record-1", 1)),
                        new Officer("organization-station", Tier.OWN), "mistake", new AnnexNote("note-1", "digest"),
                        LocalDate.parse("2026-03-09")),
                1)));
        OnAxonServer.soon("the claim has moved", () -> "account-back".equals(on.ledger.get(JdbcTemplate.class)
                .queryForObject(
                        "SELECT account_id FROM reference.source_claim WHERE source_system = 'merged'", String.class)));
    }

    private static GenericDomainEventMessage<?> moved(String name, String parent) {
        return new GenericDomainEventMessage<>(
                "Organization", "organization-" + name, 1,
                new OrganizationAffiliated(
                        "organization-" + name, "organization-" + parent, LocalDate.parse("2026-03-09")),
                Map.of(FactMetadata.ACTOR, "token-1", FactMetadata.ROLE, "ledger", FactMetadata.SALT, Salts.next()));
    }

    @Test
    void positionsAreTheServersTokensPlusOneAndEachAnswerKnowsItsOwn() {
        CommandDesk desk = on.ledger.get(CommandDesk.class);
        List<CommandDesk.Receipt> receipts = desk.sendAll(
                IntStream.range(0, 50)
                        .mapToObj(i -> new CommandDesk.Asked(Nodes.record("place-" + i, "place", i), Map.of()))
                        .toList(),
                Actor.LEDGER);
        List<RecordedFact> facts = on.ledger.get(FactSource.class).after(0, 10_000);
        assertThat(facts).extracting(RecordedFact::position)
                .isEqualTo(LongStream.rangeClosed(1, facts.size()).boxed().toList());
        for (int i = 0; i < receipts.size(); i++) {
            RecordedFact fact = facts.get((int) receipts.get(i).position() - 1);
            assertThat(fact.aggregateId()).isEqualTo("account-place-" + i);
            assertThat(FactMetadata.KEYS).containsAll(fact.metadata().keySet());
            assertThat(fact.metadata()).containsKey(FactMetadata.SALT).containsKey(FactMetadata.COMMAND_ID);
        }
        assertThat(on.ledger.get(FactSource.class).after(facts.size() - 3L, 2))
                .extracting(RecordedFact::position).containsExactly(facts.size() - 2L, facts.size() - 1L);
    }

    @Test
    void anInstantHasAPositionFromTheFollowedFacts() {
        long position = on.ledger.get(CommandDesk.class)
                .send(Nodes.record("instant", "instant", 1), Actor.LEDGER).position();
        RecordedFact fact = on.ledger.get(FactSource.class).after(position - 1, 1).getFirst();
        LedgerTime time = on.ledger.get(LedgerTime.class);
        assertThat(time.asOf(fact.recordedAt())).isGreaterThanOrEqualTo(position);
        assertThat(time.asOf(fact.recordedAt().minusSeconds(2))).isLessThan(position);
    }

    @Test
    void aRosterRowIsRecordedCertifiedAndCounted() {
        assertThat(refused("/organizations", """
                code,name,kind,parent
                AUTH,区志愿服务指导中心,authority,
                ST-A,青禾站,station,AUTH
                """)).isZero();
        assertThat(refused("/volunteers", """
                志愿者编号,姓名,证件类型,证件号码,注册日期
                3307990007000001,陈梅桐,居民身份证,330799197901200148,2018-10-24
                """)).isZero();
        String roster = """
                志愿者编号,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人
                3307990007000001,站点咨询,2024-05-06,13:00,15:00,站点,咨询,社区服务,ST-A,负责人06,记录员06
                """;
        JsonNode first = json("/api/v1/rosters", "text/csv", roster);
        assertThat(first.path("accepted").asInt()).as("%s", first).isEqualTo(1);
        assertThat(json("/api/v1/rosters", "text/csv", roster).path("duplicate").asInt()).isEqualTo(1);
        JsonNode round = json("/api/v1/rounds", "application/json",
                "{\"asOf\": \"" + LocalDate.now().plusDays(60) + "\"}");
        assertThat(round.path("certified").asInt()).isGreaterThanOrEqualTo(1);
        long position = round.path("position").asLong();
        Followers views = on.ledger.get(Followers.class);
        assertThat(views.await(position, Duration.ofSeconds(20), views.rooms())).isTrue();
        JsonNode hours = LedgerJson.MAPPER.readTree(
                on.get("/api/v1/volunteers/3307990007000001/hours?after=" + position).body());
        assertThat(hours.path("certifiedMinutes").asInt()).as("%s", hours).isEqualTo(120);
        JsonNode replay = json("/api/v1/replays", "application/json",
                "{\"compare\": true, \"scope\": \"volunteer:3307990007000001\"}");
        assertThat(replay.path("differing").asInt()).isZero();
    }

    private int refused(String path, String csv) {
        return json("/api/v1" + path, "text/csv", csv).path("refused").asInt(-1);
    }

    private JsonNode json(String path, String contentType, String body) {
        var answer = on.post(path, contentType, body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return LedgerJson.MAPPER.readTree(answer.body());
    }
}
