package ledger.projections.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

import ledger.domain.Digest;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.statement.StatementScope;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryVersion;

/**
 * What an hour statement says: certified lines of a scope as known at a position (R26). Composed from entries alone,
 * by the live service and by every replay alike.
 *
 * @param minutes sum of its lines
 * @param others what it tells beside hours; absent unless it was asked for
 */
public record HourStatement(
        StatementScope scope, long position, List<Line> lines, int minutes, @Nullable OtherRecords others) {

    public HourStatement {
        lines = List.copyOf(lines);
    }

    /** The name under which an organization certifies. */
    public record RecordingUnit(String organizationId, String code, String name) {}

    /**
     * One session: service time, content and recording unit stand on every line (R26).
     *
     * @param servedFrom absent where only a value is known (grade HISTORICAL)
     */
    public record Line(
            String entryId,
            LocalDate servedOn,
            @Nullable LocalDateTime servedFrom,
            @Nullable LocalDateTime servedTo,
            int minutes,
            String activityName,
            @Nullable String content,
            @Nullable String place,
            EvidenceGrade evidence,
            RecordingUnit recordingUnit) {}

    /** @param entries all entries of the volunteer as known at {@code position} */
    public static HourStatement compose(
            StatementScope scope,
            long position,
            Collection<EntryVersion> entries,
            Function<String, RecordingUnit> recordingUnit) {
        return compose(scope, Set.of(Objects.requireNonNullElse(scope.signedBy(), "")), position, entries, recordingUnit);
    }

    /**
     * @param units the organizations whose lines the signing unit may state: its own, and those of bodies it succeeded
     *     (F2.11); of no effect on a city-wide list
     */
    public static HourStatement compose(
            StatementScope scope,
            Set<String> units,
            long position,
            Collection<EntryVersion> entries,
            Function<String, RecordingUnit> recordingUnit) {
        return compose(scope, units, position, entries, OtherRecords.Known.NOTHING, recordingUnit);
    }

    /** @param known what is known of the volunteer beside entries, at {@code position} */
    public static HourStatement compose(
            StatementScope scope,
            Set<String> units,
            long position,
            Collection<EntryVersion> entries,
            OtherRecords.Known known,
            Function<String, RecordingUnit> recordingUnit) {
        List<EntryVersion> covered = entries.stream()
                .filter(entry -> entry.state() == EntryState.CERTIFIED && covers(scope, units, entry))
                .toList();
        List<Line> lines = covered.stream()
                .sorted(Comparator.comparing((EntryVersion entry) -> entry.time().servedOn())
                        .thenComparing(entry -> String.valueOf(entry.time().servedFrom()))
                        .thenComparing(EntryVersion::entryId))
                .map(entry -> line(entry, recordingUnit.apply(entry.recordedBy())))
                .toList();
        return new HourStatement(
                scope, position, lines, lines.stream().mapToInt(Line::minutes).reduce(0, Math::addExact),
                OtherRecords.compose(scope, units, covered, entries, known, recordingUnit));
    }

    private static boolean covers(StatementScope scope, Set<String> units, EntryVersion entry) {
        return entry.volunteerId().equals(scope.volunteerId())
                && scope.covers(entry.time().servedOn())
                && (scope.signedBy() == null || units.contains(entry.recordedBy()));
    }

    private static Line line(EntryVersion entry, RecordingUnit unit) {
        return new Line(
                entry.entryId(),
                entry.time().servedOn(),
                entry.time().servedFrom(),
                entry.time().servedTo(),
                entry.time().minutes(),
                entry.activity().name(),
                entry.activity().content(),
                entry.activity().place(),
                entry.evidence(),
                unit);
    }

    /** Ids of the entries and honours it rests on, lines first: when one of them changes it holds no more (R27). */
    public List<String> restsOn() {
        return Stream.concat(
                        lines.stream().map(Line::entryId),
                        Stream.ofNullable(others).flatMap(told -> told.restsOn().stream()))
                .toList();
    }

    /**
     * SHA-256 of its canonical JSON (RFC 8785), so that anyone who has the lines can compute it again. The position is
     * not part of it: the same lines known later have the same digest.
     */
    public String digest() {
        record Content(StatementScope scope, List<Line> lines, int minutes, @Nullable OtherRecords others) {}
        try {
            return Digest.of(new JsonCanonicalizer(LedgerJson.write(new Content(scope, lines, minutes, others)))
                    .getEncodedUTF8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
