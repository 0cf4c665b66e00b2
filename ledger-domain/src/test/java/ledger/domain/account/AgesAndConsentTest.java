package ledger.domain.account;

import org.junit.jupiter.api.Test;

import ledger.domain.Refusal;

import static ledger.domain.account.HoldReason.*;
import static ledger.domain.account.Judging.*;
import static ledger.domain.account.Sample.AUTHORITY;
import static ledger.domain.account.Sample.PARENT;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.given;

/** What age, consent and qualification ask for; a service really given is never lost for a paper (R14). */
class AgesAndConsentTest {

    private static final Judging DEFAULT_CN = by(DEFAULT);
    private static final Judging ZHEJIANG = by("zj-2018/2026-1").of("义诊", "卫生健康", "量血压");
    private static final Judging RESCUE = DEFAULT_CN.of("山地搜救", "应急救援", "搜寻走失老人");
    private static final Hold NO_CONSENT = Hold.of(GUARDIAN_CONSENT_MISSING).with("age", 18);
    private static final Hold NO_TRAINING =
            Hold.of(QUALIFICATION_MISSING).with("missing", "training-health").with("category", "卫生健康");
    private static final Hold IN_DANGER = Hold.of(MINOR_IN_DANGER).with("word", "应急救援").with("age", 18);

    @Test
    void r14_refusesServiceBeforeBirth() {
        given().when(DEFAULT_CN.knowing(aged(-1, true)).record("a", MORNING))
                .thenRefused(HourAccountRefusal.SERVICE_BEFORE_BIRTH, "servedOn");
        given().when(by("law-only/2021-1").knowing(aged(-1, true)).record("a", MORNING))
                .thenRefused(HourAccountRefusal.SERVICE_BEFORE_BIRTH, "servedOn");
    }

    @Test
    void r14_refusesServiceBelowTheAgeOfHours() {
        given().when(DEFAULT_CN.knowing(aged(2, true)).record("a", MORNING))
                .thenRefused(Refusal.of(HourAccountRefusal.BELOW_MINIMUM_AGE, "servedOn").with("age", 3));
    }

    @Test
    void r14_recordsServiceFromTheAgeOfHoursOn() {
        Judging three = DEFAULT_CN.knowing(aged(3, true));
        given().when(three.record("a", MORNING)).then(three.recorded("a", MORNING));
        Judging two = by("law-only/2021-1").knowing(aged(2, false));
        given().when(two.record("a", MORNING)).then(two.recorded("a", MORNING));
    }

    @Test
    void r14_noAgeRuleAppliesWhereTheAgeIsUnknown() {
        given().when(RESCUE.record("a", MORNING)).then(RESCUE.recorded("a", MORNING));
    }

    @Test
    void r14_holdsAMinorWithoutAGuardiansConsent() {
        Judging minor = DEFAULT_CN.knowing(aged(17, false));
        given().when(minor.record("a", MORNING)).then(minor.held("a", MORNING, NO_CONSENT));
    }

    @Test
    void r14_recordsAMinorWithConsentAndAnAdultWithout() {
        Judging minor = DEFAULT_CN.knowing(aged(17, true));
        given().when(minor.record("a", MORNING)).then(minor.recorded("a", MORNING));
        Judging adult = DEFAULT_CN.knowing(aged(18, false));
        given().when(adult.record("a", MORNING)).then(adult.recorded("a", MORNING));
    }

    @Test
    void r14_whileConsentLacksTheParentDecides() {
        Judging minor = DEFAULT_CN.knowing(aged(17, false));
        given(minor.held("a", MORNING, NO_CONSENT)).when(minor.approval(RECORDER))
                .thenRefused(HourAccountRefusal.GUARDIAN_CONSENT_MISSING, "volunteerNumber");
        given(minor.held("a", MORNING, NO_CONSENT)).when(minor.approval(PARENT)).then(minor.approved(PARENT));
    }

    @Test
    void r14_consentRecordedSinceLetsTheOwnOrganizationApprove() {
        Judging minor = DEFAULT_CN.knowing(aged(17, false));
        Judging consented = DEFAULT_CN.knowing(aged(17, true));
        given(minor.held("a", MORNING, NO_CONSENT)).when(consented.approval(RECORDER))
                .then(consented.approved(RECORDER));
    }

    @Test
    void r14_holdsWhoLacksWhatTheKindOfServiceNeedsAndNamesIt() {
        Judging untrained = ZHEJIANG.knowing(aged(30, false, "accident-insurance"));
        given().when(untrained.record("a", MORNING)).then(untrained.held("a", MORNING, NO_TRAINING));
    }

    @Test
    void r14_recordsWhoHasIt() {
        Judging trained = ZHEJIANG.knowing(aged(30, false, "training-health"));
        given().when(trained.record("a", MORNING)).then(trained.recorded("a", MORNING));
        Judging elsewhere = DEFAULT_CN.of("义诊", "卫生健康", "量血压").knowing(aged(30, false));
        given().when(elsewhere.record("a", MORNING)).then(elsewhere.recorded("a", MORNING));
    }

    @Test
    void r14_aMissingQualificationIsDecidedByTheParentOrProvided() {
        Judging untrained = ZHEJIANG.knowing(aged(30, false));
        Judging trained = ZHEJIANG.knowing(aged(30, false, "training-health"));
        given(untrained.held("a", MORNING, NO_TRAINING)).when(untrained.approval(RECORDER))
                .thenRefused(new Refusal(
                        HourAccountRefusal.QUALIFICATION_MISSING, "category", NO_TRAINING.values()));
        given(untrained.held("a", MORNING, NO_TRAINING)).when(untrained.approval(PARENT))
                .then(untrained.approved(PARENT));
        given(untrained.held("a", MORNING, NO_TRAINING)).when(trained.approval(RECORDER))
                .then(trained.approved(RECORDER));
    }

    @Test
    void r14_holdsAMinorInDangerousServiceForTheAuthority() {
        Judging minor = RESCUE.knowing(aged(17, true));
        given().when(minor.record("a", MORNING)).then(minor.held("a", MORNING, IN_DANGER));
        given(minor.held("a", MORNING, IN_DANGER)).when(minor.approval(PARENT))
                .thenRefused(HourAccountRefusal.MINOR_IN_DANGER, "category");
        given(minor.held("a", MORNING, IN_DANGER)).when(minor.approval(AUTHORITY)).then(minor.approved(AUTHORITY));
    }

    @Test
    void r14_findsDangerousServiceByItsWordsToo() {
        Judging minor = DEFAULT_CN.of("社区防汛", "社区服务", "参加抢险救灾").knowing(aged(17, true));
        given().when(minor.record("a", MORNING))
                .then(minor.held("a", MORNING, Hold.of(MINOR_IN_DANGER).with("word", "抢险救灾").with("age", 18)));
        Judging talk = DEFAULT_CN.of("水域救援知识宣传", "社区服务", "发放资料").knowing(aged(17, true));
        given().when(talk.record("a", MORNING)).then(talk.recorded("a", MORNING));
    }

    @Test
    void r14_anAdultMayDoDangerousService() {
        Judging adult = RESCUE.knowing(aged(18, false));
        given().when(adult.record("a", MORNING)).then(adult.recorded("a", MORNING));
    }
}
