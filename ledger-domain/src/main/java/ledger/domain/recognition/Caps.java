package ledger.domain.recognition;

/**
 * The most minutes that a scheme counts; 0 for no limit. What is over does not count for the scheme and stays service.
 *
 * @param perMonth by calendar month
 */
public record Caps(int perSession, int perDay, int perMonth) {

    static final Caps NONE = new Caps(0, 0, 0);

    /** How much of a session is left after what its day and month already have. */
    int leave(int minutes, int ofDay, int ofMonth) {
        int left = perSession == 0 ? minutes : Math.min(minutes, perSession);
        left = perDay == 0 ? left : Math.min(left, Math.max(0, perDay - ofDay));
        return perMonth == 0 ? left : Math.min(left, Math.max(0, perMonth - ofMonth));
    }

    /** The most that a day can bring. */
    int ofOneDay() {
        return perDay == 0 ? 24 * 60 : perDay;
    }
}
