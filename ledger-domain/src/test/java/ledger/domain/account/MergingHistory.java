package ledger.domain.account;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import ledger.domain.Decision;
import ledger.domain.account.AccountMergeCommand.*;
import ledger.domain.account.AccountMergeEvent.AccountGivenBack;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

/**
 * Four accounts with lives of their own that are merged, and some of them taken apart again, step by step with other
 * things in between; every step may be done twice, and at times all memory is lost.
 */
final class MergingHistory {

    /** What an onlooker knows of an entry from the facts alone. */
    record Seen(String accountId, String recordedBy, EntryState state, ServedTime time) {}

    private static final Rulebooks RULEBOOKS = Rulebooks.shipped();
    private static final String RULEBOOK = "default-cn/2026-2";
    private static final List<String> ACCOUNTS = List.of("account-1", "account-2", "account-3", "account-4");
    private static final List<String> ORGANIZATIONS =
            List.of(Sample.STATION, Sample.STRANGER.organizationId(), "organization-third");

    final List<AccountFact> facts = new ArrayList<>();
    final Map<String, Seen> seen = new TreeMap<>();
    final Map<String, HourAccount> accounts = new HashMap<>();

    private final Map<String, List<AccountFact>> past = new HashMap<>();
    private final List<Process> open = new ArrayList<>();
    private final List<Process> finished = new ArrayList<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Random random;
    private LocalDate today = LocalDate.parse("2026-03-09");
    private int mergesBegun;

    /** A merge or its undoing, and which step comes next. */
    private static final class Process {
        final String id;
        final String from;
        final String into;
        final boolean undoing;
        int step;

        Process(String id, String from, String into, boolean undoing) {
            this.id = id;
            this.from = from;
            this.into = into;
            this.undoing = undoing;
        }
    }

    MergingHistory(long seed, int rounds) {
        random = new Random(seed);
        ACCOUNTS.forEach(id -> {
            accounts.put(id, new HourAccount());
            past.put(id, new ArrayList<>());
        });
        for (int i = 0; i < rounds; i++) {
            switch (random.nextInt(16)) {
                case 0 -> begin();
                case 1, 2, 3 -> goOn();
                case 4 -> loseAllMemory();
                default -> live();
            }
        }
        while (!open.isEmpty()) {
            goOn();
        }
    }

    /** Entries of the accounts themselves, by entry, with the account that has them; closed accounts have none. */
    Map<String, List<String>> holders() {
        Map<String, List<String>> holders = new TreeMap<>();
        accounts.forEach((id, account) -> {
            if (!account.isClosed()) {
                account.brought(List.of()).forEach(entry ->
                        holders.computeIfAbsent(entry.entryId(), any -> new ArrayList<>()).add(id));
            }
        });
        return holders;
    }

    private void begin() {
        if (!finished.isEmpty() && random.nextBoolean()) {
            Process done = finished.remove(random.nextInt(finished.size()));
            open.add(new Process(done.id, done.from, done.into, true));
        } else {
            open.add(new Process("merge-" + ++mergesBegun, any(ACCOUNTS), any(ACCOUNTS), false));
        }
    }

    private void goOn() {
        if (open.isEmpty()) {
            return;
        }
        Process process = any(open);
        Decision<?> decision = send(process);
        if (random.nextInt(3) == 0) {
            send(process);
        }
        boolean refused = decision instanceof Decision.Refused;
        if (!process.undoing && process.step == 1 && refused) {
            decide(new CallOffMerge(process.into, process.id));
            open.remove(process);
        } else if (refused && process.step == 0) {
            open.remove(process);
            if (process.undoing) {
                finished.add(process);
            }
        } else if (refused) {
            throw new AssertionError("step " + process.step + " of " + process.id + " was refused: " + decision);
        } else if (++process.step == (process.undoing ? 2 : 3)) {
            open.remove(process);
            if (!process.undoing) {
                finished.add(process);
            }
        }
    }

    private Decision<?> send(Process p) {
        if (p.undoing) {
            return p.step == 0
                    ? decide(new GiveBackAccount(p.into, p.id, Sample.AUTHORITY, "two-people", Sample.NOTE, today))
                    : decide(new ReopenAccount(
                            p.from, p.id, p.into, AccountRehearsal.givenBack(past.get(p.into), p.id), RULEBOOK, today));
        }
        return switch (p.step) {
            case 0 -> decide(new AgreeToMerge(
                    p.into, p.id, p.from, Sample.AUTHORITY, "same-person", Sample.NOTE, today));
            case 1 -> decide(new CloseAccount(p.from, p.id, p.into, today));
            default -> decide(new AbsorbAccount(
                    p.into, p.id, p.from, AccountRehearsal.of(past.get(p.from)).handedOver(), RULEBOOK, today));
        };
    }

    private Decision<?> decide(AccountMergeCommand command) {
        Decision<AccountFact> decision = accounts.get(command.accountId()).decide(command, RULEBOOKS);
        if (decision instanceof Decision.Accepted<AccountFact> accepted) {
            accepted.facts().forEach(this::remember);
        }
        return decision;
    }

    private void loseAllMemory() {
        accounts.replaceAll((id, account) -> {
            HourAccount again = new HourAccount();
            past.get(id).forEach(again::evolve);
            return again;
        });
    }

