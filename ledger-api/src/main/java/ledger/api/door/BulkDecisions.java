package ledger.api.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.EntryDecisionDoor.Deciding;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;
import ledger.domain.Refusal;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;

/** Many decisions handed in at once: each gets its own answer, and one that is refused harms no other. */
@Component
public final class BulkDecisions {

    private static final int MOST = 1_000;

    private final Visibility visibility;
    private final Officers officers;
    private final Annex annex;
    private final CommandDesk desk;
    private final Texts texts;
    private final Reads reads;

    BulkDecisions(
            Visibility visibility, Officers officers, Annex annex, CommandDesk desk, Texts texts, Reads reads) {
        this.visibility = visibility;
        this.officers = officers;
        this.annex = annex;
        this.desk = desk;
        this.texts = texts;
        this.reads = reads;
    }

    /** @param reason the person's own words */
    public record Decision(@Nullable String entry, @Nullable String decision, @Nullable String reason) {}

    public record Decisions(@Nullable List<@Nullable Decision> decisions) {}

    /** What became of one decision. */
    public enum Outcome {
        DONE,
        SO_ALREADY,
        REFUSED
    }

    /** @param refused absent unless it was refused */
    public record Answer(@Nullable String entry, Outcome outcome, @Nullable RefusedJson refused) {}

    /**
     * @param position a read that waits for it sees all that was decided
     * @param answers in the order of the decisions
     */
    public record Answers(long position, List<Answer> answers) {}

    /** A decision on its way, or why it cannot be taken. */
    private sealed interface Step {

        record Ready(EntryVersion entry, Deciding deciding, String words) implements Step {}

        record Refused(Refusal refusal) implements Step {}
    }

    /** @param kinds how each decision, by its word, becomes a command */
    Answers decide(@Nullable List<@Nullable Decision> decisions, Map<String, Deciding> kinds, Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        if (decisions == null || decisions.isEmpty() || decisions.size() > MOST) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "decisions");
        }
        long before = reads.upToNow(EntryProjection.ROOM);
        List<Step> steps = decisions.stream().map(one -> step(one, kinds, actor)).toList();
        List<Receipt> receipts = desk.sendAll(
                commands(steps, actor).stream().map(command -> new CommandDesk.Asked(command, Map.of())).toList(),
                actor);
        long position = receipts.stream().mapToLong(Receipt::position).reduce(before, Math::max);
        return new Answers(position, answers(decisions, steps, receipts));
    }

    private Step step(@Nullable Decision asked, Map<String, Deciding> kinds, Actor actor) {
        try {
            String entryId = Reads.required(asked == null ? null : asked.entry(), "entry");
            Deciding deciding = kinds.get(Reads.required(asked == null ? null : asked.decision(), "decision"));
            if (deciding == null) {
                throw RefusedException.of(DoorRefusal.VALUE_INVALID, "decision");
            }
            String words = Reads.required(asked == null ? null : asked.reason(), "reason");
            return new Step.Ready(visibility.entry(entryId, EntryReader.NOW, actor), deciding, words);
        } catch (RefusedException e) {
            return new Step.Refused(e.refusal());
        }
    }

    private List<HourAccountCommand> commands(List<Step> steps, Actor actor) {
        List<Step.Ready> ready =
                steps.stream().filter(Step.Ready.class::isInstance).map(Step.Ready.class::cast).toList();
        List<AnnexNote> notes = annex.keep(ready.stream().map(Step.Ready::words).toList());
        var branch = officers.branch(actor, ready.stream().map(one -> one.entry().recordedBy()).toList());
        List<HourAccountCommand> commands = new ArrayList<>();
        for (int i = 0; i < ready.size(); i++) {
            EntryVersion entry = ready.get(i).entry();
            commands.add(ready.get(i).deciding()
                    .command(entry, Officers.of(actor, entry.recordedBy(), branch), notes.get(i)));
        }
        return commands;
    }

    private List<Answer> answers(List<@Nullable Decision> decisions, List<Step> steps, List<Receipt> receipts) {
        List<Answer> answers = new ArrayList<>();
        int sent = 0;
        for (int i = 0; i < steps.size(); i++) {
            Decision asked = decisions.get(i);
            String entry = asked == null ? null : asked.entry();
            answers.add(switch (steps.get(i)) {
                case Step.Refused refused -> refused(entry, refused.refusal());
                case Step.Ready ignored -> answer(entry, receipts.get(sent++));
            });
        }
        return answers;
    }

    private Answer answer(@Nullable String entry, Receipt receipt) {
        return receipt.decision().fold(
                facts -> new Answer(entry, Outcome.DONE, null),
                same -> new Answer(entry, Outcome.SO_ALREADY, null),
                refusal -> refused(entry, refusal));
    }

    private Answer refused(@Nullable String entry, Refusal refusal) {
        return new Answer(entry, Outcome.REFUSED, RefusedJson.of(refusal, texts));
    }
}
