package ledger.api.ground;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.policy.WhenEntryChangedThenReviewRecognitions;
import ledger.domain.policy.WhenEntryChangedThenReviewRecognitions.Resting;
import ledger.domain.recognition.HonourEvent.HonourRevoked;
import ledger.domain.recognition.RecognitionCommand.PutRecognitionUnderReview;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Verdict.Counted;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryReader;
import ledger.projections.recognition.RecognitionReader;

/**
 * Follows the ledger and carries out {@link WhenEntryChangedThenReviewRecognitions}: also for a level whose evidence
 * changed between the position it speaks of and the moment it was conferred; and when an honour was revoked, for levels
 * of schemes that ask for honours.
 */
public final class RecognitionWatch extends PolicyWatch {

    public static final String ROOM = "review";

    private final EntryReader entries;
    private final RecognitionReader recognitions;
    private final FactSource facts;

    RecognitionWatch(
            CommandDesk desk,
            EntryReader entries,
            RecognitionReader recognitions,
            FactSource facts,
            LongPredicate viewsReach) {
        super(desk, viewsReach);
        this.entries = entries;
        this.recognitions = recognitions;
        this.facts = facts;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    boolean isRelevant(RecordedFact fact) {
        return fact.fact() instanceof RecognitionConferred
                || fact.fact() instanceof HonourRevoked
                || fact.fact() instanceof HourAccountEvent event
                        && WhenEntryChangedThenReviewRecognitions.changes(event);
    }

    /** Few of those whose entries are corrected hold anything, or were recorded by somebody who does. */
    @Override
    List<RecordedFact> concerned(List<RecordedFact> relevant) {
        Map<String, Set<String>> subjects = new HashMap<>();
        for (RecordedFact fact : relevant) {
            if (fact.fact() instanceof HourAccountEvent event) {
                subjects.computeIfAbsent(LedgerIds.volunteerOf(event.accountId()), id -> new HashSet<>())
                        .add(event.entryId());
            }
        }
        Set<String> changed = subjects.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        entries.recorders(changed).forEach((organization, ids) ->
                subjects.computeIfAbsent(organization, id -> new HashSet<>()).addAll(ids));
        Set<String> holding = recognitions.holding(subjects.keySet()).stream()
                .flatMap(holder -> subjects.getOrDefault(holder, Set.of()).stream())
                .collect(Collectors.toSet());
        return relevant.stream()
                .filter(fact -> !(fact.fact() instanceof HourAccountEvent event) || holding.contains(event.entryId()))
                .toList();
    }

    @Override
    List<PutRecognitionUnderReview> reactions(RecordedFact fact) {
        if (fact.fact() instanceof RecognitionConferred conferred) {
            return meanwhile(conferred, fact);
        }
        if (fact.fact() instanceof HonourRevoked revoked) {
            return WhenEntryChangedThenReviewRecognitions.react(
                    revoked.honourId(), fact.position(), restingOnRecords(revoked.volunteerId(), fact.position()));
        }
        HourAccountEvent event = (HourAccountEvent) fact.fact();
        return WhenEntryChangedThenReviewRecognitions.react(
                event.entryId(), fact.position(), resting(event, fact.position()));
    }

    private Collection<Resting> resting(HourAccountEvent event, long position) {
        return recognitions.restingOn(LedgerIds.volunteerOf(event.accountId()), event.entryId(), position).stream()
                .map(view -> new Resting(view.recognitionsId(), view.recognitionId()))
                .toList();
    }

    /** What is held by a volunteer under schemes that ask for honours; whether it still holds a person says. */
    private Collection<Resting> restingOnRecords(String volunteerId, long position) {
        return recognitions.recognitions(volunteerId, EntryReader.NOW).stream()
                .filter(view -> view.state().holds())
                .filter(view -> Objects.requireNonNull(view.conferred()).position() < position)
                .filter(view -> recognitions.looksAtRecords(Objects.requireNonNull(view.conferred())))
                .map(view -> new Resting(view.recognitionsId(), view.recognitionId()))
                .toList();
    }

    /** Corrections and revocations after its position and up to the moment in which it was conferred. */
    private List<PutRecognitionUnderReview> meanwhile(RecognitionConferred conferred, RecordedFact fact) {
        List<String> evidence = recognitions.evidence(conferred).stream()
                .flatMap(verdict -> verdict.counted().stream())
                .map(Counted::entryId)
                .toList();
        Resting resting = new Resting(conferred.recognitionsId(), conferred.recognitionId());
        return entries.changedSince(evidence, conferred.position()).entrySet().stream()
                .filter(change -> change.getValue() <= fact.position())
                .filter(change -> facts.at(List.of(change.getValue())).stream()
                        .anyMatch(one -> one.fact() instanceof HourAccountEvent event
                                && WhenEntryChangedThenReviewRecognitions.changes(event)))
                .flatMap(change -> WhenEntryChangedThenReviewRecognitions.react(
                        change.getKey(), change.getValue(), List.of(resting)).stream())
                .toList();
    }
}
