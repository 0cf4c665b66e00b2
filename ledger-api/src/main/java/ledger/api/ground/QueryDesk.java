package ledger.api.ground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import ledger.projections.LedgerQuery;

/**
 * Where questions are asked. A node answers those that its own views answer, and passes on the others; where no other
 * node can be asked, nobody answers them.
 */
public final class QueryDesk {

    private final Map<Class<?>, Reader> readers = new LinkedHashMap<>();
    private final Elsewhere elsewhere;

    /** The way of a question to a node that answers it. */
    @FunctionalInterface
    public interface Elsewhere {

        /** @throws ledger.projections.FactsAwayException when no node has answered */
        <V> V ask(LedgerQuery<V> query);
    }

    private record Reader(Class<?> answer, Function<LedgerQuery<?>, Object> read) {}

    public QueryDesk(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** @param reader answers all questions of this kind from here on */
    public <V, Q extends LedgerQuery<V>> QueryDesk answering(Class<Q> kind, Class<V> answer, Function<Q, V> reader) {
        readers.put(kind, new Reader(answer, query -> reader.apply(kind.cast(query))));
        return this;
    }

    /** The kinds of questions that are answered here, each with the kind of its answer. */
    public Map<Class<?>, Class<?>> answered() {
        Map<Class<?>, Class<?>> answered = new LinkedHashMap<>();
        readers.forEach((kind, reader) -> answered.put(kind, reader.answer()));
        return answered;
    }

    /** The answer of this node's views, if they answer such a question, or else of another's. */
    public <V> V ask(LedgerQuery<V> query) {
        Reader reader = readers.get(query.getClass());
        return reader == null ? elsewhere.ask(query) : query.answer().cast(reader.read().apply(query));
    }
}
