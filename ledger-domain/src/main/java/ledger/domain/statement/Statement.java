package ledger.domain.statement;

import ledger.domain.Decision;
import ledger.domain.statement.StatementCommand.IssueStatement;
import ledger.domain.statement.StatementCommand.SupersedeStatement;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.domain.statement.StatementEvent.StatementSuperseded;

/** A numbered statement: absent, valid, or superseded by a later correction (R27). */
sealed interface Statement {

    record Absent() implements Statement {}

    record Valid(StatementIssued issued) implements Statement {}

    record Superseded(StatementIssued issued) implements Statement {}

    static Decision<StatementEvent> decide(Statement state, StatementCommand command) {
        return switch (command) {
            case IssueStatement issue -> switch (state) {
                case Absent absent -> issue(issue);
                case Valid valid -> again(valid.issued(), issue);
                case Superseded superseded -> again(superseded.issued(), issue);
            };
            case SupersedeStatement supersede -> switch (state) {
                case Absent absent -> Decision.refuse(StatementRefusal.STATEMENT_UNKNOWN, "number");
                case Superseded superseded -> Decision.alreadySo(supersede.number());
                case Valid valid -> valid.issued().entryIds().contains(supersede.entryId())
                                && supersede.position() > valid.issued().position()
                        ? Decision.accept(new StatementSuperseded(
                                supersede.number(), supersede.entryId(), supersede.position()))
                        : Decision.alreadySo(supersede.number());
            };
        };
    }

    private static Decision<StatementEvent> issue(IssueStatement issue) {
        var scope = issue.scope();
        if (scope.from() != null && scope.to() != null && scope.to().isBefore(scope.from())) {
            return Decision.refuse(StatementRefusal.PERIOD_REVERSED, "to");
        }
        if (issue.volunteerFrozen()) {
            return Decision.refuse(StatementRefusal.VOLUNTEER_FROZEN, "volunteerNumber");
        }
        if (issue.entryIds().isEmpty()) {
            return Decision.refuse(StatementRefusal.NOTHING_TO_STATE, "volunteer");
        }
        return Decision.accept(new StatementIssued(
                issue.number(), scope, issue.position(), issue.digest(), issue.entryIds(), issue.minutes(),
                issue.issuedOn()));
    }

    /** The same request repeated gets the statement that was issued for it. */
    private static Decision<StatementEvent> again(StatementIssued issued, IssueStatement asked) {
        return issued.scope().equals(asked.scope())
                ? Decision.alreadySo(issued.number())
                : Decision.refuse(StatementRefusal.NUMBER_TAKEN, "number");
    }

    static Statement evolve(Statement state, StatementEvent event) {
        return switch (event) {
            case StatementIssued issued -> new Valid(issued);
            case StatementSuperseded superseded -> switch (state) {
                case Valid valid -> new Superseded(valid.issued());
                case Superseded already -> already;
                case Absent absent -> throw new IllegalStateException("a statement never issued was superseded");
            };
        };
    }
}
