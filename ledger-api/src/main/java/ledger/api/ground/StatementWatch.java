package ledger.api.ground;

import java.util.List;
import java.util.function.LongPredicate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.policy.WhenEntryChangedThenSupersedeStatements;
import ledger.domain.statement.StatementCommand.SupersedeStatement;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryReader;
import ledger.projections.statement.StatementReader;

/**
 * Follows the ledger and carries out {@link WhenEntryChangedThenSupersedeStatements}: also for a statement whose entry
 * changed between the position it speaks of and the moment it was issued.
 */
public final class StatementWatch extends PolicyWatch {

    public static final String ROOM = "policy";

    private final EntryReader entries;
    private final StatementReader statements;

    StatementWatch(CommandDesk desk, EntryReader entries, StatementReader statements, LongPredicate viewsReach) {
        super(desk, viewsReach);
        this.entries = entries;
        this.statements = statements;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    boolean isRelevant(RecordedFact fact) {
        return fact.fact() instanceof StatementIssued
                || fact.fact() instanceof HourAccountEvent event
                        && WhenEntryChangedThenSupersedeStatements.changedEntry(event).isPresent();
    }

    @Override
    List<SupersedeStatement> reactions(RecordedFact fact) {
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
