package ledger.domain.account;

import java.util.Objects;

import ledger.domain.Digest;

/** The digest of what an entry says; equal for equal content, whatever file it came in (R9). */
public final class ContentFingerprint {

    private ContentFingerprint() {}

    public static String of(
            String volunteerId, String recordedBy, Activity activity, ServedTime time, EvidenceGrade evidence) {
        return Digest.of(
                volunteerId,
                recordedBy,
                activity.name(),
                text(activity.category()),
                text(activity.content()),
                text(activity.place()),
                text(activity.personInCharge()),
                text(activity.recorder()),
                time.servedOn().toString(),
                text(time.servedFrom()),
                text(time.servedTo()),
                time.zone(),
                Integer.toString(time.breakMinutes()),
                Integer.toString(time.minutes()),
                evidence.name());
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return Objects.toString(value, "");
    }
}
