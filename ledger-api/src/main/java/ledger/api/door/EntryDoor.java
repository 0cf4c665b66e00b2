package ledger.api.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Annex;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.intake.RefusedException;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.DismissObjection;
import ledger.domain.account.HourAccountCommand.RaiseObjection;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.Officer;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.Tier;
import ledger.domain.history.FactMetadata;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryReader.HistoryItem;
import ledger.projections.account.EntryVersion;
import ledger.projections.submission.SubmissionReader;

/** One entry: what is known of it, its history, and the decisions that people take about it. */
@RestController
@RequestMapping("/api/v1/entries")
public class EntryDoor {

    private final Visibility visibility;
    private final EntryReader entries;
    private final SubmissionReader submissions;
    private final Annex annex;
    private final CommandDesk desk;
    private final OrganizationRegister organizations;
    private final CircumstancesRegister circumstances;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final Reads reads;

    EntryDoor(
            Visibility visibility,
            EntryReader entries,
            SubmissionReader submissions,
            Annex annex,
            CommandDesk desk,
            OrganizationRegister organizations,
            CircumstancesRegister circumstances,
            Rulebooks rulebooks,
            LedgerProperties properties,
            Reads reads) {
        this.visibility = visibility;
        this.entries = entries;
        this.submissions = submissions;
        this.annex = annex;
        this.desk = desk;
        this.organizations = organizations;
        this.circumstances = circumstances;
        this.rulebooks = rulebooks;
        this.properties = properties;
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
        List<HistoryItem> items = entries.historyOf(id).stream()
                .map(item -> Visibility.seesAll(actor) ? item : item.without(FactMetadata.SALT).withoutCircumstances())
                .toList();
        Map<String, String> words = annex.read(items.stream().flatMap(item -> noteIds(item).stream()).toList());
        List<HistoryLine> lines = new ArrayList<>();
        for (HistoryItem item : items) {
            String spoken = noteIds(item).stream().map(words::get).filter(Objects::nonNull).findFirst().orElse(null);
            lines.add(new HistoryLine(item, spoken, fileName(item).orElse(null)));
        }
        return new History(position, entry, lines);
    }

    private static List<String> noteIds(HistoryItem item) {
        return Stream.of(
                        item.fact().path("reason"), item.fact().path("objection"),
                        item.fact().path("entry").path("remark"))
                .map(note -> note.path("id").asString(""))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private Optional<String> fileName(HistoryItem item) {
        return Optional.ofNullable(item.metadata().get(FactMetadata.SUBMISSION))
                .flatMap(submissions::find)
                .flatMap(found -> Optional.ofNullable(found.fileNote()))
                .map(note -> annex.read(List.of(note)).getOrDefault(note, ""));
    }

    /** @param reasonCode a short stable word, stored in the fact; {@code reason} the person's own words */
    record Decided(@Nullable String reasonCode, @Nullable String reason) {}

    record Corrected(
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String activityName,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            java.time.@Nullable LocalDateTime servedFrom,
            java.time.@Nullable LocalDateTime servedTo,
            @Nullable Integer breakMinutes) {}

    @PostMapping("/{id}/approval")
    Done approve(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> new ApproveHeldService(
                entry.accountId(), id, officer, note, reads.clock().today(), rulebook(),
                circumstances(entry, entry.time())));
    }

