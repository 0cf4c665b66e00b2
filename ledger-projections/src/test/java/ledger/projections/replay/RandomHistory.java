package ledger.projections.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import ledger.domain.Decision;
import ledger.domain.account.AccountFact;
import ledger.domain.account.AccountMergeCommand;
import ledger.domain.account.AccountMergeCommand.AbsorbAccount;
import ledger.domain.account.AccountMergeCommand.AgreeToMerge;
import ledger.domain.account.AccountMergeCommand.CallOffMerge;
import ledger.domain.account.AccountMergeCommand.CloseAccount;
import ledger.domain.account.AccountMergeCommand.GiveBackAccount;
import ledger.domain.account.AccountMergeCommand.ReopenAccount;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.Lateness;
import ledger.domain.account.Rating;
import ledger.domain.account.ServedTime;
import ledger.domain.account.TransferEnd;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;

import static ledger.projections.Facts.NOTE;
import static ledger.projections.Facts.RECORDER;

/** Three accounts whose entries live by chance, each step one that their state allows; other facts in between. */
final class RandomHistory {

    static final List<String> ACCOUNTS = List.of("account-li", "account-wu", "account-an");

    private static final String RULEBOOK = "default-cn/2026-1";
    private static final int STEPS = 120;

    private static final Rulebooks RULEBOOKS = Rulebooks.shipped();

    private record Merge(String id, String from, String into) {}

    private record Entry(String who, String id, EntryState state, int minutes) {}

    private final Random random;
    private final Facts facts = new Facts();
    private final Map<String, Entry> entries = new TreeMap<>();
    private final List<Merge> merges = new ArrayList<>();

    RandomHistory(long seed) {
        random = new Random(seed);
        ACCOUNTS.forEach(account -> facts.add(Facts.enrolled(who(account), "2026-01-01")));
        while (facts.head() < STEPS) {
            if (entries.isEmpty() || random.nextInt(4) == 0) {
                begin();
            } else if (random.nextInt(12) == 0) {
                mergeOrUndo();
            } else {
                List<Entry> all = new ArrayList<>(entries.values());
                live(all.get(random.nextInt(all.size())));
            }
        }
    }

    Facts facts() {
        return facts;
    }

    Set<String> entryIds() {
        Set<String> ids = new java.util.TreeSet<>();
        for (RecordedFact fact : facts.all()) {
            if (fact.fact() instanceof HourAccountEvent event) {
                ids.add(event.entryId());
            }
        }
        return ids;
    }

    private void begin() {
        String who = who(any(ACCOUNTS.stream().filter(account -> !isClosed(account)).toList()));
        String id = "e" + entries.size();
        ServedTime time = time();
        if (random.nextInt(12) == 0) {
            facts.add(Facts.learned(who, id, time));
            entries.put(id, new Entry(who, id, EntryState.TRAINING, time.minutes()));
            return;
        }
        boolean held = random.nextInt(3) == 0;
        EvidenceGrade grade = EvidenceGrade.values()[random.nextInt(EvidenceGrade.values().length)];
        facts.add(held
                ? Facts.held(who, id, time)
                : Facts.recorded(who, id, Facts.STATION, Facts.READING, grade, time));
        entries.put(id, new Entry(who, id, held ? EntryState.HELD : EntryState.RECORDED, time.minutes()));
    }

