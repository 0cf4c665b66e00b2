package ledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import ledger.api.intake.RegisterIntake.Layout;
import ledger.projections.LedgerJson;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;

/** The roster files that organizations really send, as test resources, and how a test sends them. */
final class Fixtures {

    private Fixtures() {}

    static byte[] file(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/rosters/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode expected() {
        return LedgerJson.MAPPER.readTree(file("expected.json"));
    }

    static void loadRegisters(LedgerClient operator) {
        send(operator, Layout.ORGANIZATIONS, "organizations.csv");
        send(operator, Layout.VOLUNTEERS, "volunteers.csv");
    }

    static JsonNode send(LedgerClient client, Layout layout, String name) {
        return ImportCommand.send(client, layout, name, file(name), 0);
    }

    /** Send rows as a roster; the verdict of each. */
    static List<JsonNode> roster(LedgerClient client, String contentType, byte[] rows) {
        List<JsonNode> verdicts = new ArrayList<>();
        client.upload("/api/v1/rosters", contentType, ofByteArray(rows), verdicts::add);
        return verdicts;
    }
}
