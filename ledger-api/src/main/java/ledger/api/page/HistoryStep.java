package ledger.api.page;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.door.EntryDoor.HistoryLine;
import ledger.domain.history.FactMetadata;
import ledger.projections.LedgerJson;

/**
 * One step in the history of an entry, as a page shows it.
 *
 * @param event plain name of the fact
 * @param byLedger whether the ledger did it of itself, as the daily round does
 * @param organization name of the organization in whose name it was done; empty where there is none
 * @param reasonCode short stable word for the reason; empty where there is none
 * @param raw the fact as it is stored
 */
public record HistoryStep(
        long position,
        Instant recordedAt,
        String event,
        boolean byLedger,
        String role,
        String organization,
        String reasonCode,
        @Nullable String words,
        @Nullable String fileName,
        @Nullable String row,
        String raw) {

    static HistoryStep of(HistoryLine line, UnaryOperator<String> organizationName) {
        Map<String, String> metadata = line.fact().metadata();
        String organization = metadata.get(FactMetadata.ORGANIZATION);
        return new HistoryStep(
                line.fact().position(),
                line.fact().recordedAt(),
                line.fact().type(),
                Actor.LEDGER.tokenId().equals(metadata.get(FactMetadata.ACTOR)),
                metadata.getOrDefault(FactMetadata.ROLE, ""),
                organization == null ? "" : organizationName.apply(organization),
                line.fact().fact().path("reasonCode").asString(""),
                line.words(),
                line.fileName(),
                metadata.get(FactMetadata.ROW),
                LedgerJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(line.fact()));
    }
}
