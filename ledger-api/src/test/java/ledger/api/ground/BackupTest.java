package ledger.api.ground;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationKind;
import ledger.projections.log.StoredFact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A backup taken while the service writes stands again, as it was then, at a moment later, or at the end. */
class BackupTest {

    @TempDir
    static Path place;

    private static List<StoredFact> facts = List.of();
    private static long positionOfBackup;
    private static long positionAtMoment;
    private static Instant moment = Instant.EPOCH;

    @BeforeAll
    static void backUpAndGoOnWriting() throws InterruptedException {
        try (TestLedger ledger = TestLedger.start(
                place.resolve("first"), "--ledger.wal-archive=" + place.resolve("archive"))) {
            register(ledger, "before", 50);
            positionOfBackup = EmbeddedBackup.take(place.resolve("first"), place.resolve("backup")).orElseThrow();
            register(ledger, "between", 50);
            positionAtMoment = ledger.get(FactLog.class).head();
            Thread.sleep(50);
            moment = databaseTime(ledger);
            Thread.sleep(50);
            register(ledger, "after", 50);
            facts = ledger.get(FactLog.class).after(0, 10_000);
        }
    }

    private static Instant databaseTime(TestLedger ledger) {
        return ledger.get(JdbcTemplate.class).queryForObject("SELECT clock_timestamp()", java.sql.Timestamp.class)
                .toInstant();
    }

    private static void register(TestLedger ledger, String what, int count) {
        for (int i = 0; i < count; i++) {
            ledger.get(CommandDesk.class).send(
                    new RegisterOrganization(
                            "organization-" + what + i, what + i, "队伍" + i, OrganizationKind.VOLUNTEER_ORGANIZATION,
                            null, "Asia/Shanghai"),
                    Actor.LEDGER);
        }
    }

    private static List<StoredFact> restored(String directory, @Nullable Path archive, @Nullable Instant until) {
        EmbeddedBackup.restore(place.resolve("backup"), place.resolve(directory), archive, until);
        try (TestLedger ledger = TestLedger.start(place.resolve(directory))) {
            register(ledger, "new life", 1);
            List<StoredFact> all = ledger.get(FactLog.class).after(0, 10_000);
            assertThat(all.getLast().aggregateId()).isEqualTo("organization-new life0");
            return all.subList(0, all.size() - 1);
        }
    }

    @Test
    void standsAsItWasWhenItWasTaken() {
        List<StoredFact> back = restored("then", null, null);
        assertThat(back).hasSizeGreaterThanOrEqualTo((int) positionOfBackup).isEqualTo(facts.subList(0, back.size()));
        assertThat(positionOfBackup).isGreaterThanOrEqualTo(50);
        assertThat(back).hasSizeLessThan((int) positionAtMoment);
    }

    @Test
    void standsAtAMomentAfterTheBackup() {
        assertThat(restored("moment", place.resolve("archive"), moment))
                .isEqualTo(facts.subList(0, (int) positionAtMoment));
    }

    @Test
    void standsAtTheEndOfTheArchive() {
        assertThat(restored("end", place.resolve("archive"), null)).isEqualTo(facts);
    }

    @Test
    void putsNothingOverADatabaseThatIsThere() {
        assertThatThrownBy(() -> EmbeddedBackup.restore(place.resolve("backup"), place.resolve("first"), null, null))
                .isInstanceOf(EmbeddedBackup.BackupException.class)
                .hasMessageContaining("there is a database already");
        assertThatThrownBy(() -> EmbeddedBackup.take(place.resolve("first"), place.resolve("backup")))
                .isInstanceOf(EmbeddedBackup.BackupException.class)
                .hasMessageContaining("there already");
    }
}
