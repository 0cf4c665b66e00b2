package ledger.domain.volunteer;

import org.jspecify.annotations.Nullable;

/**
 * How far a consent reaches.
 *
 * @param reach everything, one organization with those below it, or one category of service
 * @param value the organization's id or the category's name; absent for everything
 */
public record ConsentScope(Reach reach, @Nullable String value) {

    public static final ConsentScope EVERYTHING = new ConsentScope(Reach.EVERYTHING, null);

    /** The three ways to limit a consent. */
    public enum Reach {
        EVERYTHING,
        ORGANIZATION,
        CATEGORY
    }

    boolean isComplete() {
        return switch (reach) {
            case EVERYTHING -> value == null;
            case ORGANIZATION, CATEGORY -> value != null && !value.isBlank();
        };
    }
}
