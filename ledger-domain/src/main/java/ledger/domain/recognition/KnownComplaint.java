package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A complaint about the subject, as schemes look at it (F2.1).
 *
 * @param closedOn absent while it is open
 */
public record KnownComplaint(LocalDate raisedOn, @Nullable LocalDate closedOn) {

    boolean isOpenOn(LocalDate day) {
        return !raisedOn.isAfter(day) && (closedOn == null || closedOn.isAfter(day));
    }
}
