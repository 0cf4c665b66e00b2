package ledger.api.ground;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells those who watch over the service whether its facts can be reached. */
@Component("eventStore")
public final class EventStoreHealth implements HealthIndicator {

    private final EventStoreState state;

    EventStoreHealth(EventStoreState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        return state.trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
