package ledger.domain.recognition;

/** Who decides about a level, where a scheme says so. */
public enum Approver {
    /** The scheme does not say. */
    ANY,
    ORGANIZATION,
    STREET,
    COUNTY,
    DISTRICT,
    CITY,
    PROVINCE,
    NATION
}
