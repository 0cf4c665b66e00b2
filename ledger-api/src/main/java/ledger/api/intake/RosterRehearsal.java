package ledger.api.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.KnownAccounts;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Contact;
import ledger.domain.Decision;
import ledger.domain.Digest;
import ledger.domain.LedgerIds;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Claim;
import ledger.domain.account.EntryState;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.SourceRecord;

/** A roster tried out: its sessions are judged in the order of its rows, by accounts of which nothing is stored. */
final class RosterRehearsal implements Recording, AutoCloseable {

    /** What a rehearsal must remember of each record is little, and yet it is kept in memory. */
    static final int MOST_ROWS = 1_000_000;

    private static final AnnexNote UNKEPT = new AnnexNote("note-unkept", Digest.of("unkept"));

    private final Vault vault;
    private final KnownAccounts known;
    private final RehearsedAccounts accounts;
    private final long position;
    private final Map<Key, Taken> taken = new HashMap<>();
    private final Map<String, Map<EntryState, Long>> minutes = new TreeMap<>();

    /** Enough of a digest to tell a source record from all others of a file. */
    private record Key(long high, long low) {
        static Key of(SourceRecord source) {
            byte[] names = (source.system().length() + ":" + source.system() + source.record())
                    .getBytes(StandardCharsets.UTF_8);
            ByteBuffer digest = ByteBuffer.wrap(Digest.sha256().digest(names));
            return new Key(digest.getLong(), digest.getLong());
        }
    }

    private record Taken(String accountId, int attempt) {}

    /** @param position up to which the ledger is known to it */
    RosterRehearsal(Vault vault, KnownAccounts known, RehearsedAccounts accounts, long position) {
        this.vault = vault;
        this.known = known;
        this.accounts = accounts;
        this.position = position;
    }

    /** Minutes that would be new, by organization and state. */
    Map<String, Map<EntryState, Long>> minutes() {
        return minutes;
    }

    int volunteers() {
        return accounts.touched();
    }

    /** A name that is not known yet stands for itself. */
    @Override
    public Map<Contact, String> contactIds(List<Contact> contacts) {
        Map<Contact, String> ids = new HashMap<>(vault.knownContactIds(contacts));
        contacts.forEach(contact -> ids.computeIfAbsent(
                contact, one -> "contact-" + Digest.of(one.organizationId(), one.name())));
        return ids;
    }

    @Override
    public List<AnnexNote> keep(List<String> words) {
        return words.stream().map(text -> UNKEPT).toList();
    }

    @Override
    public List<CompletableFuture<Receipt>> submit(List<Asked> commands, Actor actor) {
        List<RecordService> asked = commands.stream().map(one -> (RecordService) one.command()).toList();
        Map<SourceRecord, Claim> claims = known.claims(asked.stream().map(RecordService::source).toList());
        return asked.stream()
                .map(command -> CompletableFuture.completedFuture(new Receipt(
                        position, decide(command, claims.getOrDefault(command.source(), new Claim.Unclaimed())))))
                .toList();
    }

    private Decision<HourAccountEvent> decide(RecordService command, Claim stored) {
        Key key = Key.of(command.source());
        Taken before = taken.get(key);
        // Within one account the account itself knows its records; the digest matters to nobody else's.
        Claim claim = before == null
                ? stored
                : new Claim.Open(before.accountId(), entryId(command.source(), before.attempt()), "");
        Decision<HourAccountEvent> decision = accounts.decide(command.with(claim));
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            accepted.facts().forEach(fact -> count(key, fact));
        }
        return decision;
    }

    private static String entryId(SourceRecord source, int attempt) {
        return LedgerIds.entry(source.system(), source.record(), attempt);
    }

    private void count(Key key, HourAccountEvent fact) {
        if (fact instanceof ServiceRecorded e) {
            count(key, e.accountId(), e.entry(), EntryState.RECORDED);
        } else if (fact instanceof ServiceHeld e) {
            count(key, e.accountId(), e.entry(), EntryState.HELD);
        }
    }

    private void count(Key key, String accountId, HourAccountEvent.Entry entry, EntryState state) {
        taken.put(key, new Taken(accountId, entry.attempt()));
        minutes.computeIfAbsent(entry.recordedBy(), id -> new EnumMap<>(EntryState.class))
                .merge(state, (long) entry.time().minutes(), Long::sum);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
