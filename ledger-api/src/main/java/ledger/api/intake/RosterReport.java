package ledger.api.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import ledger.api.ground.Job;
import ledger.api.ground.Seal;
import ledger.api.ground.Uploads;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.LedgerJson;

/**
 * The report on a file, in the format in which it was sent: its rows as they were, each with its verdict before it. Its
 * refused rows alone, once they are put right, can be sent again as they are.
 */
public final class RosterReport {

    private static final String NDJSON = "application/x-ndjson";

    private final Uploads uploads;

    public RosterReport(Uploads uploads) {
        this.uploads = uploads;
    }

    /** A report that can be written. */
    public record Ready(String contentType, String ending, Writing writing) {
        public void writeTo(OutputStream out) throws IOException {
            writing.writeTo(out);
        }
    }

    /** How a report is written, row by row. */
    public interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param onlyRefused leave out every row that needs no other try
     * @throws RefusedException when the file and its report were destroyed
     */
    public Ready on(Job job, boolean onlyRefused, Locale language) {
        Seal seal = uploads.seal(job.jobId())
                .orElseThrow(() -> RefusedException.of(SubmissionRefusal.REPORT_DESTROYED, "report"));
        Answers answers = new Answers(uploads.answers(job.jobId(), seal), ReportWords.in(language), onlyRefused);
        String format = String.valueOf(job.format());
        return switch (format.replaceAll(";.*", "")) {
            case "csv" -> new Ready(
                    "text/csv; charset=" + format.replaceAll(".*charset=([^;\\s]+).*", "$1"), "csv",
                    out -> onFile(job, seal, file -> TableReport.writeCsv(file, answers, out)));
            case "xlsx", "xls" -> new Ready(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
                    out -> onFile(job, seal, file -> TableReport.writeWorkbook(file, answers, out)));
            case "ndjson" -> new Ready(
                    NDJSON, "ndjson", out -> onFile(job, seal, file -> NdjsonReport.write(file, answers, out)));
            default -> new Ready(
                    NDJSON, "ndjson", out -> onFile(job, seal, file -> JsonReport.write(file, answers, out)));
        };
    }

    private interface OnFile {
        void write(ReceivedFile file) throws IOException;
    }

    private void onFile(Job job, Seal seal, OnFile report) throws IOException {
        try (ReceivedFile file = ReceivedFile.spool(uploads.read(job.jobId(), seal), "")) {
            report.write(file);
        }
    }

    /** What was answered to one row, in one language. */
    record Answer(String verdict, String code, String reason, String advice) {}

    /** The answers of a file in the order of its rows, looked up row by row. */
    static final class Answers {
        private final Iterator<String> lines;
        private final ReportWords words;
        private final boolean onlyRefused;
        private @Nullable JsonNode next;

        Answers(Iterator<String> lines, ReportWords words, boolean onlyRefused) {
            this.lines = lines;
            this.words = words;
            this.onlyRefused = onlyRefused;
            advance();
        }

        ReportWords words() {
            return words;
        }

        /** Rows are asked for in their order; nothing for one that the report leaves out. */
        @Nullable Answer to(int row) {
            while (next != null && next.path("row").asInt() < row) {
                advance();
            }
            if (next == null || next.path("row").asInt() != row) {
                return onlyRefused ? null : new Answer(words.unanswered(), "", "", "");
            }
            boolean refused = next.path("verdict").asString("").equals("refused");
            return onlyRefused && !refused ? null : words.answer(next);
        }

        private void advance() {
            next = lines.hasNext() ? LedgerJson.MAPPER.readTree(lines.next()) : null;
        }
    }
}
