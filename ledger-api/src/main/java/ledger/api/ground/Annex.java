package ledger.api.ground;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import ledger.domain.account.AnnexNote;

/** Where people's own words are kept: remarks, reasons, objections, file names. Erasable; facts hold a salted digest. */
public interface Annex {

    /** Keep words before the fact that speaks of them; one note for each, in the same order. */
    List<AnnexNote> keep(List<String> words);

    default AnnexNote keep(String words) {
        return keep(List.of(words)).getFirst();
    }

    /** The words that are still there, by note id. */
    Map<String, String> read(Collection<String> noteIds);
}
