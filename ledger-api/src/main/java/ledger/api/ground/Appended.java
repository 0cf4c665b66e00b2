package ledger.api.ground;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the facts of one transaction came to stand: the last position of each command. */
public final class Appended {

    public static final String RESOURCE = Appended.class.getName();

    private final Map<String, Long> lastPositionByCommand = new HashMap<>();
    private long last;

    public void add(String commandId, long position) {
        lastPositionByCommand.merge(commandId, position, Math::max);
        last = Math.max(last, position);
    }

    Optional<Long> positionOf(String commandId) {
        return Optional.ofNullable(lastPositionByCommand.get(commandId));
    }

    /** The last position of the whole transaction; 0 when it wrote nothing. */
    long last() {
        return last;
    }
}
