package ledger.projections.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationKind;
import ledger.projections.FactSource;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.ServedDays;
import ledger.projections.log.LogProjection;
import ledger.projections.organization.AnnualReportReader.Inactive;
import ledger.projections.organization.AnnualReportReader.Written;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.corrected;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.revoked;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

/** R32: what an organization reports of a year, and who has not been active. */
class AnnualReportReaderTest {

    private static final ServedDays YEAR =
            new ServedDays(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
    private static final Set<EvidenceGrade> CREDIT = Set.of(EvidenceGrade.SYSTEM_TIMED);

    private final Facts facts = new Facts();
    private final TestViews.Session views = TestViews.empty();
    private final AnnualReportReader reader = new AnnualReportReader(views.jdbc());

    @Test
    void recordsAreOfTheYearInWhichTheyCameAndHoursOfTheYearInWhichTheyWereServed() {
        facts.add(
                recorded("li", "old", time("2025-12-30T09:00", 60)),
                recorded("li", "1", time("2026-03-01T09:00", 60)),
                recorded("wu", "2", Facts.STATION, Facts.READING, EvidenceGrade.ORG_ENTERED,
                        time("2026-03-01T09:00", 90)),
                recorded("wu", "3", time("2026-12-31T09:00", 30)),
                recorded("li", "elsewhere", "organization-park", Facts.READING, EvidenceGrade.CODE,
                        time("2026-03-01T13:00", 45)),
                certified("li", "1", 60),
                certified("wu", "2", 90),
                corrected("li", "1", time("2026-03-01T09:00", 50), 60),
                revoked("wu", "3", 30),
                certified("li", "old", 60));
        views.follow(new EntryProjection(views.jdbc()), facts);
        views.jdbc().update("INSERT INTO views_v1.statement VALUES "
                + "('S-1', 'v', '" + Facts.STATION + "', 8, null, null, '{}'), "
                + "('S-2', 'v', '" + Facts.STATION + "', 9, 10, 'entry-1', '{}'), "
                + "('S-3', 'v', 'organization-park', 9, null, null, '{}'), "
                + "('S-0', 'v', '" + Facts.STATION + "', 1, null, null, '{}')");

        assertThat(reader.of(Facts.STATION, new Written(1, 10), YEAR, EntryReader.NOW, CREDIT)).isEqualTo(
                new AnnualReport(
                        3, 0, Map.of(EntryState.CERTIFIED, 2L, EntryState.REVOKED, 1L), 1, 1, 0, 0, 0, 140, 50, 90, 0,
                        2, 2, 2, 1));
        AnnualReport then = reader.of(Facts.STATION, new Written(1, 10), YEAR, 7, CREDIT);
        assertThat(then.certifiedMinutes()).as("as known earlier").isEqualTo(150);
        assertThat(then.corrections()).isZero();
        assertThat(then.byState()).containsEntry(EntryState.RECORDED, 1L);
        assertThat(then.statements()).isZero();
    }

    @Test
    void whoHasNoStandingServiceSinceADayIsNamedUnlessNewer() {
        facts.add(
                registered("organization-quiet", "Q"),
                registered("organization-busy", "B"),
                registered("organization-revoked", "R"),
                registered("organization-new", "N"),
                served("organization-quiet", "1", "2025-02-01T09:00"),
                served("organization-busy", "2", "2026-02-01T09:00"),
                served("organization-revoked", "3", "2026-02-01T09:00"),
                revoked("li", "3", 60));
        FactSource told = told(Map.of(4L, Instant.parse("2026-01-05T00:00:00Z")));
        views.follow(new EntryProjection(views.jdbc()), told);
        views.follow(new OrganizationProjection(views.jdbc()), told);
        views.follow(new LogProjection(views.jdbc()), told);

        LocalDate since = LocalDate.parse("2025-03-31");
        assertThat(reader.inactive(since, Instant.parse("2025-03-31T16:00:00Z"), LocalDate.parse("2026-03-31")))
                .containsExactly(
                        new Inactive("organization-quiet", "Q", "Q", LocalDate.parse("2025-02-01")),
                        new Inactive("organization-revoked", "R", "R", null));
    }

    private static ServiceRecorded served(String organization, String id, String from) {
        return recorded("li", id, organization, Facts.READING, EvidenceGrade.CODE, time(from, 60));
    }

    private static OrganizationRegistered registered(String id, String code) {
        return new OrganizationRegistered(id, code, code, OrganizationKind.STATION, null, "Asia/Shanghai");
    }

    /** The facts, written on 2024-01-01 unless said otherwise; an organization's under its own id. */
    private FactSource told(Map<Long, Instant> times) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return facts.after(position, limit).stream().map(this::told).toList();
            }

            private RecordedFact told(RecordedFact fact) {
                String aggregate =
                        fact.fact() instanceof OrganizationRegistered e ? e.organizationId() : fact.aggregateId();
                return new RecordedFact(
                        fact.position(), times.getOrDefault(fact.position(), Instant.parse("2024-01-01T00:00:00Z")),
                        fact.type(), aggregate, fact.metadata(), fact.fact());
            }

            @Override
            public long head() {
                return facts.head();
            }
        };
    }
}
