package ledger.api.intake;

/** The words in which a row's verdict is told and kept: one line of JSON, in both languages. */
@FunctionalInterface
public interface VerdictLine {

    String of(Verdict verdict);
}
