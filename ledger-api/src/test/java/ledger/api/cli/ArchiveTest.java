package ledger.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.ground.FactLog;
import ledger.api.ground.SignedSchemes;
import ledger.api.intake.RegisterIntake.Layout;
import ledger.api.operation.ArchiveConfiguration;
import ledger.api.operation.DataDirectory;
import ledger.api.operation.LedgerArchive;
import ledger.api.operation.LedgerArchive.Manifest;
import ledger.api.operation.SealedPart;
import ledger.api.operation.SealedReplay;
import ledger.domain.recognition.Scheme;
import ledger.projections.log.StoredFact;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayScope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A whole ledger moves to another installation: same positions, same bytes, same digests, and nothing counts twice. */
class ArchiveTest {

    @TempDir
    static Path place;

    private static TestLedger ledger;
    private static LedgerClient operator;
    private static Path archive;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(place.resolve("first"), "--ledger.daily-round=false");
        operator = operatorOf("first", ledger);
        Fixtures.loadRegisters(operator);
        Fixtures.send(operator, Layout.ROSTER, "roster-utf8.csv");
        operator.post("/api/v1/rounds", Map.of("asOf", "2027-01-31"));
        operator.post("/api/v1/schemes/cn-fj-star/2013/signature", Map.of("signedBy", "王芳"));
        archive = place.resolve("ledger.zip");
        operator.download("/api/v1/archive", archive);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static LedgerClient operatorOf(String directory, TestLedger of) {
        return new LedgerClient(of.port(), new DataDirectory(place.resolve(directory))
                .read(DataDirectory.OPERATOR_TOKEN).orElseThrow());
    }

    private static TestLedger takeOver(String directory, Path file) {
        return TestLedger.start(
                place.resolve(directory), "--ledger.daily-round=false",
                "--" + ArchiveConfiguration.TAKE_OVER + "=" + file);
    }

    private static List<StoredFact> factsOf(TestLedger of) {
        return of.get(FactLog.class).after(0, 100_000);
    }

    @Test
    void r28_aSealedArchiveIsFoldedAgainWithoutAServiceToTheSameDigests() throws Exception {
        Path sealed = place.resolve("sealed.zip");
        operator.download("/api/v1/sealed-archive", sealed);

        try (SealedReplay replay = SealedReplay.open(sealed)) {
            ReplayOutcome outcome = replay.run(new ReplayScope.Everything(), null, position -> { });
            assertThat(outcome.digest())
                    .isEqualTo(replay.manifest().digest())
                    .isEqualTo(replay.manifest().liveDigest());
            JsonNode live = operator.post(
                    "/api/v1/replays", Map.of("scope", "all", "compare", true, "to", replay.manifest().position()));
            assertThat(outcome.digest()).isEqualTo(live.path("liveDigest").asString());
            assertThat(outcome.entries()).isPositive().isEqualTo(live.path("entries").asInt());
            assertThat(replay.manifest().parts()).extracting(SealedPart::name)
                    .contains("facts.ndjson", "subjects.ndjson", "schemes/cn-cyl-star.yaml", "rulebooks/korea.yaml");
        }
        assertThat(text(sealed)).doesNotContain("330799196707053290").doesNotContain("方可兮");
    }

    @Test
    void aSealedArchiveInWhichAnythingWasChangedIsRefused() throws Exception {
        Path sealed = place.resolve("sealed-1.zip");
        operator.download("/api/v1/sealed-archive", sealed);
        for (String part : List.of("facts.ndjson", "subjects.ndjson", "schemes/cn-bj-old.yaml")) {
            Path changed = place.resolve("sealed-2.zip");
            rewrite(sealed, changed, part);
            assertThatThrownBy(() -> SealedReplay.open(changed)).as(part)
                    .isInstanceOf(LedgerArchive.RefusedArchiveException.class);
        }
    }

