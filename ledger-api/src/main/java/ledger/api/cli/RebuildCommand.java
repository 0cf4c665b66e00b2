package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Makes views anew from the first fact, beside those that serve, and prints how they compare. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Make views anew from the first fact, compare them with the live ones, and switch where they differ.",
            "从第一条事实重建视图，与现有视图比对；如有不同，改由重建的版本提供查询。"
        })
final class RebuildCommand implements Callable<Integer> {

    @Option(names = "--room", paramLabel = "ROOM", description = {
        "One room only, such as account or statement.", "只重建一个视图，例如 account 或 statement。"
    })
    private @Nullable String room;

    @Option(names = "--back", description = {
        "Let the version serve again that did so before the last rebuild of the room.",
        "换回该视图上一次重建之前的版本。"
    })
    private boolean back;

    @Override
    public Integer call() {
        if (back && room == null) {
            System.err.println("--back needs --room  --back 需要同时指定 --room");
            return 2;
        }
        try (Connection connection = Connection.open()) {
            Bars bars = new Bars();
            JsonNode outcome = connection.client().postForLines(
                    "/api/v1/rebuilds", room == null ? Map.of() : Map.of("room", room, "back", back), bars::at);
            bars.close();
            if (!outcome.has("rooms")) {
                throw new IllegalStateException("the answer broke off: the live views are as they were, start again");
            }
            if (outcome.path("rooms").isEmpty()) {
                System.err.printf("%s: no version that could serve again 没有可以换回的版本%n", room);
                return 1;
            }
            outcome.path("rooms").forEach(RebuildCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode one) {
        System.out.printf(
                "%s: position 位置 %d, %s%n", one.path("room").asString(), one.path("position").asLong(),
                one.path("replaced").asBoolean() ? "DIFFERENT, replaced 不一致，已替换" : "same 一致");
        one.path("tables").forEach(table -> System.out.printf(
                "  %-16s live 现有 %d rows %s; rebuilt 重建 %d rows %s%n",
                table.path("table").asString(), table.path("liveRows").asLong(),
                table.path("liveDigest").asString(), table.path("rows").asLong(), table.path("digest").asString()));
    }

    /** A bar for each room, one after the other. */
    private static final class Bars implements AutoCloseable {
        private String current = "";
        private @Nullable Progress bar;

        void at(JsonNode step) {
            if (!step.has("head")) {
                return;
            }
            if (!current.equals(step.path("room").asString())) {
                close();
                current = step.path("room").asString();
                bar = new Progress(System.out, current, step.path("head").asLong());
            }
            if (bar != null) {
                bar.at(step.path("position").asLong());
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
