package ledger.api;

import ledger.api.cli.Ledger;

/** The one thing that runs: its first word is a verb. */
public final class LedgerApplication {

    private LedgerApplication() {}

    public static void main(String[] arguments) {
        // Nothing about an installation is told to anybody outside it.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.exit(Ledger.run(arguments));
    }
}
