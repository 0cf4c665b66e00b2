package ledger.api.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import ledger.projections.DeadLetters;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.Followers.Standing;

/**
 * How the views stand, for operators: where each is, how far it lags, what it had to park. A view that lags or has
 * parked facts leaves the service up, since all others answer; its state then says {@code DEGRADED}.
 */
@Component("viewsHealthIndicator")
public class ViewHealth implements HealthIndicator {

    private final Followers followers;
    private final FactSource facts;
    private final DeadLetters letters;

    ViewHealth(Followers followers, FactSource facts, DeadLetters letters) {
        this.followers = followers;
        this.facts = facts;
        this.letters = letters;
    }

    @Override
    public Health health() {
        long head = facts.head();
        List<Standing> standings = followers.standings(head, letters);
        Map<String, Object> rooms = new LinkedHashMap<>();
        standings.forEach(standing -> rooms.put(standing.room(), Map.of(
                "position", standing.position(), "lag", standing.lag(), "parked", standing.parked(),
                "trouble", standing.trouble())));
        return Health.up()
                .withDetail("state", standings.stream().allMatch(Standing::isWell) ? "WELL" : "DEGRADED")
                .withDetail("head", head)
                .withDetail("rooms", rooms)
                .build();
    }
}
