package ledger.api.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A running ledger with registers, and clients that send sessions of a dozen volunteers to it. */
final class Town {

    static final String STATION = "ORG-002";

    private Town() {}

    static Load load(ServeNode node) {
        register(node, "/api/v1/organizations", "organizations.csv");
        register(node, "/api/v1/volunteers", "volunteers.csv");
        List<String> volunteers = text("volunteers.csv").lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[4].compareTo("2000") < 0 && cells[6].compareTo("2024") < 0)
                .map(cells -> cells[0])
                .limit(12)
                .toList();
        assertThat(volunteers).hasSize(12);
        return new Load(volunteers, STATION);
    }

    private static void register(ServeNode node, String path, String file) {
        try {
            JsonNode report = ServeNode.json(node.post(path, "text/csv", text(file)));
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

    /** A row of the table at the end. */
    record Result(Fault fault, String outcome, int acknowledged, int inDoubt, int lost, int doubled, long seed) {

        static Result skipped(Fault fault, String why, long seed) {
            return new Result(fault, "skipped: " + why, 0, 0, 0, 0, seed);
        }

        @Override
        public String toString() {
            return "%-16s %12d %9d %5d %8d  %d  %s".formatted(
                    fault, acknowledged, inDoubt, lost, doubled, seed, outcome);
        }
    }

    static Path temporary() {
        try {
            return java.nio.file.Files.createTempDirectory("ledger-faults").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
