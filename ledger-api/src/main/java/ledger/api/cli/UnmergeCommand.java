package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Undoes a merge that was wrong. */
@Command(
        name = "unmerge",
        mixinStandardHelpOptions = true,
        description = {
            "Undo the merge of a volunteer number: what came with it goes back, what was recorded since stays.",
            "撤销志愿者编号的合并：当时转入的记录退回，此后登记的记录保留。"
        })
final class UnmergeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NUMBER", description = {"The number that was merged away.", "当时被并入的编号。"})
    private String number = "";

    @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {
        "Why; kept with the decision.", "撤销原因，随决定保存。"
    })
    private String reason = "";

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            new RosterJobs(connection.client()).number(
                    number, "unmerge", Map.of("reasonCode", "two-people", "reason", reason));
            return 0;
        }
    }
}
