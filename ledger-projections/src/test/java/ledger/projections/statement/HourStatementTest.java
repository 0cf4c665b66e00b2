package ledger.projections.statement;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.ServedTime;
import ledger.domain.statement.StatementScope;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.statement.HourStatement.Line;
import ledger.projections.statement.HourStatement.RecordingUnit;

import static ledger.projections.Facts.READING;
import static ledger.projections.Facts.SHANGHAI;
import static ledger.projections.Facts.STATION;
import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.corrected;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

class HourStatementTest {

    private EntryReader entries;

    @BeforeEach
    void threeSessionsOfTwoUnitsAndOneInNotice() {
        TestViews.Session views = TestViews.empty();
        entries = new EntryReader(views.jdbc());
        ServedTime unknownHours = ServedTime.value(LocalDate.parse("2019-05-01"), SHANGHAI, 90);
        views.follow(new EntryProjection(views.jdbc()), new Facts().add(
                recorded("li", "late", time("2026-03-07T14:00", 30)),
                recorded("li", "early", "organization-street", READING, EvidenceGrade.CODE,
                        time("2026-03-07T09:00", 60)),
                recorded("li", "old", STATION, READING, EvidenceGrade.HISTORICAL, unknownHours),
                recorded("li", "notice", time("2026-03-08T09:00", 45)),
                certified("li", "late", 30),
                certified("li", "early", 60),
                certified("li", "old", 90),
                certified("li", "notice", 45),
                corrected("li", "early", time("2026-03-07T09:00", 50), 60)));
    }

    @Test
    void r26_everyLineSaysTimeContentAndRecordingUnit() {
        HourStatement statement = statement(scope(null, null, null), 7);
        assertThat(statement.lines()).extracting(Line::entryId)
                .containsExactly("entry-old", "entry-early", "entry-late");
        assertThat(statement.minutes()).isEqualTo(180);
        assertThat(statement.lines().get(1)).isEqualTo(new Line(
                "entry-early", LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-07").atTime(9, 0),
                LocalDate.parse("2026-03-07").atTime(10, 0), 60, READING.name(), READING.content(), READING.place(),
                EvidenceGrade.CODE, unit("organization-street")));
    }

    @Test
    void r26_aSigningUnitStatesItsOwnLinesOnly() {
        assertThat(ids(scope(null, null, STATION))).containsExactly("entry-old", "entry-late");
    }

    @Test
    void aPeriodIncludesItsFirstAndItsLastDay() {
        LocalDate day = LocalDate.parse("2026-03-07");
        assertThat(ids(scope(day, day, null))).containsExactly("entry-early", "entry-late");
        assertThat(ids(scope(day.plusDays(1), null, null))).isEmpty();
        assertThat(ids(scope(null, day.minusDays(1), null))).containsExactly("entry-old");
    }

    @Test
    void r28_theDigestIsThatOfTheLinesNotOfTheMomentOfAsking() {
        StatementScope street = scope(null, null, "organization-street");
        assertThat(statement(street, 7).digest()).isEqualTo(statement(street, 8).digest()).hasSize(64);
        assertThat(statement(street, 9).digest()).isNotEqualTo(statement(street, 8).digest());
    }

    private List<String> ids(StatementScope scope) {
        return statement(scope, 7).lines().stream().map(Line::entryId).toList();
    }

    private HourStatement statement(StatementScope scope, long position) {
        List<EntryVersion> known = entries.entriesOf("account-li", position);
        return HourStatement.compose(scope, position, known, HourStatementTest::unit);
    }

    private static RecordingUnit unit(String id) {
        return new RecordingUnit(id, "code of " + id, "name of " + id);
    }

    private static StatementScope scope(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String signedBy) {
        return new StatementScope("volunteer-li", from, to, signedBy);
    }
}
