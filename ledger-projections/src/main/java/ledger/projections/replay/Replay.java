package ledger.projections.replay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeEvent.AccountAbsorbed;
import ledger.domain.account.AccountMergeEvent.AccountReopened;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.ComplaintEvent;
import ledger.domain.recognition.FalseHours;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.recognition.HonourEvent;
import ledger.domain.recognition.RecognitionEvent;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.SubjectKind;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.projections.FactRanges;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryVersion;
import ledger.projections.recognition.ComplaintView;
import ledger.projections.recognition.FalseHoursView;
import ledger.projections.recognition.HonourView;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.statement.HourStatement.RecordingUnit;

/**
 * The ledger folded again from its first fact, into memory, up to a position (R28). It reads nothing but facts, and
 * folds with the functions that the live view uses.
 */
public final class Replay {

    private final Map<String, Map<String, EntryVersion>> entriesByVolunteer = new TreeMap<>();
    private final Map<String, RecordingUnit> organizations = new HashMap<>();
    private final Map<String, LocalDate> registeredOn = new HashMap<>();
    private final Map<String, RecognitionView> recognitions = new LinkedHashMap<>();
    private final Map<String, FalseHoursView> falseHours = new LinkedHashMap<>();
    private final Map<String, HonourView> honours = new LinkedHashMap<>();
    private final Map<String, ComplaintView> complaints = new LinkedHashMap<>();
    private final Map<String, String> oneWith = new HashMap<>();
    private long position;
    private long facts;

    private final ReplayScope scope;

    /** Entries that come into the scope after they began outside; known once all facts were read. */
    private final Set<String> received;

    private final Set<String> receivedLater = new HashSet<>();

    private Replay(ReplayScope scope, Set<String> received) {
        this.scope = scope;
        this.received = received;
    }

    /**
     * The facts are read once more where entries came into the scope from outside it, by a merge or a transfer: only
     * then is it known of which others the beginning is needed.
     *
     * @param scope of what entries are kept
     * @param upTo last position to fold
     * @param progress told the position reached, batch by batch
     */
    public static Replay of(FactSource source, ReplayScope scope, long upTo, LongConsumer progress) {
        long last = Math.min(upTo, source.head());
        Replay replay = new Replay(scope, Set.of()).read(source, last, progress);
        return replay.receivedLater.isEmpty()
                ? replay
                : new Replay(scope, replay.receivedLater).read(source, last, progress);
    }

    private Replay read(FactSource source, long last, LongConsumer progress) {
        new FactRanges(source).read(0, last, range -> {
            range.forEach(this::fold);
            progress.accept(position);
        });
        return this;
    }

    private void fold(RecordedFact fact) {
        if (fact.position() != position + 1) {
            throw new IllegalStateException("the order has a gap: after " + position + " comes " + fact.position());
        }
        position = fact.position();
        facts++;
        switch (fact.fact()) {
            case HourAccountEvent event -> fold(event, fact);
            case OrganizationRegistered e -> organizations.put(
                    e.organizationId(), new RecordingUnit(e.organizationId(), e.code(), e.name()));
            case VolunteerEnrolled e -> {
                registeredOn.put(e.volunteerId(), e.registeredOn());
                if (scope instanceof ReplayScope.Everything) {
                    entriesByVolunteer.computeIfAbsent(e.volunteerId(), id -> new TreeMap<>());
                }
            }
            case RecognitionEvent.OfSubject e -> recognitions.compute(e.recognitionId(), (id, before) ->
                    RecognitionView.apply(before, e, fact.position()));
            case FalseHoursEvent e -> falseHours.compute(e.caseId(), (id, before) ->
                    FalseHoursView.apply(before, e, fact.position()));
            case HonourEvent e -> honours.compute(e.honourId(), (id, before) ->
                    HonourView.apply(before, e, fact.position()));
            case ComplaintEvent e -> complaints.compute(e.complaintId(), (id, before) ->
                    ComplaintView.apply(before, e, fact.position()));
            case AccountAbsorbed e -> oneWith.put(
                    LedgerIds.volunteerOf(e.fromAccountId()), LedgerIds.volunteerOf(e.accountId()));
            case AccountReopened e -> oneWith.remove(LedgerIds.volunteerOf(e.accountId()));
            default -> { }
        }
    }

