package ledger.projections.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.Decision;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.JudgedAnew;
import ledger.projections.account.JudgedAnew.Fate;
import ledger.projections.account.RulebookSimulation;
import ledger.projections.account.RulebookSimulation.Outcome;
import ledger.projections.account.RulebookSimulation.Terms;
import ledger.projections.log.LogProjection;

import static org.assertj.core.api.Assertions.assertThat;

/** A rulebook asked about a history: the one that judged it says the same again, another one what it would have. */
class RulebookSimulationTest {

    private static final String JUDGED_BY = "default-cn/2026-2";
    private static final Rulebooks RULEBOOKS = Rulebooks.shipped();

    private final Facts facts = new Facts();
    private final Map<String, AccountRehearsal> accounts = new HashMap<>();
    private final List<JudgedAnew> changes = new ArrayList<>();
    private final TestViews.Pooled views = TestViews.pooled();

    @BeforeEach
    void begin() {
        TestViews.empty();
    }

    @Test
    void theRulebookThatJudgedAHistorySaysTheSameOfEverySession() {
        Random random = new Random(41);
        Map<String, String> open = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            String who = List.of("li", "wu", "an", "he").get(random.nextInt(4));
            if (random.nextInt(5) == 0 && !open.isEmpty()) {
                String id = open.keySet().iterator().next();
                end(open.remove(id), id);
                continue;
            }
            LocalDate day = LocalDate.parse("2026-01-10").plusDays(random.nextInt(25));
            HourAccountEvent first = record(
                    who, "e" + i, day + "T" + (10 + random.nextInt(9)) + ":00", 30 + random.nextInt(300));
            if (first != null) {
                open.put(first.entryId(), who);
            }
        }
        Outcome same = simulate(JUDGED_BY);
        assertThat(changes).isEmpty();
        assertThat(same.dates()).isZero();
        assertThat(same.sessions()).isGreaterThan(200);
        assertThat(same.before()).isEqualTo(same.after());
        assertThat(same.before().get(Fate.HELD).sessions()).as("some waited").isPositive();

        Outcome lenient = simulate("law-only/2021-1");
        assertThat(lenient.sessions()).isEqualTo(same.sessions());
        assertThat(lenient.reasonsBefore()).isEqualTo(same.reasonsBefore())
                .containsKey("OVER_DAILY_LIMIT_PARENT_DECIDES");
        assertThat(lenient.reasonsAfter().keySet()).containsExactly("SERVICE_OVERLAPS");
        assertThat(lenient.changed()).isEqualTo(changes.size()).isPositive();
        assertThat(changes).allSatisfy(one -> assertThat(one.before().reasons()).isNotEqualTo(one.after().reasons()));
        assertThat(simulate("law-only/2021-1").digest()).isEqualTo(lenient.digest());
    }

    @Test
    void aSessionIsJudgedBesideWhatStoodWhenItCame() {
        record("li", "long", "2026-02-01T08:00", 500);
        end("li", held("li", "long"));
        record("li", "short", "2026-02-01T08:00", 60);
        Outcome outcome = simulate("law-only/2021-1");
        assertThat(outcome.before()).containsOnlyKeys(Fate.RECORDED, Fate.HELD);
        assertThat(changes).hasSize(1).first().satisfies(change -> {
            assertThat(change.before().fate()).isEqualTo(Fate.HELD);
            assertThat(change.after().fate()).isEqualTo(Fate.RECORDED);
            assertThat(change.minutes()).isEqualTo(500);
        });
        assertThat(outcome.after().get(Fate.RECORDED)).isEqualTo(new RulebookSimulation.Sum(2, 560));
    }

    private String held(String who, String source) {
        return facts.all().stream().map(fact -> (HourAccountEvent) fact.fact())
                .filter(event -> event.accountId().equals("account-" + who))
                .filter(HourAccountEvent.ServiceHeld.class::isInstance)
                .map(HourAccountEvent::entryId).reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(source + " does not wait"));
    }

    private Outcome simulate(String edition) {
        TestViews.toTheHead(views.follower(new EntryProjection(views.jdbc()), facts));
        TestViews.toTheHead(views.follower(new LogProjection(views.jdbc()), facts));
        changes.clear();
        return new RulebookSimulation(views.jdbc(), facts).run(
                new Terms(RULEBOOKS.edition(edition), RULEBOOKS, facts.head()),
                (page, sessions) -> changes.addAll(page));
    }

    private @Nullable HourAccountEvent record(String who, String source, String from, int minutes) {
        ServedTime time = Facts.time(from, minutes);
        return decide(who, new RecordService(
                "account-" + who, "volunteer-" + who, new SourceRecord("kiosk", source), Facts.STATION, Facts.STATION,
                Facts.READING, time, EvidenceGrade.SYSTEM_TIMED, null,
                new RecordingFacts(
                        true, true, true, Instant.parse("2026-03-09T02:00:00Z"), Facts.RECORDED_ON, JUDGED_BY,
                        new Claim.Unclaimed(), Circumstances.UNKNOWN)));
    }

    /** A waiting entry is declined, another one revoked. */
    private void end(String who, String entryId) {
        HourAccountEvent declined = decide(who, new DeclineHeldService(
                "account-" + who, entryId, Facts.RECORDER, Facts.NOTE, Facts.RECORDED_ON));
        if (declined == null) {
            decide(who, new RevokeService(
                    "account-" + who, entryId, Facts.RECORDER, "mistake", Facts.NOTE, Facts.RECORDED_ON));
        }
    }

    private @Nullable HourAccountEvent decide(String who, HourAccountCommand command) {
        Decision<HourAccountEvent> decision = accounts
                .computeIfAbsent(who, id -> AccountRehearsal.of(List.of())).decide(command, RULEBOOKS);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            facts.add(accepted.facts().toArray(HourAccountEvent[]::new));
            return accepted.facts().getFirst();
        }
        return null;
    }
}
