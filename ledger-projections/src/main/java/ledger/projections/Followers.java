package ledger.projections;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** All views together: started, woken and waited for by name. */
public final class Followers implements AutoCloseable {

    private final Map<String, Follower> byRoom = new LinkedHashMap<>();

    public Followers(List<Follower> followers) {
        followers.forEach(follower -> byRoom.put(follower.room(), follower));
    }

    public void start() {
        byRoom.values().forEach(Follower::start);
    }

    /** @param head the last position written */
    public void wake(long head) {
        byRoom.values().forEach(follower -> follower.wake(head));
    }

    /** The position up to which all of these rooms are true. */
    public long position(String... rooms) {
        return List.of(rooms).stream().mapToLong(room -> follower(room).position()).min().orElse(0);
    }

    /** Wait until all of these rooms have reached a position. */
    public boolean await(long position, Duration atMost, Collection<String> rooms) {
        long deadline = System.nanoTime() + atMost.toNanos();
        return rooms.stream().allMatch(room -> follower(room)
                .await(position, Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }

    public Collection<String> rooms() {
        return List.copyOf(byRoom.keySet());
    }

    /**
     * How a view stands.
     *
     * @param lag facts that it has yet to fold
     * @param parked facts that it could not fold, with those that wait behind them
     * @param trouble why it cannot go on at the moment; empty while it can
     */
    public record Standing(String room, long position, long lag, long parked, String trouble) {
        public boolean isWell() {
            return parked == 0 && trouble.isEmpty();
        }
    }

    /** @param head the last position written */
    public List<Standing> standings(long head, DeadLetters letters) {
        return byRoom.values().stream()
                .map(follower -> new Standing(
                        follower.room(), follower.position(), Math.max(0, head - follower.position()),
                        letters.count(follower.room()), follower.trouble()))
                .toList();
    }

    /** Rooms whose views can be made anew from the facts, in the order in which they rest on each other. */
    public List<String> rebuildable() {
        return byRoom.values().stream()
                .filter(follower -> !follower.tables().isEmpty())
                .map(Follower::room)
                .toList();
    }

    /** The tables that the view of a room alone writes. */
    public List<String> tables(String room) {
        return follower(room).tables();
    }

    /** Make the view of a room anew beside the live one. */
    public Rebuild.Outcome rebuild(String room, Rebuild.Watcher watcher) {
        return follower(room).rebuild(watcher);
    }

    /**
     * Make the view of a room anew where it rests on another basis than today's, such as other schemes.
     *
     * @return absent where it does not, or no longer since another node made it anew meanwhile
     */
    public Optional<Rebuild.Outcome> renew(String room, Rebuild.Watcher watcher) {
        return follower(room).renew(watcher);
    }

    /**
     * Let the version of a room's view serve again that did so before the last rebuild.
     *
     * @return absent where there is none that could
     */
    public Optional<Rebuild.Outcome> back(String room, Rebuild.Watcher watcher) {
        return follower(room).back(watcher);
    }

    /**
     * Try parked facts again.
     *
     * @param room of this room only; absent for all
     * @param aggregateId of this aggregate only; absent for all
     * @return how many were folded
     */
    public int retry(@Nullable String room, @Nullable String aggregateId, DeadLetters letters) {
        return letters.sequences(room, aggregateId).stream()
                .filter(sequence -> byRoom.containsKey(sequence.room()))
                .mapToInt(sequence -> follower(sequence.room()).retry(sequence))
                .sum();
    }

    private Follower follower(String room) {
        Follower follower = byRoom.get(room);
        if (follower == null) {
            throw new IllegalArgumentException("no view of room " + room);
        }
        return follower;
    }

    @Override
    public void close() {
        byRoom.values().forEach(Follower::stop);
        byRoom.values().forEach(Follower::close);
    }
}
