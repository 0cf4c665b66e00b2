package ledger.api.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.Vault;
import ledger.domain.Digest;
import ledger.domain.LedgerIds;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.FactSource;
import ledger.projections.Followers;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.replay.Replay;
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
     * @param accounts the account asked for; for a whole replay only those that differ
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
     * @param volunteerId one volunteer, or absent for all
     * @param to last position to fold; absent for everything written so far
     * @param compare whether to set the live view beside it
     */
    public Outcome run(
            @Nullable String volunteerId, @Nullable Long to, boolean compare, LongConsumer progress) {
        long upTo = to == null ? facts.head() : Math.min(to, facts.head());
        Replay replay = Replay.of(facts, upTo, progress);
        if (compare) {
            boolean reached = followers.await(
                    upTo, java.time.Duration.ofMinutes(10),
                    List.of(EntryProjection.ROOM, OrganizationProjection.ROOM, VolunteerProjection.ROOM));
            if (!reached) {
                throw new IllegalStateException("the live view has not reached position " + upTo);
            }
        }
        LocalDate asOf = clock.today();
        List<Scheme> schemes = shelf.inEffect(asOf);
        List<Compared> accounts = new ArrayList<>();
        List<String> ids = volunteerId == null ? replay.volunteerIds() : List.of(volunteerId);
        for (String id : ids) {
            ReplayedAccount replayed = ReplayedAccount.of(
                    id, replay.entriesOf(id), subject(id, replay.registeredOn(id)), schemes, asOf, upTo,
                    creditGrades(), replay::recordingUnit);
            accounts.add(new Compared(
                    number(id), replayed, compare ? live(id, schemes, asOf, upTo) : null));
        }
        return outcome(replay, accounts, compare, volunteerId != null);
    }

    private ReplayedAccount live(String volunteerId, List<Scheme> schemes, LocalDate asOf, long position) {
        var known = entries.entriesOf(LedgerIds.accountOf(volunteerId), position);
        Map<String, RecordingUnit> units = organizations.recordingUnits(
                known.stream().map(entry -> entry.recordedBy()).distinct().toList());
        LocalDate registeredOn = volunteers.registeredOn(volunteerId).orElse(LocalDate.MIN);
        return ReplayedAccount.of(
                volunteerId, known, subject(volunteerId, registeredOn), schemes, asOf, position, creditGrades(),
                units::get);
    }

    private SubjectFacts subject(String volunteerId, LocalDate registeredOn) {
        return new SubjectFacts(
                registeredOn, Optional.ofNullable(vault.of(List.of(volunteerId)).get(volunteerId)));
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
