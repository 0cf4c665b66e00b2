package ledger.domain.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.document.Place;
import ledger.domain.recognition.Scheme.Title;
import ledger.domain.recognition.SchemeField.Part;

/** Reads one document of a scheme, and all that is wrong in it. */
final class SchemeReader {

    private final Mistakes mistakes;
    private final Categories shipped;

    SchemeReader(Mistakes mistakes, Categories shipped) {
        this.mistakes = mistakes;
        this.shipped = shipped;
    }

    /** What the document says; where mistakes were found, of no use. */
    Scheme read(Place document, String digest) {
        mistakes.only(document, Part.SCHEME.keys());
        Categories known = mistakes.may(document, "ownCategories", shipped, shipped::with);
        LocalDate from = mistakes.want(document, "effectiveFrom", LocalDate.EPOCH, Place::day);
        LocalDate pausedFrom = mistakes.find(document, "pausedFrom", Place::day);
        Window window = mistakes.want(
                document, "window", new Window.CalendarYear(), place -> new WindowReader(mistakes).read(place));
        return new Scheme(
                mistakes.want(document, "id", "?", SchemeReader::name),
                mistakes.want(document, "version", "?", SchemeReader::name),
                from,
                mistakes.find(document, "effectiveTo", place -> notBefore(from, place)),
                mistakes.want(document, "title", new Title("", ""), this::title),
                mistakes.want(document, "confidence", Confidence.INVENTED, place -> place.one(Confidence.class)),
                mistakes.want(document, "source", "", Place::text),
                window,
                mistakes.may(document, "age", AgeRule.STANDARD, this::age),
                mistakes.may(document, "grades", EnumSet.allOf(EvidenceGrade.class), this::grades),
                mistakes.may(document, "categories", Set.of(), place -> categories(known, place)),
                mistakes.may(document, "excludedCategories", Set.of(), place -> categories(known, place)),
                mistakes.may(document, "excludeLate", false, Place::trueOrFalse),
                mistakes.may(document, "caps", Caps.NONE, this::caps),
                pausedFrom,
                mistakes.find(document, "pausedTo", place -> pauseEnd(pausedFrom, place)),
                mistakes.may(document, "sequential", false, Place::trueOrFalse),
                mistakes.may(document, "repeat", window.repeat(), place -> repeat(window, place)),
                mistakes.may(document, "noticeWorkingDays", 0, place -> place.whole(0, 60)),
                mistakes.may(document, "expiresYears", 0, place -> place.whole(1, 50)),
                mistakes.may(document, "falseHoursBarYears", Sanction.NONE, SchemeReader::sanction),
                new LevelReader(mistakes, document).bands(),
                digest);
    }

    private static String name(Place place) {
        if (!place.text().matches("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")) {
            throw place.mistake(
                    "应由字母、数字、点和连字符组成，而不是 " + place.text(),
                    "letters, digits, dots and hyphens are wanted, not " + place.text());
        }
        return place.text();
    }

    private Title title(Place place) {
        return title(mistakes, place);
    }

    static Title title(Mistakes mistakes, Place place) {
        mistakes.only(place, Part.TITLE.keys());
        return new Title(mistakes.want(place, "zh", "", Place::text), mistakes.want(place, "en", "", Place::text));
    }

    private static LocalDate notBefore(LocalDate from, Place place) {
        if (place.day().isBefore(from)) {
            throw place.mistake("早于生效首日 " + from, "is before the first day in effect, " + from);
        }
        return place.day();
    }

    private static LocalDate pauseEnd(@Nullable LocalDate pausedFrom, Place place) {
        if (pausedFrom == null || place.day().isBefore(pausedFrom)) {
            throw place.mistake("须写明不晚于它的 pausedFrom", "needs a pausedFrom that is not later");
        }
        return place.day();
    }

    private AgeRule age(Place place) {
        mistakes.only(place, Part.AGE.keys());
        AgeRule.Date date = mistakes.may(place, "on", AgeRule.STANDARD.date(), SchemeReader::ageDate);
        return new AgeRule(
                date,
                date == AgeRule.Date.DAY_OF_YEAR ? mistakes.find(place, "on", SchemeReader::monthDay) : null,
                12 * mistakes.may(place, "countFromYears", 0, years -> years.whole(0, 120))
                        + mistakes.may(place, "countFromMonths", 0, months -> months.whole(0, 11)),
                mistakes.may(place, "countBeforeYears", 0, years -> years.whole(1, 120)));
    }

    private static AgeRule.Date ageDate(Place place) {
        if (place.text().matches("\\d\\d-\\d\\d")) {
            return AgeRule.Date.DAY_OF_YEAR;
        }
        AgeRule.Date date = place.one(AgeRule.Date.class);
        if (date == AgeRule.Date.DAY_OF_YEAR) {
            throw place.mistake("请直接写月日，如 12-31", "write the month and day itself, such as 12-31");
        }
        return date;
    }

    static MonthDay monthDay(Place place) {
        try {
            return MonthDay.parse("--" + place.text());
        } catch (DateTimeException e) {
            throw place.mistake(
                    "应为月日，如 03-01，而不是 " + place.text(), "a month and day such as 03-01 is wanted, not " + place.text());
        }
    }

    private Set<EvidenceGrade> grades(Place place) {
        return place.says("ALL")
                ? EnumSet.allOf(EvidenceGrade.class)
                : Set.copyOf(mistakes.each(place, grade -> grade.one(EvidenceGrade.class)));
    }

    private Set<String> categories(Categories known, Place place) {
        Set<String> names = new HashSet<>();
        mistakes.each(place, known::named).forEach(names::addAll);
        return names;
    }

    private Caps caps(Place place) {
        mistakes.only(place, Part.CAPS.keys());
        return new Caps(
                mistakes.may(place, "minutesPerSession", 0, minutes -> minutes.whole(1, 1440)),
                mistakes.may(place, "minutesPerDay", 0, minutes -> minutes.whole(1, 1440)),
                mistakes.may(place, "minutesPerMonth", 0, minutes -> minutes.whole(1, 31 * 1440)));
    }

    /** Only what the window can tell apart can be repeated. */
    private static Repeat repeat(Window window, Place place) {
        Repeat repeat = place.one(Repeat.class);
        if (repeat != Repeat.ONCE && repeat != window.repeat()) {
            throw place.mistake(
                    "与统计期间 " + window.kind() + " 不符；可写 once 或不写",
                    "does not go with the window " + window.kind() + "; write once, or leave it out");
        }
        return repeat;
    }

    private static Sanction sanction(Place place) {
        if (!place.isList()) {
            int years = place.whole(1, 50);
            return new Sanction(years, years);
        }
        List<Place> years = place.items();
        if (years.size() != 2) {
            throw place.mistake("应为一个数或 [最少, 最多]", "one number or [fewest, most] is wanted");
        }
        int fewest = years.getFirst().whole(1, 50);
        return new Sanction(fewest, years.getLast().whole(fewest, 50));
    }
}
