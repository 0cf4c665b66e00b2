package ledger.domain.account;

import java.util.Optional;

import ledger.domain.rulebook.ExcludedKinds;
import ledger.domain.rulebook.Kinds;

/** What looks like no service waits for a person; learning is no service at all (R8). */
final class NoExcludedKind implements SessionRule {

    @Override
    public Finding about(Session session) {
        Activity activity = session.activity();
        Kinds training = session.rulebook().training();
        if (training.hasCategory(activity.category())) {
            return Finding.refuse(HourAccountRefusal.TRAINING_IS_NOT_SERVICE, "category");
        }
        ExcludedKinds excluded = session.rulebook().excludedKinds();
        Optional<String> word = excluded.kinds().wordIn(activity.name(), activity.content());
        if (word.isPresent()) {
            return Finding.hold(
                    Hold.of(HoldReason.KIND_NOT_SERVICE).with("word", word.get()), excluded.decides(),
                    HourAccountRefusal.KIND_NOT_SERVICE, field(excluded.kinds(), activity));
        }
        return training.wordIn(activity.name(), activity.content())
                .map(found -> Finding.hold(
                        Hold.of(HoldReason.LOOKS_LIKE_TRAINING).with("word", found), Tier.OWN,
                        HourAccountRefusal.KIND_NOT_SERVICE, field(training, activity)))
                .orElse(Finding.FITS);
    }

    private static String field(Kinds kinds, Activity activity) {
        return kinds.wordIn(activity.name()).isPresent() ? "activityName" : "content";
    }
}
