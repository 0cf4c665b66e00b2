package ledger.api.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import ledger.domain.Digest;
import ledger.domain.submission.SubmissionRefusal;

/**
 * A file as it came: spooled to disk, so that its size does not matter to memory.
 *
 * @param digest SHA-256 of its bytes
 * @param charset how its text is written; UTF-8 for a spreadsheet
 */
public record ReceivedFile(Path path, String name, String digest, Charset charset, FileKind kind)
        implements AutoCloseable {

    public static final Charset GB18030 = TextEncoding.GB18030;

    private static final int CHUNK = 64 * 1024;
    private static final int START = 4096;

    /** @throws RefusedException when it is empty, nothing that holds rows, or in no known encoding */
    public static ReceivedFile spool(InputStream in, String name) {
        try {
            Path path = Files.createTempFile("ledger-received-", ".spool");
            try {
                MessageDigest digest = Digest.sha256();
                Files.copy(new DigestInputStream(in, digest), path, StandardCopyOption.REPLACE_EXISTING);
                return of(path, name, HexFormat.of().formatHex(digest.digest()));
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReceivedFile of(Path path, String name, String digest) throws IOException {
        byte[] start = start(path);
        if (start.length == 0) {
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        FileKind kind = FileKind.of(start);
        Charset charset = switch (kind) {
            case TEXT -> TextEncoding.of(path, start);
            case XLSX, XLS -> StandardCharsets.UTF_8;
        };
        return new ReceivedFile(path, name, digest, charset, kind);
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(START);
        }
    }

    /** Its text, without a byte order mark. */
    public Reader reader() {
        try {
            InputStreamReader reader =
                    new InputStreamReader(new BufferedInputStream(Files.newInputStream(path), CHUNK), charset);
            java.io.PushbackReader unmarked = new java.io.PushbackReader(reader);
            int first = unmarked.read();
            if (first >= 0 && first != '\uFEFF') {
                unmarked.unread(first);
            }
            return unmarked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
