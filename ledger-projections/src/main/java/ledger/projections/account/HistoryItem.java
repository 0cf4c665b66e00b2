package ledger.projections.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import ledger.projections.LedgerJson;
import ledger.projections.RecordedFact;

/**
 * One fact of an entry's history: who, when, what, why.
 *
 * @param metadata actor, role, organization, submission, row and the ids that tie it to its command
 * @param fact in its newest revision
 */
public record HistoryItem(
        long position, Instant recordedAt, String type, Map<String, String> metadata, JsonNode fact) {

    static HistoryItem of(RecordedFact fact) {
        return new HistoryItem(
                fact.position(), fact.recordedAt(), fact.type(), fact.metadata(),
                LedgerJson.MAPPER.readTree(fact.json()));
    }

    public HistoryItem without(String key) {
        Map<String, String> less = new LinkedHashMap<>(metadata);
        less.remove(key);
        return new HistoryItem(position, recordedAt, type, less, fact);
    }

    /** Without what others knew of the volunteer, such as the age: not for whoever only recorded the service. */
    public HistoryItem withoutCircumstances() {
        JsonNode told = fact.deepCopy();
        if (told.path("entry") instanceof ObjectNode entry) {
            entry.remove("circumstances");
        }
        return new HistoryItem(position, recordedAt, type, metadata, told);
    }
}
