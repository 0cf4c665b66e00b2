package ledger.api.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import ledger.api.intake.RosterReport.Answer;
import ledger.api.intake.RosterReport.Answers;
import ledger.projections.LedgerJson;

/** A report as one JSON object a line: the object that was sent with its answer under {@code ledger}. */
final class NdjsonReport {

    static final String ANSWER = "ledger";

    private NdjsonReport() {}

    static void write(ReceivedFile sent, Answers answers, OutputStream out) throws IOException {
        try (BufferedReader reader = new BufferedReader(sent.reader());
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            int row = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                Answer answer = answers.to(++row);
                if (answer != null) {
                    text.write(LedgerJson.write(answered(line, answer)));
                    text.write('\n');
                }
            }
        }
    }

    private static ObjectNode answered(String line, Answer answer) {
        ObjectNode told = told(answer);
        ObjectNode record = record(line, told);
        record.set(ANSWER, told);
        return record;
    }

    static ObjectNode told(Answer answer) {
        ObjectNode told = LedgerJson.MAPPER.createObjectNode();
        told.put("verdict", answer.verdict());
        told.put("code", answer.code());
        told.put("reason", answer.reason());
        told.put("advice", answer.advice());
        return told;
    }

    /** The object that was sent; a line that is none stands inside its answer, and is refused again until it is one. */
    private static ObjectNode record(String line, ObjectNode told) {
        return object(line).orElseGet(() -> {
            told.put("line", line);
            return LedgerJson.MAPPER.createObjectNode();
        });
    }

    private static Optional<ObjectNode> object(String line) {
        try {
            JsonNode node = LedgerJson.MAPPER.readTree(line.startsWith("\uFEFF") ? line.substring(1) : line);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
