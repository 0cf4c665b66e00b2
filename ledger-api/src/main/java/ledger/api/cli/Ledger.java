package ledger.api.cli;

/** x */
public final class Ledger {
    private Ledger() {}

    public static int run(String[] arguments) {
        org.springframework.boot.SpringApplication.run(ledger.api.LedgerService.class, arguments);
        return 0;
    }
}