    @PostMapping("/{id}/decline")
    Done decline(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> new DeclineHeldService(
                entry.accountId(), id, officer, note, reads.clock().today()));
    }

    @PostMapping("/{id}/revocation")
    Done revoke(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> new RevokeService(
                entry.accountId(), id, officer, code(body.reasonCode()), note, reads.clock().today()));
    }

    @PostMapping("/{id}/reinstatement")
    Done reinstate(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> new ReinstateService(
                entry.accountId(), id, officer, code(body.reasonCode()), note, reads.clock().today(),
                rulebook(), circumstances(entry, entry.time())));
    }

    @PostMapping("/{id}/correction")
    Done correct(@PathVariable String id, @RequestBody Corrected body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> {
            Organization recorder = organizations.find(entry.recordedBy()).orElseThrow(Visibility::notFound);
            return new CorrectService(
                    entry.accountId(), id, activity(entry.activity(), body), time(entry.time(), body), officer,
                    code(body.reasonCode()), note,
                    new RecordingFacts(
                            recorder.active(), recorder.isSupervised(), true, reads.clock().instant(),
                            reads.clock().today(), rulebook(), new Claim.Unclaimed(),
                            circumstances(entry, time(entry.time(), body))));
        });
    }

    /** The volunteer says that an entry in notice is not right. */
    @PostMapping("/{id}/objection")
    Done object(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER);
        reads.upToNow(EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        AnnexNote words = annex.keep(Reads.required(body.reason(), "reason"));
        return Done.of(id, desk.send(new RaiseObjection(entry.accountId(), id, words, reads.clock().today()), actor));
    }

    @PostMapping("/{id}/objection/upheld")
    Done uphold(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> new UpholdObjection(
                entry.accountId(), id, officer, note, reads.clock().today()));
    }

    @PostMapping("/{id}/objection/dismissed")
    Done dismiss(@PathVariable String id, @RequestBody Decided body, @AuthenticationPrincipal Actor actor) {
        return decide(id, actor, body.reason(), (entry, officer, note) -> new DismissObjection(
                entry.accountId(), id, officer, note, reads.clock().today(), rulebook()));
    }

    interface Deciding {
        HourAccountCommand command(EntryVersion entry, Officer officer, AnnexNote reason);
    }

    /** R17: the recording organization, one above it, or the authority; each decision gives its reason. */
    Done decide(String id, Actor actor, @Nullable String reason, Deciding deciding) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        String words = Reads.required(reason, "reason");
        reads.upToNow(EntryProjection.ROOM);
        EntryVersion entry = visibility.entry(id, EntryReader.NOW, actor);
        Officer officer = officer(actor, entry.recordedBy());
        return Done.of(id, desk.send(deciding.command(entry, officer, annex.keep(words)), actor));
    }

    Officer officer(Actor actor, String recordedBy) {
        String own = actor.organization().orElseThrow(Visibility::notFound);
        var branch = organizations.branch(List.of(own, recordedBy));
        boolean authority = actor.role() == Role.AUTHORITY
                && branch.find(own).map(one -> one.kind() == OrganizationKind.AUTHORITY).orElse(false);
        if (authority) {
            return new Officer(own, Tier.AUTHORITY);
        }
        boolean above = !own.equals(recordedBy) && branch.isWithin(recordedBy, own);
        return new Officer(own, above ? Tier.PARENT : Tier.OWN);
    }

    private String rulebook() {
        return rulebooks.inEffect(properties.rulebook(), reads.clock().today()).edition();
    }

    private Circumstances circumstances(EntryVersion entry, ServedTime time) {
        var asked = new CircumstancesRegister.Asked(entry.volunteerId(), time.servedOn(), entry.recordedBy(), null);
        return circumstances.of(List.of(asked)).getFirst();
    }

    private static String code(@Nullable String reasonCode) {
        return reasonCode == null || reasonCode.isBlank() ? "unspecified" : reasonCode.strip();
    }

    private static Activity activity(Activity now, Corrected body) {
        return new Activity(
                Objects.requireNonNullElse(body.activityName(), now.name()),
                body.category() == null ? now.category() : body.category(),
                body.content() == null ? now.content() : body.content(),
                body.place() == null ? now.place() : body.place(),
                now.personInCharge(), now.recorder());
    }

    private static ServedTime time(ServedTime now, Corrected body) {
        var from = body.servedFrom() == null ? now.servedFrom() : body.servedFrom();
        var to = body.servedTo() == null ? now.servedTo() : body.servedTo();
        int breaks = body.breakMinutes() == null ? now.breakMinutes() : body.breakMinutes();
        return from == null || to == null
                ? now
                : ServedTime.interval(from, to, java.time.ZoneId.of(now.zone()), breaks);
    }
}
