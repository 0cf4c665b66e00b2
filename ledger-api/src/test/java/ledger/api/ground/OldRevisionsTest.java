package ledger.api.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.domain.Decision;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.EntryState;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountAggregate;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.history.FactTypes;
import ledger.projections.DeadLetters;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.log.StoredFact;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts stored under an older revision are read today by everybody: views, accounts, exports; none is changed. */
class OldRevisionsTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("basedir", ".")).resolve("../ledger-domain/src/test/resources/golden");
    private static final Officer AUTHORITY = new Officer("organization-city", Tier.AUTHORITY);
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private static TestLedger ledger;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aHeldServiceOfRevisionOneIsShownDecidedAndLeftAsItWasStored() {
        String golden = golden("ServiceHeld.1.json");
        StoredFact old = stored("ServiceHeld", 1, golden, ledger.get(FactLog.class).head() + 1);
        ledger.get(FactLog.class).take(List.of(old));

        ServiceHeld read = (ServiceHeld) ledger.get(FactSource.class).after(old.position() - 1, 1).getFirst().fact();
        assertThat(read.entry().circumstances()).isEqualTo(Circumstances.UNKNOWN);

        EntryVersion shown = shown(read.entryId(), old.position());
        assertThat(shown.state()).isEqualTo(EntryState.HELD);
        assertThat(shown.time().minutes()).isEqualTo(540);
        assertThat(shown.holdReasons()).containsExactly(
                Hold.of(HoldReason.SERVICE_OVERLAPS), Hold.of(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES));

        CommandDesk.Receipt receipt = ledger.get(CommandDesk.class).send(
                new ApproveHeldService(
                        read.accountId(), read.entryId(), AUTHORITY, new AnnexNote("note-1", "digest"), DAY,
                        "default-cn/2026-1", Circumstances.UNKNOWN),
                Actor.LEDGER);
        assertThat(receipt.decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(shown(read.entryId(), receipt.position()).state()).isEqualTo(EntryState.RECORDED);

        Followers views = ledger.get(Followers.class);
        assertThat(views.await(receipt.position(), Duration.ofSeconds(30), views.rooms())).isTrue();
        assertThat(ledger.get(DeadLetters.class).list(1)).isEmpty();

        List<StoredFact> log = ledger.get(FactLog.class).after(old.position() - 1, 10);
        assertThat(log.getFirst()).isEqualTo(old);
        assertThat(log.get(1).type()).isEqualTo("HeldServiceApproved");
        assertThat(log.get(1).sequence()).isEqualTo(1);
        System.out.printf("stored as revision 1: %s%nshown as: %s%n",
                golden.replaceAll("\\s+", ""), LedgerJson.write(shown));
    }

    @Test
    void everyGoldenFileIsReadThroughTheStoresOwnSerializerByItsPlainName() {
        FactSerializer serializer = new FactSerializer();
        assertThat(FactTypes.all()).hasSizeGreaterThan(40).allSatisfy(fact -> {
            String revision = Integer.toString(fact.revision());
            Object read = serializer.deserialize(new SimpleSerializedObject<>(
                    golden(fact.name() + "." + revision + ".json"), String.class,
                    new SimpleSerializedType(fact.name(), revision)));
            SerializedObject<String> written = serializer.serialize(read, String.class);
            assertThat(read).isInstanceOf(fact.type());
            assertThat(written.getType().getName()).isEqualTo(fact.name());
            assertThat(written.getType().getRevision()).isEqualTo(revision);
            assertThat(LedgerJson.MAPPER.readTree(written.getData()))
                    .isEqualTo(LedgerJson.MAPPER.readTree(golden(fact.name() + "." + revision + ".json")));
        });
    }

    @Test
    void noTableNamesAClassOfOurs() {
        JdbcTemplate jdbc = ledger.get(JdbcTemplate.class);
        CommandDesk.Receipt receipt =
                ledger.get(CommandDesk.class).send(Nodes.record("named", "named", 1), Actor.LEDGER);
        Followers views = ledger.get(Followers.class);
        assertThat(views.await(receipt.position(), Duration.ofSeconds(30), views.rooms())).isTrue();
        List<String> tables = jdbc.queryForList(
                """
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'flyway') AND table_type = 'BASE TABLE'
                """,
                String.class);
        List<String> naming = new ArrayList<>();
        long rows = 0;
        for (String table : tables) {
            for (String row : jdbc.queryForList("SELECT t::text FROM " + table + " t", String.class)) {
                rows++;
                if (Stream.of("ledger.domain.", "ledger.projections.", "ledger.api.").anyMatch(row::contains)) {
                    naming.add(table + " " + row);
                }
            }
        }
        assertThat(tables).contains("facts.event", "views_v1.entry");
        assertThat(rows).isGreaterThan(5);
        assertThat(naming).isEmpty();
        assertThat(HourAccountAggregate.class.getAnnotation(AggregateRoot.class).type()).isEqualTo("HourAccount");
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT aggregate_type FROM facts.event WHERE aggregate_id LIKE 'account-%'",
                        String.class))
                .containsExactly("HourAccount");
    }

    private static EntryVersion shown(String entryId, long position) {
        assertThat(ledger.get(Followers.class).await(
                        position, Duration.ofSeconds(30), List.of(EntryProjection.ROOM)))
                .isTrue();
        return ledger.get(EntryReader.class).find(entryId, EntryReader.NOW).orElseThrow();
    }

    private static StoredFact stored(String type, int revision, String payload, long position) {
        return new StoredFact(
                position, "event-" + type + "-" + revision, type, revision, "HourAccount",
                LedgerJson.MAPPER.readTree(payload).required("accountId").asString(), 0,
                Instant.parse("2026-03-09T02:00:00Z").toEpochMilli(), payload,
                "{\"actor\":\"token-1\",\"recordedOn\":\"2026-03-09\",\"salt\":\"" + Salts.next() + "\"}");
    }

    private static String golden(String file) {
        try {
            return Files.readString(GOLDEN.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
