package ledger.api.house;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.LedgerCommand;

/** Names of types as the language has them, and those of our own that were named and not yet described. */
final class Words {

    private final Set<Class<?>> named = new HashSet<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>();

    /** A type as seen from a room: what may be absent ends in a question mark. */
    String of(AnnotatedType type, String room) {
        return of(type.getType(), room) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private String of(Type type, String room) {
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType(), room) + Stream.of(generic.getActualTypeArguments())
                    .map(argument -> of(argument, room))
                    .collect(Collectors.joining(", ", "<", ">"));
        }
        if (!(type instanceof Class<?> plain) || !plain.getPackageName().startsWith("ledger.")) {
            return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
        }
        if (!Fact.class.isAssignableFrom(plain) && !LedgerCommand.class.isAssignableFrom(plain) && named.add(plain)) {
            waiting.add(plain);
        }
        return roomOf(plain).equals(room) ? nameOf(plain) : roomOf(plain) + "." + nameOf(plain);
    }

    /** A word that was named and not yet described. */
    @Nullable Class<?> next() {
        return waiting.poll();
    }

    List<String> describe(Class<?> word) {
        Stream<String> parts = Stream.empty();
        if (word.isEnum()) {
            parts = Stream.of(word.getEnumConstants()).map(constant -> "| " + ((Enum<?>) constant).name());
        } else if (word.isSealed()) {
            parts = Stream.of(word.getPermittedSubclasses()).map(kind -> "| " + of(kind, roomOf(word)));
        } else if (word.isRecord()) {
            parts = Stream.of(word.getRecordComponents())
                    .map(part -> part.getName() + ": " + of(part.getAnnotatedType(), roomOf(word)));
        }
        List<String> described = new ArrayList<>(List.of(nameOf(word)));
        parts.map(part -> "  " + part).forEach(described::add);
        return described;
    }

    /** The room a type lives in: {@code account} of {@code ledger.domain.account}. */
    static String roomOf(Class<?> type) {
        String[] steps = type.getPackageName().split("\\.");
        return steps.length > 2 ? steps[2] : steps[steps.length - 1];
    }

    /** The name within the package, {@code Rating.By}. */
    static String nameOf(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
