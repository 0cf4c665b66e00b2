package ledger.api.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A running ledger with registers, and clients that send sessions of some volunteers to it. */
final class Town {

    static final String STATION = "ORG-002";
    private static final int VOLUNTEERS = 40;

    private Town() {}

    static Load load(ServeNode node) {
        List<String> lines = text("volunteers.csv").lines().toList();
        List<String> chosen = lines.stream().skip(1).filter(Town::isLongThere).limit(VOLUNTEERS).toList();
        assertThat(chosen).hasSize(VOLUNTEERS);
        register(node, "/api/v1/organizations", text("organizations.csv"));
        register(node, "/api/v1/volunteers", lines.getFirst() + "\n" + String.join("\n", chosen));
        return new Load(chosen.stream().map(line -> line.split(",", -1)[0]).toList());
    }

    /** Born and enrolled long before the sessions that are sent. */
    private static boolean isLongThere(String line) {
        String[] cells = line.split(",", -1);
        return cells[4].compareTo("2000") < 0 && cells[6].compareTo("2024") < 0;
    }

    private static void register(ServeNode node, String path, String csv) {
        try {
            JsonNode report = ServeNode.json(node.post(path, "text/csv", csv));
            assertThat(report.path("refused").asInt(-1)).as("%s", report).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = Town.class.getResourceAsStream("/rosters/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
