package ledger.api.ground;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ledger.domain.history.FactMetadata;
import ledger.projections.RecordedFact;

/** What one transaction has appended, in order, and the last position of each of its commands. */
public final class Appended {

    public static final String RESOURCE = Appended.class.getName();

    private final Map<String, Long> lastPositionByCommand = new HashMap<>();
    private final List<RecordedFact> facts = new ArrayList<>();
    private long last;

    void add(RecordedFact fact) {
        facts.add(fact);
        lastPositionByCommand.merge(
                fact.metadata().getOrDefault(FactMetadata.COMMAND_ID, ""), fact.position(), Math::max);
        last = Math.max(last, fact.position());
    }

    List<RecordedFact> facts() {
        return facts;
    }

    Optional<Long> positionOf(String commandId) {
        return Optional.ofNullable(lastPositionByCommand.get(commandId));
    }

    /** The last position of the whole transaction; 0 when it wrote nothing. */
    long last() {
        return last;
    }
}
