package ledger.domain.recognition;

import java.util.ArrayList;
import java.util.List;

import ledger.domain.document.DocumentMistake;
import ledger.domain.document.Place;
import ledger.domain.recognition.Scheme.Band;
import ledger.domain.recognition.Scheme.Level;
import ledger.domain.recognition.Scheme.Title;
import ledger.domain.recognition.SchemeField.Part;

/** Reads the levels of a scheme. Levels that do not rise, and bands that overlap, are refused. */
final class LevelReader {

    private static final int MOST = 1_000_000;

    private final Mistakes mistakes;
    private final Place document;

    LevelReader(Mistakes mistakes, Place document) {
        this.mistakes = mistakes;
        this.document = document;
    }

    List<Band> bands() {
        return mistakes.want(document, "bands", List.of(), place -> {
            List<Band> bands = new ArrayList<>();
            for (Place one : place.items()) {
                try {
                    Band band = band(one);
                    bands.stream().filter(other -> overlaps(other, band)).findFirst().ifPresent(other -> mistakes.add(
                            one.mistake("与前面的分段 " + other.label() + " 重叠", "overlaps the band " + other.label())));
                    bands.add(band);
                } catch (DocumentMistake mistake) {
                    mistakes.add(mistake);
                }
            }
            if (bands.isEmpty()) {
                mistakes.add(place.mistake("至少要有一个分段", "at least one band is wanted"));
            }
            return bands;
        });
    }

    private static boolean overlaps(Band one, Band other) {
        return one.subject() == other.subject()
                && (one.fromAge() == null || other.toAge() == null || one.fromAge() <= other.toAge())
                && (other.fromAge() == null || one.toAge() == null || other.fromAge() <= one.toAge());
    }

    private Band band(Place place) {
        mistakes.only(place, Part.BAND.keys());
        SubjectKind subject =
                mistakes.may(place, "subject", SubjectKind.PERSON, kind -> kind.one(SubjectKind.class));
        Integer fromAge = mistakes.find(place, "fromAge", age -> age.whole(0, 120));
        Integer toAge = mistakes.find(
                place, "toAge", age -> age.whole(fromAge == null ? 0 : fromAge, 120));
        if (subject != SubjectKind.PERSON && (fromAge != null || toAge != null)) {
            mistakes.add(place.mistake("只有个人才分年龄", "only persons have an age"));
        }
        return new Band(subject, fromAge, toAge, mistakes.want(place, "levels", List.of(), this::levels));
    }

    private List<Level> levels(Place place) {
        List<Level> levels = new ArrayList<>();
        for (Place one : place.items()) {
            try {
                Level level = level(one);
                if (levels.stream().anyMatch(lower -> lower.id().equals(level.id()))) {
                    mistakes.add(one.at("id").mistake("本段已有此等级", "there is such a level in this band already"));
                } else if (!levels.isEmpty() && !level.risesAbove(levels.getLast())) {
                    mistakes.add(one.mistake(
                            level.id() + " 与前一级 " + levels.getLast().id() + " 重叠：每级须包含前一级的全部条件并更高",
                            level.id() + " overlaps the level before, " + levels.getLast().id()
                                    + ": each level asks for all of the one before, and more"));
                } else {
                    levels.add(level);
                }
            } catch (DocumentMistake mistake) {
                mistakes.add(mistake);
            }
        }
        if (place.items().isEmpty()) {
            mistakes.add(place.mistake("至少要有一级", "at least one level is wanted"));
        }
        return levels;
    }

    private Level level(Place place) {
        mistakes.only(place, Part.LEVEL.keys());
        int minutes = mistakes.may(place, "hours", 0, LevelReader::hours);
        if (place.has("minutes")) {
            if (place.has("hours")) {
                mistakes.add(place.at("minutes").mistake("hours 与 minutes 只写其一", "either hours or minutes is wanted"));
            }
            minutes = mistakes.may(place, "minutes", 0, LevelReader::wholeMinutes);
        }
        List<Demand> also = demands(place);
        List<String> honours = mistakes.may(
                place, "honours", List.of(), list -> mistakes.each(list, LevelReader::honour));
        if (!place.has("hours") && !place.has("minutes") && also.isEmpty() && honours.isEmpty()) {
            mistakes.add(place.mistake("没有写任何条件，例如 hours", "asks for nothing; write hours, for example"));
        }
        return new Level(
                mistakes.want(place, "id", "?", Place::text),
                mistakes.want(place, "title", new Title("", ""), title -> SchemeReader.title(mistakes, title)),
                minutes,
                also,
                honours,
                mistakes.may(place, "fromAge", 0, age -> age.whole(1, 120)),
                approval(place, "approval", Approval.NONE, Approval.class),
                approval(place, "approver", Approver.ANY, Approver.class));
    }

