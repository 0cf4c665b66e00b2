package ledger.api.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

/**
 * An invented city with eight years of volunteer service, as the files that its organizations send: two registers to
 * load first, then {@link #parcels()} in order. The same seed gives the same bytes. Persons, bodies and documents are
 * all invented; in each file every session ends before 18:00 of the day on which the file is sent.
 */
public final class SampleCity {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 20);
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 20);
    /** The one file with rows that are not simply accepted; see {@link #troubleVerdicts()}. */
    public static final String TROUBLES_FILE = SampleTroubles.FILE_NAME;

    /** A file that nobody has sent yet, for visitors to try. */
    public static final String FILE_TO_TRY = "试一试.csv";

    /** The body whose desk writes its rosters in GB18030. */
    private static final String GB18030_DESK = "JZ-009";

    private final List<SampleOrganization> organizations = SampleOrganizations.all();
    private final SamplePeople people;
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<SampleSession> accepted = new ArrayList<>();
    private Map<Integer, String> troubleVerdicts = Map.of();
    private byte[] fileToTry = {};

    private SampleCity(long seed) {
        Random random = new Random(seed);
        SampleDiary diary = new SampleDiary();
        people = new SamplePeople(random);
        send(new SampleHistory(organizations, people, diary, random));
        send(new SampleDays(organizations, people, diary, random), diary);
    }

    /** A file on its way to the ledger. */
    public record Parcel(LocalDate sentOn, String fileName, byte[] content) {}

    public static SampleCity from(long seed) {
        return new SampleCity(seed);
    }

    /** The register of organizations: {@code code,name,kind,parent}, the authority first. */
    public String organizationsCsv() {
        return SampleOrganizations.csv(organizations);
    }

    /** The register of volunteers. */
    public String volunteersCsv() {
        return people.csv();
    }

    /** In the order of sending: first the history of years, then the days. */
    public List<Parcel> parcels() {
        return Collections.unmodifiableList(parcels);
    }

    /**
     * The persons of the story and their volunteer numbers: {@code star1} to {@code star5}, {@code near-miss},
     * {@code award-won}, {@code award-won-young}, {@code award-missed}, {@code before-registration}, {@code everyday}.
     */
    public Map<String, String> cast() {
        Map<String, String> cast = new LinkedHashMap<>();
        people.cast().forEach((role, person) -> cast.put(role.key(), person.number()));
        return cast;
    }

    /** Row of {@link #TROUBLES_FILE}, the header being 1, to {@code held}, {@code refused} or {@code duplicate}. */
    public Map<Integer, String> troubleVerdicts() {
        return Collections.unmodifiableMap(troubleVerdicts);
    }

    /** A good row, then the rows of {@link #TROUBLES_FILE}, new but for the one that is a duplicate there too. */
    public byte[] fileToTry() {
        return fileToTry.clone();
    }

    /** Volunteer number to the minutes of all rows that must be accepted. */
    public Map<String, Integer> expectedMinutes() {
        return minutesBy(session -> session.volunteer().number());
    }

    /** What the ledger must say once every public notice is over, as JSON. */
    public String expectedJson() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("volunteers", people.all().size());
        expected.put("organizations", organizations.size());
        expected.put("timedEntries", accepted.size());
        expected.put("timedMinutes", accepted.stream().mapToInt(SampleSession::minutes).sum());
        expected.put("minutesByVolunteer", expectedMinutes());
        expected.put("minutesByOrganization", minutesBy(session -> session.organization().code()));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(expected);
    }

    private Map<String, Integer> minutesBy(Function<SampleSession, String> key) {
        Map<String, Integer> minutes = new TreeMap<>();
        accepted.forEach(session -> minutes.merge(key.apply(session), session.minutes(), Integer::sum));
        return minutes;
    }

    /** One roster for each organization, all on the first day. */
    private void send(SampleHistory history) {
        for (SampleOrganization body : organizations) {
            List<SampleSession> sessions = history.sessions().stream()
                    .filter(session -> session.organization().equals(body))
                    .toList();
            boolean gb18030 = body.code().equals(GB18030_DESK);
            sendRoster(
                    FIRST_DAY, "历史-" + body.name(), sessions,
                    gb18030 ? SampleRosters.DESK_DAY : SampleRosters.ISO_DAY,
                    gb18030 ? SampleRosters.GB18030 : StandardCharsets.UTF_8);
        }
    }

    private void send(SampleDays days, SampleDiary diary) {
        List<SampleSession> deskSoFar = new ArrayList<>();
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            if (day.equals(SampleTroubles.SENT_ON)) {
                var troubles = new SampleTroubles(organizations, people.others(), deskSoFar, diary);
                troubleVerdicts = troubles.verdicts();
                fileToTry = troubles.fileToTry();
                parcels.add(new Parcel(day, TROUBLES_FILE, troubles.file()));
            }
            SampleDays.Sent sent = days.sentOn(day);
            sendRoster(day, "活动名册", sent.desk(), SampleRosters.ISO_DAY, StandardCharsets.UTF_8);
            if (!sent.kiosk().isEmpty()) {
                parcels.add(new Parcel(day, day + "-签到机.ndjson", SampleRosters.ndjson(sent.kiosk())));
                accepted.addAll(sent.kiosk());
            }
            sent.desk().stream()
                    .filter(session -> people.others().contains(session.volunteer()))
                    .forEach(deskSoFar::add);
        }
    }

    private void sendRoster(
            LocalDate day, String what, List<SampleSession> sessions, DateTimeFormatter format, Charset charset) {
        if (!sessions.isEmpty()) {
            List<List<String>> rows = sessions.stream().map(session -> SampleRosters.row(session, format)).toList();
            parcels.add(new Parcel(day, "%s-%s.csv".formatted(day, what), SampleRosters.csv(rows, charset)));
            accepted.addAll(sessions);
        }
    }
}
