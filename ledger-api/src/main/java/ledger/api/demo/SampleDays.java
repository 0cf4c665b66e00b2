package ledger.api.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The days of the story: what the desks and the kiosks write down between two sendings. */
final class SampleDays {

    static final String DESK = "sample-desk";
    static final String KIOSK = "sample-kiosk";

    /** The day on which everybody goes out to serve. */
    private static final LocalDate LEI_FENG_DAY = LocalDate.of(2026, 3, 5);
    private static final Set<LocalDate> EVERYDAY_AT_KIOSK =
            Set.of(LocalDate.of(2026, 2, 26), LocalDate.of(2026, 3, 12));
    private static final LocalTime DAY_ENDS = LocalTime.of(17, 45);
    private static final LocalTime[] STARTS = {
        LocalTime.of(8, 30), LocalTime.of(9, 0), LocalTime.of(13, 30), LocalTime.of(14, 0), LocalTime.of(15, 0)};
    private static final int[] MINUTES = {60, 80, 90, 120, 120, 150, 180, 220};
    /** Most service is sent in on its own day or the next. */
    private static final int[] DAYS_AGO = {0, 0, 0, 1, 1, 2};

    private final List<SampleOrganization> organizations;
    private final List<SampleVolunteer> others;
    private final SampleVolunteer everyday;
    private final SampleDiary diary;
    private final Random random;
    private int records;

    SampleDays(List<SampleOrganization> organizations, SamplePeople people, SampleDiary diary, Random random) {
        this.organizations = organizations.stream().filter(body -> !body.activities().isEmpty()).toList();
        this.others = people.others();
        this.everyday = people.in(SampleRole.EVERYDAY);
        this.diary = diary;
        this.random = random;
    }

    /** What a roster and a feed of one day hold; either may be empty. */
    record Sent(List<SampleSession> desk, List<SampleSession> kiosk) {}

    Sent sentOn(LocalDate day) {
        int lot = random.nextInt(10);
        boolean storyDay = day.equals(LEI_FENG_DAY) || EVERYDAY_AT_KIOSK.contains(day);
        boolean quiet = lot == 0 && !storyDay;
        return new Sent(
                quiet || lot < 3 && !storyDay ? List.of() : desk(day),
                quiet || lot > 7 && !storyDay ? List.of() : kiosk(day));
    }

    /** Activities in groups: who came shares the time, and now and then one leaves earlier. */
    private List<SampleSession> desk(LocalDate sentOn) {
        List<SampleSession> sessions = new ArrayList<>();
        int wanted = wanted(sentOn);
        while (sessions.size() < wanted) {
            SampleOrganization body = any(organizations);
            var activity = any(body.activities());
            String place = any(activity.places());
            LocalDateTime from = servedOn(sentOn).atTime(STARTS[random.nextInt(STARTS.length)]);
            int minutes = Math.min(MINUTES[random.nextInt(MINUTES.length)], minutesUntilEnd(from));
            int came = 3 + random.nextInt(4);
            for (int i = 0; i < came; i++) {
                boolean asked = sentOn.equals(LEI_FENG_DAY) && sessions.isEmpty();
                int stayed = minutes >= 90 && random.nextInt(6) == 0 ? minutes - 30 : minutes;
                add(sessions, new SampleSession(
                        asked ? everyday : any(others), body, activity, place, from, from.plusMinutes(stayed), 0, DESK,
                        record("D", sentOn), stayed < minutes ? "提前离岗" : ""));
            }
        }
        return sessions;
    }

    /** People who sign in and out one by one, to the second at some machines. */
    private List<SampleSession> kiosk(LocalDate sentOn) {
        List<SampleOrganization> bodies = organizations.stream().filter(SampleOrganization::hasKiosk).toList();
        List<SampleSession> sessions = new ArrayList<>();
        int wanted = wanted(sentOn);
        while (sessions.size() < wanted) {
            boolean asked = EVERYDAY_AT_KIOSK.contains(sentOn) && sessions.isEmpty();
            SampleOrganization body = any(bodies);
            var activity = any(body.activities());
            LocalTime start = STARTS[random.nextInt(STARTS.length)];
            LocalDateTime from = servedOn(sentOn).atTime(start).minusMinutes(random.nextInt(15)).plusSeconds(seconds());
            LocalDateTime to = from.plusMinutes(Math.min(35 + random.nextInt(200), minutesUntilEnd(from)));
            add(sessions, new SampleSession(
                    asked ? everyday : any(others), body, activity, any(activity.places()), from,
                    to.plusSeconds(seconds()), 0, KIOSK, record("K", sentOn), ""));
        }
        return sessions;
    }

    private void add(List<SampleSession> sessions, SampleSession session) {
        if (session.suitsAge() && diary.takes(session)) {
            sessions.add(session);
        }
    }

    private int wanted(LocalDate sentOn) {
        return (sentOn.equals(LEI_FENG_DAY) ? 24 : 12) + random.nextInt(5);
    }

    private LocalDate servedOn(LocalDate sentOn) {
        return sentOn.equals(LEI_FENG_DAY) ? sentOn : sentOn.minusDays(DAYS_AGO[random.nextInt(DAYS_AGO.length)]);
    }

    private static int minutesUntilEnd(LocalDateTime from) {
        return (DAY_ENDS.toSecondOfDay() - from.toLocalTime().toSecondOfDay()) / 60;
    }

    private int seconds() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(60);
    }

    private String record(String kind, LocalDate sentOn) {
        records++;
        return "%s-%s-%05d".formatted(kind, sentOn, records);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
