package ledger.api.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.Officer;
import ledger.domain.account.SourceRecord;
import ledger.domain.account.Tier;
import ledger.domain.rulebook.Rulebooks;

/**
 * A script of commands from one seed, and what comes of it one by one: each is decided by the account alone, after all
 * before it, with no bus, database or group in between.
 */
final class CommandScript {

    static final int LANES = 2;
    /** Of each account, on average: as many as a volunteer's has over the years, however long the script is. */
    private static final int COMMANDS_EACH = 100;
    /** So many commands throw, however long the script is: each sends its whole group back. */
    private static final int FALLS = 200;
    private static final int CONTESTED = 300;
    /** So many accounts go from one process to the other at the end of each part. */
    private static final int ONE_IN_MOVES = 20;

    private static final LocalDate TODAY = LocalDate.parse("2026-03-09");
    private static final Officer AUTHORITY = new Officer("organization-city", Tier.AUTHORITY);
    private static final AnnexNote REASON = new AnnexNote("note-1", "digest");
    private static final Activity OTHER = new Activity("义诊", "health", "量血压", "青禾社区", "person-1", "person-2");
    private static final Activity NAMELESS = new Activity("", "culture", "陪读", "青禾社区", "person-1", "person-2");

    private final Random random;
    private final Rulebooks rulebooks;
    private final int[] recorded;
    private final int oneInFalls;
    private final Map<String, AccountRehearsal> accounts = new HashMap<>();
    private final Map<SourceRecord, Claim> claims = new HashMap<>();
    private final Map<String, Known> entries = new HashMap<>();
    private final Map<SourceRecord, String> holders = new HashMap<>();

    private record Known(SourceRecord source, int attempt, String digest) {}

    /** @param commands of all parts together */
    CommandScript(long seed, int commands, Rulebooks rulebooks) {
        this.random = new Random(seed);
        this.recorded = new int[Math.max(1, commands / COMMANDS_EACH)];
        this.oneInFalls = Math.max(1, commands / FALLS);
        this.rulebooks = rulebooks;
    }

    /** @param outcome what one by one it is answered; absent for a command whose handler throws after its facts */
    record Line(int lane, HourAccountCommand command, Optional<Decision<HourAccountEvent>> outcome) {}

    /** The next lines; those of one account all go to one lane. */
    List<Line> part(int number, int length) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int account = random.nextInt(recorded.length);
            int lane = (account + (account % ONE_IN_MOVES == 0 ? number : 0)) % LANES;
            HourAccountCommand command = command(account, lane);
            boolean falls = random.nextInt(oneInFalls) == 0;
            lines.add(new Line(lane, command, falls ? Optional.empty() : Optional.of(alone(command))));
        }
        return lines;
    }

    private HourAccountCommand command(int account, int lane) {
        String who = "script-" + account;
        int known = recorded[account];
        int kind = known == 0 ? 0 : random.nextInt(100);
        if (kind < 60) {
            recorded[account]++;
            return Nodes.record(who, who, known);
        }
        int number = random.nextInt(known);
        String entryId = LedgerIds.entry(who, "record-" + number, 1 + random.nextInt(4) / 3);
        if (kind < 68) {
            return Nodes.record(who, who, number);
        } else if (kind < 72) {
            return Nodes.record(who, who, number, OTHER);
        } else if (kind < 76) {
            return Nodes.record(who, who, known, NAMELESS);
        } else if (kind < 80) {
            return from(Nodes.record(who, who, number), new SourceRecord(who, "beside-" + random.nextInt()));
        } else if (kind < 84 && account % ONE_IN_MOVES != 0) {
            return from(
                    Nodes.record(who, who, 200 + random.nextInt(400)),
                    new SourceRecord("contested-" + lane, "record-" + random.nextInt(CONTESTED)));
        } else if (kind < 92) {
            return new RevokeService("account-" + who, entryId, AUTHORITY, "mistake", REASON, TODAY);
        } else if (kind < 97) {
            return new ReinstateService(
                    "account-" + who, entryId, AUTHORITY, "mistake", REASON, TODAY, "default-cn/2026-1",
                    Circumstances.UNKNOWN);
        }
        return new CertifyService("account-" + who, entryId, TODAY.plusDays(random.nextInt(10)));
    }

    private static RecordService from(RecordService record, SourceRecord source) {
        return new RecordService(
                record.accountId(), record.volunteerId(), source, record.recordedBy(), record.submittedBy(),
                record.activity(), record.time(), record.evidence(), record.remark(), record.facts());
    }

    private Decision<HourAccountEvent> alone(HourAccountCommand command) {
        HourAccountCommand told = switch (command) {
            case RecordService record ->
                    record.with(claims.getOrDefault(record.source(), new Claim.Unclaimed()));
            case ReinstateService reinstate ->
                    reinstate.withRecordTaken(!holds(reinstate.entryId()));
            default -> command;
        };
        Decision<HourAccountEvent> decision = accounts
                .computeIfAbsent(command.accountId(), id -> AccountRehearsal.of(List.of()))
                .decide(told, rulebooks);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            accepted.facts().forEach(this::remember);
        }
        return decision;
    }

    /** Whether an entry is the last one that its source record became. */
    private boolean holds(String entryId) {
        Known known = entries.get(entryId);
        return known != null && entryId.equals(holders.get(known.source()));
    }

    private void remember(HourAccountEvent fact) {
        String entryId = fact.entryId();
        switch (fact) {
            case HourAccountEvent.ServiceRecorded e -> begun(e, e.entry());
            case HourAccountEvent.ServiceHeld e -> begun(e, e.entry());
            case HourAccountEvent.ServiceRevoked e -> {
                if (holds(entryId)) {
                    claims.put(entries.get(entryId).source(), new Claim.Ended(entries.get(entryId).attempt()));
                }
            }
            case HourAccountEvent.ServiceReinstated e -> {
                Known known = entries.get(entryId);
                claims.put(known.source(), new Claim.Open(e.accountId(), entryId, known.digest()));
            }
            default -> { }
        }
    }

    private void begun(HourAccountEvent fact, HourAccountEvent.Entry entry) {
        entries.put(fact.entryId(), new Known(entry.source(), entry.attempt(), entry.contentDigest()));
        holders.put(entry.source(), fact.entryId());
        claims.put(entry.source(), new Claim.Open(fact.accountId(), fact.entryId(), entry.contentDigest()));
    }
}
