package ledger.domain.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.volunteer.ConsentScope.Reach;
import ledger.domain.volunteer.VolunteerCommand.RecordConsent;
import ledger.domain.volunteer.VolunteerCommand.RecordQualification;
import ledger.domain.volunteer.VolunteerCommand.WithdrawConsent;
import ledger.domain.volunteer.VolunteerCommand.WithdrawQualification;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.ConsentWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.domain.volunteer.VolunteerEvent.VolunteerFrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerWithdrawn;

class PapersTest {

    private static final String WHO = "volunteer-7";
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final AnnexNote NOTE = new AnnexNote("note-1", "5f1c");
    private static final VolunteerEnrolled ENROLLED =
            new VolunteerEnrolled(WHO, "account-7", DAY.minusYears(1), "organization-station");
    private static final VolunteerWithdrawn LEFT = new VolunteerWithdrawn(WHO, "own-wish", null, DAY);
    private static final VolunteerFrozen FROZEN = new VolunteerFrozen(WHO, "false-hours", null, DAY, null);

    private static final RecordConsent CONSENT = consent(ConsentScope.EVERYTHING, ConsentGiver.GUARDIAN, null);
    private static final ConsentRecorded CONSENTED = new ConsentRecorded(
            WHO, CONSENT.consentId(), ConsentKind.GUARDIAN, ConsentScope.EVERYTHING, ConsentGiver.GUARDIAN, NOTE, null,
            DAY, null, "organization-station", DAY);
    private static final ConsentWithdrawn TAKEN_BACK = new ConsentWithdrawn(WHO, CONSENT.consentId(), null, DAY);

    private static final RecordQualification TRAINING = qualification("first-aid", DAY.plusYears(1));
    private static final QualificationRecorded TRAINED = new QualificationRecorded(
            WHO, TRAINING.qualificationId(), QualificationKind.TRAINING, "first-aid", DAY, DAY.plusYears(1), NOTE,
            "organization-station", DAY);
    private static final QualificationWithdrawn UNTRAINED =
            new QualificationWithdrawn(WHO, TRAINING.qualificationId(), null, DAY);

    @Test
    void r14_keepsAGuardiansConsentOnce() {
        given(ENROLLED).when(CONSENT).then(CONSENTED);
        given(ENROLLED, CONSENTED).when(CONSENT).thenAlreadySo(CONSENT.consentId());
        given(ENROLLED, FROZEN).when(CONSENT).then(CONSENTED);
    }

    @Test
    void r14_onlyAGuardianConsentsForAMinor() {
        given(ENROLLED).when(consent(ConsentScope.EVERYTHING, ConsentGiver.VOLUNTEER, null))
                .thenRefused(VolunteerRefusal.GUARDIAN_MUST_CONSENT, "giver");
    }

    @Test
    void r14_aConsentTakenBackIsNotGivenAgainBySendingTheSameOnceMore() {
        WithdrawConsent withdraw = new WithdrawConsent(WHO, CONSENT.consentId(), null, DAY);
        given(ENROLLED, CONSENTED).when(withdraw).then(TAKEN_BACK);
        given(ENROLLED, CONSENTED, TAKEN_BACK).when(withdraw).thenAlreadySo(CONSENT.consentId());
        given(ENROLLED, CONSENTED, TAKEN_BACK).when(CONSENT)
                .thenRefused(VolunteerRefusal.PAPER_WITHDRAWN, "validFrom");
        given(ENROLLED).when(withdraw).thenRefused(VolunteerRefusal.CONSENT_UNKNOWN, "id");
    }

    @Test
    void refusesAConsentWhoseScopeOrPeriodCannotBe() {
        given(ENROLLED).when(consent(new ConsentScope(Reach.ORGANIZATION, null), ConsentGiver.GUARDIAN, null))
                .thenRefused(VolunteerRefusal.CONSENT_SCOPE_INCOMPLETE, "scopeValue");
        given(ENROLLED).when(consent(new ConsentScope(Reach.EVERYTHING, "卫生"), ConsentGiver.GUARDIAN, null))
                .thenRefused(VolunteerRefusal.CONSENT_SCOPE_INCOMPLETE, "scopeValue");
        given(ENROLLED).when(consent(ConsentScope.EVERYTHING, ConsentGiver.GUARDIAN, DAY.minusDays(1)))
                .thenRefused(VolunteerRefusal.VALIDITY_REVERSED, "validTo");
    }

    @Test
    void r14_keepsAQualificationOnceAndTakesItBack() {
        WithdrawQualification withdraw = new WithdrawQualification(WHO, TRAINING.qualificationId(), null, DAY);
        given(ENROLLED).when(TRAINING).then(TRAINED);
        given(ENROLLED, TRAINED).when(TRAINING).thenAlreadySo(TRAINING.qualificationId());
        given(ENROLLED, TRAINED).when(withdraw).then(UNTRAINED);
        given(ENROLLED, TRAINED, UNTRAINED).when(TRAINING)
                .thenRefused(VolunteerRefusal.PAPER_WITHDRAWN, "validFrom");
        given(ENROLLED).when(withdraw).thenRefused(VolunteerRefusal.QUALIFICATION_UNKNOWN, "id");
    }

    @Test
    void r14_refusesAQualificationWithoutACodeOrThatEndsBeforeItBegins() {
        given(ENROLLED).when(qualification(" ", null))
                .thenRefused(VolunteerRefusal.QUALIFICATION_CODE_MISSING, "qualificationCode");
        given(ENROLLED).when(qualification("first-aid", DAY.minusDays(1)))
                .thenRefused(VolunteerRefusal.VALIDITY_REVERSED, "validTo");
    }

    @Test
    void nothingNewIsKeptOfWhoIsUnknownOrHasLeftButPapersCanBeTakenBack() {
        given().when(CONSENT).thenRefused(VolunteerRefusal.VOLUNTEER_NOT_MATCHED, "volunteerNumber");
        given(ENROLLED, LEFT).when(CONSENT).thenRefused(VolunteerRefusal.VOLUNTEER_WITHDRAWN, "volunteerNumber");
        given(ENROLLED, CONSENTED, LEFT).when(new WithdrawConsent(WHO, CONSENT.consentId(), null, DAY))
                .then(TAKEN_BACK);
    }

    private static Scenario<VolunteerAggregate> given(Fact... history) {
        return Scenario.given(VolunteerAggregate.class, history);
    }

    private static RecordConsent consent(ConsentScope scope, ConsentGiver giver, @Nullable LocalDate validTo) {
        return new RecordConsent(
                WHO, ConsentKind.GUARDIAN, scope, giver, NOTE, null, DAY, validTo, "organization-station", DAY);
    }

    private static RecordQualification qualification(String code, @Nullable LocalDate validTo) {
        return new RecordQualification(
                WHO, QualificationKind.TRAINING, code, DAY, validTo, NOTE, "organization-station", DAY);
    }
}
