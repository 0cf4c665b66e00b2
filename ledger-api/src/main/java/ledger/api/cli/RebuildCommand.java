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
            "Make views anew from the first fact, compare them with the live ones, and replace what differs.",
            "从第一条事实重建视图，与现有视图比对，不同之处以重建结果为准。"
        })
final class RebuildCommand implements Callable<Integer> {

    @Option(names = "--room", paramLabel = "ROOM", description = {
        "One room only, such as account or statement.", "只重建一个视图，例如 account 或 statement。"
    })
    private @Nullable String room;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            Bars bars = new Bars();
            JsonNode outcome = connection.client().postForLines(
                    "/api/v1/rebuilds", room == null ? Map.of() : Map.of("room", room), bars::at);
            bars.close();
            if (!outcome.has("rooms")) {
                throw new IllegalStateException("the answer broke off: the live views are as they were, start again");
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
