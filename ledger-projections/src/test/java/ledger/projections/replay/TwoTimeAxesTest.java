package ledger.projections.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ledger.domain.LedgerIds;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.domain.statement.StatementScope;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.FoldedEntries;
import ledger.projections.account.FoldedEntries.Known;
import ledger.projections.account.HourTotals;
import ledger.projections.account.KnowledgeDifference;
import ledger.projections.account.KnowledgeDifference.Change;
import ledger.projections.account.ServedDays;
import ledger.projections.statement.HourStatement;
import ledger.projections.statement.HourStatement.RecordingUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Service of some days as known at a position: the same whether it was asked live when that position was the head, is
 * asked as of it later, or is replayed from the first fact. On thousands of histories made by chance.
 */
class TwoTimeAxesTest {

    private static final int HISTORIES = 2_000;
    private static final List<Scheme> SCHEMES = Schemes.shipped().all();
    private static final Set<EvidenceGrade> CREDIT = Set.of(EvidenceGrade.SYSTEM_TIMED);

    /** All that a volunteer can ask about service on some days. */
    private record Answer(HourTotals hours, String statement, int statementMinutes, Verdict verdict) {}

    @Test
    void r28_liveAsOfAndReplayGiveTheSameAnswerAndTheSameDifference() {
        int changes = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            try {
                changes += law(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the law does not hold for seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(changes).as("changes looked at").isGreaterThan(10 * HISTORIES);
    }

    private static int law(long seed) {
        Random random = new Random(seed);
        Facts facts = new RandomHistory(seed).facts();
        long earlier = random.nextInt((int) facts.head() + 1);
        long later = earlier + random.nextInt((int) (facts.head() - earlier) + 1);
        ServedDays days = days(random);
        Scheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        LocalDate day = Facts.RECORDED_ON.plusDays(random.nextInt(40));

        View view = new View(facts, random);
        List<Known> liveEarlier = view.upTo(earlier);
        List<Known> liveLater = view.upTo(later);
        List<Known> head = view.upTo(facts.head());
        int changes = 0;
        for (String account : RandomHistory.ACCOUNTS) {
            Function<Long, List<EntryVersion>> asOf = position -> of(head, account, days, one -> one.at(position));
            Function<Long, List<EntryVersion>> replay = position -> replayed(facts, account, days, position);
            List<EntryVersion> before = of(liveEarlier, account, days, one -> one.knownTo() == null);
            List<EntryVersion> after = of(liveLater, account, days, one -> one.knownTo() == null);

            Answer live = answer(account, before, scheme, day, earlier, days);
            assertThat(answer(account, asOf.apply(earlier), scheme, day, earlier, days)).as("as of").isEqualTo(live);
            assertThat(answer(account, replay.apply(earlier), scheme, day, earlier, days)).as("replay").isEqualTo(live);

            KnowledgeDifference difference = difference(earlier, before, later, after, causes(head, earlier, later));
            assertThat(difference(earlier, asOf.apply(earlier), later, asOf.apply(later), causes(head, earlier, later)))
                    .as("as of").isEqualTo(difference);
            assertThat(difference(earlier, replay.apply(earlier), later, replay.apply(later),
                            causes(facts.all(), earlier, later)))
                    .as("replay").isEqualTo(difference);
            isAccountedFor(difference, before, after);
            changes += difference.changes().size();
        }
        return changes;
    }

    /** The hours change by what the entries changed, and each entry by facts between the two positions. */
    private static void isAccountedFor(
            KnowledgeDifference difference, Collection<EntryVersion> before, Collection<EntryVersion> after) {
        int gained = difference.changes().stream()
                .mapToInt(change -> change.certifiedAfter() - change.certifiedBefore())
                .sum();
        assertThat(HourTotals.of(after, CREDIT).certifiedMinutes() - HourTotals.of(before, CREDIT).certifiedMinutes())
                .isEqualTo(gained);
        assertThat(difference.changes()).allSatisfy(change -> {
            assertThat(change.causes()).isNotEmpty().isSorted().allSatisfy(cause ->
                    assertThat(cause).isGreaterThan(difference.earlier()).isLessThanOrEqualTo(difference.later()));
            last(change).ifPresent(version ->
                    assertThat(change.causes().getLast()).isEqualTo(version.knownFrom()));
        });
    }

    private static Optional<EntryVersion> last(Change change) {
        return Optional.ofNullable(change.after());
    }

    /** The versions of entries as a live view keeps them, which follows the facts in batches of any size. */
    private static final class View {
        private final Facts facts;
        private final Random random;
        private final List<Known> rows = new ArrayList<>();
        private long position;

        View(Facts facts, Random random) {
            this.facts = facts;
            this.random = random;
        }

        List<Known> upTo(long head) {
            while (position < head) {
                List<RecordedFact> batch = facts.after(
                        position, (int) Math.min(head - position, 1 + random.nextInt(30)));
                position = batch.getLast().position();
                List<RecordedFact> ours = batch.stream()
                        .filter(fact -> fact.fact() instanceof HourAccountEvent)
                        .toList();
                FoldedEntries stretch = FoldedEntries.of(ours, rows.stream()
                        .filter(row -> row.knownTo() == null)
                        .collect(Collectors.toMap(row -> row.version().entryId(), Known::version)));
                rows.replaceAll(row -> row.after(stretch));
                rows.addAll(stretch.versions());
            }
            return List.copyOf(rows);
        }
    }

    private static List<EntryVersion> of(
            List<Known> rows, String account, ServedDays days, java.util.function.Predicate<Known> known) {
        return rows.stream()
                .filter(known)
                .map(Known::version)
                .filter(version -> version.accountId().equals(account))
                .filter(days::has)
                .sorted(java.util.Comparator.comparing(EntryVersion::entryId))
                .toList();
    }

    private static List<EntryVersion> replayed(Facts facts, String account, ServedDays days, long position) {
        String volunteer = LedgerIds.volunteerOf(account);
        return Replay.of(facts, new ReplayScope.OfVolunteer(volunteer), position, reached -> { })
                .entriesOf(volunteer).stream().filter(days::has).toList();
    }

    private static Answer answer(
            String account, List<EntryVersion> entries, Scheme scheme, LocalDate day, long position, ServedDays days) {
        HourStatement statement = HourStatement.compose(
                new StatementScope(LedgerIds.volunteerOf(account), days.from(), days.to(), null), position, entries,
                id -> new RecordingUnit(id, id, id));
        Verdict verdict = Evaluation.evaluate(
                scheme, entries.stream().map(EntryVersion::known).toList(),
                new SubjectFacts(Facts.RECORDED_ON.minusYears(1), Optional.empty()), day);
        return new Answer(HourTotals.of(entries, CREDIT), statement.digest(), statement.minutes(), verdict);
    }

    private static KnowledgeDifference difference(
            long earlier, List<EntryVersion> before, long later, List<EntryVersion> after,
            Map<String, List<Long>> causes) {
        return KnowledgeDifference.of(earlier, before, later, after, causes);
    }

    private static Map<String, List<Long>> causes(List<Known> rows, long earlier, long later) {
        return rows.stream()
                .map(Known::version)
                .filter(version -> version.knownFrom() > earlier && version.knownFrom() <= later)
                .collect(Collectors.groupingBy(
                        EntryVersion::entryId, Collectors.mapping(EntryVersion::knownFrom, Collectors.toList())));
    }

    /** The same by nothing but the fold. */
    private static Map<String, List<Long>> causes(Collection<RecordedFact> facts, long earlier, long later) {
        Map<String, EntryVersion> known = new HashMap<>();
        Map<String, List<Long>> causes = new TreeMap<>();
        for (RecordedFact fact : facts) {
            if (fact.fact() instanceof HourAccountEvent event && fact.position() <= later) {
                EntryVersion before = known.get(event.entryId());
                EntryVersion after = EntryFold.apply(before, event, fact.position());
                known.put(event.entryId(), after);
                if (after != before && fact.position() > earlier) {
                    causes.computeIfAbsent(event.entryId(), id -> new ArrayList<>()).add(fact.position());
                }
            }
        }
        return causes;
    }

    private static ServedDays days(Random random) {
        LocalDate from = LocalDate.parse("2026-02-10").plusDays(random.nextInt(12));
        LocalDate to = from.plusDays(random.nextInt(12));
        return switch (random.nextInt(4)) {
            case 0 -> ServedDays.ALL;
            case 1 -> new ServedDays(from, null);
            case 2 -> new ServedDays(null, to);
            default -> new ServedDays(from, to);
        };
    }
}
