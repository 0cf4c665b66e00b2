package ledger.projections.statement;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.domain.statement.StatementEvent.StatementSuperseded;
import ledger.domain.statement.StatementScope;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.statement.StatementReader.IssuedStatement;

import static ledger.projections.Facts.RECORDED_ON;
import static org.assertj.core.api.Assertions.assertThat;

class StatementProjectionTest {

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private StatementReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new StatementReader(views.jdbc());
    }

    @Test
    void aStatementIsFoundByItsNumberWithAllItSays() {
        StatementIssued issued = issued("HS-1", "entry-a", "entry-b");
        follow(issued);
        IssuedStatement found = reader.find("HS-1").orElseThrow();
        assertThat(found.issued()).isEqualTo(issued);
        assertThat(found.issuedAt()).isEqualTo(1);
        assertThat(found.isSuperseded()).isFalse();
        assertThat(reader.find("HS-2")).isEmpty();
    }

    @Test
    void r27_aStatementWhoseEntryChangedSaysSinceWhenAndWhich() {
        follow(issued("HS-1", "entry-a"), new StatementSuperseded("HS-1", "entry-a", 41));
        IssuedStatement found = reader.find("HS-1").orElseThrow();
        assertThat(found.isSuperseded()).isTrue();
        assertThat(found.supersededAt()).isEqualTo(41);
        assertThat(found.supersedingEntry()).isEqualTo("entry-a");
    }

    @Test
    void eachEntryKnowsTheStatementsThatRestOnIt() {
        follow(issued("HS-1", "entry-a", "entry-b"), issued("HS-2", "entry-b"));
        assertThat(reader.restingOn("entry-b")).containsExactly("HS-1", "HS-2");
        assertThat(reader.restingOn("entry-a")).containsExactly("HS-1");
        assertThat(reader.restingOn("entry-c")).isEmpty();
        assertThat(reader.of("volunteer-li")).extracting(one -> one.issued().number()).containsExactly("HS-2", "HS-1");
        assertThat(reader.of("volunteer-wu")).isEmpty();
    }

    private static StatementIssued issued(String number, String... entries) {
        return new StatementIssued(
                number, new StatementScope("volunteer-li", null, null, null), 40, "digest", List.of(entries), 60,
                RECORDED_ON);
    }

    private void follow(ledger.domain.Fact... told) {
        facts.add(told);
        views.follow(new StatementProjection(views.jdbc()), facts);
    }
}
