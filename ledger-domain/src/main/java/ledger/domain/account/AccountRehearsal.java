package ledger.domain.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import ledger.domain.Decision;
import ledger.domain.account.AccountMergeEvent.AccountGivenBack;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountEvent.Entry;
import ledger.domain.rulebook.Rulebooks;

/**
 * One volunteer's account tried out: it decides as the account itself would, each command after those before it, and
 * nothing of it is stored.
 */
public final class AccountRehearsal {

    private final HourAccount account = new HourAccount();

    private AccountRehearsal() {}

    /** @param past all facts of one account, in their order; none for an account that has not begun */
    public static AccountRehearsal of(List<? extends AccountFact> past) {
        AccountRehearsal rehearsal = new AccountRehearsal();
        past.forEach(rehearsal.account::evolve);
        return rehearsal;
    }

    /** The account goes on as it did. */
    public void follow(AccountFact fact) {
        account.evolve(fact);
    }

    /**
     * What the account would say of a session that came to it as this one did, by another edition of a rulebook; it is
     * judged beside what stands now, and nothing comes of it.
     */
    public Decision<HourAccountEvent> ask(String accountId, Entry came, String edition, Rulebooks rulebooks) {
        // That it was over, and who recorded it, was found when it came; no rulebook says otherwise.
        RecordingFacts facts = new RecordingFacts(
                true, true, true, Instant.MAX, came.recordedOn(), edition, new Claim.Unclaimed(), came.circumstances());
        return account.decide(
                new RecordService(
                        accountId, came.volunteerId(), came.source(), came.recordedBy(), came.submittedBy(),
                        came.activity(), came.time(), came.evidence(), came.remark(), facts),
                rulebooks);
    }

    /** What a closed account hands to the one that it was merged into. */
    public List<BroughtEntry> handedOver() {
        return account.brought(List.of());
    }

    /**
     * What goes back to the account that had been merged, as it was when it left.
     *
     * @param past all facts of the surviving account
     * @throws IllegalArgumentException where nothing was given back under this merge
     */
    public static List<BroughtEntry> givenBack(List<? extends AccountFact> past, String mergeId) {
        HourAccount account = new HourAccount();
        for (AccountFact fact : past) {
            if (fact instanceof AccountGivenBack given && given.mergeId().equals(mergeId)) {
                return given.entryIds().isEmpty() ? List.of() : account.brought(given.entryIds()).stream()
                        .map(entry -> BroughtEntry.of(entry.held().without(mergeId), entry.reported()))
                        .toList();
            }
            account.evolve(fact);
        }
        throw new IllegalArgumentException("nothing was given back under " + mergeId);
    }

    /** What the account would answer about becoming one with another. */
    public Decision<AccountFact> decide(AccountMergeCommand command, Rulebooks rulebooks) {
        Decision<AccountFact> decision = account.decide(command, rulebooks);
        if (decision instanceof Decision.Accepted<AccountFact> accepted) {
            accepted.facts().forEach(account::evolve);
        }
        return decision;
    }

    /** A standing entry that takes time which another one claims. */
    public record Overlapped(String entryId, String recordedBy) {}

    /** The standing entries that share a minute with an entry, by their start. */
    public List<Overlapped> overlapping(String entryId) {
        return account.overlapping(entryId).stream()
                .map(other -> new Overlapped(other.entryId(), other.recordedBy()))
                .toList();
    }

    /** The lowest body that could approve a held entry as things stand; none where nobody could. */
    public Optional<Tier> approvedBy(ApproveHeldService approval, Rulebooks rulebooks) {
        return Stream.of(Tier.values())
                .filter(tier -> account.decide(approval.by(tier), rulebooks) instanceof Decision.Accepted)
                .findFirst();
    }

    /** What the account would answer; what it would accept is so for the commands that follow. */
    public Decision<HourAccountEvent> decide(HourAccountCommand command, Rulebooks rulebooks) {
        Decision<HourAccountEvent> decision = account.decide(command, rulebooks);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            accepted.facts().forEach(account::evolve);
        }
        return decision;
    }
}
