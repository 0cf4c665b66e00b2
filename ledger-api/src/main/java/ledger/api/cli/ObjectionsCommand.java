package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Objections to entries and to nominations (R16), with their last days, on the command line. */
@Command(
        name = "objections",
        mixinStandardHelpOptions = true,
        description = {
            "List objections to entries and nominations with the day by which each is answered and decided; "
                    + "answer one, uphold or dismiss it.",
            "列出对记录和推荐的异议及其期限；答复、认定成立或不成立。"
        },
        subcommands = {
            ObjectionsCommand.Answer.class, ObjectionsCommand.Uphold.class, ObjectionsCommand.Dismiss.class
        })
final class ObjectionsCommand implements Callable<Integer> {

    @Option(names = "--overdue", description = {"Only those whose last day is over.", "只列已逾期的。"})
    private boolean overdue;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            Map<String, String> asked = new LinkedHashMap<>();
            if (overdue) {
                asked.put("overdue", "true");
            }
            connection.client().pages("/api/v1/objections", asked, "cursor", page ->
                    page.path("objections").forEach(ObjectionsCommand::printOfEntry));
            connection.client().get("/api/v1/notices/objections" + LedgerClient.query(asked)).path("objections")
                    .forEach(ObjectionsCommand::printOfNomination);
            return 0;
        }
    }

    private static void printOfEntry(JsonNode one) {
        print(
                one, one.path("entry").path("entryId").asString(), one.path("kind").asString(),
                one.path("answerBy").asString(""));
    }

    private static void printOfNomination(JsonNode one) {
        JsonNode notice = one.path("notice");
        print(
                one, one.path("objection").asString(),
                notice.path("scheme").asString() + "/" + notice.path("level").asString() + " "
                        + NoticesCommand.subject(notice),
                one.path(one.hasNonNull("answer") ? "decideBy" : "answerBy").asString(""));
    }

    private static void print(JsonNode one, String id, String about, String lastDay) {
        System.out.printf(
                "%s  %s  %s  %s%s  %s%n",
                id, about, one.path("raisedOn").asString(),
                lastDay.isEmpty() ? "—" : "by 期限 " + lastDay,
                one.path("overdue").asBoolean() ? " overdue 已逾期" : "",
                one.path("words").asString("—"));
    }

    /** An objection to an entry has the entry's id, one to a nomination an id of its own. */
    private abstract static class Deciding implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {
            "Id of the entry, or of the objection to a nomination.", "记录编号，或对推荐的异议编号。"
        })
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {
            "The answer, or the reason.", "答复或理由。"
        })
        private String reason = "";

        final int decide(String ofEntry, String ofNomination) {
            try (Connection connection = Connection.open()) {
                LedgerClient client = connection.client();
                if (id.startsWith("objection-")) {
                    client.post(
                            "/api/v1/notices/" + nomination(client) + "/objections/" + id + "/" + ofNomination,
                            Map.of("reason", reason));
                } else {
                    JsonNode answer = client.post("/api/v1/objections/decisions", Map.of("decisions", List.of(
                                    Map.of("entry", id, "decision", ofEntry, "reason", reason))))
                            .path("answers").path(0);
                    if (answer.hasNonNull("refused")) {
                        System.err.println(answer.path("refused").path("zh").path("title").asString() + " / "
                                + answer.path("refused").path("en").path("title").asString());
                        return 1;
                    }
                }
                System.out.println(id + ": " + ofNomination);
                return 0;
            }
        }

        private String nomination(LedgerClient client) {
            return client.get("/api/v1/notices/objections").path("objections").valueStream()
                    .filter(one -> one.path("objection").asString().equals(id))
                    .map(one -> one.path("notice").path("nomination").asString())
                    .findFirst().orElse("unknown");
        }
    }

    /** Whoever nominated says what there is to say; a decision about an entry is its answer. */
    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = {
                "Answer an objection to a nomination; the authority decides.", "答复对推荐的异议，由主管部门裁定。"
            })
    static final class Answer extends Deciding {
        @Override
        public Integer call() {
            return decide("answer", "answer");
        }
    }

    /** It is right. */
    @Command(
            name = "uphold",
            mixinStandardHelpOptions = true,
            description = {"The objection is right: what it is about ends.", "异议成立，记录或推荐即告终止。"})
    static final class Uphold extends Deciding {
        @Override
        public Integer call() {
            return decide("uphold", "upheld");
        }
    }

    /** It is not right. */
    @Command(
            name = "dismiss",
            mixinStandardHelpOptions = true,
            description = {"The objection is not right: the notice goes on.", "异议不成立，公示继续。"})
    static final class Dismiss extends Deciding {
        @Override
        public Integer call() {
            return decide("dismiss", "dismissed");
        }
    }
}
