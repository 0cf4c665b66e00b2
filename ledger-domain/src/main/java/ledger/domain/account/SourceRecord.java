package ledger.domain.account;

/**
 * Where an entry came from: together the key under which it is never counted twice (R9).
 *
 * @param system the sending system, for example {@code station-kiosk}; {@code roster:<organization>} for a plain file
 * @param record the record's id there, or {@code content:<digest>} where it has none
 */
public record SourceRecord(String system, String record) {}
