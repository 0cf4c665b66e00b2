package ledger.api.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ledger.domain.LedgerIds;
import ledger.domain.account.Activity;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;

/**
 * The days around a city's peak day, from a seed: who served when, in the lengths that are usual. Sessions of one
 * volunteer never overlap, and none depends on which of them comes first.
 */
final class City {

    static final LocalDate PEAK = LocalDate.of(2026, 3, 5);
    /** When everything is recorded: all service of the day is over. */
    static final LocalDateTime EVENING = PEAK.atTime(22, 0);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String AUTHORITY = LedgerIds.organization("BENCH-A");
    static final String STATION_CODE = "BENCH-S";
    static final String STATION = LedgerIds.organization(STATION_CODE);
    static final String ORGANIZATIONS_CSV =
            """
            code,name,kind,parent
            BENCH-A,区志愿服务指导中心,authority,
            BENCH-S,青禾社区志愿服务站,station,BENCH-A
            """;
    static final int SESSIONS_EACH = 3;

    /** Minutes of a session: median two hours, quartiles one and three and a half, 20 minutes to half a day (F7.2). */
    private static final int[] LENGTHS = {
        20, 30, 30, 40, 50, 60, 60, 60, 90, 90, 100, 120, 120, 120, 120, 120, 120, 120, 150, 180, 180, 210, 240, 300,
        360, 420, 480, 720
    };
    private static final List<String> NAMES = List.of(
            "青年义诊进社区", "智能手机教学（银龄）", "高铁站咨询引导", "河小二巡河", "红马甲进网格", "点亮心灯用电检查",
            "亲青调解", "金税驿站咨询", "文明劝导", "垃圾分类宣传", "共青林植树");
    private static final List<String> CATEGORIES = List.of("社区服务", "卫生健康", "文明风尚", "环境保护", "交通引导");

    private final String rulebook;
    private final long seed;

    /** @param rulebook edition that judges */
    City(String rulebook, long seed) {
        this.rulebook = rulebook;
        this.seed = seed;
    }

    /** A session of somebody. */
    record Session(int volunteer, LocalDateTime from, LocalDateTime to, Activity activity) {}

    /** The volunteer of a number is one in each group, and another in any other. */
    static String volunteerId(String group, int volunteer) {
        return "volunteer-bench-" + group + "-" + volunteer;
    }

    /** So many sessions of volunteers who have up to three each. */
    List<Session> sessions(String group, int count) {
        return sessions(group, count, Math.max(1, (count + SESSIONS_EACH - 1) / SESSIONS_EACH), PEAK);
    }

    /** The same of so many volunteers, on the last day and those before it. */
    List<Session> sessions(String group, int count, int volunteers, LocalDate last) {
        Random random = new Random(seed ^ group.hashCode());
        List<Session> sessions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int volunteer = i % volunteers;
            int turn = i / volunteers;
            boolean split = volunteer % 4 == 0;
            LocalDate day = last.minusDays(split ? Math.max(0, turn - 1) : turn);
            LocalDateTime from = day.atTime(split && turn == 1 ? LocalTime.of(13, 30) : LocalTime.of(8, 30));
            int minutes = split && turn < 2 ? 120 : LENGTHS[random.nextInt(LENGTHS.length)];
            sessions.add(new Session(volunteer, from, from.plusMinutes(minutes), activity(random)));
        }
        return sessions;
    }

    /** So many sessions of one volunteer: half hours, a dozen a day, back to back into the past. */
    List<Session> sessionsOfOne(String group, int first, int count) {
        Random random = new Random(seed ^ group.hashCode());
        List<Session> sessions = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            LocalDateTime from = PEAK.minusDays(i / 12).atTime(8 + i % 12, 0);
            sessions.add(new Session(0, from, from.plusMinutes(30), activity(random)));
        }
        return sessions;
    }

    private static Activity activity(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return new Activity(
                name, CATEGORIES.get(random.nextInt(CATEGORIES.size())), name + "，服务社区居民",
                "青禾街道第" + (1 + random.nextInt(50)) + "网格", "person-bench-" + random.nextInt(20),
                "person-bench-" + random.nextInt(10));
    }

    List<RecordService> commands(String group, List<Session> sessions) {
        List<RecordService> commands = new ArrayList<>(sessions.size());
        for (Session session : sessions) {
            commands.add(command(group, session));
        }
        return commands;
    }

    private RecordService command(String group, Session session) {
        String volunteerId = volunteerId(group, session.volunteer());
        return new RecordService(
                LedgerIds.accountOf(volunteerId), volunteerId,
                new SourceRecord("bench-" + group, session.volunteer() + "-" + session.from()),
                STATION, AUTHORITY, session.activity(),
                ServedTime.interval(session.from(), session.to(), ZONE, 0), EvidenceGrade.SYSTEM_TIMED, null,
                new RecordingFacts(
                        true, true, true, EVENING.atZone(ZONE).toInstant(), PEAK, rulebook,
                        new Claim.Unclaimed(), Circumstances.UNKNOWN));
    }
}
