package ledger.domain.account;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;
import ledger.domain.rulebook.Rulebooks;

/** The hour account as Axon sees it: loads {@link HourAccount}, asks it, and applies what it answers. */
@AggregateRoot(type = "HourAccount")
public class HourAccountAggregate {

    @AggregateIdentifier
    private @Nullable String accountId;

    private final HourAccount account = new HourAccount();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.RecordService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.CertifyService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ApproveHeldService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.DeclineHeldService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.RaiseObjection command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.UpholdObjection command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.DismissObjection command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.CorrectService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.RevokeService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ReinstateService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.KeepAsTraining command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.RateService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ReassessEntry command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ResolveOverlap command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ReportError command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.DismissErrorReport command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ProposeTransfer command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.ConsentToTransfer command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.EndTransfer command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HourAccountEvent> handle(HourAccountCommand.TakeTransferredService command, Rulebooks rulebooks) {
        return decide(command, rulebooks);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<AccountFact> handle(AccountMergeCommand.AgreeToMerge command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<AccountFact> handle(AccountMergeCommand.CallOffMerge command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<AccountFact> handle(AccountMergeCommand.CloseAccount command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<AccountFact> handle(AccountMergeCommand.AbsorbAccount command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<AccountFact> handle(AccountMergeCommand.GiveBackAccount command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<AccountFact> handle(AccountMergeCommand.ReopenAccount command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }

    @EventSourcingHandler
    public void on(AccountFact event) {
        accountId = event.accountId();
        account.evolve(event);
    }

    private Decision<HourAccountEvent> decide(HourAccountCommand command, Rulebooks rulebooks) {
        return Aggregates.apply(account.decide(command, rulebooks));
    }
}
