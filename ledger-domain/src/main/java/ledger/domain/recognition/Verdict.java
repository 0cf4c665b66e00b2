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
 * @param band label of the age band applied, {@code all} without ages; empty when unknown
 * @param reached ids of the levels reached, in rising order
 * @param minutes certified minutes that counted
 * @param counted the entries that counted, in order of served day
 * @param notCounted the entries that did not, each with its reason
 * @param next the next level and the minutes still missing; empty at the top or when no band applies
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
        int minutes,
        List<Counted> counted,
        List<NotCounted> notCounted,
        Optional<Missing> next,
        String evidenceDigest) {

    public Verdict {
        reached = List.copyOf(reached);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    /** Whether the scheme applies at all. */
    public enum Status {
        OPEN,
        /** The scheme is paused on that day. */
        PAUSED,
        /** Its bands need an age, and no birth date is known. */
        AGE_UNKNOWN,
        /** No band admits the age. */
        AGE_OUTSIDE
    }

    /** Why an entry did not count. */
    public enum Reason {
        REVOKED,
        DECLINED,
        HELD,
        OBJECTED,
        IN_NOTICE,
        BEFORE_REGISTRATION,
        OUTSIDE_WINDOW,
        GRADE_NOT_COUNTED,
        RECORDED_LATE,
        CATEGORY_EXCLUDED,
        TRAINING
    }

    public record Counted(String entryId, LocalDate servedOn, int minutes) {}

    public record NotCounted(String entryId, LocalDate servedOn, int minutes, Reason reason) {}

    /**
     * @param threshold minutes the level asks for, inclusive
     * @param minutes minutes still missing, at least 1
     */
    public record Missing(String level, int threshold, int minutes) {}

    public Optional<String> highest() {
        return reached.isEmpty() ? Optional.empty() : Optional.of(reached.getLast());
    }
}
