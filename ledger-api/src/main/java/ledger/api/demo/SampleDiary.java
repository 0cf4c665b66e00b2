package ledger.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has served when, so that nobody is in two places at once and no day grows past eight hours (R10, R11). */
final class SampleDiary {

    private static final int MINUTES_PER_DAY = 480;

    private final Map<Day, List<SampleSession>> days = new HashMap<>();

    private record Day(String volunteer, LocalDate date) {}

    /** Writes the session down if the volunteer had the time for it. */
    boolean takes(SampleSession session) {
        List<SampleSession> others = sessionsOf(session.volunteer(), session.servedOn());
        int minutes = session.minutes() + others.stream().mapToInt(SampleSession::minutes).sum();
        return minutes <= MINUTES_PER_DAY
                && others.stream().noneMatch(other -> overlap(session, other))
                && others.add(session);
    }

    /** Writes down a session that the rules will hold, so that the rest of its day stays empty. */
    void keepsDayFor(SampleSession session) {
        sessionsOf(session.volunteer(), session.servedOn()).add(session);
    }

    boolean isFree(SampleVolunteer volunteer, LocalDate date) {
        return sessionsOf(volunteer, date).isEmpty();
    }

    private List<SampleSession> sessionsOf(SampleVolunteer volunteer, LocalDate date) {
        return days.computeIfAbsent(new Day(volunteer.number(), date), day -> new ArrayList<>());
    }

    private static boolean overlap(SampleSession one, SampleSession other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
