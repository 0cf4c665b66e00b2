package ledger.api.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import ledger.domain.Digest;

/**
 * A file of a sealed archive.
 *
 * @param lines how many it has
 * @param digest SHA-256 of its bytes
 */
public record SealedPart(String name, long lines, String digest) {

    /** Whoever has text to write, line feeds included. */
    @FunctionalInterface
    interface Writing {
        void to(Consumer<String> text);
    }

    private static final class Sum {
        private final MessageDigest digest = Digest.sha256();
        private long lines;

        byte[] add(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            lines += text.chars().filter(letter -> letter == '\n').count();
            return bytes;
        }

        SealedPart of(String name) {
            return new SealedPart(name, lines, HexFormat.of().formatHex(digest.digest()));
        }
    }

    static SealedPart write(ZipOutputStream zip, String name, Writing writing) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Sum sum = new Sum();
        writing.to(text -> {
            try {
                zip.write(sum.add(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        zip.closeEntry();
        return sum.of(name);
    }

    /** Tells each line, and says what was read. */
    static SealedPart read(ZipFile zip, String name, Consumer<String> line) throws IOException {
        Sum sum = new Sum();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(zip, name), StandardCharsets.UTF_8))) {
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                sum.add(next + "\n");
                line.accept(next);
            }
        }
        return sum.of(name);
    }

    /** Tells the whole text, and says what was read. */
    static SealedPart readWhole(ZipFile zip, String name, Consumer<String> text) throws IOException {
        Sum sum = new Sum();
        try (InputStream in = open(zip, name)) {
            String read = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            sum.add(read);
            text.accept(read);
        }
        return sum.of(name);
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new LedgerArchive.RefusedArchiveException("the archive lacks 归档缺少 " + name);
        }
        return zip.getInputStream(entry);
    }
}
