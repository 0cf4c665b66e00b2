package ledger.domain.rulebook;

import java.time.LocalDate;
import java.util.Optional;

import ledger.domain.document.Place;

/**
 * In how many whole working days what somebody says against something is answered, and decided.
 *
 * @param answerWorkingDays after the day on which it was said; 0 where none are set
 * @param decideWorkingDays likewise, never fewer; where the document does not say, as many
 */
public record AnswerTimes(int answerWorkingDays, int decideWorkingDays) {

    public static final AnswerTimes NONE = new AnswerTimes(0, 0);

    static AnswerTimes read(Place place) {
        int answer = place.at("answerWorkingDays").whole(1, 60);
        return new AnswerTimes(
                answer, place.find("decideWorkingDays").map(days -> days.whole(answer, 120)).orElse(answer));
    }

    /** The last day on which something said on a day is answered in time; none where nothing is set. */
    public Optional<LocalDate> answerBy(LocalDate saidOn, WorkingDays calendar) {
        return lastDay(saidOn, answerWorkingDays, calendar);
    }

    /** The last day on which it is decided in time. */
    public Optional<LocalDate> decideBy(LocalDate saidOn, WorkingDays calendar) {
        return lastDay(saidOn, decideWorkingDays, calendar);
    }

    private static Optional<LocalDate> lastDay(LocalDate saidOn, int workingDays, WorkingDays calendar) {
        return workingDays == 0 ? Optional.empty() : Optional.of(calendar.after(saidOn, workingDays));
    }
}
