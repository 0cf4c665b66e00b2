package ledger.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** Measures time and processor time of work, in this process and in the database. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path dataDirectory;

    /** @param dataDirectory where the embedded database lies */
    Meter(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    Sample measure(Callable<Work> work) throws Exception {
        long database = databaseCpu();
        long java = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        Work done = work.call();
        long nanos = System.nanoTime() - begin;
        return new Sample(
                done, nanos, SYSTEM.getProcessCpuTime() - java, Math.max(0, databaseCpu() - database));
    }

    /** Of the server and all its processes that live. */
    private long databaseCpu() {
        return postmaster().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .mapToLong(process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }

    private Optional<ProcessHandle> postmaster() {
        Path file = dataDirectory.resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
