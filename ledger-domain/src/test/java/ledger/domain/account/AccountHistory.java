package ledger.domain.account;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.ConsentToTransfer;
import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.DismissErrorReport;
import ledger.domain.account.HourAccountCommand.DismissObjection;
import ledger.domain.account.HourAccountCommand.EndTransfer;
import ledger.domain.account.HourAccountCommand.KeepAsTraining;
import ledger.domain.account.HourAccountCommand.ProposeTransfer;
import ledger.domain.account.HourAccountCommand.RaiseObjection;
import ledger.domain.account.HourAccountCommand.RateService;
import ledger.domain.account.HourAccountCommand.ReassessEntry;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.Remedy;
import ledger.domain.account.HourAccountCommand.ReportError;
import ledger.domain.account.HourAccountCommand.ResolveOverlap;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountCommand.TakeTransferredService;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.rulebook.Rulebooks;

/** A history made by chance, with an onlooker beside it who reads the facts only. */
final class AccountHistory {

    /** What an onlooker knows of an entry from the facts alone. */
    record Seen(EntryState state, ServedTime time) {}

    /** One command and what came of it, after the facts before it. */
    record Step(HourAccountCommand command, Decision<HourAccountEvent> decision, int factsBefore) {}

    private static final Rulebooks RULEBOOKS = Rulebooks.shipped();
    private static final String RULEBOOK = "default-cn/2026-2";
    private static final Activity LEARNING = new Activity(
            "上岗培训", "志愿者培训", "学习急救", "青禾社区", "person-1", "person-2");
    private static final int COMMANDS = 150;

    final long seed;
    final List<Step> steps = new ArrayList<>();
    final List<HourAccountEvent> facts = new ArrayList<>();

    private final String prefix;
    private final LocalDate firstDay;
    private final Random random;
    private final List<String> entryIds = new ArrayList<>(List.of("entry-unknown"));
    private final Map<String, Integer> attempts = new HashMap<>();
    private LocalDate today = LocalDate.parse("2026-03-09");

    AccountHistory(long seed) {
        this(seed, "", LocalDate.parse("2026-03-01"));
    }

