package ledger.api.ground;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.policy.WhenEntryChangedThenSupersedeStatements;
import ledger.domain.recognition.HonourEvent.HonourRevoked;
import ledger.domain.statement.StatementCommand.SupersedeStatement;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryReader;
import ledger.projections.recognition.RecordReader;
import ledger.projections.statement.StatementReader;

/**
 * Follows the ledger and carries out {@link WhenEntryChangedThenSupersedeStatements}: also for a statement whose entry
 * changed between the position it speaks of and the moment it was issued; an honour that a statement tells of and that
 * was revoked is such a change too.
 */
public final class StatementWatch extends PolicyWatch {

    public static final String ROOM = "policy";

    private final EntryReader entries;
    private final StatementReader statements;
    private final RecordReader records;

    StatementWatch(
            CommandDesk desk,
            EntryReader entries,
            StatementReader statements,
            RecordReader records,
            LongPredicate viewsReach) {
        super(desk, viewsReach);
        this.entries = entries;
        this.statements = statements;
        this.records = records;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    boolean isRelevant(RecordedFact fact) {
        return fact.fact() instanceof StatementIssued
                || fact.fact() instanceof HonourRevoked
                || fact.fact() instanceof HourAccountEvent event
                        && WhenEntryChangedThenSupersedeStatements.changedEntry(event).isPresent();
    }

    @Override
    List<SupersedeStatement> reactions(RecordedFact fact) {
        if (fact.fact() instanceof StatementIssued issued) {
            Map<String, Long> changed = new HashMap<>(entries.changedSince(issued.entryIds(), issued.position()));
            changed.putAll(records.revokedSince(issued.entryIds(), issued.position()));
            return changed.entrySet().stream()
                    .filter(change -> change.getValue() <= fact.position())
                    .map(change -> new SupersedeStatement(issued.number(), change.getKey(), change.getValue()))
                    .toList();
        }
        if (fact.fact() instanceof HonourRevoked revoked) {
            return WhenEntryChangedThenSupersedeStatements.react(
                    revoked.honourId(), fact.position(), statements.restingOn(revoked.honourId()));
        }
        return WhenEntryChangedThenSupersedeStatements.changedEntry((HourAccountEvent) fact.fact())
                .map(entryId -> WhenEntryChangedThenSupersedeStatements.react(
                        entryId, fact.position(), statements.restingOn(entryId)))
                .orElse(List.of());
    }
}
