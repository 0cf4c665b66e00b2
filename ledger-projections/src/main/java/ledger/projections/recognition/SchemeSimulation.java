package ledger.projections.recognition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.Digest;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectKind;
import ledger.domain.recognition.Verdict;
import ledger.projections.Lanes;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryReader;
import ledger.projections.recognition.SimulatedChange.Effect;
import ledger.projections.volunteer.VolunteerReader;

/**
 * A draft of a scheme asked of everybody, beside the version it would replace: who gains, who loses, and why. It
 * evaluates as the live view does, over what was known at one position, and keeps no more than a few pages of subjects at
 * a time.
 */
public final class SchemeSimulation {

    private static final int PAGE = 1_000;

    private static final String PEOPLE =
            """
            SELECT volunteer_id FROM views_v1.registration WHERE volunteer_id > ? AND known_from <= ?
              AND (known_to IS NULL OR known_to > ?) ORDER BY volunteer_id LIMIT ?
            """;

    private static final String BODIES =
            """
            SELECT organization_id FROM views_v1.organization WHERE organization_id > ?
            ORDER BY organization_id LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final Subjects subjects;
    private final Lanes lanes;

    /** As many lanes as there are processors. */
    public SchemeSimulation(
            JdbcTemplate jdbc,
            EntryReader entries,
            VolunteerReader volunteers,
            SchemeShelf shelf,
            BirthDates birthDates) {
        this.jdbc = jdbc;
        this.subjects = new Subjects(jdbc, entries, volunteers, shelf, birthDates);
        this.lanes = Lanes.ofThisMachine();
    }

    /**
     * @param against the version beside which it is set; absent where there is none
     * @param day both are asked for this day
     * @param position of what was known there
     */
    public record Terms(Scheme draft, @Nullable Scheme against, LocalDate day, long position) {}

    /**
     * What came of it.
     *
     * @param against absent where there was no version to set it beside
     * @param subjects how many were asked
     * @param gain those that reach more levels than before
     * @param lose those that reach fewer
     * @param other those whose level or standing is another one, neither higher nor lower
     * @param minutesBefore that count by the version there is
     * @param minutesAfter that count by the draft
     * @param levelsBefore how many reach each level as their highest; below the first under an empty name
     * @param digest SHA-256 over all changes in order, each written as JSON with a line feed
     */
    public record Outcome(
            String draft,
            String draftDigest,
            LocalDate effectiveFrom,
            @Nullable String against,
            LocalDate day,
            long position,
            int subjects,
            int gain,
            int lose,
            int other,
            long minutesBefore,
            long minutesAfter,
            Map<String, Integer> levelsBefore,
            Map<String, Integer> levelsAfter,
            String digest) {}

    /** Who is asked: people, or teams and organizations. */
    private enum Kind {
        PEOPLE,
        BODIES
    }

    private static List<Kind> kinds(Terms terms) {
        List<Kind> kinds = new ArrayList<>();
        if (isFor(terms, SubjectKind.PERSON)) {
            kinds.add(Kind.PEOPLE);
        }
        if (isFor(terms, SubjectKind.TEAM) || isFor(terms, SubjectKind.ORGANIZATION)) {
            kinds.add(Kind.BODIES);
        }
        return kinds;
    }

    private static boolean isFor(Terms terms, SubjectKind kind) {
        return terms.draft().isFor(kind) || terms.against() != null && terms.against().isFor(kind);
    }

    /** How many there are to be asked. */
    public int subjects(Terms terms) {
        return kinds(terms).stream().mapToInt(kind -> count(kind, terms.position())).sum();
    }

    private int count(Kind kind, long position) {
        Integer count = switch (kind) {
            case PEOPLE -> jdbc.queryForObject(
                    """
                    SELECT count(*) FROM views_v1.registration
                    WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)
                    """,
                    Integer.class, position, position);
            case BODIES -> jdbc.queryForObject("SELECT count(*) FROM views_v1.organization", Integer.class);
        };
        return count == null ? 0 : count;
    }

    /** @param page told the changes of each page of subjects, and how many were looked at; it may throw to end */
    public Outcome run(Terms terms, BiConsumer<List<SimulatedChange>, Integer> page) {
        Sums sums = new Sums();
        for (Kind kind : kinds(terms)) {
            lanes.work(new Pages(kind, terms.position()), ids -> asked(kind, terms, ids), found -> {
                sums.add(found);
                page.accept(found.changes(), sums.lookedAt);
            });
        }
        return sums.of(terms);
    }

    /** Ids of all subjects of a kind, page by page. */
    private final class Pages implements Iterator<List<String>> {
        private final Kind kind;
        private final long position;
        private List<String> next;

        Pages(Kind kind, long position) {
            this.kind = kind;
            this.position = position;
            this.next = after("");
        }

        private List<String> after(String id) {
            return switch (kind) {
                case PEOPLE -> jdbc.queryForList(PEOPLE, String.class, id, position, position, PAGE);
                case BODIES -> jdbc.queryForList(BODIES, String.class, id, PAGE);
            };
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

    private record Found(int lookedAt, List<Judged> judged) {

        List<SimulatedChange> changes() {
            return judged.stream().map(Judged::change).flatMap(Optional::stream).toList();
        }
    }

    /** Of one subject what the sums need; verdicts are long. */
    private record Judged(
            @Nullable String levelBefore,
            int minutesBefore,
            String levelAfter,
            int minutesAfter,
            Optional<SimulatedChange> change) {

        static Judged of(String id, @Nullable Verdict before, Verdict after) {
            return new Judged(
                    before == null ? null : before.highest().orElse(""), before == null ? 0 : before.minutes(),
                    after.highest().orElse(""), after.minutes(), SimulatedChange.between(id, before, after));
        }
    }

    private Found asked(Kind kind, Terms terms, List<String> ids) {
        Scheme against = terms.against();
        Subjects.Looks looks = new Subjects.Looks(false, false).or(terms.draft());
        looks = against == null ? looks : looks.or(against);
        Map<String, Subjects.Known> known = switch (kind) {
            case PEOPLE -> subjects.volunteers(ids, terms.position(), looks);
            case BODIES -> subjects.organizations(ids, terms.position(), looks);
        };
        List<Judged> judged = new ArrayList<>();
        for (String id : ids) {
            Subjects.Known subject = known.get(id);
            if (subject != null && isFor(terms, subject.facts().kind())) {
                Verdict before = against == null ? null : verdict(against, subject, terms);
                judged.add(Judged.of(id, before, verdict(terms.draft(), subject, terms)));
            }
        }
        return new Found(ids.size(), judged);
    }

    private static Verdict verdict(Scheme scheme, Subjects.Known subject, Terms terms) {
        return Evaluation.evaluate(scheme, subject.entries(), subject.facts(), terms.day());
    }

    private static final class Sums {
        private final MessageDigest digest = Digest.sha256();
        private final Map<String, Integer> levelsBefore = new TreeMap<>();
        private final Map<String, Integer> levelsAfter = new TreeMap<>();
        private final Map<Effect, Integer> effects = new TreeMap<>();
        private int lookedAt;
        private int subjects;
        private long minutesBefore;
        private long minutesAfter;

        void add(Found found) {
            lookedAt += found.lookedAt();
            for (Judged one : found.judged()) {
                subjects++;
                if (one.levelBefore() != null) {
                    levelsBefore.merge(one.levelBefore(), 1, Integer::sum);
                }
                levelsAfter.merge(one.levelAfter(), 1, Integer::sum);
                minutesBefore += one.minutesBefore();
                minutesAfter += one.minutesAfter();
            }
            for (SimulatedChange change : found.changes()) {
                effects.merge(change.effect(), 1, Integer::sum);
                digest.update((LedgerJson.write(change) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        Outcome of(Terms terms) {
            return new Outcome(
                    terms.draft().edition(), terms.draft().digest(), terms.draft().effectiveFrom(),
                    terms.against() == null ? null : terms.against().edition(), terms.day(), terms.position(),
                    subjects, effects.getOrDefault(Effect.GAINS, 0), effects.getOrDefault(Effect.LOSES, 0),
                    effects.getOrDefault(Effect.OTHER, 0), minutesBefore, minutesAfter, levelsBefore, levelsAfter,
                    HexFormat.of().formatHex(digest.digest()));
        }
    }
}
