package ledger.api.door;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.EntryPreview.SchemeChange;
import ledger.api.door.EntryPreview.Totals;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HistoryItem;
import ledger.projections.account.HistoryReader;
import ledger.projections.account.KnowledgeDifference;
import ledger.projections.account.ServedDays;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.volunteer.VolunteerProjection;

/** What was known of service on one day and what on a later one, entry by entry, and why. */
@RestController
@RequestMapping("/api/v1")
public class DifferenceDoor {

    private static final int MOST = 1_000;

    private final EntryReader entries;
    private final HistoryReader histories;
    private final RecognitionReader recognition;
    private final HoursDoor hours;
    private final Visibility visibility;
    private final Reads reads;

    DifferenceDoor(
            EntryReader entries,
            HistoryReader histories,
            RecognitionReader recognition,
            HoursDoor hours,
            Visibility visibility,
            Reads reads) {
        this.entries = entries;
        this.histories = histories;
        this.recognition = recognition;
        this.hours = hours;
        this.visibility = visibility;
        this.reads = reads;
    }

    /**
     * An entry that was not known alike.
     *
     * @param before absent where it was not among the volunteer's entries of these days
     * @param after likewise
     * @param causes the facts that changed it in between, in order
     */
    record ChangedEntry(
            String entryId,
            @Nullable EntryVersion before,
            @Nullable EntryVersion after,
            int certifiedBefore,
            int certifiedAfter,
            List<HistoryItem> causes) {}

    /**
     * @param day on which schemes are asked what they say
     * @param whole whether the one who asks sees all of the volunteer's entries; schemes rest on all of them, and are
     *     left out where not
     * @param schemes those that do not say the same of the two states of knowledge
     */
    record DifferenceJson(
            String volunteer,
            long position,
            long earlier,
            long later,
            ServedDays days,
            LocalDate day,
            Totals before,
            Totals after,
            List<ChangedEntry> entries,
            boolean whole,
            List<SchemeChange> schemes) {}

    /**
     * @param earlier a position, an instant or a day
     * @param later likewise, not before {@code earlier}; absent for now
     */
    @GetMapping("/volunteers/{number}/difference")
    DifferenceJson difference(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String earlier,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM, VolunteerProjection.ROOM, EligibilityProjection.ROOM);
        Between between = between(earlier, later, position);
        long then = between.earlier();
        long now = between.later();
        ServedDays days = Reads.days(from, to);
        LocalDate asked = Reads.day(day, "day");
        LocalDate today = asked == null ? reads.clock().today() : asked;
        String volunteerId = visibility.volunteer(number, actor);
        List<EntryVersion> known = HoursDoor.served(days, visibility.entries(volunteerId, then, actor));
        List<EntryVersion> learnt = HoursDoor.served(days, visibility.entries(volunteerId, now, actor));
        boolean whole = Visibility.seesAll(actor) || volunteerId.equals(actor.volunteerId());
        return new DifferenceJson(
                number, position, then, now, days, today, Totals.of(hours.totals(known)),
                Totals.of(hours.totals(learnt)), changes(then, known, now, learnt, actor), whole,
                whole ? schemes(volunteerId, today, then, known, now, learnt) : List.of());
    }

    /**
     * The same of what an organization recorded.
     *
     * @param certifiedBefore minutes that the entries of this page counted for
     * @param next id of the last entry of this page, after which the next one begins; absent on the last page
     */
    record OrganizationDifference(
            String organization,
            long position,
            long earlier,
            long later,
            ServedDays days,
            int certifiedBefore,
            int certifiedAfter,
            List<ChangedEntry> entries,
            @Nullable String next) {}

    /** @param cursor id of an entry after which to go on; absent for the first page */
    @GetMapping("/organizations/{code}/difference")
    OrganizationDifference ofOrganization(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String earlier,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upToNow(EntryProjection.ROOM);
        Between between = between(earlier, later, position);
        ServedDays days = Reads.days(from, to);
        String organizationId = visibility.organization(code, actor);
        int most = Math.clamp(limit, 1, MOST);
        List<String> ids = entries.changedOf(organizationId, between.earlier(), cursor, most + 1);
        List<String> shown = ids.subList(0, Math.min(most, ids.size()));
        List<ChangedEntry> changed = changes(
                between.earlier(), ours(organizationId, days, entries.find(shown, between.earlier()).values()),
                between.later(), ours(organizationId, days, entries.find(shown, between.later()).values()), actor);
        return new OrganizationDifference(
                code, position, between.earlier(), between.later(), days,
                changed.stream().mapToInt(ChangedEntry::certifiedBefore).sum(),
                changed.stream().mapToInt(ChangedEntry::certifiedAfter).sum(), changed,
                ids.size() > most ? shown.getLast() : null);
    }

    private static List<EntryVersion> ours(
            String organizationId, ServedDays days, Collection<EntryVersion> versions) {
        return versions.stream()
                .filter(version -> version.recordedBy().equals(organizationId) && days.has(version))
                .toList();
    }

    private record Between(long earlier, long later) {}

    private Between between(@Nullable String earlier, @Nullable String later, long position) {
        long then = reads.position(Reads.required(earlier, "earlier"), "earlier", position);
        long now = reads.position(later, "later", position);
        if (now < then) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "later");
        }
        return new Between(then, now);
    }

    private List<ChangedEntry> changes(
            long then, List<EntryVersion> known, long now, List<EntryVersion> learnt, Actor actor) {
        Map<String, List<Long>> causes = entries.changes(KnowledgeDifference.changed(known, learnt), then, now);
        Map<Long, HistoryItem> facts = histories.at(causes.values().stream().flatMap(List::stream).toList()).stream()
                .map(fact -> EntryDoor.told(fact, actor))
                .collect(Collectors.toMap(HistoryItem::position, Function.identity()));
        return KnowledgeDifference.of(then, known, now, learnt, causes).changes().stream()
                .map(change -> new ChangedEntry(
                        change.entryId(), change.before(), change.after(), change.certifiedBefore(),
                        change.certifiedAfter(), change.causes().stream().map(facts::get).toList()))
                .toList();
    }

    private List<SchemeChange> schemes(
            String volunteerId,
            LocalDate day,
            long then,
            List<EntryVersion> known,
            long now,
            List<EntryVersion> learnt) {
        return SchemeChange.between(
                        recognition.verdicts(volunteerId, day, known, then),
                        recognition.verdicts(volunteerId, day, learnt, now))
                .stream()
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
