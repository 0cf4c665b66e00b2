package ledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RegisterIntake.Layout;
import ledger.api.intake.Texts;

/** Sends files to the ledger and tells what became of each row. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Send registers (organizations, volunteers, consents, qualifications, grids, stations) and rosters "
                    + "(XLSX, XLS, CSV, JSON).",
            "导入组织、志愿者、同意、资格、网格、站点名册和服务花名册（XLSX、XLS、CSV、JSON）。"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = {"Files, sent in this order.", "按顺序导入的文件。"})
    private List<Path> files = List.of();

    @Option(names = "--show", paramLabel = "N", defaultValue = "20", description = {
        "How many held or refused rows to print (default ${DEFAULT-VALUE}).", "显示多少条待处理或被拒的行。"
    })
    private int show;

    @Option(names = "--dry-run", description = {
        "Only try the rosters out: nothing is stored.", "只试算花名册，不保存任何内容。"
    })
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "REPORT", description = {
        "Write the roster with each row's fate to this file, in the format that was sent.",
        "把原名单连同逐行结果写入此文件，格式与原文件相同。"
    })
    private @Nullable Path report;

    @Option(names = "--only-refused", description = {
        "Only the refused rows in the report, to be put right and sent again.",
        "报告里只写被拒的行，改正后可直接再次提交。"
    })
    private boolean onlyRefused;

    @Override
    public Integer call() throws IOException {
        if (report != null && files.size() > 1) {
            System.err.println("--report is for one roster --report 每次只能用于一份花名册");
            return 2;
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                System.err.println("cannot read 无法读取: " + file);
                return 2;
            }
        }
        boolean allRead = true;
        try (Connection connection = Connection.open()) {
            for (Path file : files) {
                allRead &= send(connection.client(), file);
            }
        }
        return allRead ? 0 : 1;
    }

    /** True when the file could be read as a whole; refused rows are answered, not failures. */
    private boolean send(LedgerClient client, Path file) throws IOException {
        Layout layout;
        try (InputStream in = Files.newInputStream(file); ReceivedFile received = ReceivedFile.spool(in, "")) {
            layout = Layout.of(received);
        } catch (RefusedException e) {
            Texts texts = new Texts();
            System.err.println(file.getFileName() + ": " + texts.of(e.refusal(), java.util.Locale.CHINESE).title()
                    + " / " + texts.of(e.refusal(), java.util.Locale.ENGLISH).title());
            return false;
        }
        String name = String.valueOf(file.getFileName());
        if (layout != Layout.ROSTER && (dryRun || report != null)) {
            System.err.println(name + ": only rosters are tried out or reported on 只有花名册可以试算或出报告");
            return false;
        }
        try {
            if (dryRun) {
                new RosterJobs(client).tryOut(name, BodyPublishers.ofFile(file), report, onlyRefused);
                return true;
            }
            JsonNode sums = send(client, layout, name, BodyPublishers.ofFile(file), lines(file), show);
            if (report != null) {
                client.download(
                        "/api/v1/rosters/" + sums.path("submission").asString() + "/report"
                                + (onlyRefused ? "?only=refused" : ""), report);
                System.out.println("report 报告: " + report);
            }
            return true;
        } catch (LedgerClient.ProblemException e) {
            System.err.println(name + ": " + e.getMessage());
            return false;
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }

    static JsonNode send(LedgerClient client, Layout layout, String name, byte[] content, int show) {
        long lines = new String(content, StandardCharsets.ISO_8859_1).lines().count();
        return send(client, layout, name, BodyPublishers.ofByteArray(content), lines, show);
    }

    private static JsonNode send(
            LedgerClient client, Layout layout, String name, BodyPublisher body, long lines, int show) {
        String path = switch (layout) {
            case ORGANIZATIONS -> "/api/v1/organizations";
            case VOLUNTEERS -> "/api/v1/volunteers";
            case CONSENTS -> "/api/v1/consents";
            case QUALIFICATIONS -> "/api/v1/qualifications";
            case GRIDS -> "/api/v1/grids";
            case STATIONS -> "/api/v1/stations";
            case ROSTER -> "/api/v1/rosters" + LedgerClient.query(Map.of("fileName", name));
        };
        List<JsonNode> noted = new ArrayList<>();
        JsonNode report;
        try (Progress progress = new Progress(System.out, name, lines)) {
            report = client.upload(path, "text/csv", body, verdict -> {
                progress.at(verdict.path("row").asLong());
                String fate = verdict.path("verdict").asString();
                if (noted.size() < show && (fate.equals("held") || fate.equals("refused"))) {
                    noted.add(verdict);
                }
            });
        }
        System.out.printf(
                "%s: %d rows 行; accepted 接受 %d, held 待处理 %d, refused 拒绝 %d, duplicate 重复 %d; position 位置 %d%n",
                name, report.path("rows").asInt(), report.path("accepted").asInt(), report.path("held").asInt(),
                report.path("refused").asInt(), report.path("duplicate").asInt(), report.path("position").asLong());
        if (layout == Layout.ROSTER) {
            System.out.println("submission 申报编号: " + report.path("submission").asString());
        }
        report.path("notices").forEach(notice -> System.out.println("  " + notice.path("zh").path("title").asString("")
                + " / " + notice.path("en").path("title").asString("")));
        noted.forEach(ImportCommand::print);
        return report;
    }

    private static void print(JsonNode verdict) {
        System.out.printf(
                "  row 行 %d %s [%s] %s / %s%n",
                verdict.path("sheetRow").asInt(verdict.path("row").asInt()), verdict.path("verdict").asString(),
                verdict.path("code").asString(),
                verdict.path("zh").path("title").asString(""), verdict.path("en").path("title").asString(""));
    }
}
