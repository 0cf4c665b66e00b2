package ledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

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
            "Send registers (organizations, volunteers, consents, qualifications, grids, stations) and rosters (CSV, NDJSON).",
            "导入组织、志愿者、同意、资格、网格、站点名册和服务花名册（CSV、NDJSON）。"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = {"Files, sent in this order.", "按顺序导入的文件。"})
    private List<Path> files = List.of();

    @Option(names = "--show", paramLabel = "N", defaultValue = "20", description = {
        "How many held or refused rows to print (default ${DEFAULT-VALUE}).", "显示多少条待处理或被拒的行。"
    })
    private int show;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                System.err.println("cannot read 无法读取: " + file);
                return 2;
            }
        }
        boolean allRead = true;
        try (Connection connection = Connection.open()) {
            for (Path file : files) {
                allRead &= send(connection.client(), file, show);
            }
        }
        return allRead ? 0 : 1;
    }

    /** True when the file could be read as a whole; refused rows are answered, not failures. */
    static boolean send(LedgerClient client, Path file, int show) throws IOException {
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
        try {
            send(client, layout, name, Files.readAllBytes(file), show);
            return true;
        } catch (LedgerClient.ProblemException e) {
            System.err.println(name + ": " + e.getMessage());
            return false;
        }
    }

    static JsonNode send(LedgerClient client, Layout layout, String name, byte[] content, int show) {
        String path = switch (layout) {
            case ORGANIZATIONS -> "/api/v1/organizations";
            case VOLUNTEERS -> "/api/v1/volunteers";
            case CONSENTS -> "/api/v1/consents";
            case QUALIFICATIONS -> "/api/v1/qualifications";
            case GRIDS -> "/api/v1/grids";
            case STATIONS -> "/api/v1/stations";
            case ROSTER -> "/api/v1/rosters" + LedgerClient.query(Map.of("fileName", name));
        };
        long lines = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).lines().count();
        List<JsonNode> noted = new ArrayList<>();
        JsonNode report;
        try (Progress progress = new Progress(System.out, name, lines)) {
            report = client.upload(path, "text/csv", BodyPublishers.ofByteArray(content), verdict -> {
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
        noted.forEach(ImportCommand::print);
        return report;
    }

    private static void print(JsonNode verdict) {
        System.out.printf(
                "  row 行 %d %s [%s] %s / %s%n",
                verdict.path("row").asInt(), verdict.path("verdict").asString(), verdict.path("code").asString(),
                verdict.path("zh").path("title").asString(""), verdict.path("en").path("title").asString(""));
    }
}
