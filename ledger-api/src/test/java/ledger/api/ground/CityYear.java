package ledger.api.ground;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ledger.domain.Fact;
import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.DismissObjection;
import ledger.domain.account.HourAccountCommand.RaiseObjection;
import ledger.domain.account.HourAccountCommand.RateService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.Officer;
import ledger.domain.account.Rating;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.account.Tier;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryVersion;

/**
 * What people of a small city ask of its ledger in a year, by chance from one seed: sessions of thirty volunteers
 * at six stations, a few of them twice, too long, late or at the same time, and what officers and volunteers do next.
 */
final class CityYear {

    static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String RULEBOOK = "default-cn/2026-2";
    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest");
    private static final String CITY = LedgerIds.organization("CITY");
    private static final int VOLUNTEERS = 30;
    private static final int STATIONS = 6;
    private static final List<String> CATEGORIES = List.of("culture", "health", "community", "environment");
    private static final List<EvidenceGrade> GRADES =
            List.of(EvidenceGrade.SYSTEM_TIMED, EvidenceGrade.CODE, EvidenceGrade.ORG_ENTERED);

    private final Random random;
    private final Map<String, EntryVersion> entries = new TreeMap<>();
    private final List<RecordService> recorded = new ArrayList<>();

    CityYear(long seed) {
        random = new Random(seed);
    }

    static List<String> accounts() {
        return volunteers().map(LedgerIds::accountOf).toList();
    }

    private static Stream<String> volunteers() {
        return IntStream.range(0, VOLUNTEERS).mapToObj(number -> "volunteer-city-" + number);
    }

    private static String station(int number) {
        return LedgerIds.organization("STATION-" + number);
    }

    static List<LedgerCommand> beginnings() {
        List<LedgerCommand> commands = new ArrayList<>();
        commands.add(new RegisterOrganization(
                CITY, "CITY", "青禾市民政局", OrganizationKind.AUTHORITY, null, SHANGHAI.getId()));
        IntStream.range(0, STATIONS).forEach(number -> commands.add(new RegisterOrganization(
                station(number), "STATION-" + number, "青禾" + number + "号站", OrganizationKind.STATION, CITY,
                SHANGHAI.getId())));
        volunteers().forEach(id -> commands.add(new EnrolVolunteer(id, FIRST_DAY, station(0))));
        return commands;
    }

    /** Sessions that are recorded on a day. */
    List<HourAccountCommand> sessions(LocalDate today) {
        List<HourAccountCommand> sessions = new ArrayList<>();
        volunteers().forEach(volunteer -> {
            if (random.nextInt(4) == 0) {
                sessions.add(session(volunteer, today));
            }
        });
        if (!recorded.isEmpty() && random.nextInt(3) == 0) {
            sessions.add(recorded.get(random.nextInt(recorded.size())));
        }
        return sessions;
    }

    private RecordService session(String volunteer, LocalDate today) {
        String station = station(random.nextInt(STATIONS));
        RecordService session = new RecordService(
                LedgerIds.accountOf(volunteer), volunteer,
                new SourceRecord("roster:" + station, "record-" + recorded.size()), station, station, activity(),
                time(today.minusDays(random.nextInt(6))), GRADES.get(random.nextInt(GRADES.size())), null,
                facts(today));
        recorded.add(session);
        return session;
    }

    /** What is decided, said and put right at one time, about each entry at most once. */
    List<HourAccountCommand> decisions(LocalDate today) {
        List<EntryVersion> known = List.copyOf(entries.values());
        List<HourAccountCommand> decisions = new ArrayList<>();
        for (EntryVersion entry : known) {
            int often = switch (entry.state()) {
                case HELD, OBJECTED -> 2;
                case RECORDED -> 15;
                case CERTIFIED -> 400;
                case REVOKED -> 30;
                case DECLINED, TRAINING -> Integer.MAX_VALUE;
            };
            if (random.nextInt(often) == 0) {
                decisions.add(decision(entry, today));
            }
        }
        return decisions;
    }

    private HourAccountCommand decision(EntryVersion entry, LocalDate today) {
        String account = entry.accountId();
        String id = entry.entryId();
        Officer own = new Officer(entry.recordedBy(), Tier.OWN);
        Officer city = new Officer(CITY, Tier.AUTHORITY);
        boolean yes = random.nextBoolean();
        return switch (entry.state()) {
            case HELD -> yes
                    ? new ApproveHeldService(account, id, city, NOTE, today, RULEBOOK, Circumstances.UNKNOWN)
                    : new DeclineHeldService(account, id, own, NOTE, today);
            case RECORDED -> yes ? new RaiseObjection(account, id, NOTE, today) : correct(entry, own, today);
            case OBJECTED -> yes
                    ? new UpholdObjection(account, id, own, NOTE, today)
                    : new DismissObjection(account, id, own, NOTE, today, RULEBOOK);
            case REVOKED -> new ReinstateService(
                    account, id, city, "proven", NOTE, today, RULEBOOK, Circumstances.UNKNOWN);
            case CERTIFIED, DECLINED, TRAINING -> switch (random.nextInt(3)) {
                case 0 -> correct(entry, city, today);
                case 1 -> new RevokeService(account, id, city, "mistake", NOTE, today);
                default -> new RateService(
                        account, id, new Rating(5, 1 + random.nextInt(5), Rating.By.RECIPIENT, today), own);
            };
        };
    }

    private CorrectService correct(EntryVersion entry, Officer officer, LocalDate today) {
        return new CorrectService(
                entry.accountId(), entry.entryId(), entry.activity(), time(entry.time().servedOn()), officer, "time",
                NOTE, facts(today));
    }

    /** What a client keeps of an answer, by the fold that everybody uses. */
    void told(List<? extends Fact> facts) {
        facts.forEach(fact -> {
            if (fact instanceof HourAccountEvent event) {
                entries.compute(event.entryId(), (id, before) -> EntryFold.apply(before, event, 0));
            }
        });
    }

    /** What clients were told, by entry id: nothing else, and nothing in another state, may be in the ledger. */
    Map<String, EntryState> statesTold() {
        Map<String, EntryState> states = new TreeMap<>();
        entries.forEach((id, entry) -> states.put(id, entry.state()));
        return states;
    }

    private Activity activity() {
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        return random.nextInt(60) == 0
                ? new Activity("上岗培训", "志愿者培训", "学习急救", "青禾社区", "person-1", "person-2")
                : new Activity("便民服务", category, "便民", "青禾社区", "person-1", "person-2");
    }

    /** From half an hour to four hours between eight and eight; now and then longer than a day may be. */
    private ServedTime time(LocalDate day) {
        boolean tooLong = random.nextInt(50) == 0;
        LocalDateTime from = day.atTime(8, 0).plusMinutes(tooLong ? 0 : 15L * random.nextInt(32));
        int minutes = tooLong ? 600 : 30 + 15 * random.nextInt(15);
        return ServedTime.interval(from, from.plusMinutes(minutes), SHANGHAI, random.nextInt(5) == 0 ? 15 : 0);
    }

    private static RecordingFacts facts(LocalDate today) {
        return new RecordingFacts(
                true, true, true, today.atTime(21, 0).atZone(SHANGHAI).toInstant(), today, RULEBOOK,
                new Claim.Unclaimed(), Circumstances.UNKNOWN);
    }
}
