package ledger.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ledger.domain.Fact;
import ledger.domain.account.AccountFact;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent.Entry;
import ledger.domain.account.HourAccountEvent.ServiceCertified;
import ledger.domain.account.HourAccountEvent.ServiceCorrected;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.ServiceRevoked;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;
import ledger.domain.account.Officer;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.account.Tier;
import ledger.domain.history.FactMetadata;
import ledger.domain.history.FactTypes;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;

/** A ledger in memory: facts in the order in which they are told, and the words to tell them in. */
public final class Facts implements FactSource {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final String STATION = "organization-station";
    public static final Officer RECORDER = new Officer(STATION, Tier.OWN);
    public static final AnnexNote NOTE = new AnnexNote("note-1", "5f1c");
    public static final Activity READING = new Activity("读书会", "culture", "陪读", "青禾社区", "person-1", "person-2");
    public static final LocalDate RECORDED_ON = LocalDate.parse("2026-03-09");
    public static final LocalDate COUNTS_FROM = LocalDate.parse("2026-03-13");

    private static final Instant BEGIN = Instant.parse("2026-03-09T02:00:00Z");

    private final List<RecordedFact> facts = new ArrayList<>();
    private LocalDate today = RECORDED_ON;

    @Override
    public List<RecordedFact> after(long position, int limit) {
        return List.copyOf(facts.subList((int) position, Math.min(facts.size(), (int) position + limit)));
    }

    @Override
    public long head() {
        return facts.size();
    }

    public List<RecordedFact> all() {
        return List.copyOf(facts);
    }

    /** From here on facts are recorded on this day. */
    public Facts on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    public Facts add(Fact... told) {
        for (Fact fact : told) {
            long position = facts.size() + 1L;
            facts.add(new RecordedFact(
                    position,
                    BEGIN.plusSeconds(position),
                    FactTypes.of(fact.getClass()).name(),
                    fact instanceof AccountFact event ? event.accountId() : "aggregate",
                    Map.of(
                            FactMetadata.ACTOR, "token-1",
                            FactMetadata.COMMAND_ID, "command-" + position,
                            FactMetadata.RECORDED_ON, today.toString()),
                    fact));
        }
        return this;
    }

    /** The same facts, handed out in batches of at most so many. */
    public FactSource inBatchesOf(int size) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return Facts.this.after(position, Math.min(limit, size));
            }

            @Override
            public long head() {
                return Facts.this.head();
            }
        };
    }

    /** Of these facts the first so many, as if no more had been written. */
    public FactSource upTo(long head) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return Facts.this.after(position, (int) Math.min(limit, Math.max(0, head - position)));
            }

            @Override
            public long head() {
                return Math.min(head, Facts.this.head());
            }
        };
    }

    public static VolunteerEnrolled enrolled(String who, String day) {
        return new VolunteerEnrolled("volunteer-" + who, "account-" + who, LocalDate.parse(day), STATION);
    }

    /** From a moment such as {@code 2026-03-07T09:00}, without a break. */
    public static ServedTime time(String from, int minutes) {
        LocalDateTime start = LocalDateTime.parse(from);
        return ServedTime.interval(start, start.plusMinutes(minutes), SHANGHAI, 0);
    }

    public static Entry entry(
            String who, String id, String recordedBy, Activity activity, EvidenceGrade evidence, ServedTime time) {
        return new Entry(
                "volunteer-" + who, new SourceRecord("kiosk", id), 1, "digest-" + id, recordedBy, recordedBy, activity,
                time, evidence, null, RECORDED_ON, "default-cn/2026-1", Circumstances.UNKNOWN, null);
    }

    public static ServiceRecorded recorded(String who, String id, ServedTime time) {
        return recorded(who, id, STATION, READING, EvidenceGrade.SYSTEM_TIMED, time);
    }

    public static ServiceRecorded recorded(
            String who, String id, String recordedBy, Activity activity, EvidenceGrade evidence, ServedTime time) {
        return new ServiceRecorded(
                "account-" + who, "entry-" + id, entry(who, id, recordedBy, activity, evidence, time), COUNTS_FROM,
                false);
    }

    public static ServiceHeld held(String who, String id, ServedTime time) {
        return new ServiceHeld(
                "account-" + who, "entry-" + id, entry(who, id, STATION, READING, EvidenceGrade.SYSTEM_TIMED, time),
                List.of(Hold.of(HoldReason.SERVICE_OVERLAPS)));
    }

    public static TrainingRecorded learned(String who, String id, ServedTime time) {
        return new TrainingRecorded(
                "account-" + who, "entry-" + id, entry(who, id, STATION, READING, EvidenceGrade.SYSTEM_TIMED, time));
    }

    public static ServiceCertified certified(String who, String id, int minutes) {
        return new ServiceCertified("account-" + who, "entry-" + id, COUNTS_FROM, minutes);
    }

    public static ServiceCorrected corrected(String who, String id, ServedTime time, int minutesBefore) {
        return new ServiceCorrected(
                "account-" + who, "entry-" + id, READING, time, "digest-new", minutesBefore, RECORDER, "time", NOTE,
                RECORDED_ON, "default-cn/2026-1");
    }

    public static ServiceRevoked revoked(String who, String id, int minutes) {
        return new ServiceRevoked("account-" + who, "entry-" + id, minutes, RECORDER, "mistake", NOTE, RECORDED_ON);
    }
}