    private void fold(HourAccountEvent event, RecordedFact fact) {
        String from = event instanceof ServiceTakenOver taken ? taken.fromAccountId() : event.accountId();
        EntryVersion before = ofAccount(from).get(event.entryId());
        if (before == null && !EntryFold.begins(event) && !(scope instanceof ReplayScope.Everything)) {
            if (scope.receives(event)) {
                receivedLater.add(event.entryId());
            }
            return;
        }
        EntryVersion after = EntryFold.apply(before, event, fact.position());
        if (before != null || scope.begins(after, fact) || received.contains(event.entryId())) {
            if (event instanceof ServiceTakenOver) {
                ofAccount(from).remove(event.entryId());
            }
            entriesByVolunteer.computeIfAbsent(after.volunteerId(), id -> new TreeMap<>())
                    .put(after.entryId(), after);
        }
    }

    private Map<String, EntryVersion> ofAccount(String accountId) {
        return entriesByVolunteer.getOrDefault(LedgerIds.volunteerOf(accountId), new TreeMap<>());
    }

    /** The last position folded. */
    public long position() {
        return position;
    }

    /** How many facts were folded. */
    public long facts() {
        return facts;
    }

    /** Who has entries in the scope; of everything, who was ever enrolled. */
    public List<String> volunteerIds() {
        return scope instanceof ReplayScope.Everything
                ? List.copyOf(entriesByVolunteer.keySet())
                : entriesByVolunteer.keySet().stream().filter(id -> !entriesOf(id).isEmpty()).toList();
    }

    public List<EntryVersion> entriesOf(String volunteerId) {
        return entriesByVolunteer.getOrDefault(volunteerId, Map.of()).values().stream().filter(scope::has).toList();
    }

    public LocalDate registeredOn(String volunteerId) {
        return registeredOn.getOrDefault(volunteerId, LocalDate.MIN);
    }

    /** Levels that hold for a volunteer, those of numbers that became one with theirs among them (R5). */
    public List<Award> awards(String volunteerId, Schemes schemes) {
        return recognitions.values().stream()
                .filter(view -> view.state().holds() && isOne(view.subjectId(), volunteerId))
                .sorted(Comparator.comparingLong(RecognitionView::knownFrom))
                .map(view -> view.award(schemes))
                .toList();
    }

    /** Hours found to be false, of a volunteer and of numbers that became one with theirs (R25). */
    public List<FalseHours> falseHours(String volunteerId) {
        return falseHours.values().stream()
                .filter(view -> view.isFound() && isOne(view.report().subjectId(), volunteerId))
                .sorted(Comparator.comparingLong(FalseHoursView::knownFrom))
                .map(FalseHoursView::found)
                .toList();
    }

    /** All that schemes look at of a volunteer beside entries, but for the day of birth, which no fact tells. */
    public SubjectFacts subject(String volunteerId, Schemes schemes) {
        return new SubjectFacts(
                SubjectKind.PERSON, registeredOn(volunteerId), Optional.empty(), awards(volunteerId, schemes),
                falseHours(volunteerId),
                honours.values().stream()
                        .filter(view -> view.isRecorded() && isOne(view.honour().volunteerId(), volunteerId))
                        .map(HonourView::recorded)
                        .toList(),
                complaints.values().stream()
                        .filter(view -> isOne(view.complaint().subjectId(), volunteerId))
                        .map(ComplaintView::known)
                        .toList());
    }

    private boolean isOne(String number, String volunteerId) {
        String at = number;
        while (!at.equals(volunteerId) && oneWith.containsKey(at)) {
            at = oneWith.get(at);
        }
        return at.equals(volunteerId);
    }

    public RecordingUnit recordingUnit(String organizationId) {
        RecordingUnit unit = organizations.get(organizationId);
        if (unit == null) {
            throw new IllegalStateException("an entry names an organization never registered: " + organizationId);
        }
        return unit;
    }
}
