package ledger.api.fault;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import ledger.domain.LedgerIds;

/** What clients keep for themselves: which of their sessions were acknowledged, and how often they were in doubt. */
final class ClientRecord {

    static final String SYSTEM = "load";

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
    private static final int SLOTS = 4;

    private final Map<String, Session> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    /**
     * A session that a client sends.
     *
     * @param turn which of the volunteer's sessions; each has a time of its own, so that no two overlap
     */
    record Session(int number, String volunteer, int turn, int minutes) {

        String record() {
            return "L-" + number;
        }

        String entryId() {
            return LedgerIds.entry(SYSTEM, record(), 1);
        }

        String json() {
            LocalDate day = FIRST_DAY.plusDays(turn / SLOTS);
            int hour = 8 + 3 * (turn % SLOTS);
            return "{\"volunteerNumber\": \"%s\", \"organization\": \"%s\", \"place\": \"青禾社区广场\", "
                            .formatted(volunteer, Town.STATION)
                    + "\"recorder\": \"记录员07\", \"activity\": {\"name\": \"便民服务\", \"category\": \"社区服务\", "
                    + "\"content\": \"便民\", \"personInCharge\": \"负责人07\"}, "
                    + "\"servedFrom\": \"%sT%02d:00:00+08:00\", \"servedTo\": \"%sT%02d:%02d:00+08:00\", "
                            .formatted(day, hour, day, hour + minutes / 60, minutes % 60)
                    + "\"sourceSystem\": \"%s\", \"sourceRecord\": \"%s\", \"evidence\": \"SYSTEM_TIMED\"}"
                            .formatted(SYSTEM, record());
        }
    }

    void acknowledge(Session session) {
        acknowledged.put(session.record(), session);
    }

    boolean holds(Session session) {
        return acknowledged.containsKey(session.record());
    }

    void doubt() {
        inDoubt.incrementAndGet();
    }

    /** An answer that no fault excuses. */
    void strange(String answer) {
        strange.add(answer);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int inDoubt() {
        return inDoubt.get();
    }

    List<String> strange() {
        return List.copyOf(strange);
    }

    Collection<Session> sessions() {
        return acknowledged.values();
    }
}
