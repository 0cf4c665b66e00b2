package ledger.api.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.EntryProjection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes with sixteen writers on one database, killed again and again, while others read along: no gap, nothing
 * seen twice or missed, one order for all readers, no entry lost or doubled, each source record taken once.
 */
class OrderUnderAttackTest {

    private static final long SEED = Long.getLong("ledger.attack.seed", 20261124);
    private static final int KILLS = Integer.getInteger("ledger.attack.kills", 2);

    @TempDir
    Path directory;

    private final List<Path> told = new ArrayList<>();
    private TestLedger ledger;
    private String url;

    @Test
    void theOrderHoldsAndEachRecordCountsOnceWhoeverIsKilledWhen() throws Exception {
        Random random = new Random(SEED);
        ledger = TestLedger.start(directory.resolve("data"));
        url = ledger.get(HikariDataSource.class).getJdbcUrl();
        Path seen = directory.resolve("reader");
        Process reader = reader(seen, 7);
        List<Process> writers = new ArrayList<>(List.of(writer("a0", random), writer("b0", random)));
        int[] latest = {0, 1};
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                int victim = random.nextInt(2);
                awaitAnswers(told.get(latest[victim]), 20 + random.nextInt(200));
                kill(writers.get(victim));
                writers.set(victim, writer((victim == 0 ? "a" : "b") + kill, random));
                latest[victim] = told.size() - 1;
            }
            awaitAnswers(told.get(latest[0]), 100);
            awaitAnswers(told.get(latest[1]), 100);
        } finally {
            writers.forEach(OrderUnderAttackTest::kill);
        }
        try {
            check(reader, seen);
        } finally {
            reader.destroyForcibly();
            ledger.close();
        }
    }

    private static void awaitAnswers(Path output, int answers) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(300).toNanos();
        while (lines(output, "ACK ").size() < answers) {
            assertThat(System.nanoTime()).as("%s answers", output.getFileName()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static List<String> lines(Path output, String beginning) throws IOException {
        return Files.readAllLines(output).stream().filter(line -> line.startsWith(beginning)).toList();
    }

    private void check(Process reader, Path seen) throws IOException, InterruptedException {
        waitUntilNobodyWrites();
        FactSource facts = ledger.get(FactSource.class);
        List<String> order = facts.after(0, Integer.MAX_VALUE).stream().map(AttackReader::line).toList();
        reader.outputWriter().append(facts.head() + "\n").flush();
        assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines(seen, "SEEN ")).as("what was read along, seed %d", SEED).isEqualTo(order);
        JdbcTemplate jdbc = ledger.get(JdbcTemplate.class);
        assertThat(jdbc.queryForList("SELECT position FROM facts.event ORDER BY position", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, facts.head()).boxed().toList());
        assertThat(jdbc.queryForList(
                        "SELECT aggregate_id FROM facts.event GROUP BY 1 HAVING count(*) <> max(sequence) + 1",
                        String.class))
                .as("aggregates with a gap").isEmpty();
        assertNothingLostOrDoubled(jdbc);
        Followers views = ledger.get(Followers.class);
        assertThat(views.await(facts.head(), Duration.ofSeconds(120), List.of(EntryProjection.ROOM))).isTrue();
        assertThat(views.rebuild(EntryProjection.ROOM, step -> { }).replaced()).as("seed %d", SEED).isFalse();
    }

    private void assertNothingLostOrDoubled(JdbcTemplate jdbc) throws IOException {
        List<String> stored = jdbc.queryForList(
                """
                SELECT aggregate_id || ' ' || (payload::jsonb #>> '{entry,source,system}') || ' '
                  || (payload::jsonb #>> '{entry,source,record}')
                FROM facts.event WHERE type IN ('ServiceRecorded', 'ServiceHeld')
                """,
                String.class);
        Set<String> records = new HashSet<>();
        List<String> doubled = stored.stream().filter(one -> !records.add(one.substring(one.indexOf(' ')))).toList();
        Set<String> acknowledged = new LinkedHashSet<>();
        Set<String> failures = new LinkedHashSet<>();
        for (Path output : told) {
            lines(output, "ACK ").stream().map(line -> line.split(" ")).filter(words -> words.length == 5)
                    .forEach(words -> acknowledged.add("account-" + words[1] + " " + words[2] + " " + words[3]));
            failures.addAll(lines(output, "LOST "));
        }
        Set<String> lost = new LinkedHashSet<>(acknowledged);
        stored.forEach(lost::remove);
        System.out.printf(
                "order under attack: seed %d, kills %d, facts %d, acknowledged records %d, lost %d, doubled %d, "
                        + "told to try again %d%n",
                SEED, KILLS + 2, stored.size(), acknowledged.size(), lost.size(), doubled.size(), failures.size());
        assertThat(lost).as("seed %d", SEED).isEmpty();
        assertThat(doubled).as("seed %d", SEED).isEmpty();
        assertThat(acknowledged).isNotEmpty();
        assertThat(stored.stream().filter(one -> one.startsWith("account-shared "))).isNotEmpty();
        assertThat(stored.stream().filter(one -> one.contains(" contested "))).isNotEmpty();
    }

    /** A transaction of a killed writer may still commit; its session ends soon after. */
    private void waitUntilNobodyWrites() throws InterruptedException {
        JdbcTemplate jdbc = ledger.get(JdbcTemplate.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'writer'", Boolean.class))) {
            assertThat(System.nanoTime()).as("sessions of killed writers end").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private Process writer(String name, Random random) throws IOException {
        Path output = directory.resolve("writer-" + name);
        told.add(output);
        return start(
                AttackWriter.class, output, url + "?ApplicationName=writer", name,
                Long.toString(random.nextLong()), "8");
    }

    private Process reader(Path output, int limit) throws IOException {
        return start(AttackReader.class, output, url + "?ApplicationName=reader", Integer.toString(limit));
    }

    private static Process start(Class<?> main, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "-Daxoniq.update-checker.disabled=true", main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(output.resolveSibling(output.getFileName() + ".log").toFile())
                .start();
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