    /**
     * @param prefix of its source records
     * @param firstDay the first of the three days on which it serves
     */
    AccountHistory(long seed, String prefix, LocalDate firstDay) {
        this.seed = seed;
        this.prefix = prefix;
        this.firstDay = firstDay;
        this.random = new Random(seed);
        HourAccount account = new HourAccount();
        for (int i = 0; i < COMMANDS; i++) {
            HourAccountCommand command = command();
            Decision<HourAccountEvent> decision = account.decide(command, RULEBOOKS);
            steps.add(new Step(command, decision, facts.size()));
            if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
                accepted.facts().forEach(account::evolve);
                accepted.facts().forEach(this::remember);
            }
        }
    }

    void afterEachFact(BiConsumer<Map<String, Seen>, HourAccountEvent> law) {
        Map<String, Seen> seen = new HashMap<>();
        for (HourAccountEvent fact : facts) {
            Seen before = seen.get(fact.entryId());
            seen.put(fact.entryId(), switch (fact) {
                case HourAccountEvent.ServiceRecorded e -> new Seen(EntryState.RECORDED, e.entry().time());
                case HourAccountEvent.ServiceHeld e -> new Seen(EntryState.HELD, e.entry().time());
                case HourAccountEvent.TrainingRecorded e -> new Seen(EntryState.TRAINING, e.entry().time());
                case HourAccountEvent.HeldServiceKeptAsTraining e -> new Seen(EntryState.TRAINING, before.time());
                case HourAccountEvent.ServiceRated e -> before;
                case HourAccountEvent.EntryReassessed e -> before;
                case HourAccountEvent.HoldRenewed e -> before;
                case HourAccountEvent.ErrorReported e -> before;
                case HourAccountEvent.ErrorReportDismissed e -> before;
                case HourAccountEvent.HeldServiceApproved e -> new Seen(EntryState.RECORDED, before.time());
                case HourAccountEvent.HeldServiceDeclined e -> new Seen(EntryState.DECLINED, before.time());
                case HourAccountEvent.ObjectionRaised e -> new Seen(EntryState.OBJECTED, before.time());
                case HourAccountEvent.ObjectionUpheld e -> new Seen(EntryState.DECLINED, before.time());
                case HourAccountEvent.ObjectionDismissed e -> new Seen(EntryState.RECORDED, before.time());
                case HourAccountEvent.ServiceCertified e -> new Seen(EntryState.CERTIFIED, before.time());
                case HourAccountEvent.ServiceCorrected e -> new Seen(before.state(), e.time());
                case HourAccountEvent.ServiceRevoked e -> new Seen(EntryState.REVOKED, before.time());
                case HourAccountEvent.ServiceReinstated e -> new Seen(e.state(), before.time());
                case HourAccountEvent.ServiceTakenOver e -> new Seen(
                        e.conflicts().isEmpty() ? e.entry().state() : EntryState.HELD, e.entry().time());
                case HourAccountEvent.TransferProposed e -> before;
                case HourAccountEvent.TransferConsented e -> before;
                case HourAccountEvent.TransferEnded e -> before;
                case HourAccountEvent.ServiceTransferred e -> before;
            });
            law.accept(seen, fact);
        }
    }

    private void remember(HourAccountEvent fact) {
        facts.add(fact);
        HourAccountEvent.Entry begun = switch (fact) {
            case HourAccountEvent.ServiceRecorded e -> e.entry();
            case HourAccountEvent.ServiceHeld e -> e.entry();
            case HourAccountEvent.TrainingRecorded e -> e.entry();
            case HourAccountEvent other -> null;
        };
        if (begun != null) {
            entryIds.add(fact.entryId());
            attempts.merge(begun.source().record(), 1, Integer::sum);
        }
    }

    private HourAccountCommand command() {
        today = today.plusDays(random.nextInt(8) == 0 ? 1 : 0);
        String entryId = entryIds.get(random.nextInt(entryIds.size()));
        Officer officer = List.of(Sample.RECORDER, Sample.STRANGER, Sample.PARENT, Sample.AUTHORITY)
                .get(random.nextInt(4));
        return switch (random.nextInt(26)) {
            case 0, 1 -> new CertifyService(Sample.ACCOUNT, entryId, today);
            case 2, 3 -> new ApproveHeldService(
                    Sample.ACCOUNT, entryId, officer, Sample.NOTE, today, RULEBOOK, Circumstances.UNKNOWN);
            case 4 -> new DeclineHeldService(Sample.ACCOUNT, entryId, officer, Sample.NOTE, today);
            case 5 -> new RaiseObjection(Sample.ACCOUNT, entryId, Sample.NOTE, today);
            case 6 -> new UpholdObjection(Sample.ACCOUNT, entryId, officer, Sample.NOTE, today);
            case 7 -> new DismissObjection(
                    Sample.ACCOUNT, entryId, officer, Sample.NOTE, today, RULEBOOK);
            case 8, 9 -> new CorrectService(
                    Sample.ACCOUNT, entryId, Sample.ACTIVITY, time(), officer, "time", Sample.NOTE,
                    facts());
            case 10 -> new RevokeService(Sample.ACCOUNT, entryId, officer, "mistake", Sample.NOTE, today);
            case 11 -> new ReinstateService(
                    Sample.ACCOUNT, entryId, officer, "proven", Sample.NOTE, today, RULEBOOK,
                    Circumstances.UNKNOWN);
            case 12 -> new KeepAsTraining(Sample.ACCOUNT, entryId, officer, Sample.NOTE, today);
            case 13 -> new RateService(
                    Sample.ACCOUNT, entryId, new Rating(5, random.nextInt(7), Rating.By.RECIPIENT, today), officer);
            case 14 -> new ReassessEntry(Sample.ACCOUNT, entryId, today);
            case 15 -> new ReportError(Sample.ACCOUNT, entryId, Sample.NOTE, today);
            case 16 -> new DismissErrorReport(Sample.ACCOUNT, entryId, officer, Sample.NOTE, today);
            case 17, 18 -> resolve(entryId, officer);
            case 19, 20, 21 -> transfer(random.nextInt(3) == 0 ? entryId : lastMoving(entryId), officer);
            default -> record();
        };
    }

    private String lastMoving(String otherwise) {
        return facts.reversed().stream()
                .filter(fact -> fact instanceof HourAccountEvent.TransferProposed)
                .findFirst()
                .map(HourAccountEvent::entryId)
                .orElse(otherwise);
    }

    private HourAccountCommand transfer(String entryId, Officer officer) {
        return switch (random.nextInt(6)) {
            case 0 -> new EndTransfer(
                    Sample.ACCOUNT, entryId, TransferEnd.values()[random.nextInt(4)], officer, Sample.NOTE, today);
            case 1, 2 -> new ConsentToTransfer(Sample.ACCOUNT, entryId, today);
            case 3 -> new TakeTransferredService(Sample.ACCOUNT, entryId, true, officer, today);
            default -> new ProposeTransfer(
                    Sample.ACCOUNT, entryId, Sample.STRANGER.organizationId(), true, officer, "moved", Sample.NOTE,
                    today);
        };
    }

    /** Give the entry another time, or take back or move others, which now and then are those it overlaps. */
    private HourAccountCommand resolve(String entryId, Officer officer) {
        String other = entryIds.get(random.nextInt(entryIds.size()));
        List<Remedy> remedies = switch (random.nextInt(4)) {
            case 0 -> List.of(new Remedy.TakeBack(other));
            case 1 -> List.of(new Remedy.Retime(other, time()), new Remedy.Retime(entryId, time()));
            default -> List.of(new Remedy.Retime(entryId, time()));
        };
        return new ResolveOverlap(
                Sample.ACCOUNT, entryId, remedies, officer, Set.of(Sample.STATION), "overlap", Sample.NOTE,
                Sample.factsOn(today));
    }

    private HourAccountCommand record() {
        String sourceRecord = prefix + "record-" + random.nextInt(20);
        Integer before = attempts.get(sourceRecord);
        Claim claim = before == null ? new Claim.Unclaimed() : new Claim.Ended(before);
        Activity activity = random.nextInt(10) == 0 ? LEARNING : Sample.ACTIVITY;
        return Sample.record(sourceRecord, activity, time(), facts()).with(claim);
    }

    private RecordingFacts facts() {
        return Sample.factsOn(today, RULEBOOK, Circumstances.UNKNOWN);
    }

    /** Somewhere in three days, quarter hours apart so that ends often touch; at times over midnight. */
    private ServedTime time() {
        LocalDateTime from = firstDay.atStartOfDay().plusMinutes(15L * random.nextInt(3 * 96));
        int minutes = 15 * (1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 12));
        int breakMinutes = random.nextInt(4) == 0 ? Math.min(10, minutes - 1) : 0;
        return ServedTime.interval(from, from.plusMinutes(minutes), Sample.SHANGHAI, breakMinutes);
    }
}
