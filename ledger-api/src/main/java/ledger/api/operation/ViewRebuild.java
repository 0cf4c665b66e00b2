package ledger.api.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import ledger.projections.Followers;
import ledger.projections.Rebuild;
import ledger.projections.recognition.SchemeShelf;

/** Makes views anew from the first fact while they go on serving, one room after the other, one rebuild at a time. */
@Component
public class ViewRebuild implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ViewRebuild.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Followers followers;
    private final ReentrantLock one = new ReentrantLock();
    private volatile boolean closed;

    ViewRebuild(Followers followers, SchemeShelf shelf) {
        this.followers = followers;
        shelf.onChange(this::renewSoon);
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

    /** Look in the background whether a view rests on another basis than today's, and make it anew. */
    public void renewSoon() {
        Thread.ofVirtual().name("renew-views").start(() -> {
            while (!closed) {
                try {
                    renew();
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("views could not be made anew; trying again: {}", e.toString());
                    pause();
                }
            }
        });
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void destroy() {
        closed = true;
    }

    /** Make those views anew that rest on another basis than today's, until none does. */
    void renew() {
        one.lock();
        try {
            for (String room : followers.rebuildable()) {
                Optional<Rebuild.Outcome> made = followers.renew(room, step -> { });
                while (made.isPresent()) {
                    LOG.info("view {} was made anew up to position {}: other schemes are in use 现用方案有变，视图已重新生成",
                            room, made.get().position());
                    made = followers.renew(room, step -> { });
                }
            }
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
