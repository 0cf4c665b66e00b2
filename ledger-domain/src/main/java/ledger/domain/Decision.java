package ledger.domain;

import java.util.List;
import java.util.function.Function;

/** What an aggregate answers to a command. */
public sealed interface Decision<E extends Fact> {

    /** The facts that now hold; never empty. */
    record Accepted<E extends Fact>(List<E> facts) implements Decision<E> {
        public Accepted {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) {
                throw new IllegalArgumentException("an accepted command has at least one fact");
            }
        }
    }

    /** It is so already: nothing happens, and repeating the command is harmless. {@code about} is the id it is about. */
    record AlreadySo<E extends Fact>(String about) implements Decision<E> {}

    /** Nothing is stored; the refusal says why and what to do. */
    record Refused<E extends Fact>(Refusal refusal) implements Decision<E> {}

    static <E extends Fact> Decision<E> accept(E fact) {
        return new Accepted<>(List.of(fact));
    }

    static <E extends Fact> Decision<E> alreadySo(String about) {
        return new AlreadySo<>(about);
    }

    static <E extends Fact> Decision<E> refuse(RefusalCode code, String field) {
        return new Refused<>(Refusal.of(code, field));
    }

    static <E extends Fact> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <T> T fold(Function<List<E>, T> accepted, Function<String, T> alreadySo, Function<Refusal, T> refused) {
        return switch (this) {
            case Accepted<E> a -> accepted.apply(a.facts());
            case AlreadySo<E> same -> alreadySo.apply(same.about());
            case Refused<E> r -> refused.apply(r.refusal());
        };
    }
}
