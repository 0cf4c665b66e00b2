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
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.domain.policy.WhenEntryChangedThenSupersedeStatements;
import ledger.domain.statement.StatementCommand.SupersedeStatement;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;
import ledger.projections.TryLaterException;
import ledger.projections.account.EntryReader;
import ledger.projections.statement.StatementReader;

/**
 * Follows the ledger and carries out {@link WhenEntryChangedThenSupersedeStatements}: also for a statement whose entry
 * changed between the position it speaks of and the moment it was issued.
 */
public final class StatementWatch implements Projection {

    public static final String ROOM = "policy";

    private final CommandDesk desk;
    private final EntryReader entries;
    private final StatementReader statements;
    private final LongPredicate viewsReach;

    StatementWatch(CommandDesk desk, EntryReader entries, StatementReader statements, LongPredicate viewsReach) {
        this.desk = desk;
        this.entries = entries;
        this.statements = statements;
        this.viewsReach = viewsReach;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public void project(List<RecordedFact> batch) {
        List<RecordedFact> relevant = batch.stream().filter(StatementWatch::isRelevant).toList();
        if (relevant.isEmpty()) {
            return;
        }
        if (!viewsReach.test(batch.getLast().position())) {
            throw new TryLaterException("statements are not yet known up to " + batch.getLast().position());
        }
        List<CommandDesk.Asked> commands = new ArrayList<>();
        for (RecordedFact fact : relevant) {
            Map<String, String> cause = Map.of(
                    FactMetadata.CAUSATION_ID, fact.metadata().getOrDefault(FactMetadata.COMMAND_ID, ""));
            reactions(fact).forEach(command -> commands.add(new CommandDesk.Asked(command, cause)));
        }
        try {
            desk.sendAll(commands, Actor.LEDGER);
        } catch (QueueFullException | ContendedException | DataAccessException | TransactionException e) {
            throw new TryLaterException("statements could not be superseded now", e);
        }
    }

    private static boolean isRelevant(RecordedFact fact) {
        return fact.fact() instanceof StatementIssued
                || fact.fact() instanceof HourAccountEvent event
                        && WhenEntryChangedThenSupersedeStatements.changedEntry(event).isPresent();
    }

    private List<SupersedeStatement> reactions(RecordedFact fact) {
        if (fact.fact() instanceof StatementIssued issued) {
            return entries.changedSince(issued.entryIds(), issued.position()).entrySet().stream()
                    .filter(change -> change.getValue() <= fact.position())
                    .map(change -> new SupersedeStatement(issued.number(), change.getKey(), change.getValue()))
                    .toList();
        }
        return WhenEntryChangedThenSupersedeStatements.changedEntry((HourAccountEvent) fact.fact())
                .map(entryId -> WhenEntryChangedThenSupersedeStatements.react(
                        entryId, fact.position(), statements.restingOn(entryId)))
                .orElse(List.of());
    }
}
