package ledger.api.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ledger.projections.FactSource;
import ledger.projections.LedgerJson;
import ledger.projections.RecordedFact;
import ledger.projections.log.LogDigest;
import ledger.projections.log.StoredFact;

/** The facts of a sealed archive, unpacked beside so that any stretch of them can be read at once. */
final class ArchivedFacts implements FactSource, AutoCloseable {

    private static final int EACH = 500;

    private final Path unpacked;
    private final OutputStream out;
    private final LogDigest digest = new LogDigest();
    private final List<Long> offsets = new ArrayList<>();
    private long head;
    private long written;

    ArchivedFacts() throws IOException {
        unpacked = Files.createTempFile("ledger-sealed-", ".ndjson");
        out = new BufferedOutputStream(Files.newOutputStream(unpacked));
    }

    /** Takes the next fact, as a line of the archive. */
    void add(String line) {
        StoredFact fact = LedgerJson.read(line, StoredFact.class);
        if (fact.position() != head + 1) {
            throw new LedgerArchive.RefusedArchiveException(
                    "after fact 事实 " + head + " comes 之后是 " + fact.position());
        }
        digest.add(fact);
        try {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            if (head % EACH == 0) {
                offsets.add(written);
            }
            out.write(bytes);
            written += bytes.length;
            head++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All facts are there; the digest over them, which ends this. */
    String whole() throws IOException {
        out.close();
        return digest.hex();
    }

    @Override
    public List<RecordedFact> after(long position, int limit) {
        long last = Math.min(head, position + limit);
        List<RecordedFact> facts = new ArrayList<>();
        for (int block = (int) (position / EACH); facts.size() < last - position; block++) {
            block(block).lines()
                    .map(line -> LedgerJson.read(line, StoredFact.class))
                    .filter(fact -> fact.position() > position && fact.position() <= last)
                    .map(StoredFact::recorded)
                    .forEach(facts::add);
        }
        return facts;
    }

    private String block(int number) {
        long from = offsets.get(number);
        long to = number + 1 < offsets.size() ? offsets.get(number + 1) : written;
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        try (FileChannel file = FileChannel.open(unpacked)) {
            while (bytes.hasRemaining()) {
                file.read(bytes, from + bytes.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unpacked);
    }
}
