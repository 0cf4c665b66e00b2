package ledger.api;

import ledger.api.cli.Ledger;

/** The one thing that runs: its first word is a verb. */
public final class LedgerApplication {

    private LedgerApplication() {}

    public static void main(String[] arguments) {
        System.exit(Ledger.run(arguments));
    }
}
