package ledger.domain.document;

/** Something wrong in a document: where, in which field, and what is wanted instead, in Chinese and English. */
public final class DocumentMistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String document;
    private final int line;
    private final int column;
    private final String field;
    private final String zh;
    private final String en;

    /**
     * @param line counted from 1, like {@code column}; -1 where the place is not known
     * @param field path of the field, such as {@code window.kind}; empty for the document
     */
    public DocumentMistake(String document, int line, int column, String field, String zh, String en) {
        super("%s, line %d, column %d: %s: %s"
                .formatted(document, line, column, field.isEmpty() ? "the document" : field, en));
        this.document = document;
        this.line = line;
        this.column = column;
        this.field = field;
        this.zh = zh;
        this.en = en;
    }

    public String document() {
        return document;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String field() {
        return field;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** As a compiler would say it, {@code file:line:column: field: Chinese / English}. */
    public String told() {
        return told(zh + " / " + en);
    }

    /** The same with one of its reasons. */
    public String told(String reason) {
        return "%s:%d:%d: %s: %s".formatted(document, line, column, field.isEmpty() ? "—" : field, reason);
    }
}
