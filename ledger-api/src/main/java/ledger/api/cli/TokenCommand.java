package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Makes and revokes the tokens that name an actor. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {"Make, list and revoke tokens.", "签发、列出和吊销令牌。"},
        subcommands = {TokenCommand.New.class, TokenCommand.Revoke.class, TokenCommand.List.class})
final class TokenCommand {

    /** Makes a token; its secret is told this once. */
    @Command(name = "new", mixinStandardHelpOptions = true, description = {"Make a token.", "签发令牌。"})
    static final class New implements Callable<Integer> {

        @Option(names = "--role", required = true, description =
                "recorder, certifier, manager, volunteer, auditor, authority, operator")
        private String role = "";

        @Option(names = "--organization", paramLabel = "CODE", description = {
            "Organization it acts for.", "所属组织编码。"
        })
        private @Nullable String organization;

        @Option(names = "--volunteer", paramLabel = "NUMBER", description = {"Volunteer it is.", "志愿者编号。"})
        private @Nullable String volunteer;

        @Option(names = "--label", description = {"What it is for.", "用途说明。"})
        private @Nullable String label;

        @Override
        public Integer call() {
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put("role", role);
            put(asked, "organization", organization);
            put(asked, "volunteer", volunteer);
            put(asked, "label", label);
            try (Connection connection = Connection.open()) {
                JsonNode issued = connection.client().post("/api/v1/tokens", asked);
                System.out.println("id " + issued.path("tokenId").asString());
                System.out.println("token " + issued.path("secret").asString());
                return 0;
            }
        }

        private static void put(Map<String, String> asked, String name, @Nullable String value) {
            if (value != null) {
                asked.put(name, value);
            }
        }
    }

    /** Ends a token at once. */
    @Command(name = "revoke", mixinStandardHelpOptions = true, description = {"Revoke a token.", "吊销令牌。"})
    static final class Revoke implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "token-…")
        private String id = "";

        @Override
        public Integer call() {
            try (Connection connection = Connection.open()) {
                connection.client().delete("/api/v1/tokens/" + id);
                System.out.println("revoked 已吊销 " + id);
                return 0;
            }
        }
    }

    /** Shows the tokens in use, without their secrets. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = {"List tokens in use.", "列出有效令牌。"})
    static final class List implements Callable<Integer> {

        @Override
        public Integer call() {
            try (Connection connection = Connection.open()) {
                connection.client().get("/api/v1/tokens").forEach(token -> System.out.printf(
                        "%s %-10s %s%n", token.path("tokenId").asString(), token.path("role").asString(),
                        token.path("label").asString()));
                return 0;
            }
        }
    }
}
