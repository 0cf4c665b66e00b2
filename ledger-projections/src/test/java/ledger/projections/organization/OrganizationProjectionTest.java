package ledger.projections.organization;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.organization.OfficerRole;
import ledger.domain.organization.OrganizationEvent.OfficerAppointed;
import ledger.domain.organization.OrganizationEvent.OfficerDismissed;
import ledger.domain.organization.OrganizationEvent.OrganizationAffiliated;
import ledger.domain.organization.OrganizationEvent.OrganizationDissolved;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationReinstated;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;
import ledger.domain.organization.OrganizationEvent.OrganizationWarned;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationStanding;
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
                "organization-2", "S2", "青禾站", OrganizationKind.STATION, "organization-1", "Asia/Shanghai", true,
                OrganizationStanding.ACTIVE, null));
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

    @Test
    void theTreeIsReadLevelByLevelOrWhole() {
        follow(
                registered("1", null), registered("2", "organization-1"), registered("3", "organization-2"),
                new OrganizationAffiliated("organization-2", null, DAY));
        assertThat(reader.under("organization-1", "", 10)).isEmpty();
        follow(new OrganizationAffiliated("organization-2", "organization-1", DAY));
        assertThat(reader.under("organization-1", "", 10)).extracting(OrganizationView::code).containsExactly("S2");
        assertThat(reader.below("organization-1", "", 10)).extracting(OrganizationView::code)
                .containsExactly("S2", "S3");
        assertThat(reader.below("organization-1", "S2", 10)).extracting(OrganizationView::code)
                .containsExactly("S3");
    }

    @Test
    void aWarnedOrganizationIsActiveAndAWarningDoesNotLiftASuspension() {
        follow(registered("1", null), new OrganizationWarned("organization-1", "late", null, DAY));
        assertThat(standing()).isEqualTo(OrganizationStanding.WARNED);
        assertThat(reader.find("organization-1").orElseThrow().active()).isTrue();
        follow(
                new OrganizationSuspended("organization-1", "inspection", DAY),
                new OrganizationWarned("organization-1", "late", null, DAY));
        assertThat(standing()).isEqualTo(OrganizationStanding.SUSPENDED);
    }

    @Test
    void officersComeAndGo() {
        follow(
                registered("1", null),
                new OfficerAppointed("organization-1", "contact-1", OfficerRole.CERTIFIER, DAY),
                new OfficerAppointed("organization-1", "contact-1", OfficerRole.MANAGER, DAY),
                new OfficerDismissed("organization-1", "contact-1", OfficerRole.CERTIFIER, DAY));
        assertThat(reader.officers("organization-1"))
                .containsExactly(new OfficerView("contact-1", OfficerRole.MANAGER, DAY));
    }

    @Test
    void f2_11_aSuccessorAndThoseAboveSignForWhatWasDissolvedFromThatPositionOn() {
        follow(
                registered("1", null), registered("2", "organization-1"), registered("3", "organization-1"),
                new OrganizationDissolved("organization-2", "organization-3", "merged", null, DAY));
        assertThat(reader.find("organization-2").orElseThrow().successorId()).isEqualTo("organization-3");
        assertThat(reader.find("organization-2").orElseThrow().active()).isFalse();
        assertThat(reader.signsFor("organization-3", 3)).containsExactly("organization-3");
        assertThat(reader.signsFor("organization-3", 4))
                .containsExactlyInAnyOrder("organization-3", "organization-2");
        assertThat(reader.signsFor("organization-1", 4))
                .as("not for the third, which can sign itself")
                .containsExactlyInAnyOrder("organization-1", "organization-2");
    }

    private OrganizationStanding standing() {
        return reader.find("organization-1").orElseThrow().standing();
    }

    private static OrganizationRegistered registered(String number, @Nullable String parentId) {
        return new OrganizationRegistered(
                "organization-" + number, "S" + number, "站" + number, OrganizationKind.STATION, parentId,
                "Asia/Shanghai");
    }

    private void follow(ledger.domain.Fact... told) {
        facts.add(told);
        views.follow(new OrganizationProjection(views.jdbc()), facts);
    }
}
