package ledger.domain.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import ledger.domain.document.DocumentMistake;
import ledger.domain.document.Place;

/** The kinds of service that a scheme may name, each with all its names. */
final class Categories {

    private final Map<String, Set<String>> namesByName;
    private final Set<String> codes;

    private Categories(Map<String, Set<String>> namesByName, Set<String> codes) {
        this.namesByName = namesByName;
        this.codes = codes;
    }

    /** Those that every scheme may name. */
    static Categories shipped() {
        Place document = Place.read("schemes/categories.yaml", Schemes.resource("categories"));
        return new Categories(Map.of(), Set.of()).with(document.only("categories").at("categories"));
    }

    /**
     * These, and those of a list of {@code {code, zh, en}}.
     *
     * @throws DocumentMistake at the first item that lacks one of them
     */
    Categories with(Place list) {
        Map<String, Set<String>> all = new HashMap<>(namesByName);
        Set<String> allCodes = new TreeSet<>(codes);
        for (Place one : list.items()) {
            one.only("code", "zh", "en");
            Set<String> names = Set.copyOf(
                    List.of(one.at("code").text(), one.at("zh").text(), one.at("en").text()));
            allCodes.add(one.at("code").text());
            names.forEach(name -> all.put(name, names));
        }
        return new Categories(all, allCodes);
    }

    /**
     * All names of the category written at a place.
     *
     * @throws DocumentMistake when there is none
     */
    Set<String> named(Place place) {
        Set<String> names = namesByName.get(place.text());
        if (names == null) {
            throw place.mistake(
                    "没有“" + place.text() + "”这个服务类别；可用的代码：" + String.join(", ", codes)
                            + "；自己的类别请写进 ownCategories",
                    "there is no category " + place.text() + "; known codes are " + String.join(", ", codes)
                            + "; put your own into ownCategories");
        }
        return names;
    }
}
