package ledger.domain.account;

import java.util.List;
import java.util.Optional;

import ledger.domain.Refusal;
import ledger.domain.account.Finding.*;

/**
 * What the rules say of a session; new, approved, corrected and reinstated entries are all judged by them (R18).
 *
 * @param findings one for each rule, in the order of the rules
 */
record Judgement(List<Finding> findings) {

    private static final List<SessionRule> RULES = List.of(
            new OldEnough(),
            new WithinPlannedLength(),
            new EnoughAttended(),
            new ServiceMustNotOverlap(),
            new DayWithinLimit(),
            new NoExcludedKind(),
            new RecordedInTime(),
            new GuardianConsents(),
            new QualifiedForTheKind(),
            new NoMinorInDanger(),
            new SignPairsWithinLimit(),
            new MayClaimForOneself());

    static Judgement of(Session session) {
        return new Judgement(RULES.stream().map(rule -> rule.about(session)).toList());
    }

    /** Learning is no service: of all rules only the age is asked. */
    static Judgement ofLearning(Session session) {
        return new Judgement(List.of(new OldEnough().about(session)));
    }

    /** What no decision can mend. */
    Optional<Refusal> refusal() {
        return findings.stream()
                .filter(Refuses.class::isInstance)
                .map(finding -> ((Refuses) finding).refusal())
                .findFirst();
    }

    /** Why the session waits for a person. */
    List<Hold> holds() {
        return holding().stream().map(Holds::hold).toList();
    }

    /** What keeps this officer from letting the session stand, if anything. */
    Optional<Refusal> refusalFor(Officer officer) {
        return refusal().or(() -> holding().stream()
                .filter(held -> !held.mayBeLiftedBy(officer.tier()))
                .map(Holds::refusal)
                .findFirst());
    }

    private List<Holds> holding() {
        return findings.stream().filter(Holds.class::isInstance).map(Holds.class::cast).toList();
    }
}
