package ledger.domain;

import java.util.List;

import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;

import ledger.domain.rulebook.Rulebooks;

/** Given facts, when a command, then facts, a refusal or nothing: the words in which decisions are tested. */
public final class Scenario<T> {

    private final Class<T> aggregate;
    private final List<Fact> history;

    private Scenario(Class<T> aggregate, List<Fact> history) {
        this.aggregate = aggregate;
        this.history = history;
    }

    public static <T> Scenario<T> given(Class<T> aggregate, Fact... history) {
        return new Scenario<>(aggregate, List.of(history));
    }

    public Outcome<T> when(LedgerCommand command) {
        return when(command, Rulebooks.shipped());
    }

    public Outcome<T> when(LedgerCommand command, Rulebooks rulebooks) {
        FixtureConfiguration<T> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerInjectableResource(rulebooks);
        fixture.registerCommandTargetResolver(message -> {
            Object aggregateId = ((LedgerCommand) message.getPayload()).aggregateId();
            return new VersionedAggregateIdentifier(aggregateId, null);
        });
        return new Outcome<>(fixture.given(history).when(command).expectSuccessfulHandlerExecution());
    }

    /** What came of the command. */
    public record Outcome<T>(ResultValidator<T> result) {

        public void then(Fact... facts) {
            result.expectEvents((Object[]) facts)
                    .expectResultMessagePayload(new Decision.Accepted<>(List.of(facts)));
        }

        public void thenRefused(RefusalCode code, String field) {
            result.expectNoEvents().expectResultMessagePayloadMatching(new CustomMatcher<>(
                    "refused as " + code.wire() + " about '" + field + "'") {
                @Override
                public boolean matches(Object actual) {
                    return actual instanceof Decision.Refused<?> refused
                            && refused.refusal().code() == code
                            && refused.refusal().field().equals(field);
                }
            });
        }

        public void thenRefused(Refusal refusal) {
            result.expectNoEvents().expectResultMessagePayload(new Decision.Refused<>(refusal));
        }

        public void thenAlreadySo(String about) {
            result.expectNoEvents().expectResultMessagePayload(new Decision.AlreadySo<>(about));
        }
    }
}
