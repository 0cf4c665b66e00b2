package ledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A volunteer with a part in the story of the sample city, and the service given before it begins. */
enum SampleRole {
    /** One star at exactly its 100 hours. */
    STAR1(1985, "2021-03-05", 6_000),
    STAR2(1978, "2019-05-04", 18_090),
    STAR3(1969, "2018-09-10", 36_240),
    STAR4(1962, "2018-03-20", 60_150),
    STAR5(1957, "2018-01-08", 90_105),
    /** A minute below one star. */
    NEAR_MISS(1990, "2022-09-01", 5_999),
    /** Bronze of the annual award at 112 hours. */
    AWARD_WON(1981, "2023-04-10",
            new Stretch("2023-05-01", "2025-02-27", 1_200), new Stretch("2025-03-01", "2026-02-13", 6_720)),
    /** Bronze at 52 hours in the age band 11-15. */
    AWARD_WON_YOUNG(2010, "2025-01-15", new Stretch("2025-03-01", "2026-02-13", 3_120)),
    /** Half an hour below bronze. */
    AWARD_MISSED(1992, "2022-06-18",
            new Stretch("2022-07-01", "2025-02-27", 900), new Stretch("2025-03-01", "2026-02-13", 5_970)),
    /** 40 hours that stars do not count, then 70 that they do. */
    BEFORE_REGISTRATION(1987, "2024-06-01",
            new Stretch("2023-03-01", "2024-05-31", 2_400), new Stretch("2024-06-01", "2026-02-13", 4_200)),
    /** Somebody who comes now and then, and signs in at the machine. */
    EVERYDAY(1995, "2023-03-05", 600);

    private final int birthYear;
    private final LocalDate registeredOn;
    private final List<Stretch> stretches;

    SampleRole(int birthYear, String registeredOn, int minutes) {
        this(birthYear, registeredOn, new Stretch(registeredOn, SampleHistory.LAST_SERVED.toString(), minutes));
    }

    SampleRole(int birthYear, String registeredOn, Stretch... stretches) {
        this.birthYear = birthYear;
        this.registeredOn = LocalDate.parse(registeredOn);
        this.stretches = List.of(stretches);
    }

    /** Minutes to serve between two days, both inclusive. */
    record Stretch(LocalDate from, LocalDate to, int minutes) {
        Stretch(String from, String to, int minutes) {
            this(LocalDate.parse(from), LocalDate.parse(to), minutes);
        }
    }

    /** The name under which the story refers to this person, for example {@code near-miss}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int birthYear() {
        return birthYear;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }

    List<Stretch> stretches() {
        return stretches;
    }
}
