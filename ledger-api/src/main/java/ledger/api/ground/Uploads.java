package ledger.api.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Files as they were sent and what their rows were answered, until their time is over; sealed, so that destroying the
 * key of a submission destroys both.
 */
public final class Uploads {

    private static final int PIECE_BYTES = 256 * 1024;

    private final JdbcTemplate jdbc;
    private final LedgerClock clock;

    public Uploads(JdbcTemplate jdbc, LedgerClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keep a file and its name, under a new key of its own. */
    public Seal keep(String jobId, String name, InputStream file) {
        byte[] key = Seal.newKey();
        Seal seal = new Seal(jobId, key);
        jdbc.update("INSERT INTO jobs.key (job_id, key) VALUES (?, ?)", jobId, key);
        jdbc.update(
                "UPDATE jobs.job SET file_name = ? WHERE job_id = ?",
                seal.close("name", name.getBytes(StandardCharsets.UTF_8)), jobId);
        try {
            int piece = 0;
            for (byte[] bytes = file.readNBytes(PIECE_BYTES); bytes.length > 0; bytes = file.readNBytes(PIECE_BYTES)) {
                jdbc.update(
                        "INSERT INTO jobs.upload (job_id, piece, sealed) VALUES (?, ?, ?)",
                        jobId, piece, seal.close("upload " + piece, bytes));
                piece++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seal;
    }

    /** The key of a submission; nothing once it is destroyed. */
    public Optional<Seal> seal(String jobId) {
        return jdbc.queryForList("SELECT key FROM jobs.key WHERE job_id = ?", byte[].class, jobId).stream()
                .findFirst()
                .map(key -> new Seal(jobId, key));
    }

    public String name(String jobId, Seal seal) {
        byte[] sealed = jdbc.queryForObject("SELECT file_name FROM jobs.job WHERE job_id = ?", byte[].class, jobId);
        return sealed == null ? "" : new String(seal.open("name", sealed), StandardCharsets.UTF_8);
    }

    /** The file as it came, piece by piece. */
    public InputStream read(String jobId, Seal seal) {
        return new InputStream() {
            private int piece;
            private byte[] bytes = new byte[0];
            private int at;

            private boolean isAtEnd() {
                while (at == bytes.length) {
                    List<byte[]> next = jdbc.queryForList(
                            "SELECT sealed FROM jobs.upload WHERE job_id = ? AND piece = ?",
                            byte[].class, jobId, piece);
                    if (next.isEmpty()) {
                        return true;
                    }
                    bytes = seal.open("upload " + piece, next.getFirst());
                    piece++;
                    at = 0;
                }
                return false;
            }

            @Override
            public int read() {
                return isAtEnd() ? -1 : bytes[at++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                if (isAtEnd()) {
                    return -1;
                }
                int read = Math.min(length, bytes.length - at);
                System.arraycopy(bytes, at, into, offset, read);
                at += read;
                return read;
            }
        };
    }

    /** Answers of some rows, sealed to be kept under the first of them. */
    public static byte[] sealed(Seal seal, int firstRow, String lines) {
        return seal.close("answer " + firstRow, lines.getBytes(StandardCharsets.UTF_8));
    }

    /** What the rows were answered, one line each, in their order. */
    public Iterator<String> answers(String jobId, Seal seal) {
        return new Iterator<>() {
            private int row = Integer.MIN_VALUE;
            private Iterator<String> lines = List.<String>of().iterator();

            @Override
            public boolean hasNext() {
                while (!lines.hasNext()) {
                    @Nullable Kept next = after(jobId, row);
                    if (next == null) {
                        return false;
                    }
                    row = next.firstRow();
                    byte[] open = seal.open("answer " + row, next.sealed());
                    lines = new String(open, StandardCharsets.UTF_8).lines().iterator();
                }
                return true;
            }

            @Override
            public String next() {
                return lines.next();
            }
        };
    }

    private record Kept(int firstRow, byte[] sealed) {}

    private @Nullable Kept after(String jobId, int row) {
        return jdbc.query(
                        """
                        SELECT first_row, sealed FROM jobs.answer WHERE job_id = ? AND first_row > ?
                        ORDER BY first_row LIMIT 1
                        """,
                        (found, number) -> new Kept(found.getInt(1), found.getBytes(2)), jobId, row)
                .stream().findFirst().orElse(null);
    }

    /** Destroy what was kept of jobs that ended before an instant: keys first, then what they sealed. */
    public int destroyEndedBefore(Instant instant) {
        List<String> jobs = jdbc.queryForList(
                "SELECT job_id FROM jobs.job WHERE finished_at < ? AND destroyed_at IS NULL ORDER BY job_id",
                String.class, Timestamp.from(instant));
        for (String jobId : jobs) {
            jdbc.update("DELETE FROM jobs.key WHERE job_id = ?", jobId);
            jdbc.update("DELETE FROM jobs.upload WHERE job_id = ?", jobId);
            jdbc.update("DELETE FROM jobs.answer WHERE job_id = ?", jobId);
            jdbc.update(
                    "UPDATE jobs.job SET destroyed_at = ?, file_name = NULL WHERE job_id = ?",
                    Timestamp.from(clock.instant()), jobId);
        }
        return jobs.size();
    }
}
