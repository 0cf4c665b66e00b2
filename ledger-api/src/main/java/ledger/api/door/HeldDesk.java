package ledger.api.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Rehearsals;
import ledger.api.intake.Texts;
import ledger.api.intake.Texts.Text;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.AccountRehearsal.Overlapped;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.EntryState;
import ledger.domain.account.Hold;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;

/** Says of a held entry why it waits, who can end that as things stand, and whether the one who asks can. */
@Component
final class HeldDesk {

    private static final AnnexNote NO_WORDS = new AnnexNote("", "");

    private final Rehearsals rehearsals;
    private final Rulebooks rulebooks;
    private final EntryCommands commands;
    private final EntryReader entries;
    private final Officers officers;
    private final OrganizationRegister organizations;
    private final Texts texts;

    HeldDesk(
            Rehearsals rehearsals,
            Rulebooks rulebooks,
            EntryCommands commands,
            EntryReader entries,
            Officers officers,
            OrganizationRegister organizations,
            Texts texts) {
        this.rehearsals = rehearsals;
        this.rulebooks = rulebooks;
        this.commands = commands;
        this.entries = entries;
        this.officers = officers;
        this.organizations = organizations;
        this.texts = texts;
    }

    /** A reason to hold, with what the rule says and what to do. */
    record Why(Hold reason, Text zh, Text en) {}

    /** How whoever decides stands to the organization that recorded the entry. */
    enum DecidedBy {
        OWN,
        PARENT,
        AUTHORITY,
        /** The nearest organization that is, or stands above, each of those whose entries overlap. */
        COMMON_ANCESTOR,
        /** Nobody as the entry is now: it is corrected or declined. */
        NOBODY
    }

    /** @param organization code of the lowest organization that may approve; those above it may as well */
    record Decider(DecidedBy by, @Nullable String organization, @Nullable String name) {}

    /**
     * @param mayDecide whether the one who asks may approve it, an overlap together with what ends it
     * @param overlapping standing entries in its time, as far as the one who asks may see them
     * @param overlapsElsewhere whether others stand in its time that the one who asks may not see
     * @param decidedSince whether somebody decided after the position of the listing
     */
    record HeldItem(
            EntryVersion entry,
            List<Why> reasons,
            Decider decider,
            boolean mayDecide,
            List<EntryVersion> overlapping,
            boolean overlapsElsewhere,
            boolean decidedSince) {}

    /** @param seen ids of the organizations whose lines the actor sees; absent for all */
    HeldItem item(EntryVersion entry, @Nullable Set<String> seen, Actor actor) {
        AccountRehearsal account = rehearsals.of(entry.accountId());
        boolean held = entries.find(entry.entryId(), EntryReader.NOW)
                .map(now -> now.state() == EntryState.HELD)
                .orElse(false);
        List<Overlapped> overlaps = account.overlapping(entry.entryId());
        List<Overlapped> visible = overlaps.stream()
                .filter(other -> seen == null || seen.contains(other.recordedBy()))
                .toList();
        Branch branch = officers.branch(actor, recorders(entry, overlaps));
        Decider decider = overlaps.isEmpty() ? decider(account, entry, branch) : settler(entry, overlaps, branch);
        boolean may = held && Officers.mayDecide(actor) && may(account, entry, overlaps, branch, actor);
        return new HeldItem(
                entry, why(entry), decider, may,
                visible.stream().flatMap(other -> entries.find(other.entryId(), EntryReader.NOW).stream()).toList(),
                visible.size() < overlaps.size(), !held);
    }

    private static List<String> recorders(EntryVersion entry, List<Overlapped> overlaps) {
        return Stream.concat(Stream.of(entry.recordedBy()), overlaps.stream().map(Overlapped::recordedBy))
                .distinct()
                .toList();
    }

    private List<Why> why(EntryVersion entry) {
        return entry.holdReasons().stream()
                .map(reason -> new Why(
                        reason, texts.of(reason, Locale.CHINESE), texts.of(reason, Locale.ENGLISH)))
                .toList();
    }

    private boolean may(
            AccountRehearsal account, EntryVersion entry, List<Overlapped> overlaps, Branch branch, Actor actor) {
        Officer officer = Officers.of(actor, entry.recordedBy(), branch);
        if (officer.tier() == Tier.AUTHORITY) {
            return !overlaps.isEmpty() || approvedBy(account, entry).isPresent();
        }
        boolean oversees = recorders(entry, overlaps).stream()
                .allMatch(recorder -> branch.isWithin(recorder, officer.organizationId()));
        return oversees && (!overlaps.isEmpty() || approvedBy(account, entry)
                .map(tier -> tier.ordinal() <= officer.tier().ordinal())
                .orElse(false));
    }

    private Optional<Tier> approvedBy(AccountRehearsal account, EntryVersion entry) {
        Officer own = new Officer(entry.recordedBy(), Tier.OWN);
        return account.approvedBy(commands.approve(entry, own, NO_WORDS), rulebooks);
    }

    private Decider decider(AccountRehearsal account, EntryVersion entry, Branch branch) {
        return approvedBy(account, entry)
                .map(tier -> switch (tier) {
                    case OWN -> decider(DecidedBy.OWN, branch.find(entry.recordedBy()));
                    case PARENT -> branch.find(entry.recordedBy())
                            .flatMap(one -> Optional.ofNullable(one.parentId()))
                            .flatMap(branch::find)
                            .map(parent -> decider(DecidedBy.PARENT, Optional.of(parent)))
                            .orElseGet(() -> authority(entry, branch));
                    case AUTHORITY -> authority(entry, branch);
                })
                .orElse(new Decider(DecidedBy.NOBODY, null, null));
    }

    private Decider settler(EntryVersion entry, List<Overlapped> overlaps, Branch branch) {
        return above(entry.recordedBy(), branch).stream()
                .filter(one -> overlaps.stream().allMatch(other -> branch.isWithin(other.recordedBy(), one.id())))
                .findFirst()
                .map(ancestor -> decider(DecidedBy.COMMON_ANCESTOR, Optional.of(ancestor)))
                .orElseGet(() -> authority(entry, branch));
    }

    /** The highest authority above the entry, or the ledger's first organization where it is one. */
    private Decider authority(EntryVersion entry, Branch branch) {
        return decider(DecidedBy.AUTHORITY, above(entry.recordedBy(), branch).reversed().stream()
                .filter(one -> one.kind() == OrganizationKind.AUTHORITY)
                .findFirst()
                .or(() -> organizations.first().filter(one -> one.kind() == OrganizationKind.AUTHORITY)));
    }

    /** The organization and all above it, nearest first. */
    private static List<Organization> above(String id, Branch branch) {
        List<Organization> chain = new ArrayList<>();
        for (Optional<Organization> at = branch.find(id); at.isPresent() && !chain.contains(at.get()); ) {
            chain.add(at.get());
            at = Optional.ofNullable(at.get().parentId()).flatMap(branch::find);
        }
        return chain;
    }

    private static Decider decider(DecidedBy by, Optional<Organization> organization) {
        return new Decider(
                by,
                organization.map(Organization::code).orElse(null),
                organization.map(Organization::name).orElse(null));
    }
}
