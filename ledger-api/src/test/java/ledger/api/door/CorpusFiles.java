package ledger.api.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import tools.jackson.databind.JsonNode;

/** Bad files, made as the corpus says. */
final class CorpusFiles {

    static final int LARGE = 20_000_000;
    private static final String HEADER = "志愿者编号,姓名,活动名称,备注\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private CorpusFiles() {}

    static byte[] make(JsonNode made) {
        if (made.has("hex")) {
            return HexFormat.of().parseHex(made.path("hex").asString());
        }
        if (made.has("text")) {
            return made.path("text").asString().getBytes(Charset.forName(made.path("charset").asString("UTF-8")));
        }
        if (made.has("sheet")) {
            String rows = CorpusWorkbooks.header() + made.path("sheet").asString();
            return CorpusWorkbooks.workbook(Map.of("sheet", made.path("broken").asBoolean(false)
                    ? CorpusWorkbooks.unclosed(rows)
                    : CorpusWorkbooks.sheet(rows)));
        }
        if (made.has("parts")) {
            Map<String, String> parts = new LinkedHashMap<>();
            made.path("parts").properties()
                    .forEach(part -> parts.put(
                            part.getKey(), part.getValue().isNull() ? null : part.getValue().asString()));
            return CorpusWorkbooks.workbook(parts);
        }
        return recipe(made.path("recipe").asString());
    }

    private static byte[] recipe(String name) {
        return switch (name) {
            case "zipOfText" -> zip(Map.of("roster.csv", bytes(HEADER)));
            case "nestedZip" -> zip(Map.of("a.zip", zip(Map.of("b.zip", zip(Map.of("c.csv", bytes(HEADER)))))));
            case "wordDocument" -> zip(Map.of(
                    "_rels/.rels", bytes("<Relationships xmlns=\"" + PACKAGE + "\">"
                            + "<Relationship Id=\"a\" Type=\"x/other\" Target=\"word/document.xml\"/></Relationships>"),
                    "word/document.xml", bytes("<document/>")));
            case "lateHeader" -> bytes("标题\n".repeat(29) + HEADER + "1,甲,乙,\n");
            case "brokenUtf8" -> replaced(bytes(HEADER + "1,甲甲甲甲甲,巡河巡河巡河,坏?了\n"), 0xFF);
            case "brokenGb18030" -> replaced(
                    (HEADER + "1,甲甲甲甲甲,巡河巡河巡河,坏?\n").getBytes(Charset.forName("GB18030")), 0xFF);
            case "cutUtf8" -> cut(bytes(HEADER + "1,甲甲甲甲甲,巡河巡河巡河,好的好的好"), 1);
            case "brokenUtf16" -> utf16("\uFEFF" + HEADER + "1,甲,巡河,\uD800x\n");
            case "manyColumns" -> bytes("志愿者编号,姓名,活动名称," + IntStream.range(0, 300).mapToObj(i -> "列" + i)
                    .collect(Collectors.joining(",")) + "\n1,甲,乙\n");
            case "millionQuotes" -> bytes(HEADER + "\"".repeat(1_000_001) + "\n");
            case "openQuotes" -> bytes(HEADER + "1,甲,\"乙\n".repeat(20_000));
            case "longLine" -> filled("", 'x', "");
            case "longCell" -> filled(HEADER + "1,甲,", 'x', ",\n");
            case "separators" -> filled(HEADER, ',', "\n");
            case "longQuote" -> filled(HEADER + "1,\"", '\n', "");
            case "deepLine" -> bytes("{\"name\":\"甲\"}\n" + "{\"a\":".repeat(30_000) + "1" + "}".repeat(30_000) + "\n");
            case "deepList" -> bytes("[".repeat(100_000));
            case "longNumber" -> bytes("{\"volunteerNumber\": \"3307990007000001\", \"organization\": \"ST-A\","
                    + " \"servedOn\": \"2024-06-01\", \"hours\": " + "9".repeat(10_000) + "}\n");
            case "longJsonLine" -> bytes("{\"name\":\"甲\"}\n{\"name\":\"" + "x".repeat(1 << 20) + "\"}\n");
            case "longJsonText" -> filled("[{\"name\":\"", 'x', "\"}]");
            case "manyFields" -> bytes("[{" + IntStream.range(0, 100_000).mapToObj(i -> "\"f" + i + "\":" + i)
                    .collect(Collectors.joining(",")) + "}]");
            default -> CorpusWorkbooks.recipe(name);
        };
    }

    static byte[] zip(Map<String, byte[]> entries, String path, byte[] content) {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.put(path, content);
        return zip(all);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] utf16(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.chars().forEach(sign -> {
            out.write(sign);
            out.write(sign >> 8);
        });
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] text, int with) {
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) with : text[i];
        }
        return text;
    }

    static byte[] cut(byte[] whole, int from) {
        return Arrays.copyOf(whole, whole.length - from);
    }

    private static byte[] filled(String before, char with, String after) {
        byte[] start = bytes(before);
        byte[] end = bytes(after);
        byte[] whole = new byte[start.length + LARGE + end.length];
        Arrays.fill(whole, (byte) with);
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(end, 0, whole, start.length + LARGE, end.length);
        return whole;
    }
}
