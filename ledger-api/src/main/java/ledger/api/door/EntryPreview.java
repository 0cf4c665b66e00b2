package ledger.api.door;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Visibility;
import ledger.api.ground.Rehearsals;
import ledger.api.intake.Texts;
import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.account.EntryState;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.policy.WhenEntryChangedThenReviewRecognitions;
import ledger.domain.policy.WhenEntryChangedThenSupersedeStatements;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Verdict;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HourTotals;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.statement.StatementProjection;
import ledger.projections.volunteer.VolunteerProjection;

/** What a decision about an entry would change, and whether it would be refused; found out without storing anything. */
@Component
public final class EntryPreview {

    private final Rehearsals rehearsals;
    private final Officers officers;
    private final HoursDoor hours;
    private final StatementDesk statements;
    private final RecognitionReader recognition;
    private final EntryReader entries;
    private final Reads reads;
    private final Texts texts;

    EntryPreview(
            Rehearsals rehearsals,
            Officers officers,
            HoursDoor hours,
            StatementDesk statements,
            RecognitionReader recognition,
            EntryReader entries,
            Reads reads,
            Texts texts) {
        this.rehearsals = rehearsals;
        this.officers = officers;
        this.hours = hours;
        this.statements = statements;
        this.recognition = recognition;
        this.entries = entries;
        this.reads = reads;
        this.texts = texts;
    }

    /** One entry before and after. */
    public record EntryChange(EntryVersion before, EntryVersion after) {}

    /** Minutes of the volunteer, of all lines that the one who asks may see. */
    public record Totals(
            int certifiedMinutes,
            int creditMinutes,
            int honourMinutes,
            int inNoticeMinutes,
            int heldMinutes,
            Map<EntryState, Integer> byState) {

        static Totals of(HourTotals totals) {
            Map<EntryState, Integer> byState = new EnumMap<>(EntryState.class);
            totals.byState().forEach((state, sum) -> byState.put(state, sum.minutes()));
            return new Totals(
                    totals.certifiedMinutes(), totals.creditMinutes(), totals.honourMinutes(),
                    totals.inNoticeMinutes(), totals.heldMinutes(), byState);
        }
    }

    /**
     * @param level highest level reached; absent below the first
     * @param nextLevel the next one; absent at the top
     * @param missingMinutes what the next one still asks for
     */
    public record Reached(int minutes, @Nullable String level, @Nullable String nextLevel, @Nullable Integer missingMinutes) {

        static Reached of(Verdict verdict) {
            return new Reached(
                    verdict.minutes(), verdict.highest().orElse(null),
                    verdict.next().map(Verdict.Missing::level).orElse(null),
                    verdict.next().map(Verdict.Missing::minutes).orElse(null));
        }
    }

    /** What a scheme says before and after. */
    public record SchemeChange(String scheme, String version, Reached before, Reached after) {

        /** @param now of the same schemes in the same order */
        static List<SchemeChange> between(List<Verdict> then, List<Verdict> now) {
            return IntStream.range(0, then.size())
                    .mapToObj(i -> new SchemeChange(
                            then.get(i).schemeId(), then.get(i).schemeVersion(), Reached.of(then.get(i)),
                            Reached.of(now.get(i))))
                    .toList();
        }
    }

    /**
     * @param position as known at this position
     * @param changes whether anything would change
     * @param refused why it would be refused; absent where it would not
     * @param whole whether the one who asks sees all of the volunteer's lines; schemes and recognitions rest on all of
     *     them, and are left out where not
     * @param supersededStatements numbers of statements that hold now and would not any more, as far as visible
     * @param recognitions levels that would be put under review, of the volunteer and of whoever recorded the entry
     */
    public record Shown(
            long position,
            boolean changes,
            @Nullable RefusedJson refused,
            List<EntryChange> entries,
            Totals before,
            Totals after,
            boolean whole,
            List<SchemeChange> schemes,
            List<String> supersededStatements,
            List<RecognitionConferred> recognitions) {}

    Shown of(HourAccountCommand command, Actor actor) {
        Decision<HourAccountEvent> decision = rehearsals.attempt(command);
        long position = reads.upToNow(
                EntryProjection.ROOM, StatementProjection.ROOM, VolunteerProjection.ROOM, EligibilityProjection.ROOM);
        List<HourAccountEvent> facts = decision.fold(List::copyOf, same -> List.of(), refusal -> List.of());
        RefusedJson refused = decision.fold(some -> null, same -> null, refusal -> RefusedJson.of(refusal, texts));
        Map<String, EntryVersion> before = new LinkedHashMap<>();
        entries.entriesOf(command.accountId(), position).forEach(entry -> before.put(entry.entryId(), entry));
        Map<String, EntryVersion> after = folded(before, facts, position + 1);
        List<EntryChange> changes = after.values().stream()
                .filter(entry -> !entry.equals(before.get(entry.entryId())))
                .map(entry -> new EntryChange(Objects.requireNonNull(before.get(entry.entryId())), entry))
                .toList();
        boolean whole = Visibility.seesAll(actor);
        return new Shown(
                position, !facts.isEmpty(), refused, changes, totals(before, actor), totals(after, actor), whole,
                whole ? schemes(command, before.values(), after.values(), position) : List.of(),
                statements.restingOn(changed(facts), actor),
                whole ? resting(facts, position) : List.of());
    }

    private static Map<String, EntryVersion> folded(
            Map<String, EntryVersion> begin, List<HourAccountEvent> facts, long position) {
        Map<String, EntryVersion> known = new LinkedHashMap<>(begin);
        facts.forEach(fact -> known.put(
                fact.entryId(), EntryFold.apply(known.get(fact.entryId()), fact, position)));
        return known;
    }

    private Totals totals(Map<String, EntryVersion> entries, Actor actor) {
        Set<String> seen = Visibility.seesAll(actor) ? null : officers.oversees(actor);
        return Totals.of(hours.totals(entries.values().stream()
                .filter(entry -> seen == null || seen.contains(entry.recordedBy()))
                .toList()));
    }

    private static Set<String> changed(List<HourAccountEvent> facts) {
        return facts.stream()
                .map(WhenEntryChangedThenSupersedeStatements::changedEntry)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private List<SchemeChange> schemes(
            HourAccountCommand command,
            Collection<EntryVersion> before,
            Collection<EntryVersion> after,
            long position) {
        String volunteerId = LedgerIds.volunteerOf(command.accountId());
        var today = reads.clock().today();
        List<Verdict> then = recognition.verdicts(volunteerId, today, before, position);
        List<Verdict> now = recognition.verdicts(volunteerId, today, after, position);
        return SchemeChange.between(then, now);
    }

    /** Levels that would be looked at again, by the policy that does so after the commit. */
    private List<RecognitionConferred> resting(List<HourAccountEvent> facts, long position) {
        return facts.stream()
                .filter(WhenEntryChangedThenReviewRecognitions::changes)
                .flatMap(fact -> recognition.restingOn(
                        LedgerIds.volunteerOf(fact.accountId()), fact.entryId(), position + 1).stream())
                .map(view -> Objects.requireNonNull(view.conferred()))
                .distinct()
                .toList();
    }
}
