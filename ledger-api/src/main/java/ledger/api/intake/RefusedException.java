package ledger.api.intake;

import ledger.domain.Refusal;
import ledger.domain.RefusalCode;

/** A request or file that cannot be taken as a whole. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code().wire() + " " + refusal.field(), null, false, false);
        this.refusal = refusal;
    }

    public static RefusedException of(RefusalCode code, String field) {
        return new RefusedException(Refusal.of(code, field));
    }

    public Refusal refusal() {
        return refusal;
    }
}
