package ledger.api.door;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.domain.rulebook.AnswerTimes;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;

/** By when what somebody said is to be answered and decided, by the rulebook in effect when it was said. */
@Component
final class AnswerClock {

    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final LedgerClock clock;

    AnswerClock(Rulebooks rulebooks, LedgerProperties properties, LedgerClock clock) {
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A last day.
     *
     * @param day absent where the rulebook sets none
     * @param provisional whether it lies beyond the calendar's last known year
     * @param overdue whether it is over
     */
    record Due(@Nullable LocalDate day, boolean provisional, boolean overdue) {}

    Due answer(LocalDate saidOn, Function<Rulebook, AnswerTimes> times) {
        return due(times.apply(inEffect(saidOn)).answerBy(saidOn, rulebooks.workingDays()));
    }

    Due decision(LocalDate saidOn, Function<Rulebook, AnswerTimes> times) {
        return due(times.apply(inEffect(saidOn)).decideBy(saidOn, rulebooks.workingDays()));
    }

    private Rulebook inEffect(LocalDate day) {
        return rulebooks.inEffect(properties.rulebook(), day);
    }

    private Due due(Optional<LocalDate> day) {
        return day.map(last -> new Due(
                        last, rulebooks.workingDays().isProvisional(last), clock.today().isAfter(last)))
                .orElse(new Due(null, false, false));
    }
}
