package ledger.domain.account;

import java.util.List;

/** Some kinds of service need training, a credential or insurance; what is missing is named (R14). */
final class QualifiedForTheKind implements SessionRule {

    @Override
    public Finding about(Session session) {
        String category = session.activity().category();
        if (category == null) {
            return Finding.FITS;
        }
        List<String> missing = session.rulebook().needs().stream()
                .filter(need -> need.categories().contains(category.strip()))
                .flatMap(need -> need.qualifications().stream())
                .distinct()
                .filter(code -> !session.circumstances().qualifications().contains(code))
                .toList();
        return missing.isEmpty()
                ? Finding.FITS
                : Finding.hold(
                        Hold.of(HoldReason.QUALIFICATION_MISSING)
                                .with("missing", String.join(", ", missing))
                                .with("category", category.strip()),
                        Tier.PARENT, HourAccountRefusal.QUALIFICATION_MISSING, "category");
    }
}
