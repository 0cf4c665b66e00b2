package ledger.api.fault;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ledger.api.fault.ServeNode.Settings;

/** The two faults that every installation meets, once: the service is killed, then its database. */
class ShortFaultsTest {

    private static final long SEED = Long.getLong("ledger.faults.seed", 20261124);

    @Test
    void whatWasAcknowledgedIsThereOnceAfterServiceAndDatabaseWereKilled() throws Exception {
        ServeNode node = ServeNode.start(Town.temporary(), Settings.USUAL);
        try {
            Load load = Town.load(node);
            FaultRound round = new FaultRound(node, load, new Random(SEED), SEED);
            FaultRound.print(List.of(round.run(Fault.SERVICE_KILLED), round.run(Fault.DATABASE_KILLED)));
            Audit.viewsAreThoseOfTheFacts(node);
        } finally {
            node.stop();
        }
    }
}
