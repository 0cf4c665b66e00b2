package ledger.api.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ledger.api.ground.KnownAccounts;
import ledger.domain.Decision;
import ledger.domain.account.AccountFact;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactTypes;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.LedgerJson;

/**
 * The accounts that a tried-out roster touches. Those in use are in memory; what the others decided in this rehearsal
 * waits in a file of its own, so that they go on from there when they are needed again.
 */
final class RehearsedAccounts implements AutoCloseable {

    private static final int IN_MEMORY = 2_000;

    private final KnownAccounts known;
    private final Rulebooks rulebooks;
    private final Map<String, Account> hot = new LinkedHashMap<>(IN_MEMORY, 0.75f, true);
    private final Map<String, List<Long>> cold = new HashMap<>();
    private final Path path;
    private final RandomAccessFile spill;

    private record Account(AccountRehearsal rehearsal, List<HourAccountEvent> fresh) {}

    RehearsedAccounts(KnownAccounts known, Rulebooks rulebooks) {
        this.known = known;
        this.rulebooks = rulebooks;
        try {
            this.path = Files.createTempFile("ledger-rehearsal-", ".spill");
            this.spill = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Decision<HourAccountEvent> decide(RecordService command) {
        Account account = hot.computeIfAbsent(command.accountId(), this::load);
        Decision<HourAccountEvent> decision = account.rehearsal().decide(command, rulebooks);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            account.fresh().addAll(accepted.facts());
        }
        makeRoom();
        return decision;
    }

    /** Accounts that would have new entries. */
    int touched() {
        return (int) (cold.size() + hot.entrySet().stream()
                .filter(one -> !one.getValue().fresh().isEmpty() && !cold.containsKey(one.getKey()))
                .count());
    }

    private Account load(String accountId) {
        List<AccountFact> facts = new ArrayList<>(known.past(accountId));
        cold.getOrDefault(accountId, List.of()).forEach(at -> facts.addAll(read(at)));
        return new Account(AccountRehearsal.of(facts), new ArrayList<>());
    }

    private void makeRoom() {
        if (hot.size() <= IN_MEMORY) {
            return;
        }
        Map.Entry<String, Account> eldest = hot.entrySet().iterator().next();
        if (!eldest.getValue().fresh().isEmpty()) {
            cold.computeIfAbsent(eldest.getKey(), id -> new ArrayList<>(1)).add(write(eldest.getValue().fresh()));
        }
        hot.remove(eldest.getKey());
    }

    private long write(List<HourAccountEvent> facts) {
        try {
            long at = spill.length();
            spill.seek(at);
            spill.writeInt(facts.size());
            for (HourAccountEvent fact : facts) {
                byte[] json = LedgerJson.write(fact).getBytes(StandardCharsets.UTF_8);
                spill.writeUTF(FactTypes.of(fact.getClass()).name());
                spill.writeInt(json.length);
                spill.write(json);
            }
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<HourAccountEvent> read(long at) {
        try {
            spill.seek(at);
            int count = spill.readInt();
            List<HourAccountEvent> facts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                var type = FactTypes.named(spill.readUTF()).type();
                byte[] json = new byte[spill.readInt()];
                spill.readFully(json);
                facts.add((HourAccountEvent) LedgerJson.read(new String(json, StandardCharsets.UTF_8), type));
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            spill.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
