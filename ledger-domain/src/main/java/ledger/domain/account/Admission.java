package ledger.domain.account;

import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.RecordService;

/** Whether a session may come into the ledger at all: complete, in the past, under an organization that may record it. */
final class Admission {

    private Admission() {}

    static Optional<Refusal> refusal(RecordService command) {
        return refusal(command.activity(), command.time(), command.evidence(), command.facts());
    }

    static Optional<Refusal> refusal(
            Activity activity, ServedTime time, EvidenceGrade evidence, RecordingFacts facts) {
        return missing(activity, evidence)
                .or(() -> implausible(time, evidence, facts))
                .or(() -> notEntitled(facts));
    }

    /** R6: the fields a session needs; an entry of grade HISTORICAL needs its activity's name only. */
    private static Optional<Refusal> missing(Activity activity, EvidenceGrade evidence) {
        return blank("activityName", activity.name()).or(() -> evidence == EvidenceGrade.HISTORICAL
                ? Optional.empty()
                : blank("place", activity.place())
                        .or(() -> blank("content", activity.content()))
                        .or(() -> blank("category", activity.category()))
                        .or(() -> blank("personInCharge", activity.personInCharge()))
                        .or(() -> blank("recorder", activity.recorder())));
    }

    private static Optional<Refusal> blank(String field, @Nullable String value) {
        return value == null || value.isBlank()
                ? Optional.of(Refusal.of(HourAccountRefusal.FIELD_MISSING, field).with("field", field))
                : Optional.empty();
    }

    /** R4: an interval unless HISTORICAL, at least a minute of service, nothing in the future. */
    private static Optional<Refusal> implausible(ServedTime time, EvidenceGrade evidence, RecordingFacts facts) {
        if (!time.hasInterval() && evidence != EvidenceGrade.HISTORICAL) {
            return Optional.of(Refusal.of(HourAccountRefusal.INTERVAL_MISSING, "servedFrom"));
        }
        if (time.hasSeconds()) {
            return Optional.of(Refusal.of(HourAccountRefusal.SECONDS_NOT_ALLOWED, "servedFrom"));
        }
        if (time.hasInterval() && time.toMinute() <= time.fromMinute()) {
            return Optional.of(Refusal.of(HourAccountRefusal.END_NOT_AFTER_START, "servedTo"));
        }
        if (time.breakMinutes() < 0 || time.minutes() < 1) {
            return Optional.of(Refusal.of(HourAccountRefusal.BREAK_TOO_LONG, "breakMinutes"));
        }
        if (!time.agreesWithItself()) {
            return Optional.of(Refusal.of(HourAccountRefusal.HOURS_DISAGREE, "hours")
                    .with("hours", time.minutes() + " min")
                    .with("minutes", time.minutes()));
        }
        boolean future = time.servedTo() != null
                ? time.servedTo().atZone(ZoneId.of(time.zone())).toInstant().isAfter(facts.recordedAt())
                : time.servedOn().isAfter(facts.recordedOn());
        return future
                ? Optional.of(Refusal.of(HourAccountRefusal.SERVICE_IN_THE_FUTURE, "servedTo")
                        .with("recordedOn", facts.recordedOn()))
                : Optional.empty();
    }

    /** R7: the recording organization is active, supervised, and ran the activity or was contracted for it. */
    private static Optional<Refusal> notEntitled(RecordingFacts facts) {
        if (!facts.organizationActive()) {
            return Optional.of(Refusal.of(HourAccountRefusal.ORGANIZATION_NOT_ACTIVE, "organization"));
        }
        if (!facts.supervised()) {
            return Optional.of(Refusal.of(HourAccountRefusal.TEAM_WITHOUT_SUPERVISOR, "organization"));
        }
        return facts.organizerOrContracted()
                ? Optional.empty()
                : Optional.of(Refusal.of(HourAccountRefusal.NOT_THE_ORGANIZER, "organizer"));
    }
}
