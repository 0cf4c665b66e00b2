package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationKind;

import static org.assertj.core.api.Assertions.assertThat;

class OneOrderTest {

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
    void theRealEventStoreTransactionsAndCommandBusAreWired() {
        assertThat(ledger.get(EventStorageEngine.class)).isInstanceOf(OrderedEventStorageEngine.class);
        assertThat(ledger.get(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(ledger.get(CommandBus.class)).isInstanceOf(GroupCommitCommandBus.class);
    }

    @Test
    void theEmbeddedDatabaseFlushesEveryCommit() {
        JdbcTemplate jdbc = ledger.get(JdbcTemplate.class);
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.queryForObject("SHOW " + setting, String.class)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void positionsHaveNoGapAndEveryWriteReturnsItsOwn() {
        CommandDesk desk = ledger.get(CommandDesk.class);
        List<CommandDesk.Asked> commands = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> {
            commands.add(new CommandDesk.Asked(register("T-" + i, OrganizationKind.COMMUNITY), Map.of()));
            commands.add(new CommandDesk.Asked(register("REFUSED-" + i, OrganizationKind.TEAM), Map.of()));
            commands.add(new CommandDesk.Asked(register("T-" + i, OrganizationKind.COMMUNITY), Map.of()));
        });

        List<CommandDesk.Receipt> receipts = desk.sendAll(commands, Actor.LEDGER);

        JdbcTemplate jdbc = ledger.get(JdbcTemplate.class);
        List<Long> positions = jdbc.queryForList("SELECT position FROM facts.event ORDER BY position", Long.class);
        assertThat(positions).containsExactlyElementsOf(
                LongStream.rangeClosed(1, positions.size()).boxed().toList());
        for (int i = 0; i < commands.size(); i += 3) {
            assertThat(receipts.get(i).decision()).isInstanceOf(Decision.Accepted.class);
            assertThat(receipts.get(i + 1).decision()).isInstanceOf(Decision.Refused.class);
            assertThat(receipts.get(i + 2).decision()).isInstanceOf(Decision.AlreadySo.class);
            assertThat(receipts.get(i + 2).position()).isGreaterThanOrEqualTo(receipts.get(i).position());
            assertThat(jdbc.queryForObject(
                            "SELECT aggregate_id FROM facts.event WHERE position = ?", String.class,
                            receipts.get(i).position()))
                    .isEqualTo(commands.get(i).command().aggregateId());
        }
    }

    private static RegisterOrganization register(String code, OrganizationKind kind) {
        return new RegisterOrganization(LedgerIds.organization(code), code, code, kind, null, "Asia/Shanghai");
    }
}
