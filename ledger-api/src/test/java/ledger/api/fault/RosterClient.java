package ledger.api.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import ledger.api.fault.ClientRecord.Session;
import ledger.projections.LedgerJson;

/** A client that sends files: it listens to each row, or leaves the file and asks how far it is. */
final class RosterClient {

    private static final String ROSTERS = "/api/v1/rosters";
    private static final String NDJSON = "application/x-ndjson";

    private final ClientRecord record;
    private final Supplier<ServeNode> node;
    private final BooleanSupplier abandoned;

    RosterClient(ClientRecord record, Supplier<ServeNode> node, BooleanSupplier abandoned) {
        this.record = record;
        this.node = node;
        this.abandoned = abandoned;
    }

    void send(List<Session> rows, boolean asJob) {
        String file = rows.stream().map(Session::json).collect(Collectors.joining("\n", "", "\n"));
        if (asJob) {
            leave(rows, file);
        } else {
            until(() -> node.get()
                    .postForLines(ROSTERS, NDJSON, file, line -> heard(rows, line))
                    .has("rows"));
        }
    }

    private void heard(List<Session> rows, JsonNode line) {
        if (line.has("verdict")) {
            Load.told(record, rows.get(line.path("row").asInt() - 1), line);
        }
    }

    /** A file that was taken is acknowledged as a whole: every row of it will be in the ledger. */
    private void leave(List<Session> rows, String file) {
        int doubts = record.inDoubt();
        Optional<String> job = taken(file);
        boolean sentOnce = record.inDoubt() == doubts;
        job.ifPresent(id -> {
            rows.forEach(record::acknowledge);
            until(() -> isOver(id, rows.size(), sentOnce));
        });
    }

    private Optional<String> taken(String file) {
        String[] job = new String[1];
        until(() -> {
            JsonNode answer = ServeNode.json(node.get().post(ROSTERS, NDJSON, file, "Prefer", "respond-async"));
            job[0] = answer.path("job").asString();
            return true;
        });
        return Optional.ofNullable(job[0]);
    }

    private boolean isOver(String id, int rows, boolean sentOnce) throws IOException {
        HttpResponse<String> response = node.get().ask("/api/v1/jobs/" + id);
        if (response.statusCode() >= 300) {
            if (!Load.isWorthAnotherAttempt(response.statusCode())) {
                record.strange(id + ": " + response.body());
                return true;
            }
            return false;
        }
        JsonNode job = LedgerJson.MAPPER.readTree(response.body());
        if (!job.hasNonNull("finishedAt")) {
            ServeNode.pause(50);
            return false;
        }
        int accepted = job.path("counts").path("accepted").asInt();
        int duplicate = job.path("counts").path("duplicate").asInt();
        boolean counted = sentOnce ? accepted == rows && duplicate == 0 : accepted + duplicate == rows;
        if (!job.path("state").asString().equals("DONE") || !counted) {
            record.strange("of " + rows + " rows: " + job);
        }
        return true;
    }

    private interface Attempt {
        boolean ended() throws IOException;
    }

    private void until(Attempt attempt) {
        while (!abandoned.getAsBoolean()) {
            try {
                if (attempt.ended()) {
                    return;
                }
            } catch (IOException | RuntimeException | AssertionError e) {
                record.doubt();
                ServeNode.pause(100);
            }
        }
    }
}
