package ledger.api.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Visibility;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.QueryDesk;
import ledger.api.intake.RefusedException;
import ledger.domain.history.FactMetadata;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.FindEntryHistory;
import ledger.projections.account.HistoryItem;
import ledger.projections.submission.SubmissionReader;

/** One entry: what is known of it, and its history. */
@RestController
@RequestMapping("/api/v1/entries")
public class EntryDoor {

    private final Visibility visibility;
    private final QueryDesk queries;
    private final SubmissionReader submissions;
    private final Annex annex;
    private final Reads reads;

    EntryDoor(
            Visibility visibility,
            QueryDesk queries,
            SubmissionReader submissions,
            Annex annex,
            Reads reads) {
        this.visibility = visibility;
        this.queries = queries;
        this.submissions = submissions;
        this.annex = annex;
        this.reads = reads;
    }

    /** @param position a read that waits for it sees what was decided */
    public record Done(String id, boolean changed, long position) {

        /** @throws RefusedException when the command was refused */
        static Done of(String id, Receipt receipt) {
            return receipt.decision().fold(
                    facts -> new Done(id, true, receipt.position()),
                    same -> new Done(id, false, receipt.position()),
                    refusal -> {
                        throw new RefusedException(refusal);
                    });
        }
    }

    record EntryJson(long position, EntryVersion entry) {}

    @GetMapping("/{id}")
    EntryJson entry(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM);
        return new EntryJson(position, visibility.entry(id, reads.position(asOf, position), actor));
    }

    /**
     * One fact of the history.
     *
     * @param words reason, remark or objection, while the annex still has them
     * @param fileName name of the file it came in
     */
    public record HistoryLine(HistoryItem fact, @Nullable String words, @Nullable String fileName) {}

    public record History(long position, EntryVersion entry, List<HistoryLine> history) {}

    /** Who, when, what, why, and in which row of which file. */
    @GetMapping("/{id}/history")
    public History history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        List<HistoryItem> items = queries.ask(new FindEntryHistory(id)).items().stream()
                .map(item -> told(item, actor))
                .toList();
        return new History(position, entry, lines(items));
    }

    /** Facts with the words that the annex keeps for them. */
    List<HistoryLine> lines(List<HistoryItem> items) {
        Map<String, String> words = annex.read(items.stream().flatMap(item -> noteIds(item).stream()).toList());
        Map<String, Optional<String>> files = new HashMap<>();
        List<HistoryLine> lines = new ArrayList<>();
        for (HistoryItem item : items) {
            String spoken = noteIds(item).stream().map(words::get).filter(Objects::nonNull).findFirst().orElse(null);
            String submission = item.metadata().getOrDefault(FactMetadata.SUBMISSION, "");
            String file = files.computeIfAbsent(submission, this::fileName).orElse(null);
            lines.add(new HistoryLine(item, spoken, file));
        }
        return lines;
    }

    /** What this actor may read of a fact. */
    static HistoryItem told(HistoryItem item, Actor actor) {
        return Visibility.seesAll(actor) ? item : item.without(FactMetadata.SALT).withoutCircumstances();
    }

    private static List<String> noteIds(HistoryItem item) {
        return Stream.of(
                        item.fact().path("reason"), item.fact().path("objection"), item.fact().path("report"),
                        item.fact().path("entry").path("remark"))
                .map(note -> note.path("id").asString(""))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    /** The name of a roster's file, while the annex still has it. */
    Optional<String> fileName(String submissionId) {
        return submissions.find(submissionId)
                .flatMap(found -> Optional.ofNullable(found.fileNote()))
                .map(note -> annex.read(List.of(note)).getOrDefault(note, ""));
    }
}
