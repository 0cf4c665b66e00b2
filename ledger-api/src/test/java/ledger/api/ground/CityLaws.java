package ledger.api.ground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import ledger.api.TestLedger;
import ledger.api.operation.AuditReplay;
import ledger.api.operation.ViewRebuild;
import ledger.domain.LedgerIds;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.EntryState;
import ledger.domain.account.HourAccountEvent;
import ledger.projections.DeadLetters;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.Rebuild;
import ledger.projections.RecordedFact;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HourTotals;
import ledger.projections.account.OrganizationMinutes;
import ledger.projections.account.ServedDays;
import ledger.projections.replay.Replay;
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayScope;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every ledger, looked at in one as it stands at one moment. */
final class CityLaws {

    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    private final TestLedger ledger;
    private final EntryReader reader;
    private final long seed;
    private final long position;
    private final List<RecordedFact> facts = new ArrayList<>();
    private final Map<String, List<EntryVersion>> live = new TreeMap<>();

    CityLaws(TestLedger ledger, long seed) {
        this.ledger = ledger;
        this.seed = seed;
        this.reader = ledger.get(EntryReader.class);
        FactSource source = ledger.get(FactSource.class);
        this.position = source.head();
        while (facts.size() < position) {
            facts.addAll(source.after(facts.size(), 5_000));
        }
        Followers views = ledger.get(Followers.class);
        assertThat(views.await(position, CATCH_UP, views.rooms())).as("views follow, seed %d", seed).isTrue();
        CityYear.accounts().forEach(account -> live.put(account, reader.entriesOf(account, EntryReader.NOW)));
    }

    /** @param prefixes how many prefixes of the history, chosen by chance, are replayed */
    void hold(int prefixes) {
        balanceIsTheSumOfEntries();
        minutesByOrganizationAreMinutesByVolunteer();
        Random random = new Random(seed);
        for (int i = 0; i < prefixes; i++) {
            aPrefixReplays(1 + random.nextLong(position));
        }
        aPrefixReplays(position);
        liveIsAsOfIsRebuild();
    }

    /** What was known at an earlier moment is known of it still. */
    void remember(CityLaws earlier) {
        assertThat(position).isGreaterThan(earlier.position);
        earlier.live.forEach((account, entries) -> assertThat(reader.entriesOf(account, earlier.position))
                .as("%s as of %d, seed %d", account, earlier.position, seed)
                .isEqualTo(entries));
    }

