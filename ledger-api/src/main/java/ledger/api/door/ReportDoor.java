package ledger.api.door;

import java.time.LocalDate;
import java.util.List;

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
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.ServedDays;
import ledger.projections.log.LogProjection;
import ledger.projections.organization.AnnualReport;
import ledger.projections.organization.AnnualReportReader;
import ledger.projections.organization.AnnualReportReader.Inactive;
import ledger.projections.organization.AnnualReportReader.Written;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.statement.StatementProjection;

/** What an organization reports of a year's recording and certifying, and who has not been active (R32). */
@RestController
@RequestMapping("/api/v1")
public class ReportDoor {

    private static final int FIRST_YEAR = 1900;

    private final AnnualReportReader reports;
    private final OrganizationReader organizations;
    private final Visibility visibility;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final Reads reads;

    ReportDoor(
            AnnualReportReader reports,
            OrganizationReader organizations,
            Visibility visibility,
            Rulebooks rulebooks,
            LedgerProperties properties,
            Reads reads) {
        this.reports = reports;
        this.organizations = organizations;
        this.visibility = visibility;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.reads = reads;
    }

    /**
     * @param position up to which ledger position this is true
     * @param asOf the position it speaks of
     * @param rulebook the edition that says which grades are credit hours; ours, not law
     */
    record ReportJson(
            String organization,
            String name,
            int year,
            long position,
            long asOf,
            String rulebook,
            AnnualReport report) {}

    /** @param year the present one when absent */
    @GetMapping("/organizations/{code}/annual-report")
    ReportJson report(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String asOf,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        LocalDate today = reads.clock().today();
        int asked = year == null ? today.getYear() : year;
        if (asked < FIRST_YEAR || asked > today.getYear()) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "year");
        }
        long position = reads.upToNow(EntryProjection.ROOM, StatementProjection.ROOM, OrganizationProjection.ROOM);
        long known = reads.position(asOf, position);
        OrganizationView organization = organizations.find(visibility.organization(code, actor))
                .orElseThrow(Visibility::notFound);
        Rulebook rulebook = rulebooks.inEffect(properties.rulebook(), today);
        ServedDays served = new ServedDays(LocalDate.of(asked, 1, 1), LocalDate.of(asked, 12, 31));
        Written written = new Written(
                reads.position((asked - 1) + "-12-31", position), reads.position(asked + "-12-31", position));
        return new ReportJson(
                organization.code(), organization.name(), asked, position, known, rulebook.edition(),
                reports.of(organization.organizationId(), written, served, known, rulebook.creditGrades()));
    }

    /**
     * @param since nothing stands that was served after this day
     * @param until and up to this one
     */
    record InactivePage(long position, LocalDate since, LocalDate until, List<Inactive> organizations) {}

    /**
     * Organizations that were there twelve months ago and have no standing service since.
     *
     * @param day up to which is looked; today when absent
     */
    @GetMapping("/inactive-organizations")
    InactivePage inactive(
            @RequestParam(required = false) @Nullable String day, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        LocalDate asked = Reads.day(day, "day");
        LocalDate until = asked == null ? reads.clock().today() : asked;
        LocalDate since = until.minusYears(1);
        long position = reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM, LogProjection.ROOM);
        return new InactivePage(position, since, until, reports.inactive(
                since, since.plusDays(1).atStartOfDay(reads.clock().getZone()).toInstant(), until));
    }
}
