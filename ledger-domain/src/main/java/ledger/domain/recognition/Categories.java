package ledger.domain.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import ledger.domain.document.DocumentMistake;
import ledger.domain.document.Place;

/** The kinds of service that schemes may name, each with all its names. */
final class Categories {

    private final Map<String, Set<String>> namesByName = new LinkedHashMap<>();
    private final Set<String> codes = new TreeSet<>();

    /** @param documents each a list of {@code {code, zh, en}} under {@code categories} */
    Categories(List<Place> documents) {
        for (Place document : documents) {
            for (Place one : document.only("categories").at("categories").items()) {
                one.only("code", "zh", "en");
                Set<String> names = Set.of(one.at("code").text(), one.at("zh").text(), one.at("en").text());
                codes.add(one.at("code").text());
                names.forEach(name -> namesByName.put(name, names));
            }
        }
    }

    static boolean isOne(Place document) {
        return document.has("categories") && !document.has("id");
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
                    "没有“" + place.text() + "”这个服务类别；可用的代码：" + String.join(", ", codes) + "；自己的类别请写进 categories 文件",
                    "there is no category " + place.text() + "; known codes are " + String.join(", ", codes)
                            + "; put your own into a document of categories");
        }
        return names;
    }
}
