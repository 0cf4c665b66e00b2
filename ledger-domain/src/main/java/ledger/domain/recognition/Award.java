package ledger.domain.recognition;

import java.time.LocalDate;

/**
 * A level that was conferred on the subject, as known.
 *
 * @param window what it is for, see {@link Verdict#awardWindow()}
 */
public record Award(String schemeId, String level, LocalDate conferredOn, String window) {

    private static final String TO = "..";

    /** What a fact of conferring says of it. */
    public static Award of(RecognitionEvent.RecognitionConferred conferred) {
        return new Award(conferred.schemeId(), conferred.level(), conferred.conferredOn(), conferred.window());
    }

    static String window(LocalDate from, LocalDate to) {
        return from + TO + to;
    }

    /** The last served day that it rests on. */
    LocalDate restsUpTo() {
        int to = window.indexOf(TO);
        return to < 0 ? conferredOn : LocalDate.parse(window.substring(to + TO.length()));
    }

    /** As other schemes name it, {@code scheme/level}. */
    String name() {
        return schemeId + "/" + level;
    }
}
