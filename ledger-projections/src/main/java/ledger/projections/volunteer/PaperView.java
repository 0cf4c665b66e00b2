package ledger.projections.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.volunteer.VolunteerEvent;

/**
 * A consent or a qualification, as its fact says.
 *
 * @param withdrawnOn since when it is no longer in force; absent while nobody took it back
 */
public record PaperView<E extends VolunteerEvent>(E paper, @Nullable LocalDate withdrawnOn) {}
