package ledger.api.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import ledger.domain.recognition.Scheme;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.recognition.SchemeSimulation;
import ledger.projections.recognition.SchemeSimulation.Outcome;
import ledger.projections.recognition.SchemeSimulation.Terms;

/** Two versions of a scheme asked of everybody who is enrolled, over what the views know of them. */
final class SchemeEvaluations implements Scenario {

    private static final int VERSIONS = 2;

    private final int rows;
    private final Arena arena;
    private @Nullable Outcome last;

    /** @param rows sessions of those who are enrolled, beside what there is */
    SchemeEvaluations(int rows, Arena arena) {
        this.rows = rows;
        this.arena = arena;
    }

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public Unit unit() {
        return Unit.EVALUATIONS_PER_SECOND;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) {
        if (round == 0) {
            arena.rolls().send(arena.rolls().next(rows));
            arena.own().awaitViews(arena.own().head());
        }
        SchemeSimulation simulation = arena.own().get(SchemeSimulation.class);
        Terms terms = new Terms(
                scheme("cn-fj-star", "2013"), scheme("cn-cyl-star", "2013-11"), City.PEAK, arena.own().head());
        return () -> {
            Outcome outcome = simulation.run(terms, (changes, asked) -> { });
            last = outcome;
            return Work.of((long) VERSIONS * outcome.subjects());
        };
    }

    private Scheme scheme(String id, String version) {
        return arena.own().get(SchemeShelf.class).schemes().find(id, version).orElseThrow();
    }

    @Override
    public void check() {
        if (last == null || last.subjects() < arena.rolls().volunteers()) {
            throw new IllegalStateException("not everybody was asked: " + last);
        }
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("accounts", last == null ? 0 : last.subjects());
        conditions.put("versions", VERSIONS);
        conditions.put("facts", arena.own().head());
        return conditions;
    }
}
