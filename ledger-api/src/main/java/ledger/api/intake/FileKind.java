package ledger.api.intake;

import java.util.Arrays;
import java.util.List;

import ledger.domain.submission.SubmissionRefusal;

/** What a file is by its first bytes; its name says nothing that could be relied on. */
enum FileKind {
    TEXT,
    /** A workbook as spreadsheets write it today: a zip with parts in XML. */
    XLSX,
    /** A workbook of the old kind, or one that is encrypted: records in a compound file. */
    XLS;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Documents, pictures, archives and programs: nothing that holds rows. */
    private static final List<byte[]> NO_TABLE = List.of(
            bytes("%PDF"), bytes("{\\rtf"), bytes("GIF8"), bytes("Rar!"), bytes("PK\5\6"), bytes("PK\7\b"),
            bytes("\u0089PNG"), bytes("\u00FF\u00D8\u00FF"), bytes("\u001F\u008B"), bytes("7z\u00BC\u00AF"),
            bytes("BZh"), bytes("BM"), bytes("\u007FELF"), bytes("<"), bytes("MZ"), bytes("II*\0"), bytes("OggS"),
            bytes("ID3"), bytes("SQLite format 3"), bytes("#!"), bytes("PAR1"), bytes("\u00FD7zXZ"));

    /** So many zero bytes in a hundred are no slip in a text. */
    private static final int MOST_ZEROS_PERCENT = 5;

    /** @throws RefusedException when the bytes begin something that is no table */
    static FileKind of(byte[] start) {
        if (startsWith(start, ZIP)) {
            return XLSX;
        }
        if (startsWith(start, COMPOUND)) {
            return XLS;
        }
        if (NO_TABLE.stream().anyMatch(sign -> startsWith(start, sign)) || isMostlyZeros(start)) {
            throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
        }
        return TEXT;
    }

    private static boolean isMostlyZeros(byte[] start) {
        boolean marked = start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE;
        int zeros = 0;
        for (byte one : start) {
            zeros += one == 0 ? 1 : 0;
        }
        return !marked && zeros * 100 > start.length * MOST_ZEROS_PERCENT;
    }

    private static boolean startsWith(byte[] start, byte[] sign) {
        return start.length >= sign.length && Arrays.equals(start, 0, sign.length, sign, 0, sign.length);
    }

    private static byte[] bytes(String sign) {
        return sign.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
