package ledger.api.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.QueryDesk;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.FindCertifiedMinutes;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;
import ledger.projections.account.HourTotals;
import ledger.projections.account.ServedDays;
import ledger.projections.organization.OrganizationReader;

/** A volunteer's hours: by state and evidence grade, credit and honour hours apart, each sum with its entries. */
@RestController
@RequestMapping("/api/v1")
public class HoursDoor {

    private final Visibility visibility;
    private final Reads reads;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final QueryDesk queries;
    private final OrganizationReader organizations;
    private final Survivors survivors;

    HoursDoor(
            Visibility visibility,
            Reads reads,
            Rulebooks rulebooks,
            LedgerProperties properties,
            QueryDesk queries,
            OrganizationReader organizations,
            Survivors survivors) {
        this.visibility = visibility;
        this.reads = reads;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.queries = queries;
        this.organizations = organizations;
        this.survivors = survivors;
    }

    /**
     * @param position up to which ledger position this is true
     * @param asOf the position it speaks of, not later than {@code position}
     * @param days of service that are summed; both bounds absent for all
     * @param rulebook the edition that says which grades are credit hours and how hours are rounded; ours, not law
     * @param learningMinutes minutes of training, which is no service
     * @param rounded the certified minutes as the rulebook rounds them
     * @param mergedInto the number under which it all goes on since a merge (R5); absent otherwise
     */
    public record HoursJson(
            String volunteer,
            long position,
            long asOf,
            ServedDays days,
            String rulebook,
            int certifiedMinutes,
            int creditMinutes,
            int honourMinutes,
            int inNoticeMinutes,
            int heldMinutes,
            int learningMinutes,
            HourTotals.Rounded rounded,
            Map<EntryState, HourTotals.Sum> byState,
            Map<EvidenceGrade, HourTotals.Sum> byEvidence,
            Map<String, Integer> byOrganization,
            Map<String, Integer> byCategory,
            @Nullable String mergedInto) {}

    @GetMapping("/volunteers/{number}/hours")
    HoursJson hours(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM);
        long known = reads.position(asOf, position);
        ServedDays days = Reads.days(from, to);
        String volunteerId = visibility.volunteer(number, actor);
        HourTotals totals = totals(served(days, visibility.entries(volunteerId, known, actor)));
        return new HoursJson(
                number, position, known, days, rulebook().edition(), totals.certifiedMinutes(), totals.creditMinutes(),
                totals.honourMinutes(), totals.inNoticeMinutes(), totals.heldMinutes(), totals.learningMinutes(),
                totals.rounded(), totals.byState(),
                totals.byEvidence(), byCode(totals.byOrganization()), totals.byCategory(),
                survivors.of(volunteerId));
    }

    public HourTotals totals(List<EntryVersion> versions) {
        return HourTotals.of(versions, rulebook().creditGrades(), rulebook().rounding());
    }

    static List<EntryVersion> served(ServedDays days, List<EntryVersion> versions) {
        return versions.stream().filter(days::has).toList();
    }

    private Rulebook rulebook() {
        return rulebooks.inEffect(properties.rulebook(), reads.clock().today());
    }

    record EntryPage(String volunteer, long position, long asOf, List<EntryVersion> entries) {}

    @GetMapping("/volunteers/{number}/entries")
    EntryPage entries(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM);
        long known = reads.position(asOf, position);
        String volunteerId = visibility.volunteer(number, actor);
        return new EntryPage(
                number, position, known,
                served(Reads.days(from, to), visibility.entries(volunteerId, known, actor)));
    }

    /**
     * Certified minutes of the whole ledger.
     *
     * @param asOf the position they speak of
     * @param days of service that are summed
     */
    record TotalsJson(
            long position,
            long asOf,
            ServedDays days,
            long certifiedMinutes,
            Map<String, Long> byOrganization,
            Map<String, Long> byCategory) {}

    @GetMapping("/totals")
    TotalsJson totals(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.upTo(after, EntryProjection.ROOM);
        ServedDays days = Reads.days(from, to);
        Map<String, Long> byOrganization = new TreeMap<>();
        CertifiedMinutes certified = queries.ask(new FindCertifiedMinutes(
                days, asOf == null ? EntryReader.NOW : reads.position(asOf, position)));
        Map<String, Long> byId = certified.byOrganization();
        var named = organizations.byId(byId.keySet());
        byId.forEach((id, minutes) -> {
            var organization = named.get(id);
            byOrganization.put(organization == null ? id : organization.code(), minutes);
        });
        return new TotalsJson(
                Math.max(position, certified.position()), certified.position(), days, byId.values().stream().mapToLong(Long::longValue).sum(), byOrganization,
                certified.byCategory());
    }

    private Map<String, Integer> byCode(Map<String, Integer> byId) {
        var named = organizations.byId(byId.keySet());
        Map<String, Integer> byCode = new LinkedHashMap<>();
        byId.forEach((id, minutes) -> {
            var organization = named.get(id);
            byCode.put(organization == null ? id : organization.code(), minutes);
        });
        return byCode;
    }
}
