package ledger.api.ground.axonserver;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.axoniq.axonserver.connector.AxonServerException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import ledger.projections.FactsAwayException;

/**
 * What a failure of Axon Server means for the ledger. Three things are certain: another writer was first, the facts
 * are too large, the node may not come in. Everything else leaves in doubt whether the facts were stored.
 */
final class StoreErrors {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private static final Pattern CODE_IN_TEXT = Pattern.compile("\\[(AXONIQ-\\d{4})]");

    private StoreErrors() {}

    static RuntimeException of(String server, Throwable failure) {
        if (failure instanceof FactsAwayException away) {
            return away;
        }
        String why = server + ": " + reason(failure);
        return switch (ErrorCode.getFromCode(code(failure).orElse(""))) {
            case INVALID_EVENT_SEQUENCE -> new ConcurrencyException(why, failure);
            case EVENT_PAYLOAD_TOO_LARGE, GRPC_MESSAGE_TOO_LARGE, AUTHENTICATION_TOKEN_MISSING,
                    AUTHENTICATION_INVALID_TOKEN -> new EventStoreException(why, failure);
            default -> new FactsAwayException(why, failure);
        };
    }

    /** The server's own code: in the trailer of the call, or, from older servers, in its text. */
    static Optional<String> code(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AxonServerException known) {
                return Optional.of(known.getErrorCategory().errorCode());
            }
            if (cause instanceof StatusRuntimeException status) {
                Metadata trailers = status.getTrailers();
                String code = trailers == null ? null : trailers.get(CODE);
                return code == null ? inText(status) : Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inText(StatusRuntimeException status) {
        Matcher found = CODE_IN_TEXT.matcher(String.valueOf(status.getMessage()));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status) {
                return status.getStatus().getCode() == Status.Code.UNAVAILABLE
                        ? "does not answer"
                        : String.valueOf(status.getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
