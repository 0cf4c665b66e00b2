package ledger.api.ground.axonserver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;

import ledger.projections.FactsAwayException;

/**
 * The one order as Axon Server keeps it. Its global sequence begins at 0 and has no gap, so a position is the token
 * plus one; a reader that finds it otherwise stops.
 */
final class ServerOrder {

    private static final int BUFFER = 1_000;
    private static final int REFILL = 250;
    private static final int SECONDS_FOR_ONE = 5;
    private static final long ASK_AGAIN_NANOS = 100_000_000;

    private final AxonServerLink link;
    private final AtomicLong known;
    private final AtomicLong asked = new AtomicLong(System.nanoTime() - ASK_AGAIN_NANOS);

    /** @param known a position that this ledger is known to have reached */
    ServerOrder(AxonServerLink link, long known) {
        this.link = link;
        this.known = new AtomicLong(known);
    }

    /** The last position written; never lower than one that was heard of before, whichever server answers. */
    long head() {
        return known.accumulateAndGet(freshHead(), Math::max);
    }

    /**
     * The head that an append comes after. A server that has fewer facts than were heard of is behind, or is not the
     * one that this ledger belongs to: nothing is written to it.
     */
    long headToWriteAfter() {
        long heardOf = known.get();
        long head = freshHead();
        if (head < heardOf) {
            throw new FactsAwayException(link.server() + " has " + head + " facts where " + heardOf
                    + " are known: nothing is written to it");
        }
        known.accumulateAndGet(head, Math::max);
        return head;
    }

    /** What the server that answers says now, without regard to what was heard before. */
    long freshHead() {
        return link.answer(link.events().getLastToken()) + 1;
    }

    /** The last position that was heard of: asked anew ten times a second at most, and not at all while it is away. */
    long headOrLastKnown() {
        long now = System.nanoTime();
        long last = asked.get();
        if (now - last < ASK_AGAIN_NANOS || !asked.compareAndSet(last, now)) {
            return known.get();
        }
        try {
            return head();
        } catch (FactsAwayException e) {
            return known.get();
        }
    }

    /** Up to {@code limit} facts after a position; none at the head. */
    List<EventWithToken> after(long position, int limit) {
        long wanted = Math.min(limit, head() - position);
        List<EventWithToken> facts = new ArrayList<>();
        if (wanted > 0) {
            read(position, fact -> {
                facts.add(fact);
                return facts.size() < wanted;
            });
        }
        return facts;
    }

    /** The positions of facts that are known to be stored, none of them at or before {@code position}. */
    Map<String, Long> find(Set<String> factIds, long position) {
        Set<String> missing = new HashSet<>(factIds);
        Map<String, Long> found = new HashMap<>();
        read(position, fact -> {
            if (missing.remove(fact.getEvent().getMessageIdentifier())) {
                found.put(fact.getEvent().getMessageIdentifier(), fact.getToken() + 1);
            }
            return !missing.isEmpty();
        });
        return found;
    }

    /** From the leader, for only there a write that was confirmed is sure to be seen. */
    private void read(long position, Predicate<EventWithToken> goOn) {
        EventStream stream = link.events().openStream(position - 1, BUFFER, REFILL, true);
        try {
            long next = position;
            while (goOn.test(taken(stream, next))) {
                next++;
            }
            known.accumulateAndGet(next + 1, Math::max);
        } finally {
            stream.close();
        }
    }

    private EventWithToken taken(EventStream stream, long token) {
        try {
            EventWithToken fact = stream.nextIfAvailable(SECONDS_FOR_ONE, TimeUnit.SECONDS);
            if (fact == null) {
                throw stream.getError()
                        .map(link::failure)
                        .orElseGet(() -> new FactsAwayException(
                                link.server() + " did not send the fact at position " + (token + 1)));
            }
            if (fact.getToken() != token) {
                throw new IllegalStateException(link.server() + " sent position " + (fact.getToken() + 1)
                        + " where " + (token + 1) + " comes next: the order has a gap, nothing is read past it");
            }
            return fact;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FactsAwayException("interrupted while reading from " + link.server(), e);
        }
    }
}