    /** A balance kept like a book, by what each fact adds and takes, is the sum of what is certified. */
    private void balanceIsTheSumOfEntries() {
        Map<String, Integer> balances = new TreeMap<>();
        Map<String, Integer> counting = new TreeMap<>();
        Map<String, Integer> length = new TreeMap<>();
        for (HourAccountEvent fact : ofAccounts(position)) {
            length.compute(fact.entryId(), (id, minutes) -> length(fact, minutes));
            int before = counting.getOrDefault(fact.entryId(), 0);
            int after = switch (fact) {
                case HourAccountEvent.ServiceCertified e -> e.minutes();
                case HourAccountEvent.ServiceCorrected e when before > 0 -> {
                    assertThat(e.minutesBefore()).isEqualTo(before);
                    yield e.time().minutes();
                }
                case HourAccountEvent.ServiceRevoked e when before > 0 -> {
                    assertThat(e.minutes()).isEqualTo(before);
                    yield 0;
                }
                case HourAccountEvent.ServiceReinstated e when e.state() == EntryState.CERTIFIED ->
                        length.get(e.entryId());
                case HourAccountEvent other -> before;
            };
            counting.put(fact.entryId(), after);
            balances.merge(fact.accountId(), after - before, Integer::sum);
        }
        live.forEach((account, entries) -> assertThat(HourTotals.of(entries, Set.of()).certifiedMinutes())
                .as("balance of %s, seed %d", account, seed)
                .isEqualTo(balances.getOrDefault(account, 0))
                .isEqualTo(entries.stream()
                        .filter(entry -> entry.state() == EntryState.CERTIFIED)
                        .mapToInt(entry -> entry.time().minutes())
                        .sum()));
        assertThat(balances.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(10_000);
    }

    private static Integer length(HourAccountEvent fact, Integer before) {
        return switch (fact) {
            case HourAccountEvent.ServiceRecorded e -> e.entry().time().minutes();
            case HourAccountEvent.ServiceHeld e -> e.entry().time().minutes();
            case HourAccountEvent.TrainingRecorded e -> e.entry().time().minutes();
            case HourAccountEvent.ServiceCorrected e -> e.time().minutes();
            case HourAccountEvent other -> before;
        };
    }

    private void minutesByOrganizationAreMinutesByVolunteer() {
        Map<String, Map<EntryState, Long>> byVolunteer = new TreeMap<>();
        live.values().stream().flatMap(Collection::stream).forEach(entry -> byVolunteer
                .computeIfAbsent(entry.recordedBy(), id -> new TreeMap<>())
                .merge(entry.state(), (long) entry.time().minutes(), Long::sum));
        assertThat(byVolunteer).hasSizeGreaterThan(1);
        assertThat(new TreeMap<>(ledger.get(OrganizationMinutes.class).of(byVolunteer.keySet())))
                .as("by organization, seed %d", seed)
                .isEqualTo(byVolunteer);
        Map<String, Long> certified = new TreeMap<>();
        byVolunteer.forEach((id, states) -> {
            if (states.containsKey(EntryState.CERTIFIED)) {
                certified.put(id, states.get(EntryState.CERTIFIED));
            }
        });
        assertThat(new TreeMap<>(reader.certifiedMinutesByOrganization(ServedDays.ALL, EntryReader.NOW)))
                .isEqualTo(certified);
    }

    /** The facts up to a position are a ledger of their own: they fold as was known then, and none overlap. */
    private void aPrefixReplays(long upTo) {
        Replay replay = Replay.of(
                ledger.get(FactSource.class), new ReplayScope.Everything(), upTo, reached -> { });
        assertThat(replay.position()).isEqualTo(upTo);
        for (String account : CityYear.accounts()) {
            List<EntryVersion> known = reader.entriesOf(account, upTo);
            assertThat(replay.entriesOf(LedgerIds.volunteerOf(account)))
                    .as("%s at %d, seed %d", account, upTo, seed)
                    .containsExactlyInAnyOrderElementsOf(known);
            assertNoneOverlap(known);
            AccountRehearsal.of(ofAccounts(upTo).stream().filter(fact -> fact.accountId().equals(account)).toList());
        }
    }

    private void assertNoneOverlap(List<EntryVersion> entries) {
        List<EntryVersion> standing = entries.stream()
                .filter(entry -> entry.state().isStanding() && entry.time().hasInterval())
                .sorted(Comparator.comparing(entry -> entry.time().servedFrom()))
                .toList();
        for (int i = 1; i < standing.size(); i++) {
            assertThat(standing.get(i).time().servedFrom())
                    .as("%s after %s, seed %d", standing.get(i), standing.get(i - 1), seed)
                    .isAfterOrEqualTo(standing.get(i - 1).time().servedTo());
        }
    }

    private void liveIsAsOfIsRebuild() {
        live.forEach((account, entries) -> assertThat(reader.entriesOf(account, position))
                .as("as of the head, seed %d", seed)
                .isEqualTo(entries));
        ReplayOutcome audit = ledger.get(AuditReplay.class)
                .run(new ReplayScope.Everything(), null, true, AuditReplay.Watcher.NOBODY);
        assertThat(audit.differing()).as("replay and live, seed %d", seed).isZero();
        assertThat(audit.digest()).isEqualTo(audit.liveDigest());
        ViewRebuild rebuild = ledger.get(ViewRebuild.class);
        assertThat(rebuild.run(rebuild.rooms(null).orElseThrow(), step -> { }))
                .as("rebuilt and live, seed %d", seed)
                .hasSizeGreaterThan(5)
                .noneMatch(Rebuild.Outcome::replaced);
        assertThat(ledger.get(DeadLetters.class).list(1)).isEmpty();
    }

    private List<HourAccountEvent> ofAccounts(long upTo) {
        return facts.subList(0, (int) upTo).stream()
                .filter(fact -> fact.fact() instanceof HourAccountEvent)
                .map(fact -> (HourAccountEvent) fact.fact())
                .toList();
    }

    long position() {
        return position;
    }

    /** Entries of the city by id. */
    Map<String, EntryState> states() {
        Map<String, EntryState> states = new TreeMap<>();
        live.values().forEach(entries -> entries.forEach(entry -> states.put(entry.entryId(), entry.state())));
        return states;
    }

    /** The kinds of facts in the history of accounts. */
    Set<Class<?>> kinds() {
        Set<Class<?>> kinds = new HashSet<>();
        ofAccounts(position).forEach(fact -> kinds.add(fact.getClass()));
        return kinds;
    }
}
