package ledger.api.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import ledger.api.demo.SampleCity;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.Settings;
import ledger.api.intake.RegisterIntake.Layout;
import ledger.api.operation.DataDirectory;
import ledger.projections.LedgerJson;

/**
 * Plays the sample city's days through the doors that everybody uses: files are sent, rounds are run, a statement is
 * issued and an entry corrected. Played again after an interruption it changes nothing that is there.
 */
final class DemoPlayer {

    static final String FIRST_MOMENT = SampleCity.FIRST_DAY + "T08:00";
    static final String LAST_MOMENT = "2026-03-31T18:00";

    private static final long SEED = 2026;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalDate STATEMENT_DAY = LocalDate.of(2026, 3, 20);
    private static final LocalDate CORRECTION_DAY = LocalDate.of(2026, 3, 25);

    private static final String SUPPLEMENT = "（补充：活动后清理场地）";

    private final LedgerClient operator;
    private final DataDirectory directory;
    private final Settings settings;
    private final LedgerClock clock;
    private final PrintStream out;
    private final SampleCity city = SampleCity.from(SEED);
    private final Map<String, String> tokens = new LinkedHashMap<>();

    DemoPlayer(
            LedgerClient operator, DataDirectory directory, Settings settings, LedgerClock clock, PrintStream out) {
        this.operator = operator;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    void play() {
        settings.put(Settings.DEMO, "loading");
        keepFiles();
        tokens.putAll(knownTokens());
        clock.simulate(SampleCity.FIRST_DAY, EVENING);
        send(operator, Layout.ORGANIZATIONS, "organizations.csv", city.organizationsCsv());
        send(operator, Layout.VOLUNTEERS, "volunteers.csv", city.volunteersCsv());
        tokens.put("operator", Connection.token(directory));
        issue("authority", Map.of("organization", "JZ-001"));
        issue("auditor", Map.of());
        issue("volunteer", Map.of("volunteer", city.cast().get("everyday")));
        for (LocalDate day = SampleCity.FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            play(day);
        }
        confer();
        settings.put(Settings.DEMO, "loaded");
        directory.writeSecret(DataDirectory.DEMO_LOADED, LAST_MOMENT);
    }

    private void play(LocalDate day) {
        clock.simulate(day, EVENING);
        LedgerClient authority = operator.as(tokens.get("authority"));
        for (SampleCity.Parcel parcel : city.parcels()) {
            if (parcel.sentOn().equals(day)) {
                ImportCommand.send(authority, Layout.ROSTER, parcel.fileName(), parcel.content(), 10);
            }
        }
        int certified = operator.post("/api/v1/rounds", Map.of()).path("certified").asInt();
        if (certified > 0) {
            out.printf("%s: certified 认定 %d%n", day, certified);
        }
        if (day.equals(STATEMENT_DAY)) {
            operator.as(tokens.get("volunteer")).post(everyday("/statements"), Map.of(), "first-statement");
        }
        if (day.equals(CORRECTION_DAY)) {
            correctAnEntry();
        }
    }

    /** The organization that recorded the everyday volunteer's last entry puts its content right. */
    private void correctAnEntry() {
        JsonNode entries = operator.get(everyday("/entries")).path("entries");
        JsonNode last = entries.get(entries.size() - 1);
        String organization = code(last.path("recordedBy").asString());
        issue("recorder", Map.of("organization", organization));
        issue("certifier", Map.of("organization", organization));
        String content = last.path("activity").path("content").asString();
        operator.as(tokens.get("certifier")).post(
                "/api/v1/entries/" + last.path("entryId").asString() + "/correction",
                Map.of(
                        "reasonCode", "content-incomplete",
                        "reason", "服务内容补充完整",
                        "content", content.endsWith(SUPPLEMENT) ? content : content + SUPPLEMENT));
    }

    private String code(String organizationId) {
        for (JsonNode organization : operator.get("/api/v1/organizations?limit=1000").path("organizations")) {
            if (organization.path("organizationId").asString().equals(organizationId)) {
                return organization.path("code").asString();
            }
        }
        throw new IllegalStateException("the register does not know " + organizationId);
    }

    /** The authority confers what the cast has reached, each level on the evidence of its verdict. */
    private void confer() {
        LedgerClient authority = operator.as(tokens.get("authority"));
        for (int star = 1; star <= 5; star++) {
            authority.post(
                    "/api/v1/volunteers/" + city.cast().get("star" + star) + "/recognitions",
                    Map.of("scheme", "cn-cyl-star", "level", "star" + star));
        }
        for (String winner : List.of("award-won", "award-won-young")) {
            authority.post(
                    "/api/v1/volunteers/" + city.cast().get(winner) + "/recognitions",
                    Map.of("scheme", "sample-city-annual", "level", "bronze", "day", "2026-02-28"));
        }
    }

    private String everyday(String what) {
        return "/api/v1/volunteers/" + city.cast().get("everyday") + what;
    }

    private Map<String, String> knownTokens() {
        return LedgerJson.MAPPER.readerForMapOf(String.class)
                .readValue(directory.read(DataDirectory.DEMO_TOKENS).orElse("{}"));
    }

    private void issue(String role, Map<String, String> bound) {
        Map<String, String> asked = new LinkedHashMap<>(bound);
        asked.put("role", role);
        asked.put("label", "demo " + role);
        if (!tokens.containsKey(role)) {
            tokens.put(role, operator.post("/api/v1/tokens", asked).path("secret").asString());
            directory.writeSecret(DataDirectory.DEMO_TOKENS, LedgerJson.write(tokens));
        }
    }

    private static void send(LedgerClient client, Layout layout, String name, String content) {
        ImportCommand.send(client, layout, name, content.getBytes(StandardCharsets.UTF_8), 10);
    }

    /** The files of the sample city lie in the data directory, to look at and to send again by hand. */
    private void keepFiles() {
        try {
            Path files = Files.createDirectories(directory.file("sample-city"));
            Files.writeString(files.resolve("organizations.csv"), city.organizationsCsv());
            Files.writeString(files.resolve("volunteers.csv"), city.volunteersCsv());
            Files.writeString(files.resolve("expected.json"), city.expectedJson());
            for (SampleCity.Parcel parcel : city.parcels()) {
                Files.write(files.resolve(parcel.fileName()), parcel.content());
            }
            Files.write(files.resolve(SampleCity.FILE_TO_TRY), city.fileToTry());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void printWhereToClick(int port, boolean stopping) {
        Map<String, String> known = knownTokens();
        String home = "http://localhost:" + port;
        out.println();
        out.println("The sample city stands at " + clock.today() + ". 样例城市已就绪，当前模拟日期 " + clock.today() + "。");
        if (stopping) {
            return;
        }
        out.println("Sign in with one click (demonstration data only) 一键登录（仅限演示数据）:");
        known.forEach((role, token) -> out.printf("  %-10s %s/enter?token=%s%n", role, home, token));
        Path files = directory.file("sample-city");
        out.println("""

                Three things to try 三件可试的事:
                  1. As auditor, look up volunteer %s: 99 h 59 min, one minute short of a star.
                     以审计员身份查看该志愿者：99小时59分，差一分钟到一星。
                  2. As authority, upload %s at the desk: every row gets its answer.
                     以主管部门身份在工作台上传该文件：每一行都有答复。
                  3. In another terminal: ./ledger replay --compare
                     在另一个终端重放全部事实并比对。
                """.formatted(city.cast().get("near-miss"), files.resolve(SampleCity.FILE_TO_TRY)));
        out.println("Stop with Ctrl-C; the data stays in " + directory.path() + " 按 Ctrl-C 停止，数据保留。");
    }
}
