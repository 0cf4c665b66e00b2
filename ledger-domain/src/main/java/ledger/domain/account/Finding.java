package ledger.domain.account;

import java.util.Optional;

import ledger.domain.Refusal;

/** What a rule says of a session. */
sealed interface Finding {

    /** The rule has nothing against it. */
    Finding FITS = new Fits();

    record Fits() implements Finding {}

    /**
     * A new session waits, and whoever may not let it stand is refused.
     *
     * @param decides who may let it stand all the same; nobody where the reason itself must go first
     */
    record Holds(Hold hold, Optional<Tier> decides, Refusal refusal) implements Finding {

        boolean mayBeLiftedBy(Tier tier) {
            return decides.filter(needed -> tier.ordinal() >= needed.ordinal()).isPresent();
        }
    }

    record Refuses(Refusal refusal) implements Finding {}

    static Finding hold(Hold hold, Tier decides, HourAccountRefusal code, String field) {
        return new Holds(hold, Optional.of(decides), refusal(hold, code, field));
    }

    static Finding holdUntilGone(Hold hold, HourAccountRefusal code, String field) {
        return new Holds(hold, Optional.empty(), refusal(hold, code, field));
    }

    static Finding refuse(HourAccountRefusal code, String field) {
        return new Refuses(Refusal.of(code, field));
    }

    /** The refusal speaks of the same values as the reason to wait. */
    private static Refusal refusal(Hold hold, HourAccountRefusal code, String field) {
        return new Refusal(code, field, hold.values());
    }
}
