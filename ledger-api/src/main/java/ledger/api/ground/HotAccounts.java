package ledger.api.ground;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

import ledger.domain.account.HourAccountAggregate;

/**
 * Accounts as they were after their last commit, kept in memory for the next command; those not asked for the longest
 * go first. Commands come by one lane, so no account is in two hands. Whatever is rolled back is forgotten, and what
 * another node wrote meanwhile is found by {@link ReadAhead} before a group is handled.
 */
public final class HotAccounts {

    /** About what one fact of an account takes in memory, in bytes: measured on sessions of a city's day. */
    private static final int BYTES_EACH = 1_200;

    private final long mostFacts;
    private final LinkedHashMap<String, Hot> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private long facts;

    /** @param sequence of its last fact, from 0 on */
    private record Hot(HourAccountAggregate account, long sequence) {
        long facts() {
            return sequence + 1;
        }
    }

    /** As many as a quarter of the heap holds. */
    public HotAccounts() {
        this(Runtime.getRuntime().maxMemory() / 4 / BYTES_EACH);
    }

    /** @param mostFacts of all accounts kept, together */
    HotAccounts(long mostFacts) {
        this.mostFacts = mostFacts;
    }

    /** The last sequence number of each of these accounts that is kept here. */
    synchronized Map<String, Long> sequences(Collection<String> accountIds) {
        Map<String, Long> known = new HashMap<>();
        for (String id : accountIds) {
            Hot hot = accounts.get(id);
            if (hot != null) {
                known.put(id, hot.sequence());
            }
        }
        return known;
    }

    /** It is read again when it is asked for. */
    public synchronized void forget(String accountId) {
        Hot hot = accounts.remove(accountId);
        facts -= hot == null ? 0 : hot.facts();
    }

    private synchronized @Nullable Hot find(String accountId) {
        return accounts.get(accountId);
    }

    private synchronized void keep(String accountId, Hot hot) {
        forget(accountId);
        accounts.put(accountId, hot);
        facts += hot.facts();
        for (Iterator<Hot> longest = accounts.values().iterator(); facts > mostFacts && longest.hasNext(); ) {
            facts -= longest.next().facts();
            longest.remove();
        }
    }

    /** The repository that looks here before it reads facts. */
    Repository<HourAccountAggregate> repository(EventStore store, ParameterResolverFactory parameters) {
        return new Kept(
                EventSourcingRepository.builder(HourAccountAggregate.class)
                        .parameterResolverFactory(parameters)
                        .lockFactory(NullLockFactory.INSTANCE)
                        .eventStore(store),
                store);
    }

    private final class Kept extends EventSourcingRepository<HourAccountAggregate> {

        private final EventStore store;

        Kept(Builder<HourAccountAggregate> builder, EventStore store) {
            super(builder);
            this.store = store;
        }

        @Override
        protected EventSourcedAggregate<HourAccountAggregate> doLoadWithLock(String id, @Nullable Long expected) {
            Hot hot = find(id);
            if (hot == null) {
                return super.doLoadWithLock(id, expected);
            }
            forgetOnRollback(id);
            return EventSourcedAggregate.reconstruct(
                    hot.account(), aggregateModel(), hot.sequence(), false, store,
                    NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(HourAccountAggregate.class));
        }

        @Override
        protected void doSaveWithLock(EventSourcedAggregate<HourAccountAggregate> aggregate) {
            super.doSaveWithLock(aggregate);
            String id = aggregate.identifierAsString();
            if (id == null || aggregate.version() == null) {
                return;
            }
            forgetOnRollback(id);
            keep(id, new Hot(aggregate.getAggregateRoot(), aggregate.version()));
        }

        private void forgetOnRollback(String id) {
            CurrentUnitOfWork.get().onRollback(own -> forget(id));
        }

        @Override
        protected void validateOnLoad(Aggregate<HourAccountAggregate> aggregate, @Nullable Long expected) {
            forgetOnRollback(aggregate.identifierAsString());
            super.validateOnLoad(aggregate, expected);
        }
    }
}