    /** All text in an archive. */
    private static String text(Path archive) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** The same archive with one digit of one file changed. */
    private static void rewrite(Path from, Path to, String part) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(part) ? text.replaceFirst("1(?=[^1]*$)", "2") : text)
                        .getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    @Test
    void anotherInstallationHasTheSameFactsUnderTheSamePositionsAndFoldsThemToTheSameDigest() throws IOException {
        Manifest manifest = LedgerArchive.manifest(archive);
        try (TestLedger second = takeOver("second", archive)) {
            LedgerClient there = operatorOf("second", second);

            assertThat(manifest.facts()).isEqualTo(factsOf(ledger).size()).isGreaterThan(1_600);
            assertThat(factsOf(second)).isEqualTo(factsOf(ledger));
            assertThat(digestOf(second)).isEqualTo(manifest.digest()).isEqualTo(digestOf(ledger));
            JsonNode replayedHere = operator.post("/api/v1/replays", Map.of("compare", true));
            JsonNode replayedThere = there.post("/api/v1/replays", Map.of("compare", true));
            assertThat(replayedThere.path("digest")).isEqualTo(replayedHere.path("digest"));
            assertThat(replayedThere.path("differing").asInt()).isZero();
            assertThat(there.get("/api/v1/totals").path("byCategory"))
                    .isEqualTo(operator.get("/api/v1/totals").path("byCategory"));
        }
    }

    private static String digestOf(TestLedger of) throws IOException {
        Path file = Files.createTempFile(place, "again", ".zip");
        try (var out = Files.newOutputStream(file)) {
            return of.get(LedgerArchive.class).write(out, false, position -> { }).digest();
        }
    }

    @Test
    void theOtherInstallationKnowsItsVolunteersAndWhatWasSentBefore() {
        try (TestLedger third = takeOver("third", archive)) {
            List<String> fates = new ArrayList<>();
            Fixtures.roster(operatorOf("third", third), "text/csv", Fixtures.file("roster-utf8.csv"))
                    .forEach(verdict -> fates.add(verdict.path("verdict").asString()));
            assertThat(fates).hasSize(806).containsOnly("duplicate");
            assertThat(third.get(SignedSchemes.class).all()).extracting(SignedSchemes.Signature::signedBy)
                    .containsExactly("王芳");
            assertThat(third.get(SchemeShelf.class).inUse()).extracting(Scheme::edition).contains("cn-fj-star/2013");
            assertThat(operatorOf("third", third).get("/api/v1/volunteers/3307990007000046").path("name"))
                    .isEqualTo(operator.get("/api/v1/volunteers/3307990007000046").path("name"));
        }
    }

    @Test
    void anInterruptedTakeOverGoesOnAndAForeignLedgerIsLeftAlone() throws IOException {
        List<StoredFact> first = factsOf(ledger).subList(0, 700);
        try (TestLedger fourth = TestLedger.start(
                place.resolve("fourth"), "--ledger.daily-round=false", "--ledger.schemes=")) {
            assertThat(fourth.get(FactLog.class).head()).isZero();
            fourth.get(FactLog.class).take(first);

            Manifest taken = fourth.get(LedgerArchive.class).takeOver(archive, position -> { });

            assertThat(taken.digest()).isEqualTo(LedgerArchive.manifest(archive).digest());
        }
        try (TestLedger foreign = TestLedger.start(place.resolve("fifth"))) {
            assertThatThrownBy(() -> foreign.get(LedgerArchive.class).takeOver(archive, position -> { }))
                    .isInstanceOf(LedgerArchive.RefusedArchiveException.class)
                    .hasMessageContaining("holds facts already");
            assertThat(foreign.get(FactLog.class).head()).as("the schemes in use").isEqualTo(2);
        }
    }

    @Test
    void anArchiveThatWasChangedIsNotTakenOver() throws IOException {
        Path changed = Files.copy(archive, place.resolve("changed.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(changed)) {
            Path facts = zip.getPath("facts.ndjson");
            String said = Files.readString(facts);
            Files.writeString(facts, said.replaceFirst("\\\\\"minutes\\\\\":60", "\\\\\"minutes\\\\\":61"));
        }
        try (TestLedger sixth = TestLedger.start(
                place.resolve("sixth"), "--ledger.daily-round=false", "--ledger.schemes=")) {
            assertThatThrownBy(() -> sixth.get(LedgerArchive.class).takeOver(changed, position -> { }))
                    .isInstanceOf(LedgerArchive.RefusedArchiveException.class)
                    .hasMessageContaining("not those of the manifest");
            assertThat(sixth.get(FactLog.class).head()).isZero();
        }
    }

    @Test
    void factsAloneNameNobody() throws IOException {
        Path facts = place.resolve("facts-only.zip");
        operator.download("/api/v1/archive?factsOnly=true", facts);
        try (ZipFile zip = new ZipFile(facts.toFile()); ZipFile whole = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly("facts.ndjson", "time.ndjson", "manifest.json");
            assertThat(text(zip, "facts.ndjson")).doesNotContain("方可兮", "330799196707053290");
            assertThat(text(whole, "tables/vault.person")).contains("方可兮");
        }
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
