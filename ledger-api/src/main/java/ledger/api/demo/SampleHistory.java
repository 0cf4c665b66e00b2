package ledger.api.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import ledger.api.demo.SampleRole.Stretch;

/** The service of years before the story begins, which the organizations send in one go. */
final class SampleHistory {

    static final LocalDate LAST_SERVED = LocalDate.of(2026, 2, 13);
    static final String SOURCE_SYSTEM = "sample-history";

    private static final int SHORTEST = 30;
    private static final int LONGEST = 240;
    private static final int[] USUAL_MINUTES = {45, 60, 75, 80, 90, 100, 120, 120, 150, 180, 200};
    private static final int[] KEEN_MINUTES = {120, 150, 180, 180, 210, 240};
    private static final LocalTime[] STARTS = {
        LocalTime.of(8, 0), LocalTime.of(8, 30), LocalTime.of(9, 0), LocalTime.of(13, 30), LocalTime.of(14, 0),
        LocalTime.of(14, 30), LocalTime.of(17, 0)};
    private static final String[] REMARKS = {"雨天,改在室内", "家属陪同", "中途换岗", "服务对象致谢", "补录纸质签到表"};

    private final List<SampleOrganization> organizations;
    private final SampleDiary diary;
    private final Random random;
    private final List<SampleSession> sessions = new ArrayList<>();

    SampleHistory(List<SampleOrganization> organizations, SamplePeople people, SampleDiary diary, Random random) {
        this.organizations = organizations.stream().filter(body -> !body.activities().isEmpty()).toList();
        this.diary = diary;
        this.random = random;
        people.cast().forEach((role, person) -> role.stretches().forEach(
                stretch -> serve(person, stretch, KEEN_MINUTES)));
        people.others().forEach(person -> serve(
                person,
                new Stretch(person.registeredOn(), LAST_SERVED, 60 * (8 + random.nextInt(28)) + 10 * random.nextInt(6)),
                USUAL_MINUTES));
        sessions.sort(Comparator.comparing(SampleSession::from).thenComparing(SampleSession::sourceRecord));
    }

    /** In the order in which they were served. */
    List<SampleSession> sessions() {
        return sessions;
    }

    /** Serves exactly the minutes of the stretch, in sessions of half an hour to four hours, at up to three places. */
    private void serve(SampleVolunteer person, Stretch stretch, int[] lengths) {
        List<SampleOrganization> homes = homes(person);
        int left = stretch.minutes();
        while (left > 0) {
            int usual = lengths[random.nextInt(lengths.length)];
            int minutes = left <= LONGEST ? left : Math.min(usual, left - SHORTEST);
            SampleSession session = session(person, homes.get(random.nextInt(homes.size())), day(stretch), minutes);
            if (session.suitsAge() && diary.takes(session)) {
                sessions.add(session);
                left -= minutes;
            }
        }
    }

    private SampleSession session(SampleVolunteer person, SampleOrganization body, LocalDate day, int minutes) {
        var activity = body.activities().get(random.nextInt(body.activities().size()));
        int breakMinutes = minutes >= 150 && random.nextInt(9) == 0 ? 15 : 0;
        var from = day.atTime(STARTS[random.nextInt(STARTS.length)]);
        return new SampleSession(
                person, body, activity, activity.places().get(random.nextInt(activity.places().size())),
                from, from.plusMinutes((long) minutes + breakMinutes), breakMinutes,
                SOURCE_SYSTEM, "%s-%d-%05d".formatted(body.code(), day.getYear(), sessions.size() + 1),
                random.nextInt(25) == 0 ? REMARKS[random.nextInt(REMARKS.length)] : "");
    }

    private List<SampleOrganization> homes(SampleVolunteer person) {
        List<SampleOrganization> homes = new ArrayList<>();
        while (homes.size() < 3) {
            SampleOrganization body = organizations.get(random.nextInt(organizations.size()));
            if (body.takesMinors() || !person.isMinor()) {
                homes.add(body);
            }
        }
        return homes;
    }

    private LocalDate day(Stretch stretch) {
        return stretch.from().plusDays(random.nextInt((int) ChronoUnit.DAYS.between(stretch.from(), stretch.to()) + 1));
    }
}
