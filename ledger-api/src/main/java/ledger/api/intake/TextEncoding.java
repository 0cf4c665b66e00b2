package ledger.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import ledger.domain.submission.SubmissionRefusal;

/**
 * In which encoding a file's text is written. A few bytes that fit into none do not lose the file: their signs are
 * read as U+FFFD, and only the rows that hold one are refused.
 */
final class TextEncoding {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int CHUNK = 64 * 1024;

    /** A slip in so many signs beyond ASCII still leaves no doubt. */
    private static final int SIGNS_PER_SLIP = 8;

    private TextEncoding() {}

    /** @throws RefusedException when it is none that is known */
    static Charset of(Path path, byte[] start) throws IOException {
        if (start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length > 1 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            if (fits(path, charset)) {
                return charset;
            }
        }
        throw RefusedException.of(SubmissionRefusal.ENCODING_UNKNOWN, "file");
    }

    private static boolean fits(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer signs = CharBuffer.allocate(CHUNK);
        long slips = 0;
        long beyondAscii = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (boolean end = false; !end; bytes.compact()) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, signs.clear(), end);
                    beyondAscii += beyondAscii(signs.flip());
                    if (result.isError()) {
                        slips++;
                        bytes.position(bytes.position() + result.length());
                    }
                } while (!result.isUnderflow());
            }
        }
        return slips == 0 || beyondAscii >= slips * SIGNS_PER_SLIP;
    }

    private static long beyondAscii(CharBuffer signs) {
        long count = 0;
        for (int i = signs.position(); i < signs.limit(); i++) {
            count += signs.get(i) > 0x7F ? 1 : 0;
        }
        return count;
    }
}
