package ledger.domain.account;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import ledger.domain.rulebook.Rulebooks;

/** What an account must remember of its entries to decide about the next one: who stands when, and how full each day is. */
final class Entries {

    /**
     * One entry as the account knows it.
     *
     * @param submittedDigest content as it was sent; a file sent again is recognized by it even after a correction
     * @param circumstances what was known when it came into the ledger
     * @param rating the newest one
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
            Circumstances circumstances,
            Dates dates,
            @Nullable Rating rating) {

        Held in(EntryState next) {
            return new Held(entryId, next, state, source, attempt, submittedDigest, contentDigest, volunteerId,
                    recordedBy, evidence, activity, time, circumstances, dates, rating);
        }

        Held dated(Dates other) {
            return new Held(entryId, state, stateBefore, source, attempt, submittedDigest, contentDigest, volunteerId,
                    recordedBy, evidence, activity, time, circumstances, other, rating);
        }

        Held saying(Activity corrected, ServedTime correctedTime, String digest) {
            return new Held(entryId, state, stateBefore, source, attempt, submittedDigest, digest, volunteerId,
                    recordedBy, evidence, corrected, correctedTime, circumstances, dates, rating);
        }

        Held rated(Rating newest) {
            return new Held(entryId, state, stateBefore, source, attempt, submittedDigest, contentDigest, volunteerId,
                    recordedBy, evidence, activity, time, circumstances, dates, newest);
        }

        @Nullable LocalDate countsFrom() {
            return dates.countsFrom();
        }

        int noticeDaysLeft() {
            return dates.noticeDaysLeft();
        }
    }

    /**
     * The days that matter to an entry.
     *
     * @param rulebook edition that judged it when it came into the ledger
     * @param notice the public notice that runs or ran; absent before there was one
     * @param noticeDaysLeft working days of notice that an objection left to run
     * @param lateness absent when it was recorded in time
     */
    record Dates(
            LocalDate recordedOn,
            String rulebook,
            @Nullable Running notice,
            int noticeDaysLeft,
            @Nullable LocalDate countsFrom,
            boolean provisional,
            @Nullable Lateness lateness) {

        static Dates of(HourAccountEvent.Entry entry) {
            return new Dates(entry.recordedOn(), entry.rulebook(), null, 0, null, false, entry.lateness());
        }

        Dates countingFrom(@Nullable LocalDate day, boolean isProvisional) {
            return new Dates(recordedOn, rulebook, notice, 0, day, isProvisional, lateness);
        }

        Dates inNotice(Running running) {
            return new Dates(recordedOn, rulebook, running, noticeDaysLeft, countsFrom, provisional, lateness);
        }

        Dates stopped(int daysLeft) {
            return new Dates(recordedOn, rulebook, notice, daysLeft, countsFrom, provisional, lateness);
        }

        Dates late(@Nullable Lateness now) {
            return new Dates(recordedOn, rulebook, notice, noticeDaysLeft, countsFrom, provisional, now);
        }
    }

    /**
     * A public notice.
     *
     * @param workingDays absent for as many as the rulebook says that decided
     */
    record Running(LocalDate from, @Nullable Integer workingDays, String rulebook) {

        int workingDays(Rulebooks rulebooks) {
            return workingDays == null ? rulebooks.edition(rulebook).noticeWorkingDays() : workingDays;
        }
    }

    private final Map<String, Held> byId = new HashMap<>();
    private final Map<SourceRecord, Set<String>> bySource = new HashMap<>();
    private final TreeMap<Long, Held> standingByStart = new TreeMap<>();
    private final Map<LocalDate, Integer> standingMinutes = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    /** The same entries to try something on. */
    Entries copy() {
        Entries copy = new Entries();
        byId.values().forEach(copy::put);
        copy.reported.addAll(reported);
        return copy;
    }

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
