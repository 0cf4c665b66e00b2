package ledger.api.door;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import ledger.api.intake.DryRun;
import ledger.api.intake.Notice;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.projections.LedgerJson;

/**
 * Verdicts on their way to a caller: as lines, or as one JSON document. Each is written when it is told and none is
 * kept, so the length of a file does not matter.
 */
final class VerdictStream {

    static final String NDJSON = "application/x-ndjson";

    private final HttpServletResponse response;
    private final boolean lines;
    private final Texts texts;
    private final Map<Verdict.Fate, Integer> counts = new EnumMap<>(Verdict.Fate.class);
    private @Nullable OutputStream out;
    private long position;

    VerdictStream(HttpServletResponse response, boolean lines, Texts texts) {
        this.response = response;
        this.lines = lines;
        this.texts = texts;
    }

    void tell(Verdict verdict) {
        boolean first = counts.isEmpty();
        counts.merge(verdict.fate(), 1, Integer::sum);
        position = Math.max(position, verdict.position() == null ? 0 : verdict.position());
        String json = LedgerJson.write(VerdictJson.of(verdict, texts));
        write(lines ? json + "\n" : (first ? "{\"verdicts\":[" : ",") + json);
        if (lines && verdict.row() % 100 == 0) {
            flush();
        }
    }

    /**
     * The sums, after the last verdict.
     *
     * @param notices what was found out about the file as a whole
     * @param submission absent where the file is none, or was only tried out
     */
    void end(
            @Nullable String submission, long reached, DryRun.@Nullable Effect effect, List<Notice> notices) {
        VerdictJson.Report report = new VerdictJson.Report(
                submission,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Verdict.Fate.ACCEPTED, 0),
                counts.getOrDefault(Verdict.Fate.HELD, 0),
                counts.getOrDefault(Verdict.Fate.REFUSED, 0),
                counts.getOrDefault(Verdict.Fate.DUPLICATE, 0),
                Math.max(position, reached),
                effect,
                List.of(),
                VerdictJson.NoticeJson.of(notices, texts));
        if (lines) {
            write(LedgerJson.write(report) + "\n");
        } else {
            ObjectNode sums = LedgerJson.MAPPER.valueToTree(report);
            sums.remove("verdicts");
            write((counts.isEmpty() ? "{\"verdicts\":[" : "") + "]," + sums.toString().substring(1));
        }
        flush();
    }

    /** Nothing is begun before there is something to tell: until then a refusal of the whole file is a problem. */
    private void write(String text) {
        try {
            if (out == null) {
                response.setContentType(lines ? NDJSON : "application/json");
                out = new BufferedOutputStream(response.getOutputStream());
            }
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() {
        try {
            if (out != null) {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
