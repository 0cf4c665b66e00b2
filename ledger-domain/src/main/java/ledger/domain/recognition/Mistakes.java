package ledger.domain.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ledger.domain.document.DocumentMistake;
import ledger.domain.document.Place;

/** Goes on reading after a mistake, so that an author is shown all of them at once. */
final class Mistakes {

    private final List<DocumentMistake> found = new ArrayList<>();

    void add(DocumentMistake mistake) {
        found.add(mistake);
    }

    List<DocumentMistake> found() {
        return found;
    }

    /** What is written under a key that must be there, or a stand-in that nobody will see. */
    <T> T want(Place place, String key, T standIn, Function<Place, T> read) {
        try {
            return read.apply(place.at(key));
        } catch (DocumentMistake mistake) {
            add(mistake);
            return standIn;
        }
    }

    /** What is written under a key, or what holds where it is absent. */
    <T> T may(Place place, String key, T absent, Function<Place, T> read) {
        T found = find(place, key, read);
        return found == null ? absent : found;
    }

    /** What is written under a key; null where it is absent. */
    <T> @Nullable T find(Place place, String key, Function<Place, T> read) {
        try {
            Place at = place.find(key).orElse(null);
            return at == null ? null : read.apply(at);
        } catch (DocumentMistake mistake) {
            add(mistake);
            return null;
        }
    }

    /** Each item of a list, without those that are wrong. */
    <T> List<T> each(Place list, Function<Place, T> read) {
        List<T> items = new ArrayList<>();
        for (Place item : list.items()) {
            try {
                items.add(read.apply(item));
            } catch (DocumentMistake mistake) {
                add(mistake);
            }
        }
        return items;
    }

    /** A place whose keys are all of these, whatever else is wrong with it. */
    Place only(Place place, List<String> known) {
        place.unknown(known).forEach(this::add);
        return place;
    }
}
