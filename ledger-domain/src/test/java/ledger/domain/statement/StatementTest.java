package ledger.domain.statement;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.statement.StatementCommand.IssueStatement;
import ledger.domain.statement.StatementCommand.SupersedeStatement;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.domain.statement.StatementEvent.StatementSuperseded;

class StatementTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final StatementScope SCOPE = scope("2026-01-01", "2026-03-31", "organization-station");
    private static final StatementIssued ISSUED =
            new StatementIssued("2026-000001", SCOPE, 40, "d1", List.of("entry-a", "entry-b"), 240, DAY);
    private static final StatementSuperseded SUPERSEDED = new StatementSuperseded("2026-000001", "entry-a", 41);

    @Test
    void r26_issuesAStatementAtAStatedPosition() {
        given().when(issue(SCOPE, "entry-a", "entry-b")).then(ISSUED);
    }

    @Test
    void r26_issuesACityWideListAndAnOpenPeriod() {
        StatementScope all = scope(null, null, null);
        given().when(issue(all, "entry-a")).then(
                new StatementIssued("2026-000001", all, 40, "d1", List.of("entry-a"), 240, DAY));
    }

    @Test
    void r26_refusesAStatementOfNothing() {
        given().when(issue(SCOPE)).thenRefused(StatementRefusal.NOTHING_TO_STATE, "volunteer");
    }

    @Test
    void r26_refusesAPeriodThatEndsBeforeItBegins() {
        given().when(issue(scope("2026-03-02", "2026-03-01", null), "entry-a"))
                .thenRefused(StatementRefusal.PERIOD_REVERSED, "to");
    }

    @Test
    void r26_acceptsAPeriodOfOneDay() {
        StatementScope day = scope("2026-03-01", "2026-03-01", null);
        given().when(issue(day, "entry-a")).then(
                new StatementIssued("2026-000001", day, 40, "d1", List.of("entry-a"), 240, DAY));
    }

    @Test
    void r20_aFreezeStopsNewStatementsAndLeavesThoseThatWereIssued() {
        given().when(frozen("entry-a")).thenRefused(StatementRefusal.VOLUNTEER_FROZEN, "volunteerNumber");
        given(ISSUED).when(frozen("entry-a", "entry-b")).thenAlreadySo("2026-000001");
        given(ISSUED).when(new SupersedeStatement("2026-000001", "entry-a", 41)).then(SUPERSEDED);
    }

    @Test
    void r27_askingAgainForTheSameScopeChangesNothing() {
        given(ISSUED).when(issue(SCOPE, "entry-a", "entry-b")).thenAlreadySo("2026-000001");
        given(ISSUED, SUPERSEDED).when(issue(SCOPE, "entry-a", "entry-b")).thenAlreadySo("2026-000001");
    }

    @Test
    void r27_refusesANumberThatIsTaken() {
        given(ISSUED).when(issue(scope("2025-01-01", null, null), "entry-a"))
                .thenRefused(StatementRefusal.NUMBER_TAKEN, "number");
    }

    @Test
    void r27_aChangedEntrySupersedesTheStatementOnce() {
        given(ISSUED).when(new SupersedeStatement("2026-000001", "entry-a", 41)).then(SUPERSEDED);
        given(ISSUED, SUPERSEDED).when(new SupersedeStatement("2026-000001", "entry-b", 42))
                .thenAlreadySo("2026-000001");
    }

    @Test
    void r27_changesBeforeTheStatementOrOfOtherEntriesLeaveItValid() {
        given(ISSUED).when(new SupersedeStatement("2026-000001", "entry-a", 40)).thenAlreadySo("2026-000001");
        given(ISSUED).when(new SupersedeStatement("2026-000001", "entry-c", 41)).thenAlreadySo("2026-000001");
    }

    @Test
    void r27_refusesToSupersedeWhatWasNeverIssued() {
        given().when(new SupersedeStatement("2026-000001", "entry-a", 41))
                .thenRefused(StatementRefusal.STATEMENT_UNKNOWN, "number");
    }

    private static Scenario<StatementAggregate> given(Fact... history) {
        return Scenario.given(StatementAggregate.class, history);
    }

    private static IssueStatement issue(StatementScope scope, String... entryIds) {
        return new IssueStatement("2026-000001", scope, 40, "d1", List.of(entryIds), 240, false, DAY);
    }

    private static IssueStatement frozen(String... entryIds) {
        return new IssueStatement("2026-000001", SCOPE, 40, "d1", List.of(entryIds), 240, true, DAY);
    }

    private static StatementScope scope(@Nullable String from, @Nullable String to, @Nullable String signedBy) {
        return new StatementScope(
                "volunteer-7", from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to),
                signedBy);
    }
}
