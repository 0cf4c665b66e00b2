package ledger.projections;

import org.jspecify.annotations.Nullable;

/** A view must wait for somebody else; nothing is wrong with the facts it was handed. */
public final class TryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TryLaterException(String reason) {
        this(reason, null);
    }

    public TryLaterException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
