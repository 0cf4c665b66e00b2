package ledger.api.intake;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import ledger.domain.submission.SubmissionRefusal;

/**
 * The texts of a workbook, which its cells refer to by number. They lie on disk, so that a sheet of a million rows with
 * texts of their own needs no more memory than a small one.
 */
final class SharedStrings {

    private static final int MOST_TEXTS = 20_000_000;

    private final ByteBuffer texts;
    private final int[] ends;
    private final int count;

    private SharedStrings(ByteBuffer texts, int[] ends, int count) {
        this.texts = texts;
        this.ends = ends;
        this.count = count;
    }

    static SharedStrings none() {
        return new SharedStrings(ByteBuffer.allocate(0), new int[0], 0);
    }

    static SharedStrings read(XmlPart part) throws XMLStreamException {
        try {
            Path path = Files.createTempFile("ledger-texts-", ".spool");
            try {
                return spool(part, path);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SharedStrings spool(XmlPart part, Path path) throws IOException, XMLStreamException {
        int[] ends = new int[1024];
        int count = 0;
        try (OutputStream file = Files.newOutputStream(path);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file, 1 << 16))) {
            while (part.advance()) {
                if (!part.starts("si")) {
                    continue;
                }
                out.write(text(part, "si").getBytes(StandardCharsets.UTF_8));
                if (out.size() == Integer.MAX_VALUE || count == MOST_TEXTS) {
                    throw RefusedException.of(SubmissionRefusal.FILE_UNPACKS_TOO_LARGE, "file");
                }
                ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
                ends[count++] = out.size();
            }
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            // The mapping outlives the file's name; both go when nobody refers to it any more.
            return new SharedStrings(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), ends, count);
        }
    }

    /** The text below a tag, in one run or several; how it is pronounced is left out. */
    static String text(XmlPart part, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean spoken = false;
        while (part.advance() && !part.ends(until)) {
            if (part.starts("rPh") || part.ends("rPh")) {
                spoken = part.starts("rPh");
            } else if (part.starts("t") || part.ends("t")) {
                inText = part.starts("t");
            } else if (part.isText() && inText && !spoken) {
                part.appendTo(text);
            }
        }
        return text.toString();
    }

    /** A text by its number; empty when there is none. */
    Optional<String> at(String number) {
        if (!number.matches("\\d{1,9}") || Integer.parseInt(number) >= count) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number);
        int from = index == 0 ? 0 : ends[index - 1];
        byte[] bytes = new byte[ends[index] - from];
        texts.get(from, bytes);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

}
