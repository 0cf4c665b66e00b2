package ledger.domain.account;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** What an account must remember of its entries to decide about the next one: who stands when, and how full each day is. */
final class Entries {

    /**
     * One entry as the account knows it.
     *
     * @param submittedDigest content as it was sent; a file sent again is recognized by it even after a correction
     */
    record Held(
            String entryId,
            EntryState state,
            EntryState stateBefore,
            SourceRecord source,
            int attempt,
            String submittedDigest,
            String contentDigest,
            String volunteerId,
            String recordedBy,
            EvidenceGrade evidence,
            Activity activity,
            ServedTime time,
            @Nullable LocalDate countsFrom,
            int noticeDaysLeft) {

        Held in(EntryState next) {
            return new Held(entryId, next, state, source, attempt, submittedDigest, contentDigest, volunteerId,
                    recordedBy, evidence, activity, time, countsFrom, noticeDaysLeft);
        }

        Held countingFrom(LocalDate day) {
            return new Held(entryId, state, stateBefore, source, attempt, submittedDigest, contentDigest, volunteerId,
                    recordedBy, evidence, activity, time, day, 0);
        }

        Held withNoticeLeft(int days) {
            return new Held(entryId, state, stateBefore, source, attempt, submittedDigest, contentDigest, volunteerId,
                    recordedBy, evidence, activity, time, countsFrom, days);
        }

        Held saying(Activity corrected, ServedTime correctedTime, String digest) {
            return new Held(entryId, state, stateBefore, source, attempt, submittedDigest, digest, volunteerId,
                    recordedBy, evidence, corrected, correctedTime, countsFrom, noticeDaysLeft);
        }
    }

    private final Map<String, Held> byId = new HashMap<>();
    private final Map<SourceRecord, Set<String>> bySource = new HashMap<>();
    private final TreeMap<Long, Held> standingByStart = new TreeMap<>();
    private final Map<LocalDate, Integer> standingMinutes = new HashMap<>();

    Optional<Held> find(String entryId) {
        return Optional.ofNullable(byId.get(entryId));
    }

    /** The entry that is open for a source record in this account. */
    Optional<Held> openFor(SourceRecord source) {
        return bySource.getOrDefault(source, Set.of()).stream()
                .map(byId::get)
                .filter(entry -> entry.state().isOpen())
                .findFirst();
    }

    /** How often a source record was sent to this account and became an entry. */
    int attempts(SourceRecord source) {
        return bySource.getOrDefault(source, Set.of()).stream()
                .mapToInt(entryId -> byId.get(entryId).attempt())
                .max()
                .orElse(0);
    }

    void put(Held entry) {
        Held before = byId.put(entry.entryId(), entry);
        if (before != null && before.state().isStanding()) {
            leave(before);
        }
        bySource.computeIfAbsent(entry.source(), source -> new HashSet<>()).add(entry.entryId());
        if (entry.state().isStanding()) {
            stand(entry);
        }
    }

    /** The standing entry that shares a minute with this time, other than {@code except} (R10). Touching ends are fine. */
    Optional<Held> overlapping(ServedTime time, @Nullable String except) {
        if (!time.hasInterval()) {
            return Optional.empty();
        }
        // Standing entries never overlap each other, so those that begin before the end are looked at latest first,
        // and the first that ends before our start ends the search.
        for (Held other : standingByStart.headMap(time.toMinute(), false).descendingMap().values()) {
            if (!other.entryId().equals(except)) {
                return other.time().toMinute() > time.fromMinute() ? Optional.of(other) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The fullest of this time's days, if it stood beside all other standing entries, in minutes (R11). */
    int fullestDayWith(ServedTime time, @Nullable String except) {
        Map<LocalDate, Integer> own = except == null ? Map.of() : find(except)
                .filter(entry -> entry.state().isStanding())
                .map(entry -> entry.time().minutesByDay())
                .orElse(Map.of());
        return time.minutesByDay().entrySet().stream()
                .mapToInt(day -> day.getValue()
                        + standingMinutes.getOrDefault(day.getKey(), 0)
                        - own.getOrDefault(day.getKey(), 0))
                .max()
                .orElse(0);
    }

    private void stand(Held entry) {
        if (entry.time().hasInterval()) {
            standingByStart.put(entry.time().fromMinute(), entry);
        }
        entry.time().minutesByDay().forEach((day, minutes) -> standingMinutes.merge(day, minutes, Integer::sum));
    }

    private void leave(Held entry) {
        if (entry.time().hasInterval()) {
            standingByStart.remove(entry.time().fromMinute());
        }
        entry.time().minutesByDay().forEach((day, minutes) -> standingMinutes.merge(day, -minutes, Integer::sum));
    }
}
