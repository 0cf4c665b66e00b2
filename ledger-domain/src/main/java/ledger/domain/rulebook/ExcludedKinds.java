package ledger.domain.rulebook;

import ledger.domain.account.Tier;
import ledger.domain.document.Place;

/** Activities that look like no service, and who decides about them (R8). */
public record ExcludedKinds(Kinds kinds, Tier decides) {

    public static final ExcludedKinds NONE = new ExcludedKinds(Kinds.NONE, Tier.PARENT);

    static ExcludedKinds read(Place place) {
        place.only("words", "except", "decides");
        place.at("words");
        return new ExcludedKinds(Kinds.read(place), place.at("decides").one(Tier.class));
    }
}
