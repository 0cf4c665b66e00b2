package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import ledger.api.access.Actor;
import ledger.api.ground.GroupCommitCommandBus.ContendedException;
import ledger.api.ground.GroupCommitCommandBus.QueueFullException;
import ledger.domain.LedgerCommand;
import ledger.domain.history.FactMetadata;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;
import ledger.projections.TryLaterException;

/** Follows the ledger and carries out a policy: each fact that it is about becomes commands, which name it as cause. */
abstract class PolicyWatch implements Projection {

    private final CommandDesk desk;
    private final LongPredicate viewsReach;

    /** @param viewsReach waits until the views that the policy looks at are true up to a position */
    PolicyWatch(CommandDesk desk, LongPredicate viewsReach) {
        this.desk = desk;
        this.viewsReach = viewsReach;
    }

    abstract boolean isRelevant(RecordedFact fact);

    /** Of the facts that it is about those that can have a reaction, as far as that is told for all of them at once. */
    List<RecordedFact> concerned(List<RecordedFact> relevant) {
        return relevant;
    }

    abstract List<? extends LedgerCommand> reactions(RecordedFact fact);

    @Override
    public final void project(List<RecordedFact> batch) {
        List<RecordedFact> relevant = batch.stream().filter(this::isRelevant).toList();
        if (relevant.isEmpty()) {
            return;
        }
        if (!viewsReach.test(batch.getLast().position())) {
            throw new TryLaterException("views are not yet true up to " + batch.getLast().position());
        }
        List<CommandDesk.Asked> commands = new ArrayList<>();
        for (RecordedFact fact : concerned(relevant)) {
            Map<String, String> cause = Map.of(
                    FactMetadata.CAUSATION_ID, fact.metadata().getOrDefault(FactMetadata.COMMAND_ID, ""));
            reactions(fact).forEach(command -> commands.add(new CommandDesk.Asked(command, cause)));
        }
        try {
            desk.sendAll(commands, Actor.LEDGER);
        } catch (QueueFullException | ContendedException | DataAccessException | TransactionException e) {
            throw new TryLaterException("what follows from it could not be written now", e);
        }
    }
}
