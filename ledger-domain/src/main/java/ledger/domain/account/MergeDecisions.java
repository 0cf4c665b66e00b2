package ledger.domain.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import ledger.domain.Decision;
import ledger.domain.account.AccountMergeCommand.*;
import ledger.domain.account.AccountMergeEvent.*;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.account.Merging.Absorbed;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/**
 * How two accounts become one, and two again (R5). One closes before the other takes its entries, so that at no moment
 * two accounts decide about the same entry.
 */
final class MergeDecisions {

    private static final Comparator<BroughtEntry> BY_START = Comparator
            .comparing((BroughtEntry entry) -> entry.time().servedOn())
            .thenComparing(entry -> entry.time().hasInterval() ? entry.time().fromMinute() : Long.MIN_VALUE)
            .thenComparing(BroughtEntry::entryId);

    private final Entries entries;
    private final Merging merging;
    private final Rulebooks rulebooks;

    MergeDecisions(Entries entries, Merging merging, Rulebooks rulebooks) {
        this.entries = entries;
        this.merging = merging;
        this.rulebooks = rulebooks;
    }

    Decision<AccountFact> decide(AccountMergeCommand command) {
        return switch (command) {
            case AgreeToMerge agree -> agree(agree);
            case CallOffMerge off -> merging.agreed() != null && merging.agreed().mergeId().equals(off.mergeId())
                    ? Decision.accept(new MergeCalledOff(off.accountId(), off.mergeId()))
                    : Decision.alreadySo(off.mergeId());
            case CloseAccount close -> close(close);
            case AbsorbAccount absorb -> absorb(absorb);
            case GiveBackAccount back -> giveBack(back);
            case ReopenAccount reopen -> reopen(reopen);
        };
    }

    private Decision<AccountFact> agree(AgreeToMerge command) {
        if (merging.absorbed(command.mergeId()) != null) {
            return Decision.alreadySo(command.mergeId());
        }
        if (merging.isOver(command.mergeId())) {
            return Decision.refuse(MERGE_UNKNOWN, "merge");
        }
        if (command.fromAccountId().equals(command.accountId())) {
            return Decision.refuse(MERGE_WITH_ITSELF, "into");
        }
        if (merging.closed() != null) {
            return Decision.refuse(SURVIVOR_MERGED, "into");
        }
        if (merging.agreed() != null) {
            return merging.agreed().mergeId().equals(command.mergeId())
                    ? Decision.alreadySo(command.mergeId())
                    : Decision.refuse(MERGE_UNDER_WAY, "into");
        }
        return Decision.accept(new MergeAgreed(
                command.accountId(), command.mergeId(), command.fromAccountId(), command.officer(),
                command.reasonCode(), command.reason(), command.decidedOn()));
    }

    private Decision<AccountFact> close(CloseAccount command) {
        if (merging.isOver(command.mergeId())) {
            return Decision.alreadySo(command.mergeId());
        }
        if (merging.closed() != null) {
            return merging.closed().mergeId().equals(command.mergeId())
                    ? Decision.alreadySo(command.mergeId())
                    : Decision.refuse(ACCOUNT_MERGED, "volunteerNumber");
        }
        return merging.agreed() != null
                ? Decision.refuse(MERGE_UNDER_WAY, "volunteerNumber")
                : Decision.accept(new AccountClosedByMerge(
                        command.accountId(), command.mergeId(), command.intoAccountId(), command.closedOn()));
    }

    private Decision<AccountFact> absorb(AbsorbAccount command) {
        if (merging.absorbed(command.mergeId()) != null || merging.isOver(command.mergeId())) {
            return Decision.alreadySo(command.mergeId());
        }
        if (merging.agreed() == null || !merging.agreed().mergeId().equals(command.mergeId())) {
            return Decision.refuse(MERGE_UNKNOWN, "merge");
        }
        List<AccountFact> facts = takeOver(
                command.accountId(), command.mergeId(), command.fromAccountId(), command.entries(),
                command.rulebook(), entries.copy());
        facts.add(new AccountAbsorbed(
                command.accountId(), command.mergeId(), command.fromAccountId(),
                command.entries().stream().map(BroughtEntry::entryId).sorted().toList(), command.absorbedOn()));
        return new Decision.Accepted<>(facts);
    }

