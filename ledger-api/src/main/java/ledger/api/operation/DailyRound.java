package ledger.api.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OneNode;
import ledger.api.ground.Settings;
import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.ReassessEntry;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryReader.Due;

/**
 * The round that certifies every entry whose public notice is over, and computes again the days that were provisional.
 * One node runs it, once each new day.
 */
@Component
public class DailyRound implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);
    private static final int PAGE = 1_000;
    private static final Duration CATCH_UP = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final EntryReader entries;
    private final CommandDesk desk;
    private final FactSource facts;
    private final Followers followers;
    private final LedgerClock clock;
    private final OneNode oneNode;
    private final Settings settings;
    private final FileRetention retention;

    DailyRound(
            EntryReader entries,
            CommandDesk desk,
            FactSource facts,
            Followers followers,
            LedgerClock clock,
            OneNode oneNode,
            Settings settings,
            FileRetention retention) {
        this.entries = entries;
        this.desk = desk;
        this.facts = facts;
        this.followers = followers;
        this.clock = clock;
        this.oneNode = oneNode;
        this.settings = settings;
        this.retention = retention;
    }

    /**
     * @param reassessed entries whose provisional days are different now that their calendar is known (R13)
     * @param position a read that waits for it sees all that was certified
     */
    public record Outcome(LocalDate asOf, int certified, int refused, int reassessed, long position) {}

    /** @param progress told how many entries were looked at so far */
    public Outcome run(LocalDate asOf, Actor actor, IntConsumer progress) {
        retention.destroyWhatIsOver();
        followers.await(facts.head(), CATCH_UP, List.of(EntryProjection.ROOM));
        Round again = send(entries::provisional, due -> new ReassessEntry(due.accountId(), due.entryId(), asOf), actor,
                looked -> { });
        if (again.done() > 0) {
            followers.await(again.position(), CATCH_UP, List.of(EntryProjection.ROOM));
        }
        Round certified = send(
                (last, limit) -> entries.due(asOf, last, limit),
                due -> new CertifyService(due.accountId(), due.entryId(), asOf), actor, progress);
        return new Outcome(
                asOf, certified.done(), certified.looked() - certified.done(), again.done(),
                Math.max(again.position(), certified.position()));
    }

    /** Entries of a view, page by page; each page after the last one of the page before. */
    private interface Pages {
        List<Due> after(@Nullable Due last, int limit);
    }

    private record Round(int looked, int done, long position) {}

    private Round send(Pages pages, Function<Due, HourAccountCommand> wish, Actor actor, IntConsumer progress) {
        int done = 0;
        int looked = 0;
        long position = facts.head();
        @Nullable Due last = null;
        for (List<Due> page = pages.after(last, PAGE); !page.isEmpty(); page = pages.after(last, PAGE)) {
            List<Receipt> receipts = desk.sendAll(
                    page.stream().map(due -> new Asked(wish.apply(due), Map.of())).toList(), actor);
            done += (int) receipts.stream()
                    .filter(receipt -> receipt.decision() instanceof Decision.Accepted)
                    .count();
            looked += page.size();
            position = Math.max(position, receipts.getLast().position());
            last = page.getLast();
            progress.accept(looked);
        }
        return new Round(looked, done, position);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!ready.getApplicationContext().getEnvironment().getProperty("ledger.daily-round", Boolean.class, true)) {
            return;
        }
        Thread.ofVirtual().name("daily-round").start(() -> {
            @Nullable LocalDate done = null;
            while (ready.getApplicationContext().isActive()) {
                done = daily(done);
                try {
                    Thread.sleep(LOOK);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private @Nullable LocalDate daily(@Nullable LocalDate done) {
        LocalDate today = clock.today();
        if (today.equals(done)) {
            return done;
        }
        try {
            return oneNode.alone(Settings.ROUND, () -> onceFor(today)) ? today : done;
        } catch (RuntimeException e) {
            LOG.warn("the round of {} could not finish and will be tried again", today, e);
            return done;
        }
    }

    private void onceFor(LocalDate today) {
        if (settings.get(Settings.ROUND).equals(Optional.of(today.toString()))) {
            return;
        }
        Outcome outcome = run(today, Actor.LEDGER, looked -> { });
        settings.put(Settings.ROUND, today.toString());
        if (outcome.certified() > 0) {
            LOG.info("the round of {} certified {} entries", today, outcome.certified());
        }
    }
}
