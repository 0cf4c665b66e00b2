package ledger.api.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.Vault;
import ledger.domain.Digest;
import ledger.domain.LedgerIds;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.replay.Replay;
import ledger.projections.replay.ReplayScope;
import ledger.projections.replay.ReplayedAccount;
import ledger.projections.statement.HourStatement.RecordingUnit;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

/** Folds the ledger again from its first fact and sets the result beside what the live view says (R28). */
@Component
public class AuditReplay {

    private final FactSource facts;
    private final Followers followers;
    private final EntryReader entries;
    private final VolunteerReader volunteers;
    private final OrganizationReader organizations;
    private final RecognitionReader recognition;
    private final SchemeShelf shelf;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final Vault vault;
    private final LedgerClock clock;

    AuditReplay(
            FactSource facts,
            Followers followers,
            EntryReader entries,
            VolunteerReader volunteers,
            OrganizationReader organizations,
            RecognitionReader recognition,
            SchemeShelf shelf,
            Rulebooks rulebooks,
            LedgerProperties properties,
            Vault vault,
            LedgerClock clock) {
        this.facts = facts;
        this.followers = followers;
        this.entries = entries;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.recognition = recognition;
        this.shelf = shelf;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * One volunteer, replayed and live.
     *
     * @param live absent when no comparison was asked for
     */
    public record Compared(String volunteer, ReplayedAccount replayed, @Nullable ReplayedAccount live) {
        public boolean isSame() {
            return live == null || live.equals(replayed);
        }
    }

    /**
     * @param position the last position folded
     * @param facts how many facts were folded
     * @param digest SHA-256 over the digests of all accounts
     * @param liveDigest the same from the live view as known at that position; absent without comparison
     * @param differing volunteers whose live view differs from the replay
     * @param accounts the account asked for; for a larger scope only those that differ
     */
    public record Outcome(
            long position,
            long facts,
            int volunteers,
            int entries,
            long certifiedMinutes,
            String digest,
            @Nullable String liveDigest,
            int differing,
            List<Compared> accounts) {}

    /**
     * @param to last position to fold; absent for everything written so far
     * @param compare whether to set the live view beside it
     */
    public Outcome run(ReplayScope scope, @Nullable Long to, boolean compare, LongConsumer progress) {
        long upTo = to == null ? facts.head() : Math.min(to, facts.head());
        Replay replay = Replay.of(facts, scope, upTo, progress);
        if (compare) {
            awaitLiveView(upTo);
        }
        LocalDate asOf = clock.today();
        List<Scheme> schemes = shelf.inEffect(asOf);
        Live live = new Live(scope, schemes, asOf, upTo);
        Set<String> ids = new TreeSet<>(replay.volunteerIds());
        if (compare) {
            ids.addAll(live.volunteerIds());
        }
        List<Compared> accounts = new ArrayList<>();
        for (String id : ids) {
            ReplayedAccount replayed = ReplayedAccount.of(
                    id, replay.entriesOf(id), subject(id, replay.registeredOn(id), awards(replay, id)), schemes, asOf,
                    upTo, creditGrades(), replay::recordingUnit);
            accounts.add(new Compared(number(id), replayed, compare ? live.account(id) : null));
        }
        return outcome(replay, accounts, compare, scope instanceof ReplayScope.OfVolunteer);
    }

    private void awaitLiveView(long position) {
        boolean reached = followers.await(
                position, Duration.ofMinutes(10),
                List.of(
                        EntryProjection.ROOM, OrganizationProjection.ROOM, VolunteerProjection.ROOM,
                        EligibilityProjection.ROOM));
        if (!reached) {
            throw new IllegalStateException("the live view has not reached position " + position);
        }
    }

    /** What the live view says of the same scope at the same position. */
    private final class Live {

        private final ReplayScope scope;
        private final List<Scheme> schemes;
        private final LocalDate asOf;
        private final long position;
        private final Map<String, Set<String>> ofSubmission;

        Live(ReplayScope scope, List<Scheme> schemes, LocalDate asOf, long position) {
            this.scope = scope;
            this.schemes = schemes;
            this.asOf = asOf;
            this.position = position;
            this.ofSubmission = scope instanceof ReplayScope.OfSubmission roster
                    ? entries.entriesOfSubmission(roster.submissionId(), position)
                    : Map.of();
        }

        /** Whom the live view knows to have entries in a scope that is neither one volunteer nor everything. */
        Collection<String> volunteerIds() {
            Collection<String> accounts = switch (scope) {
                case ReplayScope.Everything ignored -> List.of();
                case ReplayScope.OfVolunteer ignored -> List.of();
                case ReplayScope.OfOrganization of -> entries.accountsRecordedBy(of.organizationId(), position);
                case ReplayScope.OfSubmission ignored -> ofSubmission.keySet();
            };
            return accounts.stream().map(LedgerIds::volunteerOf).toList();
        }

        ReplayedAccount account(String volunteerId) {
            String accountId = LedgerIds.accountOf(volunteerId);
            Set<String> rows = ofSubmission.getOrDefault(accountId, Set.of());
            List<EntryVersion> known = entries.entriesOf(accountId, position).stream()
                    .filter(scope::has)
                    .filter(entry -> !(scope instanceof ReplayScope.OfSubmission) || rows.contains(entry.entryId()))
                    .toList();
            Map<String, RecordingUnit> units = organizations.recordingUnits(
                    known.stream().map(EntryVersion::recordedBy).distinct().toList());
            LocalDate registeredOn = volunteers.registeredOn(volunteerId).orElse(LocalDate.MIN);
            return ReplayedAccount.of(
                    volunteerId, known, subject(volunteerId, registeredOn, recognition.awards(volunteerId, position)),
                    schemes, asOf, position, creditGrades(), units::get);
        }
    }

    private SubjectFacts subject(String volunteerId, LocalDate registeredOn, List<Award> awards) {
        return new SubjectFacts(
                        registeredOn, Optional.ofNullable(vault.of(List.of(volunteerId)).get(volunteerId)))
                .with(awards);
    }

    private List<Award> awards(Replay replay, String volunteerId) {
        return replay.conferredOn(volunteerId).stream()
                .map(conferred -> Award.of(conferred, shelf.schemes()))
                .toList();
    }

    private String number(String volunteerId) {
        return vault.read(volunteerId).map(Vault.Person::number).orElse(volunteerId);
    }

    private Set<EvidenceGrade> creditGrades() {
        return rulebooks.inEffect(properties.rulebook(), clock.today()).creditGrades();
    }

    private static Outcome outcome(Replay replay, List<Compared> accounts, boolean compare, boolean showAll) {
        List<Compared> differing = accounts.stream().filter(account -> !account.isSame()).toList();
        return new Outcome(
                replay.position(),
                replay.facts(),
                accounts.size(),
                accounts.stream().mapToInt(account -> account.replayed().entries()).sum(),
                accounts.stream().mapToLong(account -> account.replayed().certifiedMinutes()).sum(),
                digest(accounts.stream().map(Compared::replayed).toList()),
                compare
                        ? digest(accounts.stream()
                                .map(account -> java.util.Objects.requireNonNull(account.live()))
                                .toList())
                        : null,
                differing.size(),
                showAll ? accounts : differing);
    }

    private static String digest(List<ReplayedAccount> accounts) {
        return Digest.of(accounts.stream().map(ReplayedAccount::digest).toArray(String[]::new));
    }
}
