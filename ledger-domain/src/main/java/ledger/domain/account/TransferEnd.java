package ledger.domain.account;

/** How a proposed transfer between organizations came to nothing. */
public enum TransferEnd {
    /** The volunteer said no. */
    CONSENT_REFUSED,
    /** The volunteer had said yes and took it back before the entry was taken. */
    CONSENT_WITHDRAWN,
    /** The organization that proposed it no longer wants it. */
    CALLED_OFF,
    /** The organization that was to receive it did not take it. */
    NOT_TAKEN
}
