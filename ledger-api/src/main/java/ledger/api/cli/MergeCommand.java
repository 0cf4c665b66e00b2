package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges a volunteer's second number into the one that remains. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Merge a volunteer number into another of the same person; every entry goes along and counts once.",
            "把同一人的一个志愿者编号并入另一个；全部记录随之转入，只计一次。"
        })
final class MergeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NUMBER", description = {"The number that is given up.", "不再使用的编号。"})
    private String number = "";

    @Option(names = "--into", paramLabel = "NUMBER", required = true, description = {
        "The number that remains.", "保留下来的编号。"
    })
    private String into = "";

    @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {
        "Why; kept with the decision.", "合并原因，随决定保存。"
    })
    private String reason = "";

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            new RosterJobs(connection.client()).number(
                    number, "merge", Map.of("into", into, "reasonCode", "same-person", "reason", reason));
            return 0;
        }
    }
}
