package ledger.api.fault;

import java.util.List;
import java.util.Random;

import ledger.api.fault.Town.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** One fault after the other on one ledger, each under load and followed by an audit. */
final class FaultRound {

    private static final int HANDS = 4;

    private final ServeNode node;
    private final Load load;
    private final Random random;
    private final long seed;

    FaultRound(ServeNode node, Load load, Random random, long seed) {
        this.node = node;
        this.load = load;
        this.random = random;
        this.seed = seed;
    }

    /** A fault that ends as it began: with a service that answers. */
    Result run(Fault fault) throws Exception {
        return run(fault, () -> new Faults(node, load, random).strike(fault));
    }

    /** What befalls the ledger. */
    @FunctionalInterface
    interface Strike {
        void now() throws Exception;
    }

    Result run(Fault fault, Strike strike) throws Exception {
        int acknowledged = load.acknowledged();
        int inDoubt = load.inDoubt();
        load.begin(fault == Fault.POOL_EXHAUSTED ? 4 * HANDS : HANDS, random.nextLong(), () -> node);
        try {
            strike.now();
        } catch (Throwable e) {
            load.abandon();
            throw e;
        }
        load.end();
        Audit audit = Audit.of(node, load);
        Result result = new Result(
                fault, "ok", load.acknowledged() - acknowledged, load.inDoubt() - inDoubt, audit.lost(),
                audit.doubled(), seed);
        assertThat(audit).as("after %s, seed %d", fault, seed)
                .isEqualTo(new Audit(load.acknowledged(), 0, 0));
        return result;
    }

    static void print(List<Result> results) {
        System.out.println("kind             acknowledged  in doubt  lost  doubled  seed  outcome");
        results.forEach(System.out::println);
    }
}