    private Decision<AccountFact> giveBack(GiveBackAccount command) {
        if (merging.isOver(command.mergeId())) {
            return Decision.alreadySo(command.mergeId());
        }
        if (merging.closed() != null) {
            return Decision.refuse(ACCOUNT_MERGED, "volunteerNumber");
        }
        if (merging.agreed() != null) {
            return Decision.refuse(MERGE_UNDER_WAY, "volunteerNumber");
        }
        Absorbed absorbed = merging.absorbed(command.mergeId());
        return absorbed == null
                ? Decision.refuse(MERGE_UNKNOWN, "merge")
                : Decision.accept(new AccountGivenBack(
                        command.accountId(), command.mergeId(), absorbed.fromAccountId(), absorbed.entryIds(),
                        command.officer(), command.reasonCode(), command.reason(), command.decidedOn()));
    }

    private Decision<AccountFact> reopen(ReopenAccount command) {
        if (merging.isOver(command.mergeId())) {
            return Decision.alreadySo(command.mergeId());
        }
        if (merging.closed() == null || !merging.closed().mergeId().equals(command.mergeId())) {
            return Decision.refuse(MERGE_UNKNOWN, "merge");
        }
        List<AccountFact> facts = new ArrayList<>();
        facts.add(new AccountReopened(
                command.accountId(), command.mergeId(), command.fromAccountId(), command.reopenedOn()));
        facts.addAll(takeOver(
                command.accountId(), command.mergeId(), command.fromAccountId(), command.entries(),
                command.rulebook(), new Entries()));
        return new Decision.Accepted<>(facts);
    }

    /** In the order of their time, each beside those before it: what cannot stand beside them waits for a person. */
    private List<AccountFact> takeOver(
            String accountId,
            String mergeId,
            String from,
            List<BroughtEntry> brought,
            String rulebook,
            Entries trial) {
        Entries before = trial.copy();
        List<AccountFact> facts = new ArrayList<>();
        for (BroughtEntry entry : brought.stream().sorted(BY_START).toList()) {
            List<Hold> conflicts = entry.state().isStanding()
                    ? conflicts(entry.held(), trial, before, rulebook)
                    : List.of();
            ServiceTakenOver taken = new ServiceTakenOver(
                    accountId, entry.entryId(), mergeId, from, entry, conflicts);
            facts.add(taken);
            trial.put(asTaken(taken));
        }
        return facts;
    }

    /** What was judged once is not judged again; only what stands here beside it can be new (R10, R11). */
    private List<Hold> conflicts(Held entry, Entries trial, Entries before, String rulebook) {
        Session session = Session.known(entry, entry.circumstances(), rulebook, trial, rulebooks);
        List<Finding> findings = new ArrayList<>(List.of(new ServiceMustNotOverlap().about(session)));
        int ownFullest = entry.time().minutesByDay().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (before.fullestDayWith(entry.time(), null) > ownFullest) {
            findings.add(new DayWithinLimit().about(session));
        }
        return findings.stream().flatMap(finding -> switch (finding) {
            case Finding.Fits fits -> Stream.<Hold>empty();
            case Finding.Holds holds -> Stream.of(holds.hold());
            case Finding.Refuses refuses -> Stream.of(
                    refuses.refusal().values().entrySet().stream().reduce(
                            Hold.of(HoldReason.OVER_DAILY_LIMIT_AUTHORITY_DECIDES),
                            (hold, value) -> hold.with(value.getKey(), value.getValue()),
                            (one, other) -> other));
        }).toList();
    }

    /** An entry as it is in the account that took it. */
    static Held asTaken(ServiceTakenOver taken) {
        Held held = taken.entry().held();
        return taken.conflicts().isEmpty() ? held : held.waitingSince(taken.mergeId());
    }
}
