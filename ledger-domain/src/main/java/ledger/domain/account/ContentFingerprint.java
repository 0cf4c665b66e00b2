package ledger.domain.account;

import java.util.Objects;
import java.util.stream.Stream;

import ledger.domain.Digest;

/** The digest of what an entry says; equal for equal content, whatever file it came in (R9). */
public final class ContentFingerprint {

    private ContentFingerprint() {}

    public static String of(
            String volunteerId, String recordedBy, Activity activity, ServedTime time, EvidenceGrade evidence) {
        Stream<String> said = Stream.of(
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
        return Digest.of(Stream.concat(said, place(activity)).toArray(String[]::new));
    }

    /** What names no station and no grid has the digest that it had before there were any. */
    private static Stream<String> place(Activity activity) {
        return activity.stationId() == null && activity.gridId() == null
                ? Stream.empty()
                : Stream.of(text(activity.stationId()), text(activity.gridId()));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return Objects.toString(value, "");
    }
}
