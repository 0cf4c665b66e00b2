package ledger.api.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes registers and a roster of any length, the same for the same seed: what memory and speed are measured with. */
@Command(name = "many-rows", hidden = true, mixinStandardHelpOptions = true)
final class ManyRowsCommand implements Callable<Integer> {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    @Parameters(paramLabel = "DIRECTORY")
    private Path directory = Path.of("");

    @Option(names = "--rows", defaultValue = "1000000")
    private int rows;

    @Option(names = "--volunteers", defaultValue = "20000")
    private int volunteers;

    @Option(names = "--seed", defaultValue = "7")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("organizations.csv"), """
                code,name,kind,parent
                AUTH,区志愿服务指导中心,authority,
                ST-M,众行站,station,AUTH
                """);
        writeVolunteers();
        writeRoster();
        return 0;
    }

    private void writeVolunteers() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("volunteers.csv"))) {
            out.write("志愿者编号,姓名,证件类型,证件号码,注册日期\n");
            for (int i = 0; i < volunteers; i++) {
                out.write("%s,志愿者%d,居民身份证,%s,2020-01-01\n".formatted(number(i), i, document(i)));
            }
        }
    }

    /** Rows of one volunteer are a day apart or more, but for a few that overlap, are repeated, or end too early. */
    private void writeRoster() throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("roster.csv"))) {
            out.write("志愿者编号,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人,来源系统,来源编号\n");
            for (int i = 0; i < rows; i++) {
                int one = i % 1_000 == 999 ? i - volunteers : i;
                int round = Math.max(0, one) / volunteers;
                String times = random.nextInt(100) == 0 ? "11:00,09:00" : "09:00,11:00";
                out.write("%s,文明交通劝导,%s,%s,路口%d,劝导,社区服务,ST-M,负责人%d,记录员%d,many-rows,%d\n".formatted(
                        number(Math.max(0, one) % volunteers), FIRST_DAY.plusDays(round), times, i % 50, i % 20,
                        i % 10, i));
            }
        }
    }

    private static String number(int i) {
        return "33079900%08d".formatted(i);
    }

    /** A document number with its check digit (GB 11643). */
    private static String document(int i) {
        String body = "330799" + "%04d%02d%02d".formatted(1950 + i % 50, 1 + i / 50 % 12, 1 + i / 600 % 28)
                + "%03d".formatted(i / 16_800 % 1_000);
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            sum += (body.charAt(at) - '0') * WEIGHTS[at];
        }
        return body + CHECKS.charAt(sum % 11);
    }
}
