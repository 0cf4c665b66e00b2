package ledger.domain.statement;

import java.time.LocalDate;
import java.util.List;

import ledger.domain.LedgerCommand;

/** What can be asked of one numbered hour statement. */
public sealed interface StatementCommand extends LedgerCommand {

    String number();

    @Override
    default String aggregateId() {
        return ledger.domain.LedgerIds.statement(number());
    }

    /**
     * Issue a statement of what the ledger knows at a position (R26).
     *
     * @param position the ledger position at which its lines were read
     * @param digest SHA-256 of its canonical content
     * @param entryIds the entries it rests on, one for each line; after them whatever else it tells of by id
     * @param minutes sum of its lines
     * @param volunteerFrozen whether the volunteer is frozen on the day of issue, as the door found it (R20)
     */
    record IssueStatement(
            String number,
            StatementScope scope,
            long position,
            String digest,
            List<String> entryIds,
            int minutes,
            boolean volunteerFrozen,
            LocalDate issuedOn)
            implements StatementCommand {
        public IssueStatement {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** Mark that an entry it rests on has changed since. */
    record SupersedeStatement(String number, String entryId, long position) implements StatementCommand {}
}
