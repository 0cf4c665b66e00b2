package ledger.api.bench;

import java.util.Map;
import java.util.concurrent.Callable;

/** One kind of work, done in turn by this ledger and by those it is compared with. */
interface Scenario {

    String name();

    Unit unit();

    /** Those who do it; whoever needs another's outcome comes after it. */
    Map<Side, Contender> contenders();

    /** 0 where a round must warm up before those that count. */
    default int firstRound() {
        return 0;
    }

    /** What a reader must know to judge the figures; asked at the end. */
    Map<String, Object> conditions();

    /** @throws IllegalStateException when the contenders did not do the same */
    default void check() {}

    /** One who does it, round after round. */
    @FunctionalInterface
    interface Contender {
        /** Everything that is not measured; what is answered is then measured. */
        Callable<Work> prepare(int round) throws Exception;
    }
}
