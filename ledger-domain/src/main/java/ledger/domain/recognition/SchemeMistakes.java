package ledger.domain.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import ledger.domain.document.DocumentMistake;

/** All that is wrong in documents of schemes, in the order in which it stands there; none of them is taken. */
public final class SchemeMistakes extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentMistake> mistakes;

    SchemeMistakes(List<DocumentMistake> found) {
        super(inOrder(found).stream().map(DocumentMistake::told).collect(Collectors.joining("\n")));
        mistakes = inOrder(found);
    }

    public List<DocumentMistake> mistakes() {
        return mistakes;
    }

    /** A line for each, in one language. */
    public String told(Function<DocumentMistake, String> language) {
        return mistakes.stream().map(one -> one.told(language.apply(one))).collect(Collectors.joining("\n"));
    }

    private static List<DocumentMistake> inOrder(List<DocumentMistake> found) {
        return found.stream()
                .sorted(Comparator.comparing(DocumentMistake::document)
                        .thenComparingInt(DocumentMistake::line)
                        .thenComparingInt(DocumentMistake::column))
                .toList();
    }
}
