package ledger.api.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ledger.api.ground.Annex;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.PlaceRegister;
import ledger.api.ground.Vault;
import ledger.domain.rulebook.Rulebooks;

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
            LedgerClock clock,
            Rulebooks rulebooks,
            LedgerProperties properties) {
        return new SessionIntake(desk, vault, annex, circumstances, organizations, clock, rulebooks, properties);
    }

    @Bean
    RosterIntake rosterIntake(SessionIntake sessions, CommandDesk desk, Annex annex) {
        return new RosterIntake(sessions, desk, annex);
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
