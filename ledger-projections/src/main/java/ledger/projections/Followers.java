package ledger.projections;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All views together: started, woken and waited for by name. */
public final class Followers implements AutoCloseable {

    private final Map<String, Follower> byRoom = new LinkedHashMap<>();

    public Followers(List<Follower> followers) {
        followers.forEach(follower -> byRoom.put(follower.room(), follower));
    }

    public void start() {
        byRoom.values().forEach(Follower::start);
    }

    public void wake() {
        byRoom.values().forEach(Follower::wake);
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
