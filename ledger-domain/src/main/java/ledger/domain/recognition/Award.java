package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A level that was conferred on the subject, as known.
 *
 * @param window what it is for, see {@link Verdict#awardWindow()}
 * @param validTo the last day it holds; absent where it holds for ever
 */
public record Award(
        String schemeId, String level, LocalDate conferredOn, String window, @Nullable LocalDate validTo) {

    private static final String TO = "..";

    /** What a fact of conferring says of it, and how long its version of the scheme lets it hold. */
    public static Award of(RecognitionEvent.RecognitionConferred conferred, Schemes schemes) {
        return new Award(
                conferred.schemeId(), conferred.level(), conferred.conferredOn(), conferred.window(),
                schemes.find(conferred.schemeId(), conferred.schemeVersion())
                        .flatMap(scheme -> scheme.validTo(conferred.conferredOn()))
                        .orElse(null));
    }

    boolean isHeldOn(LocalDate day) {
        return !conferredOn.isAfter(day) && (validTo == null || !validTo.isBefore(day));
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
