package ledger.projections.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryState;
import ledger.domain.account.Rating;
import ledger.domain.recognition.HonourEvent.HonourRecorded;
import ledger.domain.recognition.HonourOrigin;
import ledger.domain.statement.OtherRecord;
import ledger.domain.statement.StatementScope;
import ledger.projections.account.EntryVersion;
import ledger.projections.recognition.ComplaintView;
import ledger.projections.recognition.HonourView;
import ledger.projections.statement.HourStatement.RecordingUnit;

/**
 * What a statement tells beside hours, as known at its position; each part is absent unless it was asked for, and never
 * mixed with hours (R8, R19).
 *
 * @param trainingMinutes sum of the training; 0 where it was not asked for
 */
public record OtherRecords(
        @Nullable List<Rated> ratings,
        @Nullable List<Learned> training,
        int trainingMinutes,
        @Nullable List<Honoured> honours,
        @Nullable List<Complained> complaints) {

    /** How well a line was done, by its newest rating. */
    public record Rated(LocalDate servedOn, String activityName, Rating rating) {}

    /** One session of learning. */
    public record Learned(
            String entryId,
            LocalDate learnedOn,
            int minutes,
            String name,
            @Nullable String content,
            RecordingUnit organizer) {}

    /** @param recordedBy the organization that recorded it, whoever awarded it */
    public record Honoured(
            String honourId,
            LocalDate awardedOn,
            String name,
            String awardedBy,
            HonourOrigin origin,
            RecordingUnit recordedBy) {}

    /** Only that it was, and what became of it. */
    public record Complained(LocalDate raisedOn, ComplaintView.State state, @Nullable LocalDate closedOn) {}

    /** All that is known of a volunteer beside entries, at one position. */
    public record Known(List<HonourView> honours, List<ComplaintView> complaints) {

        public static final Known NOTHING = new Known(List.of(), List.of());

        public Known {
            honours = List.copyOf(honours);
            complaints = List.copyOf(complaints);
        }
    }

    /** Ids of the entries and honours that it rests on beside the lines. */
    List<String> restsOn() {
        return Stream.concat(
                        Stream.ofNullable(training).flatMap(List::stream).map(Learned::entryId),
                        Stream.ofNullable(honours).flatMap(List::stream).map(Honoured::honourId))
                .toList();
    }

    /** @param units the organizations for which the signing unit speaks; of no effect on a city-wide list */
    static @Nullable OtherRecords compose(
            StatementScope scope,
            Set<String> units,
            Collection<EntryVersion> lines,
            Collection<EntryVersion> entries,
            Known known,
            Function<String, RecordingUnit> recordingUnit) {
        if (scope.others() == null) {
            return null;
        }
        List<Learned> training = entries.stream()
                .filter(entry -> entry.state() == EntryState.TRAINING && isOf(scope, units, entry.recordedBy())
                        && scope.covers(entry.time().servedOn()))
                .sorted(inOrder())
                .map(entry -> new Learned(
                        entry.entryId(), entry.time().servedOn(), entry.time().minutes(), entry.activity().name(),
                        entry.activity().content(), recordingUnit.apply(entry.recordedBy())))
                .toList();
        boolean learned = scope.tells(OtherRecord.TRAINING);
        return new OtherRecords(
                scope.tells(OtherRecord.RATINGS) ? ratings(lines) : null,
                learned ? training : null,
                learned ? training.stream().mapToInt(Learned::minutes).reduce(0, Math::addExact) : 0,
                scope.tells(OtherRecord.HONOURS) ? honours(scope, units, known, recordingUnit) : null,
                scope.tells(OtherRecord.COMPLAINTS) ? complaints(scope, units, known, entries) : null);
    }

    private static Comparator<EntryVersion> inOrder() {
        return Comparator.comparing((EntryVersion entry) -> entry.time().servedOn())
                .thenComparing(EntryVersion::entryId);
    }

    private static boolean isOf(StatementScope scope, Set<String> units, String organizationId) {
        return scope.signedBy() == null || units.contains(organizationId);
    }

    private static List<Rated> ratings(Collection<EntryVersion> lines) {
        return lines.stream()
                .filter(line -> line.rating() != null)
                .sorted(inOrder())
                .map(line -> new Rated(
                        line.time().servedOn(), line.activity().name(), Objects.requireNonNull(line.rating())))
                .toList();
    }

    private static List<Honoured> honours(
            StatementScope scope, Set<String> units, Known known, Function<String, RecordingUnit> recordingUnit) {
        return known.honours().stream()
                .filter(HonourView::isRecorded)
                .map(HonourView::honour)
                .filter(honour -> scope.covers(honour.awardedOn()) && isOf(scope, units, honour.recordedFor()))
                .sorted(Comparator.comparing(HonourRecorded::awardedOn).thenComparing(HonourRecorded::honourId))
                .map(honour -> new Honoured(
                        honour.honourId(), honour.awardedOn(), honour.name(), honour.awardedBy(), honour.origin(),
                        recordingUnit.apply(honour.recordedFor())))
                .toList();
    }

    /** One signing unit tells of its own lines only. */
    private static List<Complained> complaints(
            StatementScope scope, Set<String> units, Known known, Collection<EntryVersion> entries) {
        return known.complaints().stream()
                .filter(view -> scope.covers(view.complaint().raisedOn()))
                .filter(view -> scope.signedBy() == null || entries.stream()
                        .anyMatch(entry -> entry.entryId().equals(view.complaint().entryId())
                                && units.contains(entry.recordedBy())))
                .sorted(Comparator.comparing((ComplaintView view) -> view.complaint().raisedOn())
                        .thenComparing(view -> view.complaint().complaintId()))
                .map(view -> new Complained(view.complaint().raisedOn(), view.state(), view.closedOn()))
                .toList();
    }
}
