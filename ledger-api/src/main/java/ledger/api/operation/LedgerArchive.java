package ledger.api.operation;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import ledger.api.ground.FactLog;
import ledger.api.ground.FactLog.TimeMark;
import ledger.api.ground.KeptTables;
import ledger.api.ground.LedgerClock;
import ledger.projections.LedgerJson;
import ledger.projections.log.LogDigest;
import ledger.projections.log.StoredFact;

/**
 * A whole ledger as one file: the facts byte for byte in their order, the marks of time, and, unless left out, what the
 * facts point at (vault, annex, tokens, settings). Another installation takes it over under the same positions, and the
 * digest over all facts is the same there.
 */
public final class LedgerArchive {

    private static final String FACTS = "facts.ndjson";
    private static final String MARKS = "time.ndjson";
    private static final String TABLES = "tables/";
    private static final String MANIFEST = "manifest.json";
    private static final String FORMAT = "hour-ledger/archive/1";
    private static final int BATCH = 2_000;

    private final FactLog log;
    private final KeptTables tables;
    private final LedgerClock clock;

    public LedgerArchive(FactLog log, KeptTables tables, LedgerClock clock) {
        this.log = log;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What an archive says of itself.
     *
     * @param digest over all its facts, see {@link LogDigest}
     * @param zone the ledger's time zone, which another installation must share
     * @param whole whether it holds what the facts point at, personal data among it
     */
    public record Manifest(String format, long facts, String digest, String zone, boolean whole) {}

    /** The archive does not fit this ledger, or is not what its manifest says: nothing was taken over. */
    public static final class RefusedArchiveException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedArchiveException(String message) {
            super(message);
        }
    }

    /** @param progress told the position reached */
    public Manifest write(OutputStream out, boolean whole, LongConsumer progress) throws IOException {
        long upTo = log.head();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Manifest manifest = new Manifest(
                    FORMAT, upTo, writeFacts(zip, upTo, progress), clock.getZone().getId(), whole);
            lines(zip, MARKS, writer -> marks(upTo).forEach(mark -> line(writer, LedgerJson.write(mark))));
            if (whole) {
                for (String table : tables.names()) {
                    lines(zip, TABLES + table, writer -> tables.read(table, row -> line(writer, row)));
                }
            }
            lines(zip, MANIFEST, writer -> line(writer, LedgerJson.write(manifest)));
            return manifest;
        }
    }

    private String writeFacts(ZipOutputStream zip, long upTo, LongConsumer progress) throws IOException {
        LogDigest digest = new LogDigest();
        lines(zip, FACTS, writer -> {
            long position = 0;
            while (position < upTo) {
                List<StoredFact> batch = log.after(position, (int) Math.min(BATCH, upTo - position));
                batch.forEach(fact -> {
                    digest.add(fact);
                    line(writer, LedgerJson.write(fact));
                });
                position = batch.getLast().position();
                progress.accept(position);
            }
        });
        return digest.hex();
    }

    private List<TimeMark> marks(long upTo) {
        List<TimeMark> all = new ArrayList<>();
        List<TimeMark> page = log.marksAfter(Instant.EPOCH, upTo, BATCH);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = log.marksAfter(page.getLast().instant(), upTo, BATCH);
        }
        return all;
    }

    /**
     * Take an archive over into an empty ledger, or go on where taking over the same one broke off. It is read twice:
     * first its digest is checked, then it is stored.
     *
     * @return what is stored now, its digest computed from the ledger
     * @throws RefusedArchiveException when nothing was taken over
     */
    public Manifest takeOver(Path file, LongConsumer progress) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            check(zip, manifest);
            long known = log.head();
            each(zip, FACTS, StoredFact.class, batch -> {
                List<StoredFact> fresh = batch.stream().filter(fact -> fact.position() > known).toList();
                if (!fresh.isEmpty()) {
                    log.take(fresh);
                    progress.accept(fresh.getLast().position());
                }
            });
            each(zip, MARKS, TimeMark.class, log::takeMarks);
            for (ZipEntry entry : zip.stream().filter(one -> one.getName().startsWith(TABLES)).toList()) {
                String table = entry.getName().substring(TABLES.length());
                eachLine(zip, entry.getName(), rows -> tables.take(table, rows));
            }
            return new Manifest(FORMAT, log.head(), digestOfLedger(), clock.getZone().getId(), manifest.whole());
        }
    }

    /** @throws RefusedArchiveException when the file is no archive */
    public static Manifest manifest(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return manifest(zip);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new RefusedArchiveException("the file is no archive of a ledger 该文件不是账本归档");
        }
        Manifest manifest = LedgerJson.read(
                new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
        if (!FORMAT.equals(manifest.format())) {
            throw new RefusedArchiveException("unknown archive format 未知的归档格式: " + manifest.format());
        }
        return manifest;
    }

    private void check(ZipFile zip, Manifest manifest) throws IOException {
        if (!log.takesOver()) {
            throw new RefusedArchiveException("an archive is taken over into a ledger on PostgreSQL only"
                    + " 归档只能导入以 PostgreSQL 存储事实的账本");
        }
        if (!manifest.zone().equals(clock.getZone().getId())) {
            throw new RefusedArchiveException("start with LEDGER_ZONE=" + manifest.zone()
                    + " on an empty data directory 请用空数据目录并设置 LEDGER_ZONE=" + manifest.zone());
        }
        long known = log.head();
        LogDigest whole = new LogDigest();
        LogDigest prefix = new LogDigest();
        each(zip, FACTS, StoredFact.class, batch -> batch.forEach(fact -> {
            whole.add(fact);
            if (fact.position() <= known) {
                prefix.add(fact);
            }
        }));
        if (!prefix.hex().equals(digestOfLedger())) {
            throw new RefusedArchiveException("this ledger holds facts already; an archive goes into an empty one only"
                    + " 该账本已有事实，归档只能导入空账本");
        }
        if (whole.facts() != manifest.facts() || !whole.hex().equals(manifest.digest())) {
            throw new RefusedArchiveException("the facts are not those of the manifest: nothing was taken over"
                    + " 归档内容与清单不符，未导入任何内容");
        }
    }

    private String digestOfLedger() {
        LogDigest digest = new LogDigest();
        for (List<StoredFact> batch = log.after(0, BATCH); !batch.isEmpty();
                batch = log.after(batch.getLast().position(), BATCH)) {
            batch.forEach(digest::add);
        }
        return digest.hex();
    }

    private interface Writing {
        void to(Writer writer);
    }

    private static void lines(ZipOutputStream zip, String name, Writing writing) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        writing.to(writer);
        writer.flush();
        zip.closeEntry();
    }

    private static void line(Writer writer, String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void each(ZipFile zip, String name, Class<T> type, Consumer<List<T>> batch) throws IOException {
        eachLine(zip, name, lines -> batch.accept(
                lines.stream().map(line -> LedgerJson.read(line, type)).toList()));
    }

    private static void eachLine(ZipFile zip, String name, Consumer<List<String>> batch) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new RefusedArchiveException("the archive lacks 归档缺少 " + name);
        }
        try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            List<String> some = new ArrayList<>();
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                some.add(each.next());
                if (some.size() == BATCH || !each.hasNext()) {
                    batch.accept(some);
                    some = new ArrayList<>();
                }
            }
        }
    }
}
