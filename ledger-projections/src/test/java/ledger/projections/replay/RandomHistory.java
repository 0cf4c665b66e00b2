package ledger.projections.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.Lateness;
import ledger.domain.account.Rating;
import ledger.domain.account.ServedTime;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;

import static ledger.projections.Facts.NOTE;
import static ledger.projections.Facts.RECORDER;

/** Three accounts whose entries live by chance, each step one that their state allows; other facts in between. */
final class RandomHistory {

    static final List<String> ACCOUNTS = List.of("account-li", "account-wu", "account-an");

    private static final String RULEBOOK = "default-cn/2026-1";
    private static final int STEPS = 120;

    private record Entry(String who, String id, EntryState state, int minutes) {}

    private final Random random;
    private final Facts facts = new Facts();
    private final Map<String, Entry> entries = new TreeMap<>();

    RandomHistory(long seed) {
        random = new Random(seed);
        ACCOUNTS.forEach(account -> facts.add(Facts.enrolled(who(account), "2026-01-01")));
        while (facts.head() < STEPS) {
            if (entries.isEmpty() || random.nextInt(4) == 0) {
                begin();
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
        String who = who(ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
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

    /** What changes neither state nor time. */
    private void beside(String account, String id) {
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
