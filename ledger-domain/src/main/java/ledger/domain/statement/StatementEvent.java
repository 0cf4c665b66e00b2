package ledger.domain.statement;

import java.time.LocalDate;
import java.util.List;

import ledger.domain.Fact;

/** What happened to a statement. */
public sealed interface StatementEvent extends Fact {

    String number();

    record StatementIssued(
            String number,
            StatementScope scope,
            long position,
            String digest,
            List<String> entryIds,
            int minutes,
            LocalDate issuedOn)
            implements StatementEvent {
        public StatementIssued {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** @param position where the entry changed */
    record StatementSuperseded(String number, String entryId, long position) implements StatementEvent {}
}
