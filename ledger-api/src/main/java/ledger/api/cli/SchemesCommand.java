package ledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

import ledger.domain.recognition.Schemes;

/** The shelf of schemes on the command line. */
@Command(
        name = "schemes",
        mixinStandardHelpOptions = true,
        description = {
            "List recognition schemes; check, take or sign one.", "列出激励方案；检查、采用或签字启用。"
        },
        subcommands = {SchemesCommand.Check.class, SchemesCommand.Take.class, SchemesCommand.Sign.class})
final class SchemesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().get("/api/v1/schemes/shelf").path("schemes").forEach(SchemesCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode scheme) {
        System.out.printf(
                "%s %-36s %s  %s%s%n",
                scheme.path("inUse").asBoolean() ? "●" : "○",
                scheme.path("scheme").asString() + "/" + scheme.path("version").asString(),
                scheme.path("effectiveFrom").asString(),
                scheme.path("title").path("zh").asString() + " · " + scheme.path("title").path("en").asString(),
                scheme.hasNonNull("signedBy")
                        ? "  ✎ " + scheme.path("signedBy").asString() + " " + scheme.path("signedOn").asString()
                        : "");
    }

    /** Says every mistake in documents, without a service. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {"Show every mistake in documents of schemes.", "列出方案文件中的全部错误。"})
    static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", arity = "1..*", description = {"Documents of schemes.", "方案文件。"})
        private List<Path> files = List.of();

        @Override
        public Integer call() throws IOException {
            Map<String, String> documents = new LinkedHashMap<>();
            for (Path file : files) {
                documents.put(file.toString(), Files.readString(file));
            }
            try {
                Schemes.with(documents);
                System.out.println("no mistakes 没有错误");
                return 0;
            } catch (IllegalArgumentException mistakes) {
                System.err.println(mistakes.getMessage());
                return 1;
            }
        }
    }

    /** Puts an operator's own document into use. */
    @Command(
            name = "take",
            mixinStandardHelpOptions = true,
            description = {"Put a document of your own into use.", "采用自备的方案文件。"})
    static final class Take implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = {"The document.", "方案文件。"})
        private Path file = Path.of("");

        @Option(names = "--signed-by", paramLabel = "NAME", required = true, description = {
            "Who answers for it.", "签字人。"
        })
        private String signedBy = "";

        @Override
        public Integer call() throws IOException {
            try (Connection connection = Connection.open()) {
                print(connection.client().post(
                        "/api/v1/schemes", Map.of("text", Files.readString(file), "signedBy", signedBy)));
                return 0;
            }
        }
    }

    /** Puts a version that the ledger ships as an example into use. */
    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = {
                "Put an unverified example into use; whoever signs has compared it with its body's text.",
                "启用未经核实的示例方案；签字人应已与制定单位的原文核对。"
            })
    static final class Sign implements Callable<Integer> {

        @Parameters(paramLabel = "ID/VERSION", description = {"For example cn-gd-star/2014.", "例如 cn-gd-star/2014。"})
        private String edition = "";

        @Option(names = "--signed-by", paramLabel = "NAME", required = true, description = {
            "Who answers for it.", "签字人。"
        })
        private String signedBy = "";

        @Override
        public Integer call() {
            try (Connection connection = Connection.open()) {
                print(connection.client().post(
                        "/api/v1/schemes/" + edition + "/signature", Map.of("signedBy", signedBy)));
                return 0;
            }
        }
    }
}
