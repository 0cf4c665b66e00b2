package ledger.api.door;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.door.EntryDoor.Done;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.OrganizationRegister;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerIds;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand.ConsentToTransfer;
import ledger.domain.account.HourAccountCommand.EndTransfer;
import ledger.domain.account.HourAccountCommand.ProposeTransfer;
import ledger.domain.account.HourAccountCommand.TakeTransferredService;
import ledger.domain.account.TransferEnd;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.Transfer;
import ledger.projections.account.TransferReader;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;

/**
 * Entries that go from one organization's records to another's (F2.4): the recording one proposes, the volunteer
 * consents, the receiving one verifies and keeps. Until the volunteer consents the receiving one sees nothing of it.
 */
@RestController
@RequestMapping("/api/v1")
public class TransferDoor {

    private static final int MOST_SHOWN = 500;

    private final TransferReader transfers;
    private final EntryReader entries;
    private final EntryDecisionDoor decisions;
    private final OrganizationRegister register;
    private final OrganizationReader organizations;
    private final Visibility visibility;
    private final Officers officers;
    private final Annex annex;
    private final CommandDesk desk;
    private final Reads reads;

    TransferDoor(
            TransferReader transfers,
            EntryReader entries,
            EntryDecisionDoor decisions,
            OrganizationRegister register,
            OrganizationReader organizations,
            Visibility visibility,
            Officers officers,
            Annex annex,
            CommandDesk desk,
            Reads reads) {
        this.transfers = transfers;
        this.entries = entries;
        this.decisions = decisions;
        this.register = register;
        this.organizations = organizations;
        this.visibility = visibility;
        this.officers = officers;
        this.annex = annex;
        this.desk = desk;
        this.reads = reads;
    }

    /** @param to code, name or id of the organization that is to keep the entry */
    record TransferAsked(@Nullable String to, @Nullable String reasonCode, @Nullable String reason) {}

    /** @param reason in the person's own words; a volunteer need not give one */
    record TransferAnswer(@Nullable String reason) {}

    /**
     * A transfer with the entry it is about.
     *
     * @param from name of the organization it goes from
     * @param to name of the organization it goes to
     * @param words why, while the annex has them
     */
    public record TransferItem(
            Transfer transfer, EntryVersion entry, String from, String to, @Nullable String words) {}

    record TransferPage(long position, List<TransferItem> transfers) {}

    @PostMapping("/entries/{id}/transfer")
    Done propose(
            @PathVariable String id, @RequestBody TransferAsked body, @AuthenticationPrincipal Actor actor) {
        return decisions.decide(id, actor, body.reason(), (entry, officer, note) -> {
            var receiver = register.find(Reads.required(body.to(), "to"))
                    .orElseThrow(() -> RefusedException.of(SubmissionRefusal.ORGANIZATION_NOT_FOUND, "to"));
            return new ProposeTransfer(
                    entry.accountId(), id, receiver.id(), receiver.active(), officer,
                    Reads.required(body.reasonCode(), "reasonCode"), note, reads.clock().today());
        });
    }

    /** The volunteer says yes. */
    @PostMapping("/entries/{id}/transfer/consent")
    public Done consent(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        EntryVersion entry = own(id, actor);
        return Done.of(id, desk.send(new ConsentToTransfer(entry.accountId(), id, reads.clock().today()), actor));
    }

    /** The volunteer says no, or takes the consent back before the entry was taken. */
    @PostMapping("/entries/{id}/transfer/refusal")
    public Done refuse(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable TransferAnswer body,
            @AuthenticationPrincipal Actor actor) {
        EntryVersion entry = own(id, actor);
        return Done.of(id, desk.send(
                new EndTransfer(
                        entry.accountId(), id, TransferEnd.CONSENT_REFUSED, null,
                        note(body == null ? null : body.reason()), reads.clock().today()),
                actor));
    }

