package ledger.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import ledger.api.LedgerApplication;
import ledger.api.operation.DataDirectory;
import ledger.api.operation.Reception;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A service in a process of its own, as a user starts it, so that it can be killed. */
final class OwnProcess {

    private OwnProcess() {}

    static LedgerClient client(Path data) {
        DataDirectory directory = new DataDirectory(data);
        int port = LedgerJson.read(directory.read(DataDirectory.SERVICE).orElseThrow(), Reception.Service.class).port();
        return new LedgerClient(port, directory.read(DataDirectory.OPERATOR_TOKEN).orElseThrow());
    }

    /** Runs once this returns. */
    static Process serve(Path data) throws IOException, InterruptedException {
        new DataDirectory(data).delete(DataDirectory.SERVICE);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "-Daxoniq.update-checker.disabled=true", LedgerApplication.class.getName(), "serve");
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        builder.environment().put("LEDGER_PORT", "0");
        builder.environment().remove("LEDGER_DB_URL");
        builder.redirectErrorStream(true).redirectOutput(data.resolve("service.log").toFile());
        Process process = builder.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(300).toNanos();
        while (new DataDirectory(data).read(DataDirectory.SERVICE).isEmpty()) {
            assertThat(process.isAlive()).as("the service came up").isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
        }
        return process;
    }
}
