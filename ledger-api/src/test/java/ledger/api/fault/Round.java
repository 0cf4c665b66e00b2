package ledger.api.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** One fault, what goes on meanwhile, and the seed of the moment and of the load. */
record Round(Fault fault, Load.Kind load, long seed) {

    private static final int ON_SEVERAL_NODES = 2;

    /**
     * Decks of all faults, each in an order of its own. In each deck some faults, other ones each time, befall several
     * nodes; these come first, and after them those that one ledger goes through, so that few have to be started.
     */
    static List<Round> draw(long seed, int rounds) {
        Random random = new Random(seed);
        List<Round> drawn = new ArrayList<>();
        while (drawn.size() < rounds) {
            List<Fault> faults = Arrays.asList(Fault.values());
            Collections.shuffle(faults, random);
            List<Fault> onSeveral = faults.stream()
                    .filter(Fault::befallsSeveralNodes).limit(ON_SEVERAL_NODES).toList();
            List<Round> deck = new ArrayList<>();
            for (Fault fault : faults) {
                Load.Kind load = onSeveral.contains(fault)
                        ? Load.Kind.THREE_NODES
                        : deck.size() % 2 == 0 ? Load.Kind.ROSTERS : Load.Kind.SESSIONS;
                deck.add(new Round(fault, load, seed + drawn.size() + deck.size()));
            }
            deck.sort(Comparator.comparing(Round::site));
            drawn.addAll(deck);
        }
        return drawn.subList(0, rounds);
    }

    /** As {@link #toString()} prints it. */
    static Round parse(String text) {
        String[] parts = text.split("/");
        return new Round(Fault.valueOf(parts[0]), Load.Kind.valueOf(parts[1]), Long.parseLong(parts[2]));
    }

    Installation.Site site() {
        return switch (fault) {
            case DISK_FULL -> Installation.Site.SMALL_DISK;
            case FOREIGN_HOST -> Installation.Site.FOREIGN_HOST;
            case SERVICE_KILLED, DATABASE_KILLED, BOTH_KILLED, DATABASE_PAUSED, POOL_EXHAUSTED, CLOCK_JUMPS,
                    POISONED_FACT, STALE_LOCK_FILE ->
                load == Load.Kind.THREE_NODES ? Installation.Site.THREE_NODES : Installation.Site.ONE_NODE;
        };
    }

    @Override
    public String toString() {
        return fault + "/" + load + "/" + seed;
    }
}
