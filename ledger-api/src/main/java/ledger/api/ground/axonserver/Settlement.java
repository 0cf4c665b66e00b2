package ledger.api.ground.axonserver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.MergedNumbers;
import ledger.api.ground.axonserver.PendingClaims.Pending;
import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.projections.FactsAwayException;
import ledger.projections.Follower;

/**
 * Brings to an end what a failure left open: claims whose fact never came are let go, and an entry that came although
 * its source record had been given to another is revoked, long before its public notice is over.
 */
final class Settlement {

    /** Younger claims belong to a command that is still at work. */
    private static final Duration AT_WORK = Duration.ofSeconds(10);

    /** After this long no append can still be under way: the server was told to give it up after ten seconds. */
    private static final Duration NO_LONGER_UNDER_WAY = Duration.ofSeconds(60);

    private static final Duration TO_FOLLOW = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final PendingClaims pending;
    private final EventStorageEngine engine;
    private final ServerOrder order;
    private final Follower reference;
    private final JdbcTemplate jdbc;
    private final MergedNumbers merged;
    private final CommandDesk desk;
    private final Annex annex;
    private final LedgerClock clock;

    Settlement(
            PendingClaims pending,
            EventStorageEngine engine,
            ServerOrder order,
            Follower reference,
            JdbcTemplate jdbc,
            CommandDesk desk,
            Annex annex,
            LedgerClock clock) {
        this.pending = pending;
        this.engine = engine;
        this.order = order;
        this.reference = reference;
        this.jdbc = jdbc;
        this.merged = new MergedNumbers(jdbc);
        this.desk = desk;
        this.annex = annex;
        this.clock = clock;
    }

    private record Doubled(String entryId, String accountId) {}

    /** One look at everything that is open. */
    void settle() {
        Instant now = pending.now();
        for (Pending claim : pending.olderThan(now.minus(AT_WORK))) {
            if (cannotCome(claim) || hasNotCome(claim, now)) {
                LOG.info("the fact of entry {} never came; its source record is free again", claim.entryId());
                pending.release(claim);
            }
        }
        jdbc.query(
                        "SELECT entry_id, account_id FROM reference.doubled_entry ORDER BY position LIMIT 100",
                        (row, number) -> new Doubled(row.getString(1), row.getString(2)))
                .forEach(this::revoke);
    }

    /** The account has gone on without it: a fact with the old number would be refused. */
    private boolean cannotCome(Pending claim) {
        List<? extends DomainEventMessage<?>> since =
                engine.readEvents(claim.accountId(), claim.sequence()).asStream().toList();
        return !since.isEmpty()
                && since.stream().noneMatch(fact -> fact.getPayload() instanceof HourAccountEvent event
                        && event.entryId().equals(claim.entryId()));
    }

    /** Nothing is under way any more, and everything that is stored was followed. */
    private boolean hasNotCome(Pending claim, Instant now) {
        return claim.claimedAt().isBefore(now.minus(NO_LONGER_UNDER_WAY))
                && engine.readEvents(claim.accountId(), claim.sequence()).asStream().findAny().isEmpty()
                && reference.await(order.head(), TO_FOLLOW);
    }

    /** Where the entry is by now: with the number that remained, if its own was merged into one (R5). */
    private void revoke(Doubled doubled) {
        String volunteerId = LedgerIds.volunteerOf(doubled.accountId());
        String holder = merged.survivors(List.of(volunteerId)).getOrDefault(volunteerId, volunteerId);
        var answer = desk.send(
                new RevokeService(
                        LedgerIds.accountOf(holder), doubled.entryId(), new Officer("ledger", Tier.AUTHORITY),
                        "source-record-taken", annex.keep("its source record stands as another entry"), clock.today()),
                Actor.LEDGER);
        if (answer.decision() instanceof Decision.Refused<?> refused) {
            if (refused.refusal().code() == HourAccountRefusal.ACCOUNT_MERGED) {
                LOG.info("entry {} is revoked where it goes on, once its merge was followed", doubled.entryId());
                return;
            }
            LOG.warn("entry {}, whose source record stands as another, is not revoked: {}", doubled.entryId(),
                    refused.refusal().code().wire());
        }
        jdbc.update("DELETE FROM reference.doubled_entry WHERE entry_id = ?", doubled.entryId());
    }

    /** Never stops the thread that asks; what could not be settled now is settled at the next look. */
    void quietly() {
        try {
            settle();
        } catch (FactsAwayException e) {
            LOG.debug("nothing is settled while the server is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("what a failure left open could not be settled yet", e);
        }
    }
}
