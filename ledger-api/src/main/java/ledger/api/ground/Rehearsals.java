package ledger.api.ground;

import java.util.List;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;

import ledger.domain.Decision;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.rulebook.Rulebooks;

/** Commands tried out on accounts as the event store has them: what would come of them, and nothing is stored. */
public final class Rehearsals {

    private final EventStorageEngine engine;
    private final Claims claims;
    private final Rulebooks rulebooks;

    Rehearsals(EventStorageEngine engine, Claims claims, Rulebooks rulebooks) {
        this.engine = engine;
        this.claims = claims;
        this.rulebooks = rulebooks;
    }

    /** What would be decided. */
    public Decision<HourAccountEvent> attempt(HourAccountCommand command) {
        return of(command.accountId()).decide(briefed(command), rulebooks);
    }

    /** The account as it stands, to ask it what it would answer. */
    public AccountRehearsal of(String accountId) {
        return AccountRehearsal.of(engine.readEvents(accountId).asStream()
                .map(Message::getPayload)
                .map(HourAccountEvent.class::cast)
                .toList());
    }

    /** As {@link Briefing} does for commands that are carried out. */
    private HourAccountCommand briefed(HourAccountCommand command) {
        return command instanceof ReinstateService reinstate
                ? reinstate.withRecordTaken(!claims.holders(List.of(reinstate.entryId())).contains(reinstate.entryId()))
                : command;
    }
}
