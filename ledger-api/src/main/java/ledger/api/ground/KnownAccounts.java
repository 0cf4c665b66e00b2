package ledger.api.ground;

import java.util.List;
import java.util.Map;

import org.axonframework.eventsourcing.eventstore.EventStore;

import ledger.domain.account.AccountFact;
import ledger.domain.account.Claim;
import ledger.domain.account.SourceRecord;
import ledger.projections.FactSource;

/** What the ledger holds of accounts, for whoever tries out what they would decide. */
public final class KnownAccounts {

    private final EventStore facts;
    private final FactSource order;
    private final Claims claims;

    KnownAccounts(EventStore facts, FactSource order, Claims claims) {
        this.facts = facts;
        this.order = order;
        this.claims = claims;
    }

    /** The last position written. */
    public long head() {
        return order.head();
    }

    /** All facts of an account, in their order; none when it has not begun. */
    public List<AccountFact> past(String accountId) {
        return facts.readEvents(accountId).asStream().map(fact -> (AccountFact) fact.getPayload()).toList();
    }

    /** What is known of these source records; those never seen are absent. */
    public Map<SourceRecord, Claim> claims(List<SourceRecord> sources) {
        return claims.of(sources);
    }
}
