package ledger.domain.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.statement.StatementCommand.SupersedeStatement;

/** When an entry that a statement rests on changes, the statement is superseded (R27). */
public final class WhenEntryChangedThenSupersedeStatements {

    private WhenEntryChangedThenSupersedeStatements() {}

    /** The entry whose meaning this event changed after it once counted, if it did. */
    public static Optional<String> changedEntry(HourAccountEvent event) {
        return switch (event) {
            case HourAccountEvent.ServiceCorrected corrected -> Optional.of(corrected.entryId());
            case HourAccountEvent.ServiceRevoked revoked -> Optional.of(revoked.entryId());
            case HourAccountEvent.ServiceTakenOver taken -> Optional.of(taken.entryId());
            case HourAccountEvent.ServiceTransferred transferred -> Optional.of(transferred.entryId());
            case HourAccountEvent.TransferProposed ignored -> Optional.empty();
            case HourAccountEvent.TransferConsented ignored -> Optional.empty();
            case HourAccountEvent.TransferEnded ignored -> Optional.empty();
            case HourAccountEvent.ServiceRecorded ignored -> Optional.empty();
            case HourAccountEvent.ServiceHeld ignored -> Optional.empty();
            case HourAccountEvent.TrainingRecorded ignored -> Optional.empty();
            case HourAccountEvent.HeldServiceKeptAsTraining ignored -> Optional.empty();
            case HourAccountEvent.ServiceRated ignored -> Optional.empty();
            case HourAccountEvent.EntryReassessed ignored -> Optional.empty();
            case HourAccountEvent.HeldServiceApproved ignored -> Optional.empty();
            case HourAccountEvent.HoldRenewed ignored -> Optional.empty();
            case HourAccountEvent.ErrorReported ignored -> Optional.empty();
            case HourAccountEvent.ErrorReportDismissed ignored -> Optional.empty();
            case HourAccountEvent.HeldServiceDeclined ignored -> Optional.empty();
            case HourAccountEvent.ObjectionRaised ignored -> Optional.empty();
            case HourAccountEvent.ObjectionUpheld ignored -> Optional.empty();
            case HourAccountEvent.ObjectionDismissed ignored -> Optional.empty();
            case HourAccountEvent.ServiceCertified ignored -> Optional.empty();
            case HourAccountEvent.ServiceReinstated ignored -> Optional.empty();
        };
    }

    /**
     * @param position where the entry changed
     * @param statements numbers of the statements that rest on the entry
     */
    public static List<SupersedeStatement> react(String entryId, long position, Collection<String> statements) {
        return statements.stream()
                .map(number -> new SupersedeStatement(number, entryId, position))
                .toList();
    }
}
