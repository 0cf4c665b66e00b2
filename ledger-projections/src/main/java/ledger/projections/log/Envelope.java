package ledger.projections.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import org.erdtman.jcs.JsonCanonicalizer;

import ledger.domain.history.FactMetadata;
import ledger.projections.LedgerJson;

/**
 * What the log commits to for one fact: canonical JSON (RFC 8785) of its identity, its place in its aggregate, its time,
 * the stored bytes of its payload, and its metadata without the salt. It is the same on every event store.
 */
public final class Envelope {

    private record Content(
            String id,
            String type,
            int revision,
            String aggregateId,
            long sequence,
            long timeMs,
            String payload,
            Map<String, String> metadata) {}

    private Envelope() {}

    /** UTF-8 of the envelope. */
    public static byte[] of(StoredFact fact) {
        Map<String, String> metadata = new TreeMap<>(
                LedgerJson.MAPPER.readerForMapOf(String.class).<Map<String, String>>readValue(fact.metadata()));
        metadata.remove(FactMetadata.SALT);
        Content content = new Content(
                fact.id(), fact.type(), fact.revision(), fact.aggregateId(), fact.sequence(), fact.timeMs(),
                Base64.getEncoder().encodeToString(fact.payload().getBytes(StandardCharsets.UTF_8)), metadata);
        try {
            return new JsonCanonicalizer(LedgerJson.write(content)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
