package ledger.api.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import ledger.projections.DeadLetters;
import ledger.projections.FactSource;
import ledger.projections.Followers;

/** The position of the ledger and of each view, its lag and what it had to park, as gauges. */
@Component
public class ViewMeters implements MeterBinder {

    private final Followers followers;
    private final FactSource facts;
    private final DeadLetters letters;

    ViewMeters(Followers followers, FactSource facts, DeadLetters letters) {
        this.followers = followers;
        this.facts = facts;
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.position", facts, FactSource::head)
                .description("last position written")
                .register(registry);
        followers.rooms().forEach(room -> {
            Gauge.builder("ledger.view.position", followers, views -> views.position(room))
                    .tag("room", room).description("position up to which the view is true").register(registry);
            Gauge.builder("ledger.view.lag", followers, views -> Math.max(0, facts.head() - views.position(room)))
                    .tag("room", room).description("facts that the view has yet to fold").register(registry);
            Gauge.builder("ledger.view.parked", letters, parked -> parked.count(room))
                    .tag("room", room).description("facts that the view could not fold").register(registry);
        });
    }
}
