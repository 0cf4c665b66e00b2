package ledger.projections.organization;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationReinstated;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;
import ledger.domain.organization.OrganizationKind;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.statement.HourStatement.RecordingUnit;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationProjectionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private OrganizationReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new OrganizationReader(views.jdbc());
    }

    @Test
    void theRegisterShowsEachOrganizationUnderItsParent() {
        follow(
                new OrganizationRegistered(
                        "organization-1", "S1", "民政局", OrganizationKind.AUTHORITY, null, "Asia/Shanghai"),
                new OrganizationRegistered(
                        "organization-2", "S2", "青禾站", OrganizationKind.STATION, "organization-1", "Asia/Shanghai"));
        assertThat(reader.find("organization-2")).contains(new OrganizationView(
                "organization-2", "S2", "青禾站", OrganizationKind.STATION, "organization-1", "Asia/Shanghai", true));
        assertThat(reader.list("", 10)).extracting(OrganizationView::code).containsExactly("S1", "S2");
        assertThat(reader.list("S1", 10)).extracting(OrganizationView::code).containsExactly("S2");
        assertThat(reader.list("", 1)).hasSize(1);
    }

    @Test
    void aSuspendedOrganizationIsNotActiveUntilItIsReinstated() {
        follow(
                new OrganizationRegistered(
                        "organization-1", "S1", "青禾站", OrganizationKind.STATION, null, "Asia/Shanghai"),
                new OrganizationSuspended("organization-1", "inspection", DAY));
        assertThat(reader.find("organization-1").orElseThrow().active()).isFalse();
        follow(new OrganizationReinstated("organization-1", DAY));
        assertThat(reader.find("organization-1").orElseThrow().active()).isTrue();
    }

    @Test
    void r26_certificatesCarryCodeAndNameOfTheRecordingUnit() {
        follow(new OrganizationRegistered(
                "organization-1", "S1", "青禾站", OrganizationKind.STATION, null, "Asia/Shanghai"));
        assertThat(reader.recordingUnits(List.of("organization-1", "organization-unknown"))).containsOnly(
                java.util.Map.entry("organization-1", new RecordingUnit("organization-1", "S1", "青禾站")));
    }

    private void follow(ledger.domain.Fact... told) {
        facts.add(told);
        views.follow(new OrganizationProjection(views.jdbc()), facts);
    }
}
