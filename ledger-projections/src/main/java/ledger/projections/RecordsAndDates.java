package ledger.projections;

import java.io.Serial;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads what facts are made of without detours: a record by its own constructor, a date and a time by their digits.
 * What is read is the same as without it; anything but the ledger's own way of writing a date is read as ever.
 */
final class RecordsAndDates extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    RecordsAndDates() {
        addDeserializer(LocalDate.class, new ByDigits<>(LocalDate.class, RecordsAndDates::date));
        addDeserializer(LocalDateTime.class, new ByDigits<>(LocalDateTime.class, RecordsAndDates::time));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new Constructors());
    }

    private static final class Constructors extends ValueInstantiators.Base {
        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
            return type.getBeanClass().isRecord()
                            && usual instanceof StdValueInstantiator standard
                            && standard.getWithArgsCreator() instanceof AnnotatedConstructor constructor
                    ? new ByConstructor(standard, constructor.getAnnotated())
                    : usual;
        }
    }

    /** Calls a constructor through a handle made once; the usual way makes one for each call. */
    private static final class ByConstructor extends StdValueInstantiator {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient MethodHandle constructor;

        ByConstructor(StdValueInstantiator usual, Constructor<?> constructor) {
            super(usual);
            try {
                constructor.setAccessible(true);
                this.constructor = MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asFixedArity()
                        .asSpreader(Object[].class, constructor.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] values) {
            try {
                return (Object) constructor.invokeExact(values);
            } catch (Throwable e) {
                return context.handleInstantiationProblem(getValueClass(), null, rewrapCtorProblem(context, e));
            }
        }
    }

    private static final class ByDigits<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> read;

        ByDigits(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
            }
            String text = parser.getString();
            try {
                return read.apply(text);
            } catch (DateTimeException e) {
                return handledType().cast(context.handleWeirdStringValue(handledType(), text, e.getMessage()));
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }

    /** {@code 2026-03-07}. */
    private static LocalDate date(String text) {
        return isLike("dddd-dd-dd", text)
                ? LocalDate.of(pair(text, 0) * 100 + pair(text, 2), pair(text, 5), pair(text, 8))
                : LocalDate.parse(text);
    }

    /** {@code 2026-03-07T09:00:00}. */
    private static LocalDateTime time(String text) {
        return isLike("dddd-dd-ddTdd:dd:dd", text)
                ? LocalDateTime.of(
                        pair(text, 0) * 100 + pair(text, 2), pair(text, 5), pair(text, 8),
                        pair(text, 11), pair(text, 14), pair(text, 17))
                : LocalDateTime.parse(text);
    }

    private static boolean isLike(String shape, String text) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char is = text.charAt(i);
            boolean fits = shape.charAt(i) == 'd' ? is >= '0' && is <= '9' : is == shape.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int pair(String digits, int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }
}
