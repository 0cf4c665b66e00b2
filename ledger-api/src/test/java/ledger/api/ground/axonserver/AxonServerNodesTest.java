package ledger.api.ground.axonserver;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.projections.Followers;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes on one Axon Server and one database: any of them takes any command, an account has its node. */
@ResourceLock(OnAxonServer.SHARED)
class AxonServerNodesTest {

    private static final int MANY = 40;

    private final OnAxonServer first = OnAxonServer.shared();

    @Test
    void commandsGoToTheNodeOfTheirAccountFromWhereverTheyComeAndOnToTheOtherWhenItLeaves() {
        try (OnAxonServer second = first.secondNode()) {
            OnAxonServer.soon("both nodes handle commands",
                    () -> first.stub.commands.clients(RecordService.class.getName()).size() == 2);
            Set<String> nodes = new HashSet<>();
            assertAccepted(send(first, 1));
            IntStream.range(0, MANY).forEach(i -> nodes.add(first.stub.commands.nodeOf.get("account-node-" + i)));
            Map<String, String> before = Map.copyOf(first.stub.commands.nodeOf);
            List<Receipt> receipts = send(second, 2);
            assertAccepted(receipts);
            assertThat(nodes).hasSize(2);
            IntStream.range(0, MANY).mapToObj(i -> "account-node-" + i).forEach(account ->
                    assertThat(first.stub.commands.nodeOf).containsEntry(account, before.get(account)));
            Followers views = second.ledger.get(Followers.class);
            long last = receipts.stream().mapToLong(Receipt::position).max().orElseThrow();
            assertThat(views.await(last, OnAxonServer.SOON, views.rooms())).isTrue();
        }
        assertAccepted(send(first, 3));
        assertThat(first.stored("account-node-")).hasSize(3 * MANY);
    }

    private static List<Receipt> send(OnAxonServer from, int day) {
        return from.ledger.get(CommandDesk.class).sendAll(
                IntStream.range(0, MANY)
                        .mapToObj(i -> new Asked(Nodes.record("node-" + i, "node-" + i, day), Map.of()))
                        .toList(),
                Actor.LEDGER);
    }

    private static void assertAccepted(List<Receipt> receipts) {
        assertThat(receipts).hasSize(MANY).allMatch(receipt -> receipt.decision() instanceof Decision.Accepted);
    }
}
