package ledger.projections;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many rows into one table by one COPY, in the transaction that runs. */
public final class CopyRows {

    private CopyRows() {}

    /**
     * @param table with its columns, such as {@code views_v1.volunteer (volunteer_id, registered_on)}
     * @param values of a row, in the order of the columns; each as its {@code toString} says it, null for NULL
     */
    public static <T> void into(
            JdbcTemplate jdbc, String table, Collection<T> rows, Function<T, @Nullable Object[]> values) {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(rows.size() * 256);
        for (T row : rows) {
            char before = 0;
            for (Object value : values.apply(row)) {
                if (before != 0) {
                    text.append(before);
                }
                append(text, value);
                before = '\t';
            }
            text.append('\n');
        }
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                // Asked by way of the connection, so that whoever stands before it can say which table is meant.
                String copy = connection.nativeSQL("COPY " + table + " FROM STDIN");
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(text.toString()));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String words = value.toString();
        int plainFrom = 0;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            char escaped = switch (letter) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> 0;
            };
            if (escaped != 0) {
                text.append(words, plainFrom, i).append('\\').append(escaped);
                plainFrom = i + 1;
            }
        }
        text.append(words, plainFrom, words.length());
    }
}
