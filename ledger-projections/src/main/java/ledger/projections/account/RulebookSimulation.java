package ledger.projections.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.Digest;
import ledger.domain.account.AccountFact;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.HourAccountEvent.Entry;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.FactSource;
import ledger.projections.Lanes;
import ledger.projections.LedgerJson;
import ledger.projections.RecordedFact;
import ledger.projections.account.JudgedAnew.Fate;
import ledger.projections.account.JudgedAnew.Side;

/**
 * A draft of a rulebook asked about every session of the whole history as it came: by the account itself, beside what
 * stood in it at that moment, with what was known then. What came of each session afterwards stays as it was.
 */
public final class RulebookSimulation {

    private static final int PAGE = 200;

    private static final String POSITIONS =
            """
            SELECT position FROM views_v1.entry_event WHERE position <= ? AND entry_id IN (
              SELECT entry_id FROM views_v1.entry WHERE account_id = ANY(?))
            UNION SELECT position FROM views_v1.fact_place WHERE position <= ? AND aggregate_id = ANY(?)
            """;

    private final JdbcTemplate jdbc;
    private final FactSource facts;
    private final Lanes lanes;

    /** As many lanes as there are processors. */
    public RulebookSimulation(JdbcTemplate jdbc, FactSource facts) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.lanes = Lanes.ofThisMachine();
    }

    /**
     * @param rulebooks with the draft among them
     * @param position of the last fact looked at
     */
    public record Terms(Rulebook draft, Rulebooks rulebooks, long position) {}

    /** Sessions and their minutes. */
    public record Sum(int sessions, long minutes) {

        private Sum plus(int more) {
            return new Sum(sessions + 1, minutes + more);
        }
    }

    /**
     * What came of it.
     *
     * @param sessions how many were judged anew
     * @param changed how many would have another fate, other reasons to wait, or be late or in time otherwise
     * @param dates how many would count from another day
     * @param before by what became of them
     * @param after by what the draft would do
     * @param reasonsBefore why sessions waited
     * @param reasonsAfter why they would wait, or be refused
     * @param lateBefore sessions that came after their deadline
     * @param lateAfter those that would
     * @param digest SHA-256 over all changes in order, each written as JSON with a line feed
     */
    public record Outcome(
            String draft,
            long position,
            int sessions,
            int changed,
            int dates,
            Map<Fate, Sum> before,
            Map<Fate, Sum> after,
            Map<String, Integer> reasonsBefore,
            Map<String, Integer> reasonsAfter,
            int lateBefore,
            int lateAfter,
            String digest) {}

    /** How many sessions there are to be judged, about. */
    public int sessions() {
        Integer count = jdbc.queryForObject(
                "SELECT coalesce(sum(entries), 0)::int FROM views_v1.service_in_all", Integer.class);
        return Objects.requireNonNull(count);
    }

    /** @param page told the changes of each page of accounts, and how many sessions were judged; it may throw to end */
    public Outcome run(Terms terms, BiConsumer<List<JudgedAnew>, Integer> page) {
        Sums sums = new Sums();
        lanes.work(new Pages(), accounts -> judged(terms, accounts), found -> {
            page.accept(sums.add(found), sums.sessions);
        });
        return sums.of(terms);
    }

    /** All accounts that ever had an entry, page by page. */
    private final class Pages implements Iterator<List<String>> {
        private List<String> next = after("");

        private List<String> after(String account) {
            return jdbc.queryForList(
                    "SELECT DISTINCT account_id FROM views_v1.entry WHERE account_id > ? ORDER BY account_id LIMIT ?",
                    String.class, account, PAGE);
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public List<String> next() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<String> page = next;
            next = after(page.getLast());
            return page;
        }
    }

    private List<JudgedAnew> judged(Terms terms, List<String> accounts) {
        String[] ids = accounts.toArray(String[]::new);
        List<Long> positions = jdbc.queryForList(
                POSITIONS, Long.class, terms.position(), ids, terms.position(), ids);
        Set<String> ours = Set.copyOf(accounts);
        Map<String, AccountRehearsal> known = new HashMap<>();
        Map<String, List<JudgedAnew>> found = new TreeMap<>();
        for (RecordedFact fact : facts.at(positions)) {
            if (fact.fact() instanceof AccountFact event && ours.contains(event.accountId())) {
                AccountRehearsal account =
                        known.computeIfAbsent(event.accountId(), id -> AccountRehearsal.of(List.of()));
                List<JudgedAnew> all = found.computeIfAbsent(event.accountId(), id -> new ArrayList<>());
                switch (event) {
                    case ServiceRecorded e -> all.add(judged(terms, account, fact, e.entryId(), e.entry(), Side.of(e)));
                    case ServiceHeld e -> all.add(judged(terms, account, fact, e.entryId(), e.entry(), Side.of(e)));
                    case TrainingRecorded e ->
                        all.add(judged(terms, account, fact, e.entryId(), e.entry(), Side.of(e)));
                    default -> { }
                }
                account.follow(event);
            }
        }
        return found.values().stream().flatMap(List::stream).toList();
    }

    private static JudgedAnew judged(
            Terms terms, AccountRehearsal account, RecordedFact fact, String entryId, Entry came, Side before) {
        AccountFact event = (AccountFact) fact.fact();
        Side after = Side.of(account.ask(
                event.accountId(), came, terms.draft().edition(), terms.rulebooks()));
        return new JudgedAnew(
                entryId, event.accountId(), came.recordedBy(), came.time().servedOn(), came.time().minutes(), before,
                after);
    }

    private static final class Sums {
        private final MessageDigest digest = Digest.sha256();
        private final Map<Fate, Sum> before = new TreeMap<>();
        private final Map<Fate, Sum> after = new TreeMap<>();
        private final Map<String, Integer> reasonsBefore = new TreeMap<>();
        private final Map<String, Integer> reasonsAfter = new TreeMap<>();
        private int sessions;
        private int changed;
        private int dates;
        private int lateBefore;
        private int lateAfter;

        /** @return those that change */
        List<JudgedAnew> add(List<JudgedAnew> found) {
            for (JudgedAnew one : found) {
                sessions++;
                count(before, reasonsBefore, one.before(), one.minutes());
                count(after, reasonsAfter, one.after(), one.minutes());
                lateBefore += one.before().late() ? 1 : 0;
                lateAfter += one.after().late() ? 1 : 0;
                dates += Objects.equals(one.before().countsFrom(), one.after().countsFrom()) ? 0 : 1;
            }
            List<JudgedAnew> changes = found.stream().filter(JudgedAnew::isChanged).toList();
            changed += changes.size();
            changes.forEach(change -> digest.update(
                    (LedgerJson.write(change) + "\n").getBytes(StandardCharsets.UTF_8)));
            return changes;
        }

        private static void count(Map<Fate, Sum> fates, Map<String, Integer> reasons, Side side, int minutes) {
            fates.merge(side.fate(), new Sum(1, minutes), (sum, one) -> sum.plus(minutes));
            side.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        }

        Outcome of(Terms terms) {
            return new Outcome(
                    terms.draft().edition(), terms.position(), sessions, changed, dates, before, after, reasonsBefore,
                    reasonsAfter, lateBefore, lateAfter, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
