package ledger.domain.recognition;

import java.util.List;

import ledger.domain.document.Place;
import ledger.domain.recognition.SchemeField.Part;

/** Reads over which served days a scheme counts. A window that needs a start is refused without one. */
final class WindowReader {

    private final Mistakes mistakes;

    WindowReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Window read(Place place) {
        mistakes.only(place, Part.WINDOW.keys());
        String kind = place.at("kind").text();
        return switch (kind) {
            case "lifetime" -> {
                goesWith(place, "from", "cutoff");
                yield new Window.Lifetime(
                        mistakes.find(place, "from", Place::day),
                        mistakes.find(place, "cutoff", SchemeReader::monthDay));
            }
            case "since-registration" -> {
                goesWith(place, "cutoff");
                yield new Window.SinceRegistration(mistakes.find(place, "cutoff", SchemeReader::monthDay));
            }
            case "calendar-year" -> {
                goesWith(place);
                yield new Window.CalendarYear();
            }
            case "twelve-months" -> {
                goesWith(place, "startsOn");
                yield new Window.TwelveMonths(SchemeReader.monthDay(place.at("startsOn")));
            }
            case "since-last-award" -> {
                goesWith(place, "years", "from");
                yield new Window.SinceLastAward(
                        place.at("years").whole(1, 50), mistakes.find(place, "from", Place::day));
            }
            case "cycle" -> {
                goesWith(place, "hours");
                yield new Window.Cycle(LevelReader.hours(place.at("hours")));
            }
            default -> throw place.at("kind").mistake(
                    "没有“" + kind + "”这种统计期间；" + SchemeField.KIND.zh(),
                    "there is no window " + kind + "; " + SchemeField.KIND.en() + " are");
        };
    }

    private void goesWith(Place place, String... keys) {
        List<String> known = List.of(keys);
        place.keys().forEach((key, at) -> {
            if (!key.equals("kind") && Part.WINDOW.keys().contains(key) && !known.contains(key)) {
                mistakes.add(at.mistake("与这种统计期间不符，请删去", "does not go with this window; leave it out"));
            }
        });
    }
}
