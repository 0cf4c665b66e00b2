package ledger.api.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ledger.api.ground.Annex;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.Jobs;
import ledger.api.ground.KnownAccounts;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.PlaceRegister;
import ledger.api.ground.Uploads;
import ledger.api.ground.Vault;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.OrganizationMinutes;
import ledger.projections.submission.RosterEntryReader;

/** Wiring of the intake. */
@Configuration
public class IntakeConfiguration {

    @Bean
    Texts texts() {
        return new Texts();
    }

    @Bean
    SessionIntake sessionIntake(
            CommandDesk desk,
            Vault vault,
            Annex annex,
            CircumstancesRegister circumstances,
            OrganizationRegister organizations,
            PlaceRegister places,
            LedgerClock clock,
            Rulebooks rulebooks,
            LedgerProperties properties) {
        return new SessionIntake(
                Recording.in(vault, annex, desk), vault, circumstances, organizations, places, clock, rulebooks,
                properties);
    }

    @Bean
    RosterIntake rosterIntake(
            SessionIntake sessions,
            CommandDesk desk,
            Annex annex,
            Jobs jobs,
            Uploads uploads,
            Recollection recollection,
            VerdictLine line,
            Texts texts) {
        return new RosterIntake(sessions, desk, annex, jobs, uploads, recollection, line, texts);
    }

    @Bean
    Recollection recollection(RosterEntryReader entries, FactSource facts, Followers followers) {
        return new Recollection(entries, facts, followers);
    }

    @Bean
    RosterReport rosterReport(Uploads uploads) {
        return new RosterReport(uploads);
    }

    @Bean
    DryRun dryRun(
            SessionIntake sessions,
            Vault vault,
            KnownAccounts accounts,
            Rulebooks rulebooks,
            OrganizationRegister organizations,
            OrganizationMinutes minutes,
            Jobs jobs,
            Uploads uploads,
            VerdictLine line,
            Texts texts) {
        return new DryRun(
                sessions, vault, accounts, rulebooks, organizations, minutes, jobs, uploads, line, texts);
    }

    @Bean
    RegisterIntake registerIntake(
            CommandDesk desk,
            Vault vault,
            Annex annex,
            OrganizationRegister organizations,
            PlaceRegister places,
            LedgerClock clock) {
        return new RegisterIntake(desk, vault, annex, organizations, places, clock);
    }
}
