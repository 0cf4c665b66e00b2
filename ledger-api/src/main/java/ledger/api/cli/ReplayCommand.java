package ledger.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

import ledger.api.operation.SealedReplay;
import ledger.projections.LedgerJson;
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayScope;

/** Folds the facts again and prints counts and digests, beside the live ones if asked. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Fold the ledger again from its first fact and compare.",
            "从第一条事实重放账本并比对。"
        })
final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "all", description = {
        "all, volunteer:NUMBER, organization:CODE or submission:ID (default: ${DEFAULT-VALUE}).",
        "all（全部）、volunteer:编号、organization:代码 或 submission:申报编号。"
    })
    private String scope = "all";

    @Option(names = "--to", paramLabel = "POSITION", description = {"Last position to fold.", "重放到的位置。"})
    private @Nullable Long to;

    @Option(names = "--compare", description = {"Set the live view beside it.", "与现有视图比对。"})
    private boolean compare;

    @Option(names = "--archive", paramLabel = "FILE", description = {
        "A sealed archive, folded here without any service; volunteers and organizations by the ids of the archive.",
        "审计归档，在本机重放，不需要任何服务；志愿者和组织用归档中的编号。"
    })
    private @Nullable Path archive;

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (archive != null) {
            return replay(archive);
        }
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("scope", scope, "compare", compare));
        if (to != null) {
            asked.put("to", to);
        }
        try (Connection connection = Connection.open()) {
            JsonNode outcome = new RosterJobs(connection.client()).replay(asked);
            if (json) {
                System.out.println(outcome);
            } else {
                print(outcome);
            }
            return outcome.path("differing").asInt() == 0 ? 0 : 1;
        }
    }

    /** The digest of the manifest is that of everything in the archive. */
    private int replay(Path file) throws IOException {
        ReplayScope asked;
        try {
            asked = ReplayScope.read(scope);
        } catch (IllegalArgumentException e) {
            System.err.println("no scope 没有此范围: " + scope);
            return 2;
        }
        try (SealedReplay sealed = SealedReplay.open(file);
                Progress progress = new Progress(System.err, "replay 重放", sealed.manifest().position())) {
            ReplayOutcome outcome = sealed.run(asked, to, progress::at);
            JsonNode told = LedgerJson.MAPPER.valueToTree(outcome);
            if (json) {
                System.out.println(told);
            } else {
                print(told);
            }
            boolean whole = scope.equals("all") && outcome.position() == sealed.manifest().position();
            if (!whole) {
                return 0;
            }
            boolean same = outcome.digest().equals(sealed.manifest().digest())
                    && outcome.digest().equals(sealed.manifest().liveDigest());
            System.err.println(same ? "same as the manifest 与清单一致" : "DIFFERENT from the manifest 与清单不一致: "
                    + sealed.manifest().digest() + " " + sealed.manifest().liveDigest());
            return same ? 0 : 1;
        }
    }

    private void print(JsonNode outcome) {
        System.out.printf(
                "replayed 重放 %d facts to position %d: volunteers 志愿者 %d, entries 记录 %d, certified minutes 认定分钟 %d%n",
                outcome.path("facts").asLong(), outcome.path("position").asLong(), outcome.path("volunteers").asInt(),
                outcome.path("entries").asInt(), outcome.path("certifiedMinutes").asLong());
        System.out.println("replay digest 重放摘要 " + outcome.path("digest").asString());
        if (compare) {
            System.out.println("live digest   现有摘要 " + outcome.path("liveDigest").asString());
            System.out.println(outcome.path("differing").asInt() == 0
                    ? "same 一致"
                    : "DIFFERENT 不一致: " + outcome.path("differing").asInt());
        }
        if (outcome.hasNonNull("first")) {
            JsonNode first = outcome.path("first");
            System.out.printf(
                    "first difference 第一处差异: volunteer 志愿者 %s, entry 记录 %s%n  replay %s%n  live   %s%n",
                    first.path("volunteer").asString(), first.path("entryId").asString("-"), first.path("replayed"),
                    first.path("live"));
        }
        outcome.path("accounts").forEach(account -> {
            print(account.path("volunteer").asString(), "replay", account.path("replayed"));
            if (account.hasNonNull("live")) {
                print(account.path("volunteer").asString(), "live  ", account.path("live"));
            }
        });
    }

    private static void print(String volunteer, String side, JsonNode account) {
        System.out.printf(
                "%s %s: entries %d, certified %d min (credit %d, honour %d)%n    entries %s%n    statement %s%n",
                volunteer, side, account.path("entries").asInt(), account.path("certifiedMinutes").asInt(),
                account.path("creditMinutes").asInt(), account.path("honourMinutes").asInt(),
                account.path("entriesDigest").asString(), account.path("statementDigest").asString());
        account.path("levels").forEach(level -> System.out.println("    " + level.asString()));
    }
}
