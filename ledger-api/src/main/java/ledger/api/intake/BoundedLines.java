package ledger.api.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lines of a text, none of them longer in memory than the limit, however long they are in the file. */
final class BoundedLines implements AutoCloseable {

    static final int LONGEST = 1 << 18;

    /**
     * A line.
     *
     * @param end the signs that ended it; empty at the end of the file
     * @param tooLong whether it was longer than what is kept of it
     */
    record Line(String text, String end, boolean tooLong) {}

    private final Reader in;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private final char[] buffer = new char[1 << 14];
    private int next;
    private int limit;

    BoundedLines(Reader in) {
        this.in = in;
    }

    @Nullable Line take() {
        Line first = ahead.poll();
        return first == null ? read() : first;
    }

    /** Up to so many lines that come next, left where they are. */
    List<Line> peek(int count) {
        while (ahead.size() < count) {
            Line line = read();
            if (line == null) {
                break;
            }
            ahead.addLast(line);
        }
        return ahead.stream().limit(count).toList();
    }

    /** Puts lines back, the first of them to be taken first. */
    void giveBack(List<Line> lines) {
        lines.reversed().forEach(ahead::addFirst);
    }

    private @Nullable Line read() {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int sign = sign();
        if (sign < 0) {
            return null;
        }
        while (sign >= 0 && sign != '\n' && sign != '\r') {
            if (text.length() < LONGEST) {
                text.append((char) sign);
            } else {
                tooLong = true;
            }
            sign = sign();
        }
        return new Line(text.toString(), end(sign), tooLong);
    }

    private String end(int sign) {
        if (sign < 0) {
            return "";
        }
        if (sign == '\r') {
            int after = sign();
            if (after == '\n') {
                return "\r\n";
            }
            next -= after < 0 ? 0 : 1;
            return "\r";
        }
        return "\n";
    }

    private int sign() {
        if (next == limit) {
            try {
                limit = Math.max(in.read(buffer), 0);
                next = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return next < limit ? buffer[next++] : -1;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
