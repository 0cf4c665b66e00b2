package ledger.api.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import ledger.domain.submission.SubmissionRefusal;

/** A workbook in a zip: which parts it has, and where its visible sheets lie. */
final class Workbook implements AutoCloseable {

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_SHEETS = 200;

    /** A sheet as the workbook lists it. */
    record Sheet(String name, String part) {}

    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> byType = new HashMap<>();
    private boolean since1904;

    /** @throws RefusedException when it is no workbook, damaged, or unpacks to more than a workbook may */
    static Workbook open(Path path) {
        try {
            refuseManyParts(path);
            Workbook workbook = new Workbook(new ZipFile(path.toFile()));
            try {
                workbook.read();
                return workbook;
            } catch (RuntimeException e) {
                workbook.close();
                throw e;
            }
        } catch (ZipException e) {
            throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    /** A zip's directory is held in memory: its end says how long it is, before anything is read. */
    private static void refuseManyParts(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(file.length(), 66_000)];
            file.seek(file.length() - end.length);
            file.readFully(end);
            for (int i = end.length - 22; i >= 0; i--) {
                if (end[i] == 'P' && end[i + 1] == 'K' && end[i + 2] == 5 && end[i + 3] == 6) {
                    if (((end[i + 10] & 0xFF) | (end[i + 11] & 0xFF) << 8) > MOST_PARTS) {
                        throw RefusedException.of(SubmissionRefusal.FILE_UNPACKS_TOO_LARGE, "file");
                    }
                    return;
                }
            }
            throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        }
    }

    private void read() {
        String workbook = relations("_rels/.rels", "").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file"));
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        Map<String, Relation> relations = relations(
                folder + "_rels/" + workbook.substring(folder.length()) + ".rels", folder);
        relations.values().forEach(relation ->
                byType.put(relation.type().replaceAll(".*/", ""), relation.target()));
        each(workbook, part -> {
            if (part.starts("workbookPr")) {
                String from1904 = part.attribute("date1904");
                since1904 = "1".equals(from1904) || "true".equals(from1904);
            }
            if (part.starts("sheet") && isVisible(part.attribute("state")) && sheets.size() < MOST_SHEETS) {
                Relation relation = relations.get(part.attributeOfAnySpace("id"));
                if (relation != null && relation.type().endsWith("/worksheet")) {
                    sheets.add(new Sheet(Objects.requireNonNullElse(part.attribute("name"), ""), relation.target()));
                }
            }
        });
        if (sheets.isEmpty()) {
            throw RefusedException.of(SubmissionRefusal.SHEET_MISSING, "file");
        }
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }

    private record Relation(String type, String target) {}

    private Map<String, Relation> relations(String path, String folder) {
        Map<String, Relation> relations = new HashMap<>();
        if (zip.getEntry(path) == null) {
            return relations;
        }
        each(path, part -> {
            String id = part.attribute("Id");
            String type = part.attribute("Type");
            String target = part.attribute("Target");
            if (part.starts("Relationship") && id != null && type != null && target != null
                    && relations.size() < MOST_PARTS) {
                relations.put(id, new Relation(type, resolved(folder, target)));
            }
        });
        return relations;
    }

    private static String resolved(String folder, String target) {
        try {
            return URI.create("/" + folder).resolve(target.replace(" ", "%20")).getPath().replaceFirst("^/+", "");
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    /** What is done at each tag of a part. */
    interface AtTag {
        void at(XmlPart part) throws XMLStreamException;
    }

    private void each(String path, AtTag atTag) {
        try (XmlPart part = part(path)) {
            while (part.advance()) {
                if (part.isStart()) {
                    atTag.at(part);
                }
            }
        } catch (XMLStreamException e) {
            throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        }
    }

    /** A part by its path, opened. */
    XmlPart part(String path) throws XMLStreamException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null || entry.isDirectory()) {
            throw RefusedException.of(
                    sheets.stream().anyMatch(sheet -> sheet.part().equals(path))
                            ? SubmissionRefusal.SHEET_MISSING
                            : SubmissionRefusal.FILE_DAMAGED,
                    "file");
        }
        try {
            return new XmlPart(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (IOException e) {
            throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        }
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    boolean since1904() {
        return since1904;
    }

    SharedStrings sharedStrings() {
        String path = byType.get("sharedStrings");
        if (path == null || zip.getEntry(path) == null) {
            return SharedStrings.none();
        }
        try (XmlPart part = part(path)) {
            return SharedStrings.read(part);
        } catch (XMLStreamException e) {
            throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
        }
    }

    /** How numbers look, by the style of their cell. */
    List<NumberLook> looks() {
        String path = byType.get("styles");
        Map<Integer, String> codes = new HashMap<>();
        List<NumberLook> looks = new ArrayList<>();
        if (path == null || zip.getEntry(path) == null) {
            return looks;
        }
        boolean[] inCells = {false};
        each(path, part -> {
            if (part.starts("numFmt") && codes.size() < MOST_PARTS) {
                codes.put(number(part.attribute("numFmtId")), Objects.requireNonNullElse(part.attribute("formatCode"), ""));
            }
            if (part.starts("cellXfs") || part.starts("cellStyleXfs") || part.starts("cellStyles")) {
                inCells[0] = part.starts("cellXfs");
            }
            if (inCells[0] && part.starts("xf") && looks.size() < 100_000) {
                int id = number(part.attribute("numFmtId"));
                looks.add(NumberLook.of(id, codes.getOrDefault(id, "")));
            }
        });
        return looks;
    }

    static int number(@Nullable String digits) {
        return digits != null && digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
