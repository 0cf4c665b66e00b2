package ledger.domain.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryMarks.MergeConflict;

/** What an account remembers of its entries to decide about the next one: who stands when, how full each day is. */
final class Entries {

    /**
     * One entry as the account knows it.
     *
     * @param recordedBy the organization whose entry it is now
     * @param circumstances what was known when it came into the ledger
     */
    record Held(
            String entryId,
            EntryState state,
            EntryState stateBefore,
            EntryOrigin origin,
            String contentDigest,
            String recordedBy,
            EvidenceGrade evidence,
            Activity activity,
            ServedTime time,
            Circumstances circumstances,
            EntryDates dates,
            EntryMarks marks) {

        /** What keeps an entry waiting since a merge is over with any other state. */
        Held in(EntryState next) {
            return new Held(entryId, next, state, origin, contentDigest, recordedBy, evidence, activity, time,
                    circumstances, dates, marks.inConflict(null));
        }

        Held dated(EntryDates other) {
            return new Held(entryId, state, stateBefore, origin, contentDigest, recordedBy, evidence, activity, time,
                    circumstances, other, marks);
        }

        Held saying(Activity corrected, ServedTime correctedTime, String digest) {
            return new Held(entryId, state, stateBefore, origin, digest, recordedBy, evidence, corrected,
                    correctedTime, circumstances, dates, marks);
        }

        Held marked(EntryMarks other) {
            return new Held(entryId, state, stateBefore, origin, contentDigest, recordedBy, evidence, activity, time,
                    circumstances, dates, other);
        }

        Held of(String organizationId) {
            return new Held(entryId, state, stateBefore, origin, contentDigest, organizationId, evidence, activity,
                    time, circumstances, dates, marks);
        }

        /** Waiting since a merge, until somebody decides or the merge is undone. */
        Held waitingSince(String mergeId) {
            return in(EntryState.HELD).marked(marks.inConflict(new MergeConflict(mergeId, state, stateBefore)));
        }

        /** As it goes back when a merge is undone: what nobody decided meanwhile is as if there had been no merge. */
        Held without(String mergeId) {
            MergeConflict conflict = marks.conflict();
            return conflict == null || !conflict.mergeId().equals(mergeId)
                    ? this
                    : new Held(entryId, conflict.state(), conflict.stateBefore(), origin, contentDigest, recordedBy,
                            evidence, activity, time, circumstances, dates, marks.inConflict(null));
        }

        SourceRecord source() {
            return origin.source();
        }

        int attempt() {
            return origin.attempt();
        }

        String fingerprint(Activity corrected, ServedTime correctedTime) {
            return origin.fingerprint(corrected, correctedTime, evidence);
        }

        @Nullable Rating rating() {
            return marks.rating();
        }

        @Nullable LocalDate countsFrom() {
            return dates.countsFrom();
        }

        int noticeDaysLeft() {
            return dates.noticeDaysLeft();
        }
    }

    private final Map<String, Held> byId = new HashMap<>();
    private final Map<SourceRecord, List<String>> bySource = new HashMap<>();
    private final TreeMap<Long, Held> standingByStart = new TreeMap<>();
    private final Map<LocalDate, Integer> standingMinutes = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> gone = new HashSet<>();

    /** The same entries to try something on. */
    Entries copy() {
        Entries copy = new Entries();
        byId.values().forEach(copy::put);
        copy.reported.addAll(reported);
        copy.gone.addAll(gone);
        return copy;
    }

    Collection<Held> all() {
        return byId.values();
    }

    /** Forget all: what there is from now on is told anew. */
    void clear() {
        byId.clear();
        bySource.clear();
        standingByStart.clear();
        standingMinutes.clear();
        reported.clear();
    }

    /** An entry goes to another account. */
    void remove(String entryId) {
        Held before = byId.remove(entryId);
        if (before != null) {
            if (before.state().isStanding()) {
                leave(before);
            }
            bySource.computeIfPresent(before.source(), (source, ids) -> without(entryId, ids));
            reported.remove(entryId);
            gone.add(entryId);
        }
    }

    private static @Nullable List<String> without(String entryId, List<String> ids) {
        List<String> others = ids.stream().filter(id -> !id.equals(entryId)).toList();
        return others.isEmpty() ? null : others;
    }

    private static List<String> together(List<String> ids, List<String> more) {
        return Stream.concat(ids.stream(), more.stream()).toList();
    }

    /** Whether an entry was here and is in another account now. */
    boolean isGone(String entryId) {
        return gone.contains(entryId);
    }

    Optional<Held> find(String entryId) {
        return Optional.ofNullable(byId.get(entryId));
    }

    /** The entry that is open for a source record in this account. */
    Optional<Held> openFor(SourceRecord source) {
        return bySource.getOrDefault(source, List.of()).stream()
                .map(byId::get)
                .filter(entry -> entry.state().isOpen())
                .findFirst();
    }

    /** How often a source record was sent to this account and became an entry. */
    int attempts(SourceRecord source) {
        return bySource.getOrDefault(source, List.of()).stream()
                .mapToInt(entryId -> byId.get(entryId).attempt())
                .max()
                .orElse(0);
    }

    void put(Held entry) {
        Held before = byId.put(entry.entryId(), entry);
        gone.remove(entry.entryId());
        if (before != null && before.state().isStanding()) {
            leave(before);
        }
        if (before == null) {
            bySource.merge(entry.source(), List.of(entry.entryId()), Entries::together);
        }
        if (entry.state().isStanding()) {
            stand(entry);
        }
    }

    /** The standing entry that shares a minute with this time, other than {@code except} (R10); ends may touch. */
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

    /** All standing entries that share a minute with this time, other than {@code except}, by their start. */
    List<Held> allOverlapping(ServedTime time, String except) {
        if (!time.hasInterval()) {
            return List.of();
        }
        return standingByStart.headMap(time.toMinute(), false).values().stream()
                .filter(other -> !other.entryId().equals(except) && other.time().toMinute() > time.fromMinute())
                .toList();
    }

    void report(String entryId) {
        reported.add(entryId);
    }

    void answerReport(String entryId) {
        reported.remove(entryId);
    }

    /** Whether the volunteer reported an error in an entry and nobody has answered yet. */
    boolean isReported(String entryId) {
        return reported.contains(entryId);
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

    /** How often a machine already took standing times at this session's activity and day (R12). */
    long signPairs(Session session) {
        return byId.values().stream()
                .filter(entry -> entry.state().isStanding() && entry.evidence().isTimedByMachine())
                .filter(entry -> !entry.entryId().equals(session.entryId()))
                .filter(entry -> entry.recordedBy().equals(session.recordedBy()))
                .filter(entry -> entry.activity().name().equals(session.activity().name()))
                .filter(entry -> entry.time().servedOn().equals(session.time().servedOn()))
                .count();
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
