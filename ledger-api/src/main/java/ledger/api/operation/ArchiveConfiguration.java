package ledger.api.operation;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import ledger.api.ground.FactLog;
import ledger.api.ground.KeptTables;
import ledger.api.ground.LedgerClock;

/** Wiring of the archive: where a start is asked to take one over, it does so before anything else is written. */
@Configuration
public class ArchiveConfiguration {

    /** Names the archive that a start takes over. */
    public static final String TAKE_OVER = "ledger.take-over";

    @Bean
    LedgerArchive ledgerArchive(FactLog log, KeptTables tables, LedgerClock clock) {
        return new LedgerArchive(log, tables, clock);
    }

    /** What the start took over; empty when it was not asked to. */
    @Bean
    TakeOver takeOver(LedgerArchive archive, Environment environment) {
        return new TakeOver(archive, environment.getProperty(TAKE_OVER, ""));
    }

    /** Takes an archive over at the start, once. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class TakeOver implements ApplicationRunner {

        private final LedgerArchive archive;
        private final String file;

        TakeOver(LedgerArchive archive, String file) {
            this.archive = archive;
            this.file = file;
        }

        @Override
        public void run(org.springframework.boot.ApplicationArguments arguments) throws IOException {
            if (!file.isBlank()) {
                LedgerArchive.Manifest taken = archive.takeOver(Path.of(file), position -> { });
                System.out.printf(
                        "taken over 已导入: facts 事实 %d%ndigest 摘要 %s%n", taken.facts(), taken.digest());
            }
        }
    }
}
