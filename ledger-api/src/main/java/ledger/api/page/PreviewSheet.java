package ledger.api.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.door.EntryPreview;
import ledger.api.door.EntryPreview.Reached;
import ledger.api.door.EntryPreview.SchemeChange;
import ledger.api.door.Reads;
import ledger.api.intake.Texts;
import ledger.domain.recognition.Scheme;
import ledger.projections.recognition.RecognitionReader;

/** What a decision would change, in the reader's language. */
@Component
class PreviewSheet {

    private final RecognitionReader recognition;
    private final Reads reads;
    private final Wording wording;

    PreviewSheet(RecognitionReader recognition, Reads reads, Wording wording) {
        this.recognition = recognition;
        this.reads = reads;
        this.wording = wording;
    }

    /**
     * What would be so afterwards.
     *
     * @param refused why it would be refused; absent where it would not
     * @param steps schemes whose minutes would change
     */
    public record Preview(EntryPreview.Shown shown, Texts.@Nullable Text refused, List<Step> steps) {}

    /** A scheme before and after, levels by their titles. */
    public record Step(String scheme, Reached before, Reached after, String levelBefore, String levelAfter) {}

    Preview of(EntryPreview.Shown shown) {
        Map<String, Scheme> schemes = recognition.schemes(reads.clock().today()).stream()
                .collect(Collectors.toMap(Scheme::id, Function.identity()));
        return new Preview(
                shown,
                shown.refused() == null ? null : wording.of(shown.refused()),
                shown.schemes().stream()
                        .filter(change -> !change.before().equals(change.after()))
                        .filter(change -> schemes.containsKey(change.scheme()))
                        .map(change -> step(change, Objects.requireNonNull(schemes.get(change.scheme()))))
                        .toList());
    }

    private Step step(SchemeChange change, Scheme scheme) {
        return new Step(
                wording.of(scheme.title()), change.before(), change.after(), level(scheme, change.before()),
                level(scheme, change.after()));
    }

    private String level(Scheme scheme, Reached reached) {
        return scheme.bands().stream()
                .flatMap(band -> band.levels().stream())
                .filter(level -> level.id().equals(reached.level()))
                .findFirst()
                .map(level -> wording.of(level.title()))
                .orElse("—");
    }
}
