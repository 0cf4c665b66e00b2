package ledger.api.ground;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.projections.FactSource;
import ledger.projections.account.OrganizationMinutes;
import ledger.projections.submission.RosterEntryReader;

/** The ground of work that outlives its request: jobs, the files they are about, and what they look up. */
@Configuration
@EnableConfigurationProperties(JobProperties.class)
public class JobConfiguration {

    @Bean
    @DependsOn("flywayInitializer")
    Jobs jobs(JdbcTemplate jdbc, PlatformTransactionManager transactions, Uploads uploads, LedgerClock clock) {
        return new Jobs(jdbc, new TransactionTemplate(transactions), uploads, clock);
    }

    @Bean
    Uploads uploads(JdbcTemplate jdbc, LedgerClock clock) {
        return new Uploads(jdbc, clock);
    }

    @Bean
    RosterEntryReader rosterEntryReader(JdbcTemplate jdbc) {
        return new RosterEntryReader(jdbc);
    }

    @Bean
    KnownAccounts knownAccounts(EventStore facts, FactSource order, JdbcTemplate jdbc) {
        return new KnownAccounts(facts, order, new Claims(jdbc));
    }

    @Bean
    OrganizationMinutes organizationMinutes(JdbcTemplate jdbc) {
        return new OrganizationMinutes(jdbc);
    }
}
