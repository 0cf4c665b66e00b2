package ledger.domain.rulebook;

import ledger.domain.document.Place;

/**
 * How attendance is measured against the activity (R12).
 *
 * @param minimumSharePercent whoever attended less of the planned length earns nothing; 0 for off
 * @param signPairsPerDay so many times a day somebody may sign in and out of one activity; 0 for any
 * @param plannedLength whether what was not timed by a machine stays within the planned length
 */
public record Attendance(int minimumSharePercent, int signPairsPerDay, boolean plannedLength) {

    public static final Attendance NONE = new Attendance(0, 0, false);

    static Attendance read(Place place) {
        place.only("minimumSharePercent", "signPairsPerDay", "plannedLength");
        return new Attendance(
                place.at("minimumSharePercent").wholeOrOff(1, 100),
                place.at("signPairsPerDay").wholeOrOff(1, 50),
                place.at("plannedLength").onOrOff());
    }
}