    private EntryVersion own(String id, Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER);
        reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
        return visibility.entry(id, EntryReader.NOW, actor);
    }

    /** The receiving organization keeps the entry from now on. */
    @PostMapping("/entries/{id}/transfer/acceptance")
    Done take(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        Seen seen = seen(id, actor);
        boolean active = register.find(seen.receiver()).map(OrganizationRegister.Organization::active).orElse(false);
        return Done.of(id, desk.send(
                new TakeTransferredService(
                        seen.entry().accountId(), id, active, officers.of(actor, seen.receiver()),
                        reads.clock().today()),
                actor));
    }

    /** The one that proposed it calls it off, or the one that was to receive it does not take it. */
    @PostMapping("/entries/{id}/transfer/end")
    Done end(
            @PathVariable String id, @RequestBody TransferAnswer body, @AuthenticationPrincipal Actor actor) {
        Seen seen = seen(id, actor);
        AnnexNote reason = annex.keep(Reads.required(body.reason(), "reason"));
        return Done.of(id, desk.send(
                new EndTransfer(
                        seen.entry().accountId(), id,
                        seen.asReceiver() ? TransferEnd.NOT_TAKEN : TransferEnd.CALLED_OFF,
                        officers.of(actor, seen.asReceiver() ? seen.receiver() : seen.entry().recordedBy()), reason,
                        reads.clock().today()),
                actor));
    }

    private record Seen(EntryVersion entry, String receiver, boolean asReceiver) {}

    /** An entry as an organization sees it: its own, or one that a volunteer consented to hand to it. */
    private Seen seen(String id, Actor actor) {
        Visibility.require(actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
        Set<String> ours = officers.oversees(actor);
        Optional<Transfer> open = transfers.openFor(id);
        boolean asReceiver = open.isPresent()
                && open.get().state() == Transfer.State.CONSENTED
                && ours.contains(open.get().toOrganizationId())
                && !ours.contains(open.get().fromOrganizationId());
        EntryVersion entry = asReceiver
                ? entries.find(id, EntryReader.NOW).orElseThrow(Visibility::notFound)
                : visibility.entry(id, EntryReader.NOW, actor);
        return new Seen(entry, open.map(Transfer::toOrganizationId).orElse(entry.recordedBy()), asReceiver);
    }

    /** Open ones that concern the one who asks, the oldest first. */
    @GetMapping("/transfers")
    TransferPage open(@AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.AUDITOR, Role.OPERATOR);
        long position = reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
        if (Visibility.seesAll(actor)) {
            return new TransferPage(position, items(transfers.open(MOST_SHOWN)));
        }
        Set<String> ours = officers.oversees(actor);
        return new TransferPage(position, items(transfers.open(ours, MOST_SHOWN).stream()
                .filter(transfer -> ours.contains(transfer.fromOrganizationId())
                        || transfer.state() == Transfer.State.CONSENTED)
                .toList()));
    }

    /** All of a volunteer that the one who asks may see, open or over, the last one first. */
    @GetMapping("/volunteers/{number}/transfers")
    TransferPage of(@PathVariable String number, @AuthenticationPrincipal Actor actor) {
        long position = reads.upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
        return new TransferPage(position, seenBy(visibility.volunteer(number, actor), actor));
    }

    private List<TransferItem> seenBy(String volunteerId, Actor actor) {
        Set<String> seen = new HashSet<>(visibility.entries(volunteerId, EntryReader.NOW, actor).stream()
                .map(EntryVersion::entryId)
                .toList());
        return items(transfers.of(LedgerIds.accountOf(volunteerId)).stream()
                .filter(transfer -> seen.contains(transfer.entryId()))
                .toList());
    }

    /** Those of a volunteer that wait for an answer. */
    public List<TransferItem> waiting(String volunteerId, Actor actor) {
        return seenBy(volunteerId, actor).stream().filter(item -> item.transfer().endedOn() == null).toList();
    }

    private List<TransferItem> items(Collection<Transfer> shown) {
        Map<String, String> words = annex.read(shown.stream().map(Transfer::noteId).toList());
        var named = organizations.byId(shown.stream()
                .flatMap(transfer -> Stream.of(transfer.fromOrganizationId(), transfer.toOrganizationId()))
                .toList());
        return shown.stream()
                .flatMap(transfer -> entries.find(transfer.entryId(), EntryReader.NOW).stream()
                        .map(entry -> new TransferItem(
                                transfer, entry, named.get(transfer.fromOrganizationId()).name(),
                                named.get(transfer.toOrganizationId()).name(), words.get(transfer.noteId()))))
                .toList();
    }

    private @Nullable AnnexNote note(@Nullable String words) {
        return words == null || words.isBlank() ? null : annex.keep(words.strip());
    }
}
