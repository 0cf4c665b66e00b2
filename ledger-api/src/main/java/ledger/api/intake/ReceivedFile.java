package ledger.api.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
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
 * A file as it came: spooled to disk, so that its size does not matter to memory. It is UTF-8 where it can be, else
 * GB18030, as spreadsheets on a Chinese Windows write it.
 *
 * @param digest SHA-256 of its bytes
 */
public record ReceivedFile(Path path, String name, String digest, Charset charset) implements AutoCloseable {

    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final int CHUNK = 64 * 1024;

    /** @throws RefusedException when it is empty, no text, or in neither encoding */
    public static ReceivedFile spool(InputStream in, String name) {
        try {
            Path path = Files.createTempFile("ledger-received-", ".spool");
            try {
                MessageDigest digest = Digest.sha256();
                Files.copy(new DigestInputStream(in, digest), path, StandardCopyOption.REPLACE_EXISTING);
                return new ReceivedFile(path, name, HexFormat.of().formatHex(digest.digest()), charset(path));
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charset(Path path) throws IOException {
        if (Files.size(path) == 0) {
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        if (isBinary(path)) {
            throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
        }
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            if (decodes(path, charset)) {
                return charset;
            }
        }
        throw RefusedException.of(SubmissionRefusal.ENCODING_UNKNOWN, "file");
    }

    /** Spreadsheets, archives and documents begin with signs of their own; text has no zero bytes. */
    private static boolean isBinary(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(1024);
            String ascii = new String(start, StandardCharsets.ISO_8859_1);
            return ascii.startsWith("%PDF") || ascii.startsWith("PK\u0003\u0004") || ascii.startsWith("\u00D0\u00CF\u0011\u00E0")
                    || ascii.indexOf('\0') >= 0;
        }
    }

    private static boolean decodes(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer characters = CharBuffer.allocate(CHUNK);
        try (InputStream in = Files.newInputStream(path)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                characters.clear();
                CoderResult result = decoder.decode(bytes, characters, end);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }

    /** Its text, without a byte order mark. */
    public Reader reader() {
        try {
            BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), CHUNK);
            in.mark(3);
            byte[] mark = in.readNBytes(3);
            boolean marked = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
            if (!marked) {
                in.reset();
            }
            return new InputStreamReader(in, charset);
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
