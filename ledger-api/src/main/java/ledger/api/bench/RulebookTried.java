package ledger.api.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.RulebookSimulation;
import ledger.projections.account.RulebookSimulation.Outcome;
import ledger.projections.account.RulebookSimulation.Terms;

/** Another rulebook tried on the whole history: every account goes through its facts again, and judges each session. */
final class RulebookTried implements Scenario {

    private final int sessions;
    private final Arena arena;
    private @Nullable Outcome last;
    private long facts;

    /** @param sessions that are recorded first, beside what there is */
    RulebookTried(int sessions, Arena arena) {
        this.sessions = sessions;
        this.arena = arena;
    }

    @Override
    public String name() {
        return "simulation";
    }

    @Override
    public Unit unit() {
        return Unit.EVENTS_PER_SECOND;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) throws Exception {
        if (round == 0) {
            Callers.pipelined(
                    arena.city().commands(name(), arena.city().sessions(name(), sessions)), arena.own()::submit);
            arena.own().awaitViews(arena.own().head());
        }
        facts = arena.own().head();
        RulebookSimulation simulation = arena.own().get(RulebookSimulation.class);
        Rulebooks rulebooks = arena.own().get(Rulebooks.class);
        Terms terms = new Terms(rulebooks.edition("law-only/2021-1"), rulebooks, facts);
        return () -> {
            last = simulation.run(terms, (changes, judged) -> { });
            return Work.of(facts);
        };
    }

    @Override
    public void check() {
        if (last == null || last.sessions() < sessions) {
            throw new IllegalStateException("not every session was judged: " + last);
        }
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("facts", facts);
        conditions.put("sessions", last == null ? 0 : last.sessions());
        conditions.put("lanes", Runtime.getRuntime().availableProcessors());
        return conditions;
    }
}
