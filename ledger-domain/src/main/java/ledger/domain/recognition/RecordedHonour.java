package ledger.domain.recognition;

import java.time.LocalDate;

/** An honour in a volunteer's record, as schemes look at it (F1.8). */
public record RecordedHonour(HonourOrigin origin, LocalDate awardedOn) {}