    private void live(Entry entry) {
        String account = "account-" + entry.who();
        String id = "entry-" + entry.id();
        if (random.nextInt(10) == 0) {
            beside(account, id);
            return;
        }
        switch (entry.state()) {
            case HELD -> {
                if (random.nextInt(6) == 0) {
                    become(entry, EntryState.TRAINING, new HourAccountEvent.HeldServiceKeptAsTraining(
                            account, id, entry.minutes(), RECORDER, NOTE, day()));
                } else if (random.nextInt(3) == 0) {
                    correct(entry);
                    facts.add(new HourAccountEvent.HoldRenewed(
                            account, id, List.of(Hold.of(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES)), day(),
                            RULEBOOK));
                } else if (random.nextBoolean()) {
                    become(entry, EntryState.RECORDED, new HourAccountEvent.HeldServiceApproved(
                            account, id, RECORDER, NOTE, day(), day(), random.nextBoolean(), RULEBOOK));
                } else {
                    become(entry, EntryState.DECLINED, new HourAccountEvent.HeldServiceDeclined(
                            account, id, RECORDER, NOTE, day()));
                }
            }
            case RECORDED -> {
                switch (random.nextInt(4)) {
                    case 0 -> become(entry, EntryState.OBJECTED, new HourAccountEvent.ObjectionRaised(
                            account, id, NOTE, day(), random.nextInt(3)));
                    case 1 -> correct(entry);
                    case 2 -> revoke(entry);
                    default -> become(
                            entry, EntryState.CERTIFIED, Facts.certified(entry.who(), entry.id(), entry.minutes()));
                }
            }
            case OBJECTED -> {
                if (random.nextBoolean()) {
                    become(entry, EntryState.RECORDED, new HourAccountEvent.ObjectionDismissed(
                            account, id, RECORDER, NOTE, day(), day(), false));
                } else {
                    become(entry, EntryState.DECLINED, new HourAccountEvent.ObjectionUpheld(
                            account, id, RECORDER, NOTE, day()));
                }
            }
            case TRAINING -> revoke(entry);
            case CERTIFIED -> {
                switch (random.nextInt(4)) {
                    case 0 -> correct(entry);
                    case 1 -> facts.add(new HourAccountEvent.ErrorReported(account, id, NOTE, day()));
                    case 2 -> facts.add(
                            new HourAccountEvent.ErrorReportDismissed(account, id, RECORDER, NOTE, day()));
                    default -> revoke(entry);
                }
            }
            case REVOKED -> {
                EntryState again = random.nextBoolean() ? EntryState.RECORDED : EntryState.CERTIFIED;
                become(entry, again, new HourAccountEvent.ServiceReinstated(
                        account, id, again, RECORDER, "proven", NOTE, day(), day(), false, RULEBOOK));
            }
            case DECLINED -> begin();
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean isClosed(String account) {
        return merges.stream().anyMatch(merge -> merge.from().equals(account));
    }

    /** Two accounts become one, or the last two that did become two again, as the accounts themselves decide. */
    private void mergeOrUndo() {
        List<String> open = ACCOUNTS.stream().filter(account -> !isClosed(account)).toList();
        if (open.size() > 1 && (merges.isEmpty() || random.nextBoolean())) {
            String from = any(open);
            Merge merge = new Merge("merge-" + facts.head(), from, any(open.stream()
                    .filter(account -> !account.equals(from)).toList()));
            decide(new AgreeToMerge(merge.into(), merge.id(), from, RECORDER, "same-person", NOTE, day()));
            if (random.nextInt(5) == 0) {
                decide(new CallOffMerge(merge.into(), merge.id()));
                return;
            }
            decide(new CloseAccount(from, merge.id(), merge.into(), day()));
            decide(new AbsorbAccount(
                    merge.into(), merge.id(), from, AccountRehearsal.of(past(from)).handedOver(), RULEBOOK, day()));
            merges.add(merge);
        } else {
            Merge last = merges.removeLast();
            decide(new GiveBackAccount(last.into(), last.id(), RECORDER, "two-people", NOTE, day()));
            decide(new ReopenAccount(
                    last.from(), last.id(), last.into(), AccountRehearsal.givenBack(past(last.into()), last.id()),
                    RULEBOOK, day()));
        }
    }

    private List<AccountFact> past(String account) {
        return facts.all().stream()
                .map(RecordedFact::fact)
                .filter(fact -> fact instanceof AccountFact ours && ours.accountId().equals(account))
                .map(AccountFact.class::cast)
                .toList();
    }

    private void decide(AccountMergeCommand command) {
        AccountRehearsal account = AccountRehearsal.of(past(command.accountId()));
        if (!(account.decide(command, RULEBOOKS) instanceof Decision.Accepted<AccountFact> accepted)) {
            throw new AssertionError(command + " was not accepted");
        }
        for (AccountFact fact : accepted.facts()) {
            facts.add(fact);
            if (fact instanceof HourAccountEvent.ServiceTakenOver taken) {
                String id = taken.entryId().substring("entry-".length());
                EntryState state = taken.conflicts().isEmpty() ? taken.entry().state() : EntryState.HELD;
                entries.put(id, new Entry(who(taken.accountId()), id, state, taken.entry().time().minutes()));
            }
        }
    }

    private void transfer(String account, String id) {
        LocalDate day = day();
        facts.add(new HourAccountEvent.TransferProposed(
                account, id, Facts.STATION, "organization-park", RECORDER, "moved", NOTE, day));
        if (random.nextBoolean()) {
            facts.add(new HourAccountEvent.TransferEnded(
                    account, id, "organization-park", TransferEnd.CALLED_OFF, RECORDER, NOTE, day));
            return;
        }
        facts.add(new HourAccountEvent.TransferConsented(account, id, "organization-park", day));
        facts.add(new HourAccountEvent.ServiceTransferred(
                account, id, Facts.STATION, "organization-park", 1, RECORDER, day));
    }

    /** What changes neither state nor time. */
    private void beside(String account, String id) {
        if (random.nextInt(3) == 0) {
            transfer(account, id);
            return;
        }
        Rating rating = new Rating(5, 1 + random.nextInt(5), Rating.By.RECIPIENT, day());
        Lateness lateness = random.nextBoolean() ? null : new Lateness(day(), random.nextInt(9), random.nextBoolean());
        facts.add(random.nextBoolean()
                ? new HourAccountEvent.ServiceRated(account, id, rating, RECORDER)
                : new HourAccountEvent.EntryReassessed(account, id, day(), random.nextBoolean(), lateness, day()));
    }

    private void correct(Entry entry) {
        ServedTime time = time();
        facts.add(Facts.corrected(entry.who(), entry.id(), time, entry.minutes()));
        entries.put(entry.id(), new Entry(entry.who(), entry.id(), entry.state(), time.minutes()));
    }

    private void revoke(Entry entry) {
        become(entry, EntryState.REVOKED, Facts.revoked(entry.who(), entry.id(), entry.minutes()));
    }

    private void become(Entry entry, EntryState state, HourAccountEvent because) {
        facts.add(because);
        entries.put(entry.id(), new Entry(entry.who(), entry.id(), state, entry.minutes()));
    }

    private ServedTime time() {
        return Facts.time("2026-02-" + (10 + random.nextInt(15)) + "T09:00", 1 + random.nextInt(400));
    }

    private LocalDate day() {
        return Facts.RECORDED_ON.plusDays(random.nextInt(20));
    }

    private static String who(String account) {
        return account.substring("account-".length());
    }
}
