package ledger.api.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one day that must not simply be accepted: held for a person, refused, or known already. */
final class SampleTroubles {

    static final LocalDate SENT_ON = LocalDate.of(2026, 3, 10);
    static final String FILE_NAME = SENT_ON + "-问题行.csv";

    private static final LocalDate SERVED_ON = SENT_ON.minusDays(1);
    private static final String HELD = "held";
    private static final String REFUSED = "refused";
    private static final String DUPLICATE = "duplicate";

    private final List<SampleOrganization> organizations;
    private final List<SampleVolunteer> free;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, String> verdicts = new LinkedHashMap<>();

    /** @param sentBefore rows of rosters sent on earlier days, of volunteers outside the story */
    SampleTroubles(
            List<SampleOrganization> organizations, List<SampleVolunteer> others, List<SampleSession> sentBefore,
            SampleDiary diary) {
        this.organizations = organizations;
        this.free = others.stream()
                .filter(person -> !person.isMinor() && diary.isFree(person, SERVED_ON))
                .toList();
        SampleSession standing = sentBefore.getFirst();
        SampleSession sentAlready = sentBefore.getLast();
        add(HELD, row(elsewhere(standing)));
        SampleSession nineHours = session(0, SERVED_ON.atTime(8, 0), 540, "全天值守");
        diary.keepsDayFor(nineHours);
        add(HELD, row(nineHours));
        add(REFUSED, with("证件号码", wrongCheckDigit(free.get(1)), twoHours(1)));
        add(REFUSED, with("姓名", free.get(0).name(), twoHours(2)));
        add(REFUSED, with("活动负责人", "", twoHours(3)));
        add(DUPLICATE, row(sentAlready));
        add(REFUSED, with("活动组织单位", "婺泽夜跑俱乐部", twoHours(4)));
    }

    byte[] file() {
        return SampleRosters.csv(rows, StandardCharsets.UTF_8);
    }

    /**
     * For a visitor to send: a good row, then these troubles from another source system, so that all but the one known
     * already are new.
     */
    byte[] fileToTry() {
        List<List<String>> toTry = new ArrayList<>();
        toTry.add(byHand(row(session(5, SERVED_ON.atTime(20, 0), 60, ""))));
        for (int i = 0; i < rows.size(); i++) {
            boolean known = DUPLICATE.equals(verdicts.get(i + 2));
            toTry.add(known ? rows.get(i) : byHand(rows.get(i)));
        }
        return SampleRosters.csv(toTry, StandardCharsets.UTF_8);
    }

    private static List<String> byHand(List<String> row) {
        return with("来源系统", "hand", row);
    }

    /** The verdict of each row, counted as a reader of the file would: the header is row 1. */
    Map<Integer, String> verdicts() {
        return verdicts;
    }

    private void add(String verdict, List<String> row) {
        rows.add(row);
        verdicts.put(rows.size() + 1, verdict);
    }

    /** The same volunteer half an hour later, at another organization. */
    private SampleSession elsewhere(SampleSession standing) {
        SampleOrganization other = organizations.stream()
                .filter(body -> !body.activities().isEmpty() && !body.equals(standing.organization()))
                .findFirst()
                .orElseThrow();
        return session(other, standing.volunteer(), standing.from().plusMinutes(30), 120, "");
    }

    private List<String> twoHours(int volunteer) {
        return row(session(volunteer, SERVED_ON.atTime(9, 0), 120, ""));
    }

    private SampleSession session(int volunteer, LocalDateTime from, int minutes, String remark) {
        return session(organizations.getLast(), free.get(volunteer), from, minutes, remark);
    }

    private SampleSession session(
            SampleOrganization body, SampleVolunteer person, LocalDateTime from, int minutes, String remark) {
        var activity = body.activities().getFirst();
        return new SampleSession(
                person, body, activity, activity.places().getFirst(), from, from.plusMinutes(minutes), 0,
                SampleDays.DESK, "T-%s-%05d".formatted(SENT_ON, rows.size() + 1), remark);
    }

    private static List<String> row(SampleSession session) {
        return SampleRosters.row(session, SampleRosters.ISO_DAY);
    }

    private static List<String> with(String column, String value, List<String> row) {
        List<String> changed = new ArrayList<>(row);
        changed.set(SampleRosters.HEADER.indexOf(column), value);
        return changed;
    }

    private static String wrongCheckDigit(SampleVolunteer person) {
        String number = person.documentNumber();
        return number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
    }
}
