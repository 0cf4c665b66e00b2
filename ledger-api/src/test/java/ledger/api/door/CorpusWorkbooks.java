package ledger.api.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Bad workbooks, made part by part. */
final class CorpusWorkbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static final Map<String, String> PATHS = Map.of(
            "types", "[Content_Types].xml",
            "rels", "_rels/.rels",
            "workbook", "xl/workbook.xml",
            "workbookRels", "xl/_rels/workbook.xml.rels",
            "sheet", "xl/worksheets/sheet1.xml",
            "sharedStrings", "xl/sharedStrings.xml",
            "styles", "xl/styles.xml");

    private CorpusWorkbooks() {}

    static byte[] recipe(String name) {
        return switch (name) {
            case "emptyRows" -> workbook(Map.of("sheet", sheet(header() + IntStream.rangeClosed(2, 1_048_576)
                    .mapToObj(row -> "<row r=\"" + row + "\" s=\"1\" customFormat=\"1\"/>")
                    .collect(Collectors.joining()))));
            case "cutWorkbook" -> CorpusFiles.cut(workbook(Map.of()), 600);
            case "flippedWorkbook" -> flipped(workbook(Map.of()));
            case "utf16Sheet" -> CorpusFiles.zip(parts(Map.of()), "xl/worksheets/sheet1.xml",
                    ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet(header()))
                            .getBytes(StandardCharsets.UTF_16LE));
            case "bombSheet" -> workbook(Map.of("sheet", "<worksheet xmlns=\"" + MAIN + "\">"
                    + "<a></a>".repeat(CorpusFiles.LARGE / 7) + "</worksheet>"));
            case "bombTexts" -> workbook(Map.of(
                    "sharedStrings", "<sst>" + "<si></si>".repeat(CorpusFiles.LARGE / 9) + "</sst>"));
            case "bombStyles" -> workbook(
                    Map.of("styles", "<styleSheet>" + "<xf/>".repeat(CorpusFiles.LARGE / 5) + "</styleSheet>"));
            case "longSheetText" -> workbook(Map.of("sheet", sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>"
                    + "x".repeat(CorpusFiles.LARGE) + "</t></is></c></row>")));
            case "longAttribute" -> workbook(Map.of(
                    "sheet", "<worksheet a=\"" + "x".repeat(CorpusFiles.LARGE) + "\"/>"));
            case "manyParts" -> CorpusFiles.zip(IntStream.range(0, 3_000).boxed()
                    .collect(Collectors.toMap(i -> "xl/part" + i + ".xml", i -> CorpusFiles.bytes("<a/>"))));
            case "manySheetColumns" -> workbook(Map.of("sheet", sheet("<row r=\"1\">" + cell("姓名") + cell("活动名称")
                    + cell("服务日期") + cell("x").repeat(300) + "</row>")));
            case "longSheetCell" -> workbook(Map.of("sheet", sheet(header()
                    + "<row r=\"2\"><c r=\"L2\" t=\"inlineStr\"><is><t>" + "好".repeat(10_001)
                    + "</t></is></c></row>")));
            case "longSheetRow" -> workbook(Map.of("sheet", sheet(header()
                    + "<row r=\"2\">" + random(200) + "</row>")));
            case "encrypted" -> encrypted();
            case "cutOldWorkbook" -> CorpusFiles.cut(old("志愿者编号", "姓名", "活动名称"), 2_000);
            case "oldHeaderAlone" -> old("志愿者编号", "姓名", "活动名称");
            case "oldProse" -> old("尊敬的领导");
            default -> throw new IllegalArgumentException("no recipe " + name);
        };
    }

    /** So many cells of different text, which pack badly enough to be no bomb. */
    private static String random(int cells) {
        java.util.Random random = new java.util.Random(7);
        return IntStream.range(0, cells)
                .mapToObj(i -> cell(random.ints(9_000, 'a', 'z')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    static String header() {
        return "<row r=\"1\">"
                + CorpusTest.GOOD.keySet().stream().map(CorpusWorkbooks::cell).collect(Collectors.joining())
                + "</row>";
    }

    private static String cell(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String unclosed(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows;
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static Map<String, byte[]> parts(Map<String, String> changed) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("types", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        parts.put("workbook", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                + "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("workbookRels", relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "sharedStrings", "sharedStrings.xml") + relation("rId3", "styles", "styles.xml")));
        parts.put("sharedStrings", "<sst xmlns=\"" + MAIN + "\"><si><t>甲</t></si></sst>");
        parts.put("styles", "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put("sheet", sheet(header()));
        parts.putAll(changed);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        parts.forEach((name, text) -> {
            if (text != null) {
                entries.put(PATHS.get(name), CorpusFiles.bytes(text));
            }
        });
        return entries;
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
    }

    static byte[] workbook(Map<String, String> changed) {
        return CorpusFiles.zip(parts(changed));
    }

    /** A workbook with one more row at the end of its first sheet, as a person types it in. */
    static byte[] withRow(byte[] workbook, List<String> cells) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try {
            Path path = Files.write(Files.createTempFile("ledger-template-", ".xlsx"), workbook);
            try (ZipFile zip = new ZipFile(path.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.computeIfPresent(PATHS.get("sheet"), (path, sheet) ->
                CorpusFiles.bytes(new String(sheet, StandardCharsets.UTF_8)
                .replace("</sheetData>", "<row r=\"9\">" + cells.stream().map(CorpusWorkbooks::cell)
                        .collect(Collectors.joining()) + "</row></sheetData>")));
        return CorpusFiles.zip(entries);
    }

    private static byte[] encrypted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.standard);
            info.getEncryptor().confirmPassword("secret");
            try (var data = info.getEncryptor().getDataStream(files)) {
                data.write(workbook(Map.of()));
            }
            files.writeFilesystem(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] old(String... cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var row = workbook.createSheet().createRow(0);
            IntStream.range(0, cells.length).forEach(i -> row.createCell(i).setCellValue(cells[i]));
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A byte of what is packed is another one; the directory at the end stays as it was. */
    private static byte[] flipped(byte[] whole) {
        for (int i = 45; i < 60; i++) {
            whole[i] ^= 0x5A;
        }
        for (int i = whole.length / 3; i < whole.length / 2; i++) {
            whole[i] ^= 0x5A;
        }
        return whole;
    }
}
