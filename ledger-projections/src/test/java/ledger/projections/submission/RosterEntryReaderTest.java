package ledger.projections.submission;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.EntryState;
import ledger.domain.history.FactMetadata;
import ledger.projections.FactSource;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.submission.RosterEntryReader.Made;
import ledger.projections.submission.RosterEntryReader.Standing;

import static org.assertj.core.api.Assertions.assertThat;

class RosterEntryReaderTest {

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private RosterEntryReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new RosterEntryReader(views.jdbc());
        facts.add(
                Facts.recorded("chen", "1", Facts.time("2026-03-07T09:00", 60)),
                Facts.held("chen", "2", Facts.time("2026-03-07T09:30", 90)),
                Facts.recorded("sun", "3", Facts.time("2026-03-08T09:00", 120)),
                Facts.recorded("sun", "4", Facts.time("2026-03-09T09:00", 30)),
                Facts.revoked("sun", "3", 120));
        views.follow(new EntryProjection(views.jdbc()), inRoster(Map.of(1L, 2, 2L, 3, 3L, 5)));
    }

    @Test
    void tellsTheEntriesOfARosterRowByRowAsTheyAreNow() {
        assertThat(reader.of("submission-1", 1, 9)).containsExactly(
                new Made(2, "entry-1", "account-chen", Facts.STATION, EntryState.RECORDED, 60, 1, null),
                new Made(3, "entry-2", "account-chen", Facts.STATION, EntryState.HELD, 90, 2, null),
                new Made(5, "entry-3", "account-sun", Facts.STATION, EntryState.REVOKED, 120, 3, "job-9"));
        assertThat(reader.of("submission-1", 3, 4)).extracting(Made::row).containsExactly(3);
        assertThat(reader.of("submission-2", 1, 9)).isEmpty();
    }

    @Test
    void pagesByRow() {
        assertThat(reader.after("submission-1", 0, 2)).extracting(Made::row).containsExactly(2, 3);
        assertThat(reader.after("submission-1", 3, 2)).extracting(Made::row).containsExactly(5);
        assertThat(reader.after("submission-1", 5, 2)).isEmpty();
        assertThat(reader.lastRow("submission-1")).isEqualTo(5);
        assertThat(reader.lastRow("submission-2")).isZero();
    }

    @Test
    void sumsItsEntriesByState() {
        assertThat(reader.standing("submission-1")).containsExactly(
                new Standing(EntryState.HELD, 1, 90, 1),
                new Standing(EntryState.RECORDED, 1, 60, 1),
                new Standing(EntryState.REVOKED, 1, 120, 1));
    }

    @Test
    void namesTheStatementsInForceThatRestOnIt() {
        views.jdbc().update("INSERT INTO views_v1.statement VALUES ('S-1', 'v', null, 4, null, null, '{}')");
        views.jdbc().update("INSERT INTO views_v1.statement VALUES ('S-2', 'v', null, 4, 5, 'entry-1', '{}')");
        views.jdbc().update("INSERT INTO views_v1.statement VALUES ('S-3', 'v', null, 4, null, null, '{}')");
        views.jdbc().update("INSERT INTO views_v1.statement_entry VALUES "
                + "('entry-1', 'S-1'), ('entry-2', 'S-1'), ('entry-1', 'S-2'), ('entry-4', 'S-3')");
        assertThat(reader.statements("submission-1")).containsExactly("S-1");
    }

    /** The facts, those at these positions being of a row of the roster, the others sent one by one. */
    private FactSource inRoster(Map<Long, Integer> rows) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return facts.after(position, limit).stream().map(this::told).toList();
            }

            private RecordedFact told(RecordedFact fact) {
                Map<String, String> metadata = new java.util.HashMap<>(fact.metadata());
                if (rows.containsKey(fact.position())) {
                    metadata.put(FactMetadata.SUBMISSION, "submission-1");
                    metadata.put(FactMetadata.ROW, rows.get(fact.position()).toString());
                }
                if (fact.type().equals("ServiceRevoked")) {
                    metadata.put(FactMetadata.CAUSATION_ID, "job-9");
                }
                return new RecordedFact(
                        fact.position(), fact.recordedAt(), fact.type(), fact.aggregateId(), metadata, fact.fact());
            }

            @Override
            public long head() {
                return facts.head();
            }
        };
    }
}
