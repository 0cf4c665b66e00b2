package ledger.projections.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.Activity;
import ledger.domain.account.HourAccountEvent.Entry;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.place.GridEvent.GridDefined;
import ledger.domain.place.GridEvent.GridMerged;
import ledger.domain.place.StationEvent.StationClosed;
import ledger.domain.place.StationEvent.StationOpened;
import ledger.domain.place.VenueType;
import ledger.domain.volunteer.VolunteerEvent.VolunteerWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteersMerged;
import ledger.domain.volunteer.VolunteerEvent.VolunteersUnmerged;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;

/** A {@link RandomHistory} in a city: sessions at stations and in grids, which come, move, merge and close. */
final class CityHistory {

    static final List<String> DISTRICTS = List.of("婺南区", "江北区");
    static final List<String> CATEGORIES = List.of("culture", "greening");

    private final Random random;
    private final Facts facts = new Facts();
    private final List<String> grids = new ArrayList<>();
    private final List<String> standing = new ArrayList<>();
    private final List<String> stations = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();

    CityHistory(long seed) {
        random = new Random(seed);
        for (RecordedFact fact : new RandomHistory(seed).facts().all()) {
            if (random.nextInt(3) == 0) {
                happen();
            }
            facts.add(fact.fact() instanceof ServiceRecorded recorded ? somewhere(recorded) : fact.fact());
        }
    }

    Facts facts() {
        return facts;
    }

    private void happen() {
        switch (random.nextInt(7)) {
            case 0 -> {
                grids.add("grid-" + grids.size());
                standing.add(grids.getLast());
                facts.add(defined(grids.getLast()));
            }
            case 1 -> {
                stations.add("station-" + stations.size());
                open.add(stations.getLast());
                facts.add(opened(stations.getLast()));
            }
            case 2 -> {
                if (standing.size() > 1) {
                    String from = standing.remove(random.nextInt(standing.size()));
                    facts.add(new GridMerged(from, any(standing), day()));
                }
            }
            case 3 -> {
                if (!open.isEmpty()) {
                    String closed = open.remove(random.nextInt(open.size()));
                    facts.add(new StationClosed(closed, "moved", day()));
                    if (random.nextBoolean()) {
                        open.add(closed);
                        facts.add(opened(closed));
                    }
                }
            }
            case 4 -> {
                people.add("p" + facts.head());
                facts.add(Facts.enrolled(people.getLast(), day().toString()));
            }
            case 5 -> {
                if (!people.isEmpty()) {
                    facts.add(new VolunteerWithdrawn("volunteer-" + people.removeFirst(), "moved", null, day()));
                }
            }
            default -> facts.add(mergeOrUndo());
        }
    }

    private Fact[] mergeOrUndo() {
        if (!merged.isEmpty()) {
            String again = merged.removeFirst();
            people.add(again);
            return new Fact[] {new VolunteersUnmerged("volunteer-" + again, "merge-1", day())};
        }
        if (people.isEmpty()) {
            return new Fact[0];
        }
        merged.add(people.removeFirst());
        return new Fact[] {
            new VolunteersMerged("volunteer-" + merged.getLast(), "merge-1", "volunteer-li", day())
        };
    }

    private GridDefined defined(String id) {
        return new GridDefined(id, "G" + id, "网格" + id, random.nextBoolean() ? null : any(DISTRICTS), day());
    }

    private StationOpened opened(String id) {
        return new StationOpened(
                id, "S" + id, "站" + id, VenueType.COMMUNITY, standing.isEmpty() ? null : any(standing),
                random.nextBoolean() ? null : any(DISTRICTS), Facts.STATION, day());
    }

    private ServiceRecorded somewhere(ServiceRecorded recorded) {
        Entry e = recorded.entry();
        Activity activity = new Activity(
                "读书会", random.nextInt(3) == 0 ? null : any(CATEGORIES), "陪读", "青禾社区", "person-1", "person-2",
                perhaps(stations), perhaps(grids));
        return new ServiceRecorded(
                recorded.accountId(), recorded.entryId(),
                new Entry(
                        e.volunteerId(), e.source(), e.attempt(), e.contentDigest(), e.recordedBy(), e.submittedBy(),
                        activity, e.time(), e.evidence(), e.remark(), e.recordedOn(), e.rulebook(),
                        e.circumstances(), e.lateness()),
                recorded.countsFrom(), recorded.provisional());
    }

    private @Nullable String perhaps(List<String> ids) {
        return ids.isEmpty() || random.nextBoolean() ? null : any(ids);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private LocalDate day() {
        return LocalDate.parse("2026-02-05").plusDays(random.nextInt(25));
    }
}
