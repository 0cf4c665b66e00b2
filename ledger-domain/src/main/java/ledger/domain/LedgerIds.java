package ledger.domain;

/** Ids carry their kind as a prefix, so that ids of different kinds never meet. */
public final class LedgerIds {

    private LedgerIds() {}

    /** An organization's id follows from its code, so that registering it twice is harmless. */
    public static String organization(String code) {
        return "organization-" + Digest.of("organization", code).substring(0, 32);
    }

    public static String station(String code) {
        return "station-" + Digest.of("station", code).substring(0, 32);
    }

    public static String grid(String code) {
        return "grid-" + Digest.of("grid", code).substring(0, 32);
    }

    /** An activity's code is unique for its organizer only. */
    public static String activity(String organizerId, String code) {
        return "activity-" + Digest.of(organizerId, code).substring(0, 32);
    }

    /** A volunteer has one account. */
    public static String accountOf(String volunteerId) {
        return "account-" + volunteerId.substring("volunteer-".length());
    }

    public static String volunteerOf(String accountId) {
        return "volunteer-" + accountId.substring("account-".length());
    }

    /** An entry's id follows from its source record (R9); a record sent anew after its end gets the next attempt. */
    public static String entry(String sourceSystem, String sourceRecord, int attempt) {
        String id = "entry-" + Digest.of(sourceSystem, sourceRecord).substring(0, 32);
        return attempt == 1 ? id : id + "-" + attempt;
    }

    public static String statement(String number) {
        return "statement-" + number;
    }

    public static String scheme(String schemeId, String version) {
        return "scheme-" + schemeId + "-" + version;
    }

    /** A level of a subject for a window: conferred twice it is the same. */
    public static String recognition(String subjectId, String schemeId, String level, String window) {
        return "recognition-" + Digest.of(subjectId, schemeId, level, window).substring(0, 32);
    }

    /** All levels of a subject under a scheme. */
    public static String recognitions(String subjectId, String schemeId) {
        return "recognitions-" + Digest.of(subjectId, schemeId).substring(0, 32);
    }
}
