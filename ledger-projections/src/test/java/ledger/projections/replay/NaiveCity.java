package ledger.projections.replay;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryState;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.place.GridEvent.GridDefined;
import ledger.domain.place.GridEvent.GridMerged;
import ledger.domain.place.StationEvent.StationClosed;
import ledger.domain.place.StationEvent.StationOpened;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.domain.volunteer.VolunteerEvent.VolunteerWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteersMerged;
import ledger.domain.volunteer.VolunteerEvent.VolunteersUnmerged;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.ServedDays;
import ledger.projections.figure.Dimension;
import ledger.projections.figure.FigureScope;
import ledger.projections.figure.Figures.Row;

/** The figures of a city, counted out of nothing but the facts, in the plainest way. */
final class NaiveCity {

    private final Map<String, EntryVersion> entries = new TreeMap<>();
    private final Map<String, String> gridDistrict = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<String, StationOpened> stations = new TreeMap<>();
    private final Map<String, LocalDate> closed = new HashMap<>();
    private final Map<String, LocalDate> registered = new TreeMap<>();
    private final Map<String, LocalDate> withdrawn = new HashMap<>();
    private final java.util.Set<String> merged = new java.util.HashSet<>();
    private final java.util.Set<String> grids = new java.util.TreeSet<>();

    NaiveCity(List<RecordedFact> facts) {
        for (RecordedFact fact : facts) {
            switch (fact.fact()) {
                case HourAccountEvent e -> entries.put(
                        e.entryId(), EntryFold.apply(entries.get(e.entryId()), e, fact.position()));
                case GridDefined e -> {
                    grids.add(e.gridId());
                    Optional.ofNullable(e.district()).ifPresent(district -> gridDistrict.put(e.gridId(), district));
                }
                case GridMerged e -> mergedInto.put(e.gridId(), e.intoGridId());
                case StationOpened e -> {
                    stations.put(e.stationId(), e);
                    closed.remove(e.stationId());
                }
                case StationClosed e -> closed.put(e.stationId(), e.closedOn());
                case VolunteerEnrolled e -> registered.put(e.volunteerId(), e.registeredOn());
                case VolunteerWithdrawn e -> withdrawn.put(e.volunteerId(), e.withdrawnOn());
                case VolunteersMerged e -> merged.add(e.volunteerId());
                case VolunteersUnmerged e -> merged.remove(e.volunteerId());
                default -> { }
            }
        }
    }

    long registeredBy(LocalDate day) {
        return registered.entrySet().stream()
                .filter(one -> !merged.contains(one.getKey()) && !one.getValue().isAfter(day))
                .filter(one -> !withdrawn.containsKey(one.getKey()) || withdrawn.get(one.getKey()).isAfter(day))
                .count();
    }

    List<EntryVersion> entries(FigureScope scope) {
        return entries.values().stream()
                .filter(entry -> entry.state() == EntryState.CERTIFIED && scope.days().has(entry))
                .filter(entry -> scope.grades().isEmpty() || scope.grades().contains(entry.evidence()))
                .filter(entry -> scope.recordedBy() == null || scope.recordedBy().contains(entry.recordedBy()))
                .filter(entry -> is(scope.category(), key(entry, Dimension.CATEGORY)))
                .filter(entry -> is(scope.stationId(), key(entry, Dimension.STATION)))
                .filter(entry -> is(scope.gridId(), key(entry, Dimension.GRID)))
                .filter(entry -> is(scope.district(), key(entry, Dimension.DISTRICT)))
                .filter(entry -> is(scope.accountId(), entry.accountId()))
                .toList();
    }

    private static boolean is(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }

    Row total(FigureScope scope) {
        return row("", entries(scope));
    }

    List<Row> rows(FigureScope scope, Dimension by) {
        return entries(scope).stream()
                .collect(Collectors.groupingBy(entry -> key(entry, by), TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();
    }

    private static Row row(String key, List<EntryVersion> entries) {
        return new Row(
                key, entries.size(), entries.stream().map(EntryVersion::accountId).distinct().count(),
                entries.stream().mapToLong(entry -> entry.time().minutes()).sum());
    }

    private String key(EntryVersion entry, Dimension by) {
        Function<Integer, String> day = length -> entry.time().servedOn().toString().substring(0, length);
        return Objects.requireNonNullElse(switch (by) {
            case ORGANIZATION -> entry.recordedBy();
            case CATEGORY -> entry.activity().category();
            case EVIDENCE -> entry.evidence().name();
            case STATION -> entry.activity().stationId();
            case GRID -> grid(entry);
            case DISTRICT -> {
                String grid = grid(entry);
                String ofGrid = grid == null ? null : gridDistrict.get(grid);
                StationOpened station = entry.activity().gridId() == null
                        ? stations.get(Objects.requireNonNullElse(entry.activity().stationId(), ""))
                        : null;
                yield ofGrid == null && station != null ? station.district() : ofGrid;
            }
            case YEAR -> day.apply(4);
            case MONTH -> day.apply(7);
            case DAY -> day.apply(10);
            case VOLUNTEER -> entry.volunteerId();
        }, "");
    }

    private @Nullable String grid(EntryVersion entry) {
        String at = entry.activity().gridId();
        StationOpened station = stations.get(Objects.requireNonNullElse(entry.activity().stationId(), ""));
        if (at == null && station != null) {
            at = station.gridId();
        }
        while (at != null && mergedInto.containsKey(at)) {
            at = mergedInto.get(at);
        }
        return at;
    }

    List<String> standingGrids() {
        return grids.stream().filter(grid -> !mergedInto.containsKey(grid)).toList();
    }

    /** Open on any of the days, or with service. */
    List<String> stations(FigureScope scope) {
        List<String> served = rows(scope, Dimension.STATION).stream().map(Row::key).toList();
        return stations.values().stream()
                .filter(one -> isOpen(one, scope.days()) || served.contains(one.stationId()))
                .map(StationOpened::stationId).toList();
    }

    private boolean isOpen(StationOpened one, ServedDays days) {
        LocalDate end = closed.get(one.stationId());
        return (days.to() == null || !one.openedOn().isAfter(days.to()))
                && (days.from() == null || end == null || !end.isBefore(days.from()));
    }
}
