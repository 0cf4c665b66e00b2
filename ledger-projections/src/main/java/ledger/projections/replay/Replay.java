package ledger.projections.replay;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryVersion;
import ledger.projections.statement.HourStatement.RecordingUnit;

/**
 * The ledger folded again from its first fact, into memory, up to a position (R28). It reads nothing but facts, and
 * folds with the functions that the live view uses.
 */
public final class Replay {

    private static final int BATCH = 5_000;

    private final Map<String, Map<String, EntryVersion>> entriesByVolunteer = new TreeMap<>();
    private final Map<String, RecordingUnit> organizations = new HashMap<>();
    private final Map<String, LocalDate> registeredOn = new HashMap<>();
    private long position;
    private long facts;

    private Replay() {}

    /**
     * @param upTo last position to fold
     * @param progress told the position reached, batch by batch
     */
    public static Replay of(FactSource source, long upTo, LongConsumer progress) {
        Replay replay = new Replay();
        while (replay.position < upTo) {
            List<RecordedFact> batch = source.after(replay.position, BATCH);
            for (RecordedFact fact : batch) {
                if (fact.position() <= upTo) {
                    replay.fold(fact);
                }
            }
            if (batch.isEmpty()) {
                break;
            }
            progress.accept(replay.position);
            if (batch.getLast().position() > upTo) {
                break;
            }
        }
        return replay;
    }

    private void fold(RecordedFact fact) {
        if (fact.position() != position + 1) {
            throw new IllegalStateException("the order has a gap: after " + position + " comes " + fact.position());
        }
        position = fact.position();
        facts++;
        switch (fact.fact()) {
            case HourAccountEvent event -> fold(event, fact.position());
            case OrganizationRegistered e -> organizations.put(
                    e.organizationId(), new RecordingUnit(e.organizationId(), e.code(), e.name()));
            case VolunteerEnrolled e -> {
                registeredOn.put(e.volunteerId(), e.registeredOn());
                entriesByVolunteer.computeIfAbsent(e.volunteerId(), id -> new TreeMap<>());
            }
            default -> { }
        }
    }

    private void fold(HourAccountEvent event, long at) {
        Map<String, EntryVersion> ours = ofAccount(event.accountId());
        if (event instanceof ServiceTakenOver taken) {
            EntryVersion before = ofAccount(taken.fromAccountId()).remove(taken.entryId());
            ours.put(taken.entryId(), EntryFold.apply(before, taken, at));
        } else {
            ours.compute(event.entryId(), (id, before) -> EntryFold.apply(before, event, at));
        }
    }

    private Map<String, EntryVersion> ofAccount(String accountId) {
        return entriesByVolunteer.computeIfAbsent(LedgerIds.volunteerOf(accountId), id -> new TreeMap<>());
    }

    /** The last position folded. */
    public long position() {
        return position;
    }

    /** How many facts were folded. */
    public long facts() {
        return facts;
    }

    public List<String> volunteerIds() {
        return List.copyOf(entriesByVolunteer.keySet());
    }

    public List<EntryVersion> entriesOf(String volunteerId) {
        return List.copyOf(entriesByVolunteer.getOrDefault(volunteerId, Map.of()).values());
    }

    public LocalDate registeredOn(String volunteerId) {
        return registeredOn.getOrDefault(volunteerId, LocalDate.MIN);
    }

    public RecordingUnit recordingUnit(String organizationId) {
        RecordingUnit unit = organizations.get(organizationId);
        if (unit == null) {
            throw new IllegalStateException("an entry names an organization never registered: " + organizationId);
        }
        return unit;
    }
}
