package ledger.api.door;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerTime;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.Refusal;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.ServedDays;

/** Up to which position an answer is true: read your own writes, and ask what was known earlier. */
@Component
public class Reads {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Followers followers;
    private final FactSource facts;
    private final LedgerTime time;
    private final LedgerClock clock;

    Reads(Followers followers, FactSource facts, LedgerTime time, LedgerClock clock) {
        this.followers = followers;
        this.facts = facts;
        this.time = time;
        this.clock = clock;
    }

    /**
     * The position up to which these rooms are true, after waiting a moment for one the caller names.
     *
     * @throws RefusedException when it is not reached in time
     */
    public long upTo(@Nullable Long after, String... rooms) {
        if (after != null && !followers.await(after, LONGEST_WAIT, List.of(rooms))) {
            throw RefusedException.of(DoorRefusal.POSITION_NOT_REACHED, "after");
        }
        return followers.position(rooms);
    }

    /** Wait for everything written so far. */
    public long upToNow(String... rooms) {
        return upTo(facts.head(), rooms);
    }

    /**
     * The position that an {@code asOf} means: a position, an instant, or a day (its end).
     *
     * @param newest the newest position that can be asked for
     */
    public long position(@Nullable String asOf, long newest) {
        return position(asOf, "asOf", newest);
    }

    /** @param field what the caller called it */
    long position(@Nullable String asOf, String field, long newest) {
        if (asOf == null || asOf.isBlank()) {
            return newest;
        }
        try {
            if (asOf.matches("\\d{1,18}")) {
                return Math.min(Long.parseLong(asOf), newest);
            }
            Instant instant = asOf.length() == 10
                    ? LocalDate.parse(asOf).atTime(LocalTime.MAX).atZone(clock.getZone()).toInstant()
                    : Instant.parse(asOf);
            return Math.min(time.asOf(instant), newest);
        } catch (DateTimeException e) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, field);
        }
    }

    /**
     * A day written {@code YYYY-MM-DD}; absent when the text is.
     *
     * @throws RefusedException naming the field when it is no such day
     */
    public static @Nullable LocalDate day(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.strip().matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text.strip());
            }
        } catch (DateTimeException e) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, field);
        }
        throw RefusedException.of(DoorRefusal.VALUE_INVALID, field);
    }

    /**
     * Days of service, both ends included.
     *
     * @throws RefusedException naming the field that is no day, or {@code to} when it lies before {@code from}
     */
    static ServedDays days(@Nullable String from, @Nullable String to) {
        ServedDays days = new ServedDays(day(from, "from"), day(to, "to"));
        if (days.from() != null && days.to() != null && days.to().isBefore(days.from())) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "to");
        }
        return days;
    }

    /** @throws RefusedException naming the field when the text is absent */
    static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new RefusedException(Refusal.of(DoorRefusal.VALUE_MISSING, field).with("field", field));
        }
        return text.strip();
    }

    /** @throws RefusedException naming the field when the value is absent */
    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new RefusedException(Refusal.of(DoorRefusal.VALUE_MISSING, field).with("field", field));
        }
        return value;
    }

    public LedgerClock clock() {
        return clock;
    }
}
