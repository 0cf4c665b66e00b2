package ledger.projections;

/** The store of the facts does not answer: what was asked of it may or may not have been done, and is asked again. */
public final class FactsAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FactsAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    public FactsAwayException(String message) {
        super(message);
    }
}
