package ledger.domain.rulebook;

import ledger.domain.document.Place;

/**
 * What a volunteer's age asks for (R14). Where no birth date is known, none of it applies.
 *
 * @param hoursFrom from this age on service is recorded; 0 for any
 * @param guardianConsentUnder below this age a guardian must have consented; 0 for never
 * @param dangerousFrom from this age on dangerous service is open; 0 for any
 * @param dangerous what is dangerous service
 */
public record Ages(int hoursFrom, int guardianConsentUnder, int dangerousFrom, Kinds dangerous) {

    public static final Ages NONE = new Ages(0, 0, 0, Kinds.NONE);

    static Ages read(Place place) {
        place.only("hoursFrom", "guardianConsentUnder", "dangerous");
        Place dangerous = place.at("dangerous");
        boolean off = dangerous.says("off");
        if (!off) {
            dangerous.only("from", "categories", "words", "except");
        }
        return new Ages(
                place.at("hoursFrom").wholeOrOff(1, 100),
                place.at("guardianConsentUnder").wholeOrOff(1, 100),
                off ? 0 : dangerous.at("from").whole(1, 100),
                off ? Kinds.NONE : Kinds.read(dangerous));
    }
}
