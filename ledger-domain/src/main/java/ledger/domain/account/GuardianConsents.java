package ledger.domain.account;

/** A minor serves with a guardian's consent; while it lacks, the parent organization decides (R14). */
final class GuardianConsents implements SessionRule {

    @Override
    public Finding about(Session session) {
        Circumstances known = session.circumstances();
        int under = session.rulebook().ages().guardianConsentUnder();
        return known.age() == null || known.age() >= under || known.guardianConsent()
                ? Finding.FITS
                : Finding.hold(
                        Hold.of(HoldReason.GUARDIAN_CONSENT_MISSING).with("age", under), Tier.PARENT,
                        HourAccountRefusal.GUARDIAN_CONSENT_MISSING, "volunteerNumber");
    }
}
