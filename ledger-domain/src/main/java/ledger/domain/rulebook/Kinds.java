package ledger.domain.rulebook;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.domain.document.Place;

/**
 * Kinds of activity that a rulebook means, by category or by whole phrases in name and content (R8).
 *
 * @param except phrases that only look like one of the words, or in which it stands for service after all
 */
public record Kinds(Set<String> categories, List<Phrase> words, List<Phrase> except) {

    /**
     * Words as the rulebook has them, and as they are looked for.
     *
     * @param plain without blanks, full-width signs and case
     */
    public record Phrase(String text, String plain) {

        static List<Phrase> read(Place list) {
            return list.texts().stream().map(text -> new Phrase(text, Kinds.plain(text))).toList();
        }
    }


    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public static final Kinds NONE = new Kinds(Set.of(), List.of(), List.of());

    public Kinds {
        categories = Set.copyOf(categories);
        words = List.copyOf(words);
        except = List.copyOf(except);
    }

    static Kinds read(Place place) {
        return new Kinds(
                Set.copyOf(place.find("categories").map(Place::texts).orElse(List.of())),
                place.find("words").map(Phrase::read).orElse(List.of()),
                place.find("except").map(Phrase::read).orElse(List.of()));
    }

    public boolean hasCategory(@Nullable String category) {
        return category != null && categories.contains(category.strip());
    }

    /** The first of the words that stands in one of these texts outside every exception. */
    public Optional<String> wordIn(@Nullable String... texts) {
        List<String> left =
                Stream.of(texts).filter(Objects::nonNull).map(this::withoutExceptions).toList();
        return words.stream()
                .filter(word -> left.stream().anyMatch(text -> text.contains(word.plain())))
                .map(Phrase::text)
                .findFirst();
    }

    /** Category or word, whichever these texts give. */
    public Optional<String> namedBy(@Nullable String category, @Nullable String... texts) {
        return hasCategory(category) ? Optional.ofNullable(category) : wordIn(texts);
    }

    private String withoutExceptions(String text) {
        String left = plain(text);
        for (Phrase phrase : except) {
            left = left.replace(phrase.plain(), "\n");
        }
        return left;
    }

    /** Blanks, full-width signs and case make no difference. */
    private static String plain(String text) {
        if (text.chars().allMatch(Kinds::isPlain)) {
            return text;
        }
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Han as it is commonly written, small Latin letters, digits: of these nothing is to be made. */
    private static boolean isPlain(int sign) {
        return sign >= '\u4E00' && sign <= '\u9FFF' || sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9';
    }
}