    private void live() {
        today = today.plusDays(random.nextInt(12) == 0 ? 1 : 0);
        HourAccountCommand command = command();
        Decision<HourAccountEvent> decision = accounts.get(command.accountId()).decide(command, RULEBOOKS);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            accepted.facts().forEach(this::remember);
        }
    }

    private HourAccountCommand command() {
        String entryId = seen.isEmpty() ? "entry-unknown" : any(List.copyOf(seen.keySet()));
        Seen known = seen.get(entryId);
        String account = known == null ? ACCOUNTS.getFirst() : known.accountId();
        Officer officer = known == null || random.nextInt(5) == 0
                ? Sample.AUTHORITY
                : new Officer(known.recordedBy(), Tier.OWN);
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new CertifyService(account, entryId, today);
            case 3 -> new ApproveHeldService(
                    account, entryId, officer, Sample.NOTE, today, RULEBOOK, Circumstances.UNKNOWN);
            case 4 -> new RevokeService(account, entryId, officer, "mistake", Sample.NOTE, today);
            case 5 -> new CorrectService(
                    account, entryId, Sample.ACTIVITY, time(), officer, "time", Sample.NOTE,
                    Sample.factsOn(today, RULEBOOK, Circumstances.UNKNOWN));
            case 6 -> new RaiseObjection(account, entryId, Sample.NOTE, today);
            case 7 -> new ProposeTransfer(
                    account, entryId, any(ORGANIZATIONS), true, officer, "moved", Sample.NOTE, today);
            case 8 -> new ConsentToTransfer(account, entryId, today);
            case 9 -> new TakeTransferredService(account, entryId, true, Sample.AUTHORITY, today);
            case 10 -> new ReinstateService(
                    account, entryId, officer, "proven", Sample.NOTE, today, RULEBOOK, Circumstances.UNKNOWN);
            default -> record();
        };
    }

    private RecordService record() {
        String account = any(ACCOUNTS);
        SourceRecord source = new SourceRecord(Sample.SYSTEM, "record-" + random.nextInt(60));
        return new RecordService(
                account, ledger.domain.LedgerIds.volunteerOf(account), source, any(ORGANIZATIONS), Sample.STATION,
                Sample.ACTIVITY, time(), EvidenceGrade.SYSTEM_TIMED, null,
                Sample.factsOn(today, RULEBOOK, Circumstances.UNKNOWN)
                        .with(claims.getOrDefault(source.record(), new Claim.Unclaimed())));
    }

    private ServedTime time() {
        LocalDateTime from = LocalDateTime.parse("2026-03-01T06:00").plusMinutes(30L * random.nextInt(7 * 48));
        return ServedTime.interval(from, from.plusMinutes(30L * (1 + random.nextInt(6))), Sample.SHANGHAI, 0);
    }

    private void remember(AccountFact fact) {
        accounts.get(fact.accountId()).evolve(fact);
        past.get(fact.accountId()).add(fact);
        facts.add(fact);
        switch (fact) {
            case HourAccountEvent event -> look(event);
            case AccountGivenBack e -> e.entryIds().forEach(id -> claims.computeIfPresent(
                    recordOf(id), (record, claim) -> claim instanceof Claim.Open open && open.entryId().equals(id)
                            ? new Claim.Open(e.toAccountId(), id, open.contentDigest())
                            : claim));
            case AccountMergeEvent ignored -> { }
        }
    }

    private final Map<String, Entry> begun = new HashMap<>();

    private String recordOf(String entryId) {
        return begun.get(entryId).source().record();
    }

    private void look(HourAccountEvent event) {
        Seen before = seen.get(event.entryId());
        Seen after = switch (event) {
            case ServiceRecorded e -> begin(e, e.entry(), EntryState.RECORDED);
            case ServiceHeld e -> begin(e, e.entry(), EntryState.HELD);
            case ServiceTakenOver e -> new Seen(
                    e.accountId(), e.entry().recordedBy(),
                    e.conflicts().isEmpty() ? e.entry().state() : EntryState.HELD, e.entry().time());
            case ServiceTransferred e -> new Seen(e.accountId(), e.toOrganizationId(), before.state(), before.time());
            case ServiceCorrected e -> new Seen(e.accountId(), before.recordedBy(), before.state(), e.time());
            case HeldServiceApproved e -> in(before, EntryState.RECORDED);
            case ServiceCertified e -> in(before, EntryState.CERTIFIED);
            case ServiceRevoked e -> in(before, EntryState.REVOKED);
            case ServiceReinstated e -> in(before, e.state());
            case ObjectionRaised e -> in(before, EntryState.OBJECTED);
            case HourAccountEvent e -> before;
        };
        seen.put(event.entryId(), after);
        Entry entry = begun.get(event.entryId());
        Claim now = claims.get(entry.source().record());
        boolean newest = !(now instanceof Claim.Open open) || open.entryId().equals(event.entryId());
        if (newest) {
            claims.put(entry.source().record(), after.state().isOpen()
                    ? new Claim.Open(after.accountId(), event.entryId(), entry.contentDigest())
                    : new Claim.Ended(Math.max(
                            entry.attempt(), now instanceof Claim.Ended ended ? ended.attempts() : 0)));
        }
    }

    private Seen begin(HourAccountEvent event, Entry entry, EntryState state) {
        if (begun.put(event.entryId(), entry) != null) {
            throw new AssertionError(event.entryId() + " began twice");
        }
        return new Seen(event.accountId(), entry.recordedBy(), state, entry.time());
    }

    private static Seen in(Seen before, EntryState state) {
        return new Seen(before.accountId(), before.recordedBy(), state, before.time());
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
