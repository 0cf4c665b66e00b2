package ledger.api.operation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.projections.Followers;
import ledger.projections.Rebuild;

/** Makes views anew from the first fact while they go on serving, one room after the other, one rebuild at a time. */
@Component
public class ViewRebuild {

    private final Followers followers;
    private final ReentrantLock one = new ReentrantLock();

    ViewRebuild(Followers followers) {
        this.followers = followers;
    }

    /** The rooms that a name means: all that can be rebuilt where it is absent; empty for a room that cannot. */
    public Optional<List<String>> rooms(@Nullable String room) {
        List<String> all = followers.rebuildable();
        if (room == null) {
            return Optional.of(all);
        }
        return all.contains(room) ? Optional.of(List.of(room)) : Optional.empty();
    }

    /** Let the version of a room's view serve again that did so before; absent where there is none that could. */
    public Optional<Rebuild.Outcome> back(String room, Rebuild.Watcher watcher) {
        one.lock();
        try {
            return followers.back(room, watcher);
        } finally {
            one.unlock();
        }
    }

    public List<Rebuild.Outcome> run(List<String> rooms, Rebuild.Watcher watcher) {
        one.lock();
        try {
            return rooms.stream().map(room -> followers.rebuild(room, watcher)).toList();
        } finally {
            one.unlock();
        }
    }
}
