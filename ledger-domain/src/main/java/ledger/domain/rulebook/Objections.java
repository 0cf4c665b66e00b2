package ledger.domain.rulebook;

import ledger.domain.document.Place;

/**
 * What becomes of an objection: by when it is answered, and how the notice goes on that it stopped (R16).
 *
 * @param times absent of any value where nothing is set
 */
public record Objections(AnswerTimes times, AfterDismissal afterDismissal) {

    /** How a notice goes on once no objection is open. */
    public enum AfterDismissal {
        /** With the working days that were still to run. */
        RESUME,
        /** With all of its working days, as if it began on the day of the decision. */
        RESTART
    }

    public static final Objections NONE = new Objections(AnswerTimes.NONE, AfterDismissal.RESUME);

    static Objections read(Place place) {
        place.only("answerWorkingDays", "decideWorkingDays", "afterDismissal");
        return new Objections(
                AnswerTimes.read(place),
                place.find("afterDismissal")
                        .map(after -> after.one(AfterDismissal.class))
                        .orElse(AfterDismissal.RESUME));
    }

    /**
     * Working days of notice after a dismissal.
     *
     * @param left that were still to run when the objection stopped it
     * @param whole that it has altogether
     */
    public int noticeDays(int left, int whole) {
        return switch (afterDismissal) {
            case RESUME -> left;
            case RESTART -> whole;
        };
    }
}
