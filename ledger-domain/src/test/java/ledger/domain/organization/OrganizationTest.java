package ledger.domain.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationCommand.ReinstateOrganization;
import ledger.domain.organization.OrganizationCommand.SuspendOrganization;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationReinstated;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;

class OrganizationTest {

    private static final String ID = LedgerIds.organization("QH-01");
    private static final LocalDate DAY = LocalDate.parse("2026-03-09");
    private static final OrganizationRegistered STATION = registered(OrganizationKind.STATION, "organization-street");
    private static final OrganizationSuspended SUSPENDED = new OrganizationSuspended(ID, "spot-check", DAY);
    private static final OrganizationReinstated REINSTATED = new OrganizationReinstated(ID, DAY);

    @Test
    void r7_registersAnOrganization() {
        given().when(register("QH-01", "青禾社区站", OrganizationKind.STATION, "organization-street")).then(STATION);
    }

    @Test
    void r7_refusesATeamWithoutABodyThatSupervisesIt() {
        given().when(register("QH-01", "青禾社区站", OrganizationKind.TEAM, null))
                .thenRefused(OrganizationRefusal.TEAM_NEEDS_PARENT, "parent");
    }

    @Test
    void r7_registersATeamUnderABodyThatSupervisesIt() {
        given().when(register("QH-01", "青禾社区站", OrganizationKind.TEAM, "organization-street"))
                .then(registered(OrganizationKind.TEAM, "organization-street"));
    }

    @Test
    void refusesBlankCodesAndNames() {
        given().when(register(" ", "青禾社区站", OrganizationKind.STATION, null))
                .thenRefused(OrganizationRefusal.CODE_MISSING, "code");
        given().when(register("QH-01", "", OrganizationKind.STATION, null))
                .thenRefused(OrganizationRefusal.NAME_MISSING, "name");
    }

    @Test
    void registeringAgainChangesNothing() {
        given(STATION).when(register("QH-01", "青禾社区站", OrganizationKind.STATION, "organization-street"))
                .thenAlreadySo(ID);
        given(STATION, SUSPENDED)
                .when(register("QH-01", "青禾社区站", OrganizationKind.STATION, "organization-street"))
                .thenAlreadySo(ID);
    }

    @Test
    void refusesTheSameCodeForAnotherOrganization() {
        given(STATION).when(register("QH-01", "白云村站", OrganizationKind.STATION, "organization-street"))
                .thenRefused(Refusal.of(OrganizationRefusal.ORGANIZATION_DIFFERS, "code").with("code", "QH-01"));
    }

    @Test
    void r7_suspendsAndReinstates() {
        given(STATION).when(new SuspendOrganization(ID, "spot-check", DAY)).then(SUSPENDED);
        given(STATION, SUSPENDED).when(new SuspendOrganization(ID, "spot-check", DAY)).thenAlreadySo(ID);
        given(STATION, SUSPENDED).when(new ReinstateOrganization(ID, DAY)).then(REINSTATED);
        given(STATION).when(new ReinstateOrganization(ID, DAY)).thenAlreadySo(ID);
        given(STATION, SUSPENDED, REINSTATED).when(new SuspendOrganization(ID, "spot-check", DAY)).then(SUSPENDED);
    }

    @Test
    void refusesToSuspendOrReinstateAnUnknownOrganization() {
        given().when(new SuspendOrganization(ID, "spot-check", DAY))
                .thenRefused(OrganizationRefusal.ORGANIZATION_UNKNOWN, "organization");
        given().when(new ReinstateOrganization(ID, DAY))
                .thenRefused(OrganizationRefusal.ORGANIZATION_UNKNOWN, "organization");
    }

    private static Scenario<OrganizationAggregate> given(Fact... history) {
        return Scenario.given(OrganizationAggregate.class, history);
    }

    private static RegisterOrganization register(
            String code, String name, OrganizationKind kind, @Nullable String parentId) {
        return new RegisterOrganization(ID, code, name, kind, parentId, "Asia/Shanghai");
    }

    private static OrganizationRegistered registered(OrganizationKind kind, @Nullable String parentId) {
        return new OrganizationRegistered(ID, "QH-01", "青禾社区站", kind, parentId, "Asia/Shanghai");
    }
}
