package ledger.api.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ledger.api.bench.City.Session;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.Verdict;
import ledger.domain.volunteer.ResidentIdNumber;

/** Files of sessions as a station sends them, and the volunteers they speak of. */
final class Rolls {

    private static final String HEADER =
            "志愿者编号,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人,来源系统,来源编号\n";
    /** So many days and more lie between the sessions of two files. */
    private static final int DAYS_APART = City.SESSIONS_EACH + 1;

    private final Arena arena;
    private final int volunteers;
    private final AtomicInteger files = new AtomicInteger();

    /** Enrols the volunteers. */
    Rolls(Arena arena, int volunteers) {
        this.arena = arena;
        this.volunteers = volunteers;
        StringBuilder text = new StringBuilder("志愿者编号,姓名,证件类型,证件号码,注册日期\n");
        for (int i = 0; i < volunteers; i++) {
            text.append("%s,志愿者%d,居民身份证,%s,2020-01-01\n".formatted(number(i), i, document(i)));
        }
        arena.own().take("volunteers.csv", text.toString(), (file, actor) ->
                arena.own().get(RegisterIntake.class).takeVolunteers(file, actor, Rolls::requireTaken));
    }

    /** How many are enrolled. */
    int volunteers() {
        return volunteers;
    }

    private static void requireTaken(Verdict verdict) {
        if (verdict.fate() == Verdict.Fate.REFUSED || verdict.fate() == Verdict.Fate.DUPLICATE) {
            throw new IllegalStateException("a row of the bench was not taken: " + verdict);
        }
    }

    private static String number(int volunteer) {
        return "33079911%08d".formatted(volunteer);
    }

    private static String document(int i) {
        String digits = "330799%04d%02d%02d%03d".formatted(
                1950 + i % 50, 1 + i / 50 % 12, 1 + i / 600 % 28, i / 16_800 % 1_000);
        return digits + ResidentIdNumber.checkCharacter(digits);
    }

    /** A file that was not sent yet. */
    Path next(int rows) {
        int file = files.getAndIncrement();
        LocalDate last = City.PEAK.minusDays((long) DAYS_APART * file);
        Path path = arena.directory().resolve("roll-" + file + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write(HEADER);
            int row = 0;
            for (Session one : arena.city().sessions("roll-" + file, rows, volunteers, last)) {
                out.write(String.join(
                        ",", number(one.volunteer()), one.activity().name(), one.from().toLocalDate().toString(),
                        one.from().toLocalTime().toString(), one.to().toLocalTime().toString(), one.activity().place(),
                        one.activity().content(), one.activity().category(), City.STATION_CODE, "负责人" + row % 20,
                        "记录员" + row % 10, "bench-roll-" + file, row++ + "\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /**
     * Sends a file.
     *
     * @return the position up to which a view must show everything to show it
     * @throws IllegalStateException when a row is refused or a duplicate
     */
    long send(Path file) {
        AtomicReference<Long> position = new AtomicReference<>(0L);
        arena.own().take(file, (received, actor) -> position.set(arena.own().get(RosterIntake.class)
                .take(received, actor, Rolls::requireTaken)
                .position()));
        return position.get();
    }
}
