package ledger.api.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerClock;

/** Part of a service that a test started: its clock jumps to the day that a file names, whenever the file changes. */
@Component
@ConditionalOnProperty("faults.clock-file")
class MovedClock {

    MovedClock(LedgerClock clock, @Value("${faults.clock-file}") Path file) {
        Thread.ofPlatform().daemon().name("moved-clock").start(() -> follow(clock, file));
    }

    private static void follow(LedgerClock clock, Path file) {
        String known = "";
        while (true) {
            String day = read(file);
            if (!day.isEmpty() && !day.equals(known)) {
                known = day;
                clock.simulate(LocalDate.parse(day), LocalTime.now(clock.getZone()));
            }
            ServeNode.pause(100);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
