package ledger.api.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.node.ObjectNode;

import ledger.api.intake.RosterReport.Answer;
import ledger.api.intake.RosterReport.Answers;
import ledger.projections.LedgerJson;

/** A report on a JSON document: one object a line, its fields under our names, its answer under {@code ledger}. */
final class JsonReport {

    private JsonReport() {}

    static void write(ReceivedFile sent, Answers answers, OutputStream out) throws IOException {
        try (Rows rows = Rows.of(sent);
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            while (rows.hasNext()) {
                Rows.Reading reading = rows.next();
                Answer answer = answers.to(reading.number());
                if (answer != null) {
                    text.write(LedgerJson.write(answered(reading, answer)));
                    text.write('\n');
                }
            }
        }
    }

    private static ObjectNode answered(Rows.Reading reading, Answer answer) {
        ObjectNode record = LedgerJson.MAPPER.createObjectNode();
        if (reading instanceof Rows.Reading.Read read) {
            read.row().cells().forEach((column, text) -> record.put(column.wire(), text));
        }
        record.set(NdjsonReport.ANSWER, NdjsonReport.told(answer));
        return record;
    }
}
