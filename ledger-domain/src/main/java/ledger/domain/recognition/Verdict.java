package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a scheme says of one volunteer, and why: what counted, what did not and for which reason, what is missing.
 *
 * @param asOf the day it was asked for
 * @param from first served day that counts
 * @param to last served day that counts
 * @param band label of the band applied, {@code all} without ages; empty when unknown
 * @param reached ids of the levels whose thresholds are reached, in rising order
 * @param conferrable those of them that may be conferred now: not held, next in order, nobody barred (R23, R25)
 * @param awardWindow what a level conferred now is for: {@code from..to}, {@code cycle-3}, or empty for good
 * @param minutes certified minutes that counted
 * @param counted the entries that counted, in order of served day
 * @param notCounted the entries that did not, or the part of them, each with its reason
 * @param next the next level and what is still missing; empty at the top or when no band applies
 * @param barredUntil last day of a bar after false hours; empty without one
 * @param noticeWorkingDays working days of public notice before a level is conferred
 * @param evidenceDigest SHA-256 over the entries that counted
 */
public record Verdict(
        String schemeId,
        String schemeVersion,
        Status status,
        LocalDate asOf,
        LocalDate from,
        LocalDate to,
        Optional<String> band,
        List<String> reached,
        List<String> conferrable,
        String awardWindow,
        int minutes,
        List<Counted> counted,
        List<NotCounted> notCounted,
        Optional<Missing> next,
        Optional<LocalDate> barredUntil,
        int noticeWorkingDays,
        String evidenceDigest) {

    public Verdict {
        reached = List.copyOf(reached);
        conferrable = List.copyOf(conferrable);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    /** Whether the scheme applies at all. */
    public enum Status {
        OPEN,
        /** The scheme is paused on that day. */
        PAUSED,
        /** It needs an age, and no birth date is known. */
        AGE_UNKNOWN,
        /** No band admits the age. */
        AGE_OUTSIDE,
        /** It is for other kinds of subjects. */
        SUBJECT_OUTSIDE,
        /** False hours were found, and nothing is conferred until the bar ends. */
        BARRED
    }

    /** Why an entry did not count. */
    public enum Reason {
        REVOKED,
        DECLINED,
        HELD,
        OBJECTED,
        IN_NOTICE,
        BEFORE_REGISTRATION,
        /** An earlier award rests on it (R23). */
        ALREADY_USED,
        OUTSIDE_WINDOW,
        /** An earlier cycle of hours has it. */
        EARLIER_CYCLE,
        OUTSIDE_AGE,
        GRADE_NOT_COUNTED,
        RECORDED_LATE,
        CATEGORY_EXCLUDED,
        CATEGORY_NOT_COUNTED,
        OVER_CAP,
        TRAINING
    }

    public record Counted(String entryId, LocalDate servedOn, int minutes) {}

    public record NotCounted(String entryId, LocalDate servedOn, int minutes, Reason reason) {}

    /**
     * What the next level still asks for.
     *
     * @param threshold minutes the level asks for, inclusive; 0 where it does not go by minutes
     * @param minutes minutes still missing
     * @param also what else is missing
     * @param honours levels to be held first, each {@code scheme/level}
     * @param inNoticeMinutes minutes that will count once their public notice is over
     * @param inNoticeTo the day from which the last of them count; empty while nothing is in notice or nobody knows
     * @param earliest no day before this one can meet all of it; empty when no day can, or nobody knows
     */
    public record Missing(
            String level,
            int threshold,
            int minutes,
            List<Lack> also,
            List<String> honours,
            int inNoticeMinutes,
            Optional<LocalDate> inNoticeTo,
            Optional<LocalDate> earliest) {
        public Missing {
            also = List.copyOf(also);
            honours = List.copyOf(honours);
        }
    }

    /**
     * A measure that falls short.
     *
     * @param wanted inclusive
     * @param have less than {@code wanted}
     */
    public record Lack(Measure measure, int wanted, int have) {}

    public Optional<String> highest() {
        return reached.isEmpty() ? Optional.empty() : Optional.of(reached.getLast());
    }
}
