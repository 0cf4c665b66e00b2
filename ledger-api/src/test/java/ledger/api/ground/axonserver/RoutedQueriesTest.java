package ledger.api.ground.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.Nodes;
import ledger.api.ground.QueryDesk;
import ledger.domain.LedgerIds;
import ledger.projections.FactsAwayException;
import ledger.projections.Followers;
import ledger.projections.account.EntryReader;
import ledger.projections.account.FindAccountEntries;
import ledger.projections.account.FindCertifiedMinutes;
import ledger.projections.account.FindEntryHistory;
import ledger.projections.account.HistoryReader;
import ledger.projections.account.ServedDays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A question that is asked where no view answers it goes through the server to a node whose views do. */
@ResourceLock(OnAxonServer.SHARED)
class RoutedQueriesTest {

    private final OnAxonServer on = OnAxonServer.shared();
    private final AxonServerLink link = link(on.stub);
    private final RoutedQueries elsewhere = new RoutedQueries(link);
    private final QueryDesk withoutViews = new QueryDesk(elsewhere);

    private static AxonServerLink link(StubAxonServer stub) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(stub.address());
        return new AxonServerLink(configuration);
    }

    @AfterEach
    void leave() {
        elsewhere.close();
        link.close();
    }

    @Test
    void aQuestionIsAnsweredByANodeWhoseViewsAnswerIt() {
        long position = on.ledger.get(CommandDesk.class)
                .send(Nodes.record("asked", "asked", 1), Actor.LEDGER).position();
        Followers views = on.ledger.get(Followers.class);
        assertThat(views.await(position, OnAxonServer.SOON, views.rooms())).isTrue();
        EntryReader there = on.ledger.get(EntryReader.class);
        String entry = LedgerIds.entry("asked", "record-1", 1);

        assertThat(withoutViews.ask(new FindAccountEntries("account-asked", EntryReader.NOW)).entries())
                .isEqualTo(there.entriesOf("account-asked", EntryReader.NOW)).hasSize(1);
        assertThat(withoutViews.ask(new FindAccountEntries("account-asked", position - 1)).entries()).isEmpty();
        assertThat(withoutViews.ask(new FindEntryHistory(entry)).items())
                .isEqualTo(on.ledger.get(HistoryReader.class).of(entry)).hasSize(1);
        assertThat(withoutViews.ask(new FindCertifiedMinutes(ServedDays.ALL, EntryReader.NOW)).byOrganization())
                .isEqualTo(there.certifiedMinutesByOrganization(ServedDays.ALL, EntryReader.NOW));
        assertThat(on.stub.queries.asked).contains(
                FindAccountEntries.class.getName(), FindEntryHistory.class.getName(),
                FindCertifiedMinutes.class.getName());
    }

    @Test
    void whatANodeAnswersItselfDoesNotTakeTheWayThroughTheServer() {
        int before = on.stub.queries.asked.size();
        on.ledger.get(QueryDesk.class).ask(new FindAccountEntries("account-nobody", EntryReader.NOW));
        assertThat(on.stub.queries.asked).hasSize(before);
    }

    @Test
    void whereNobodyAnswersTheAskerIsToldSo() {
        try (StubAxonServer lonely = StubAxonServer.running();
                AxonServerLink alone = link(lonely);
                RoutedQueries nobody = new RoutedQueries(alone)) {
            FindCertifiedMinutes asked = new FindCertifiedMinutes(ServedDays.ALL, EntryReader.NOW);
            assertThatThrownBy(() -> new QueryDesk(nobody).ask(asked))
                    .isInstanceOf(FactsAwayException.class)
                    .hasMessageContaining("FindCertifiedMinutes was not answered");
        }
    }
}