    /** The level's own, else the scheme's. */
    private <E extends Enum<E>> E approval(Place level, String key, E none, Class<E> of) {
        return mistakes.may(
                level.has(key) ? level : document, key, none, place -> place.one(of));
    }

    private List<Demand> demands(Place place) {
        List<Demand> demands = new ArrayList<>();
        whole(place, "distinctMonths", Measure.DISTINCT_MONTHS, 1200, demands);
        whole(place, "consecutiveMonths", Measure.CONSECUTIVE_MONTHS, 1200, demands);
        whole(place, "tenureMonths", Measure.TENURE_MONTHS, 1200, demands);
        whole(place, "sessions", Measure.SESSIONS, MOST, demands);
        whole(place, "ratingPercent", Measure.RATING_PERCENT, 100, demands);
        whole(place, "ownHonours", Measure.OWN_HONOURS, 1000, demands);
        whole(place, "governmentHonours", Measure.GOVERNMENT_HONOURS, 1000, demands);
        whole(place, "otherHonours", Measure.OTHER_HONOURS, 1000, demands);
        if (mistakes.may(place, "noOpenComplaint", false, Place::trueOrFalse)) {
            demands.add(new Demand(Measure.NO_OPEN_COMPLAINT, 1));
        }
        Integer training = mistakes.find(place, "trainingHours", LevelReader::hours);
        if (training != null) {
            demands.add(new Demand(Measure.TRAINING_MINUTES, training));
        }
        Demand years = mistakes.find(place, "years", this::years);
        if (years != null) {
            demands.add(years);
        }
        Integer tenure = document.find("window").filter(window -> window.isKeys() && window.find("kind")
                        .filter(kind -> kind.says("since-last-award")).isPresent())
                .flatMap(window -> window.find("years"))
                .map(since -> 12 * since.whole(1, 50))
                .orElse(null);
        if (tenure != null && !place.has("tenureMonths")) {
            demands.add(new Demand(Measure.TENURE_MONTHS, tenure));
        }
        return demands;
    }

    private void whole(Place place, String key, Measure measure, int most, List<Demand> demands) {
        Integer wanted = mistakes.find(place, key, at -> at.whole(1, most));
        if (wanted != null) {
            demands.add(new Demand(measure, wanted));
        }
    }

    private Demand years(Place place) {
        mistakes.only(place, Part.YEARS.keys());
        boolean consecutive = mistakes.may(place, "consecutive", false, Place::trueOrFalse);
        return new Demand(
                consecutive ? Measure.CONSECUTIVE_YEARS : Measure.YEARS,
                mistakes.want(place, "count", 1, count -> count.whole(1, 100)),
                mistakes.want(place, "hours", 60, LevelReader::hours));
    }

    private static String honour(Place place) {
        if (!place.text().matches("[^/]+/[^/]+")) {
            throw place.mistake("应为 方案/等级，如 cn-cyl-star/star4", "scheme/level such as cn-cyl-star/star4 is wanted");
        }
        return place.text();
    }

    /** Whole hours as minutes. */
    static int hours(Place place) {
        refuseDecimals(place);
        return 60 * place.whole(1, MOST);
    }

    private static int wholeMinutes(Place place) {
        refuseDecimals(place);
        return place.whole(1, 60 * MOST);
    }

    private static void refuseDecimals(Place place) {
        if (place.text().matches("-?\\d*[.,]\\d+")) {
            throw place.mistake(
                    "时长不用小数：" + place.text() + "；不足整小时请用 minutes 写整分钟数",
                    "times are no decimals: " + place.text()
                            + "; for part of an hour write whole minutes under minutes");
        }
    }
}
