package ledger.domain.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;
import ledger.domain.organization.OrganizationCommand.AppointOfficer;
import ledger.domain.organization.OrganizationCommand.DismissOfficer;
import ledger.domain.organization.OrganizationCommand.DissolveOrganization;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationCommand.ReinstateOrganization;
import ledger.domain.organization.OrganizationCommand.SuspendOrganization;
import ledger.domain.organization.OrganizationCommand.WarnOrganization;
import ledger.domain.organization.OrganizationEvent.OfficerAppointed;
import ledger.domain.organization.OrganizationEvent.OfficerDismissed;
import ledger.domain.organization.OrganizationEvent.OrganizationAffiliated;
import ledger.domain.organization.OrganizationEvent.OrganizationDissolved;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationReinstated;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;
import ledger.domain.organization.OrganizationEvent.OrganizationWarned;

class OrganizationTest {

    private static final String ID = LedgerIds.organization("QH-01");
    private static final LocalDate DAY = LocalDate.parse("2026-03-09");
    private static final OrganizationRegistered STATION = registered(OrganizationKind.STATION, "organization-street");
    private static final OrganizationSuspended SUSPENDED = new OrganizationSuspended(ID, "spot-check", DAY);
    private static final OrganizationReinstated REINSTATED = new OrganizationReinstated(ID, DAY);
    private static final OrganizationWarned WARNED = new OrganizationWarned(ID, "late", null, DAY);
    private static final OrganizationDissolved DISSOLVED =
            new OrganizationDissolved(ID, "organization-next", "merged", null, DAY);

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

    @Test
    void aWarnedOrganizationGoesOnUntilItIsReinstatedOrSuspended() {
        given(STATION).when(new WarnOrganization(ID, "late", null, DAY)).then(WARNED);
        given(STATION, WARNED).when(new WarnOrganization(ID, "late", null, DAY)).thenAlreadySo(ID);
        given(STATION, WARNED).when(new WarnOrganization(ID, "late", null, DAY.plusDays(1)))
                .then(new OrganizationWarned(ID, "late", null, DAY.plusDays(1)));
        given(STATION, WARNED).when(new ReinstateOrganization(ID, DAY)).then(REINSTATED);
        given(STATION, WARNED).when(new SuspendOrganization(ID, "spot-check", DAY)).then(SUSPENDED);
    }

    @Test
    void aWarningDoesNotLiftASuspension() {
        given(STATION, SUSPENDED).when(new WarnOrganization(ID, "late", null, DAY)).then(WARNED);
        given(STATION, SUSPENDED, WARNED).when(new SuspendOrganization(ID, "spot-check", DAY)).thenAlreadySo(ID);
    }

    @Test
    void f2_11_dissolvesInFavourOfASuccessorAndThenChangesNoMore() {
        given(STATION).when(dissolve("organization-next", true)).then(DISSOLVED);
        given(STATION, SUSPENDED).when(dissolve("organization-next", true)).then(DISSOLVED);
        given(STATION, DISSOLVED).when(dissolve("organization-next", true)).thenAlreadySo(ID);
        given(STATION, DISSOLVED).when(dissolve("organization-other", true))
                .thenRefused(OrganizationRefusal.ORGANIZATION_DISSOLVED, "organization");
        given(STATION, DISSOLVED).when(new ReinstateOrganization(ID, DAY))
                .thenRefused(OrganizationRefusal.ORGANIZATION_DISSOLVED, "organization");
        given(STATION, DISSOLVED).when(new AppointOfficer(ID, "contact-1", OfficerRole.MANAGER, DAY))
                .thenRefused(OrganizationRefusal.ORGANIZATION_DISSOLVED, "organization");
    }

    @Test
    void f2_11_refusesASuccessorThatIsItselfOrCannotRecord() {
        given(STATION).when(dissolve(ID, true)).thenRefused(OrganizationRefusal.SUCCESSOR_IS_ITSELF, "successor");
        given(STATION).when(dissolve("organization-next", false))
                .thenRefused(OrganizationRefusal.SUCCESSOR_NOT_ACTIVE, "successor");
        given().when(dissolve("organization-next", true))
                .thenRefused(OrganizationRefusal.ORGANIZATION_UNKNOWN, "organization");
    }

    @Test
    void movesUnderAnotherParentButNeverUnderItself() {
        OrganizationAffiliated moved = new OrganizationAffiliated(ID, "organization-district", DAY);
        given(STATION).when(affiliate("organization-district", false)).then(moved);
        given(STATION, moved).when(affiliate("organization-district", false)).thenAlreadySo(ID);
        given(STATION).when(affiliate("organization-below", true))
                .thenRefused(OrganizationRefusal.ORGANIZATION_UNDER_ITSELF, "parent");
        given(STATION).when(affiliate(ID, false))
                .thenRefused(OrganizationRefusal.ORGANIZATION_UNDER_ITSELF, "parent");
        given(STATION).when(affiliate(null, false)).then(new OrganizationAffiliated(ID, null, DAY));
    }

    @Test
    void r7_aTeamIsNeverLeftWithoutABodyThatSupervisesIt() {
        given(registered(OrganizationKind.TEAM, "organization-street")).when(affiliate(null, false))
                .thenRefused(OrganizationRefusal.TEAM_NEEDS_PARENT, "parent");
    }

    @Test
    void afterAMoveTheRegisterMaySayTheOldOrTheNewParent() {
        OrganizationAffiliated moved = new OrganizationAffiliated(ID, "organization-district", DAY);
        for (String parent : new String[] {"organization-street", "organization-district"}) {
            given(STATION, moved).when(register("QH-01", "青禾社区站", OrganizationKind.STATION, parent))
                    .thenAlreadySo(ID);
        }
        given(STATION, moved).when(register("QH-01", "青禾社区站", OrganizationKind.STATION, "organization-elsewhere"))
                .thenRefused(Refusal.of(OrganizationRefusal.ORGANIZATION_DIFFERS, "code").with("code", "QH-01"));
    }

    @Test
    void appointsAndDismissesOfficersInTheirRoles() {
        OfficerAppointed appointed = new OfficerAppointed(ID, "contact-1", OfficerRole.CERTIFIER, DAY);
        OfficerDismissed dismissed = new OfficerDismissed(ID, "contact-1", OfficerRole.CERTIFIER, DAY);
        given(STATION).when(new AppointOfficer(ID, "contact-1", OfficerRole.CERTIFIER, DAY)).then(appointed);
        given(STATION, appointed).when(new AppointOfficer(ID, "contact-1", OfficerRole.CERTIFIER, DAY))
                .thenAlreadySo("contact-1");
        given(STATION, appointed).when(new DismissOfficer(ID, "contact-1", OfficerRole.CERTIFIER, DAY))
                .then(dismissed);
        given(STATION, appointed).when(new DismissOfficer(ID, "contact-1", OfficerRole.MANAGER, DAY))
                .thenRefused(OrganizationRefusal.OFFICER_UNKNOWN, "officer");
        given(STATION, appointed, dismissed).when(new DismissOfficer(ID, "contact-1", OfficerRole.CERTIFIER, DAY))
                .thenRefused(OrganizationRefusal.OFFICER_UNKNOWN, "officer");
    }

    private static DissolveOrganization dissolve(String successorId, boolean mayRecord) {
        return new DissolveOrganization(ID, successorId, mayRecord, "merged", null, DAY);
    }

    private static AffiliateOrganization affiliate(@Nullable String parentId, boolean underItself) {
        return new AffiliateOrganization(ID, parentId, underItself, DAY);
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
