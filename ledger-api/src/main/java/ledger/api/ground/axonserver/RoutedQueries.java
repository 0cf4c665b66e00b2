package ledger.api.ground.axonserver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

import ledger.api.ground.QueryDesk;
import ledger.projections.FactsAwayException;
import ledger.projections.LedgerQuery;

/**
 * Questions on their way through Axon Server to a node whose views answer them. What a node answers itself never takes
 * this way, so reading goes on while the server is away.
 */
final class RoutedQueries implements QueryDesk.Elsewhere, AutoCloseable {

    private final AxonServerLink link;
    private final AxonServerQueryBus server;
    private final Set<Class<?>> told = ConcurrentHashMap.newKeySet();

    RoutedQueries(AxonServerLink link) {
        this.link = link;
        SimpleQueryBus here = SimpleQueryBus.builder().build();
        this.server = AxonServerQueryBus.builder()
                .axonServerConnectionManager(link.manager())
                .configuration(link.configuration())
                .localSegment(here)
                .updateEmitter(here.queryUpdateEmitter())
                .messageSerializer(MessageWire.serializer())
                .genericSerializer(MessageWire.serializer())
                .build();
        server.start();
    }

    /** Tells the server which questions are answered here, each once: a lost connection is renewed by the connector. */
    void tellHandlers(QueryDesk desk) {
        desk.answered().forEach((kind, answer) -> {
            if (told.add(kind)) {
                server.<Object>subscribe(
                        kind.getName(), answer, query -> desk.ask((LedgerQuery<?>) query.getPayload()));
            }
        });
    }

    /** Nothing is changed by a question, so one that failed is simply told as failed, and may be asked again. */
    @Override
    public <V> V ask(LedgerQuery<V> query) {
        QueryResponseMessage<V> answer = link.answer(server.query(new GenericQueryMessage<>(
                new GenericMessage<>(query), query.getClass().getName(), ResponseTypes.instanceOf(query.answer()))));
        if (answer.isExceptional()) {
            throw new FactsAwayException(
                    query.getClass().getSimpleName() + " was not answered by another node", answer.exceptionResult());
        }
        return answer.getPayload();
    }

    @Override
    public void close() {
        server.disconnect();
        server.shutdownDispatching();
    }
}
