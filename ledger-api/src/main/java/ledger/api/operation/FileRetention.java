package ledger.api.operation;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import ledger.api.ground.JobProperties;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.Uploads;

/** How long files and their reports are kept. They end by the clock of today, whatever day a round is for. */
@Component
public class FileRetention {

    private static final Logger LOG = LoggerFactory.getLogger(FileRetention.class);

    private final Uploads uploads;
    private final JobProperties properties;
    private final LedgerClock clock;

    FileRetention(Uploads uploads, JobProperties properties, LedgerClock clock) {
        this.uploads = uploads;
        this.properties = properties;
        this.clock = clock;
    }

    /** How many files and reports were destroyed, their keys first. */
    public int destroyWhatIsOver() {
        int destroyed = uploads.destroyEndedBefore(
                clock.instant().minus(Duration.ofDays(properties.reportDays())));
        if (destroyed > 0) {
            LOG.info("{} files and their reports were destroyed, as their time was over", destroyed);
        }
        return destroyed;
    }
}
