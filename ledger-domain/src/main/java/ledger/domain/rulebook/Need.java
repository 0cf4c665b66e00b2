package ledger.domain.rulebook;

import java.util.List;
import java.util.Set;

import ledger.domain.document.Place;

/**
 * What service of some categories needs (R14).
 *
 * @param qualifications codes of training, credentials or insurance, all of them needed
 */
public record Need(Set<String> categories, List<String> qualifications) {

    public Need {
        categories = Set.copyOf(categories);
        qualifications = List.copyOf(qualifications);
    }

    static Need read(Place place) {
        place.only("categories", "qualifications");
        return new Need(Set.copyOf(place.at("categories").texts()), place.at("qualifications").texts());
    }
}
