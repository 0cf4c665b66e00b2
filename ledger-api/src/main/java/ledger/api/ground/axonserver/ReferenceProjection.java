package ledger.api.ground.axonserver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.ground.Claims;
import ledger.api.ground.OrganizationTable;
import ledger.api.ground.ReferenceTables;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.ServiceReinstated;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;
import ledger.domain.organization.OrganizationEvent;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/**
 * Keeps in PostgreSQL what commands must know of other aggregates: which source records are taken, which organizations
 * are active, which position an instant had. On the PostgreSQL store the append writes these itself; here they follow.
 */
final class ReferenceProjection implements Projection {

    static final String ROOM = "reference";

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProjection.class);

    private final JdbcTemplate jdbc;
    private final Claims claims;
    private final PendingClaims pending;
    private final OrganizationTable organizations;
    private final ReferenceTables tables;

    ReferenceProjection(JdbcTemplate jdbc, PendingClaims pending) {
        this.jdbc = jdbc;
        this.claims = new Claims(jdbc);
        this.pending = pending;
        this.organizations = new OrganizationTable(jdbc);
        this.tables = new ReferenceTables(jdbc, claims);
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public void project(List<RecordedFact> batch) {
        tables.followRegisters(batch.stream().map(RecordedFact::fact).toList());
        for (RecordedFact fact : batch) {
            if (fact.fact() instanceof OrganizationEvent event) {
                organize(event);
            } else if (fact.fact() instanceof HourAccountEvent event) {
                claim(fact.position(), event);
            } else if (fact.fact() instanceof AccountMergeEvent event) {
                claims.follow(List.of(event));
            }
        }
        time(batch);
    }

    /** Written before it is looked at: two moves that made a circle stand as they were stored, until one is undone. */
    private void organize(OrganizationEvent event) {
        try {
            organizations.follow(List.of(event));
        } catch (ConcurrencyFailureException e) {
            LOG.warn("{} stands under itself since two organizations were moved at the same moment; move one of them",
                    event.organizationId());
        }
    }

    /** The order decides: the first entry of a source record keeps it, one that came later is to be revoked. */
    private void claim(long position, HourAccountEvent event) {
        try {
            claims.follow(List.of(event));
        } catch (ConcurrencyFailureException e) {
            jdbc.update(
                    """
                    INSERT INTO reference.doubled_entry (entry_id, account_id, position) VALUES (?, ?, ?)
                    ON CONFLICT (entry_id) DO UPDATE SET position = excluded.position
                    """,
                    event.entryId(), event.accountId(), position);
        }
        if (event instanceof ServiceRecorded || event instanceof ServiceHeld
                || event instanceof TrainingRecorded || event instanceof ServiceReinstated) {
            pending.settled(event.entryId());
        }
    }

    /** The head, and the first position of every second, by the clocks of those who wrote; monotone all the same. */
    private void time(List<RecordedFact> batch) {
        Instant latest = jdbc.queryForObject(
                "SELECT instant FROM facts.ledger_head", (row, number) -> row.getTimestamp(1).toInstant());
        for (RecordedFact fact : batch) {
            if (latest == null || fact.recordedAt().isAfter(latest)) {
                if (latest == null || !second(fact.recordedAt()).equals(second(latest))) {
                    mark(second(fact.recordedAt()), fact.position());
                }
                latest = fact.recordedAt();
            }
        }
        if (latest != null) {
            jdbc.update(
                    "UPDATE facts.ledger_head SET position = ?, instant = ?",
                    batch.getLast().position(), latest.atOffset(ZoneOffset.UTC));
        }
    }

    private void mark(Instant second, long position) {
        jdbc.update(
                "INSERT INTO facts.ledger_time (instant, position) VALUES (?, ?) ON CONFLICT (instant) DO NOTHING",
                second.atOffset(ZoneOffset.UTC), position);
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
