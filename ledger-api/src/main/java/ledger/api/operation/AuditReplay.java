package ledger.api.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.Vault;
import ledger.domain.LedgerIds;
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
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayOutcome.Compared;
import ledger.projections.replay.ReplayOutcome.Sums;
import ledger.projections.replay.ReplayScope;
import ledger.projections.replay.ReplayTerms;
import ledger.projections.replay.ReplayedAccount;
import ledger.projections.statement.HourStatement.RecordingUnit;
import ledger.projections.volunteer.VolunteerProjection;

/** Folds the ledger again from its first fact and sets the result beside what the live view says (R28). */
@Component
public class AuditReplay {

    private final FactSource facts;
    private final Followers followers;
    private final EntryReader entries;
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
        this.organizations = organizations;
        this.recognition = recognition;
        this.shelf = shelf;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.vault = vault;
        this.clock = clock;
    }

    /** Told how far a replay is: facts folded, then accounts compared. */
    @FunctionalInterface
    public interface Watcher {

        Watcher NOBODY = (done, total) -> { };

        /** @throws java.util.concurrent.CancellationException to end it */
        void at(long done, long total);
    }

    /**
     * @param to last position to fold; absent for everything written so far
     * @param compare whether to set the live view beside it
     */
    public ReplayOutcome run(ReplayScope scope, @Nullable Long to, boolean compare, Watcher watcher) {
        long upTo = to == null ? facts.head() : Math.min(to, facts.head());
        Replay replay = Replay.of(facts, scope, upTo, position -> watcher.at(position, upTo));
        if (compare) {
            awaitLiveView(upTo);
        }
        ReplayTerms terms = terms();
        Live live = new Live(scope, terms, upTo);
        Set<String> ids = new TreeSet<>(replay.volunteerIds());
        if (compare) {
            ids.addAll(live.volunteerIds());
        }
        Sums sums = new Sums(scope instanceof ReplayScope.OfVolunteer);
        for (String id : ids) {
            List<EntryVersion> here = compare ? live.entries(id) : List.of();
            sums.add(
                    new Compared(number(id), terms.account(replay, id), compare ? live.account(id, here) : null),
                    replay.entriesOf(id), here);
            watcher.at(upTo + sums.accounts(), upTo + ids.size());
        }
        return sums.of(replay, compare);
    }

    /** By what is reduced today. */
    public ReplayTerms terms() {
        LocalDate today = clock.today();
        return new ReplayTerms(
                shelf.inEffect(today), shelf.schemes(), today,
                rulebooks.inEffect(properties.rulebook(), today).creditGrades(),
                volunteerId -> Optional.ofNullable(vault.of(List.of(volunteerId)).get(volunteerId)));
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
        private final ReplayTerms terms;
        private final long position;
        private final Map<String, Set<String>> ofSubmission;

        Live(ReplayScope scope, ReplayTerms terms, long position) {
            this.scope = scope;
            this.terms = terms;
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

        List<EntryVersion> entries(String volunteerId) {
            String accountId = LedgerIds.accountOf(volunteerId);
            Set<String> rows = ofSubmission.getOrDefault(accountId, Set.of());
            return entries.entriesOf(accountId, position).stream()
                    .filter(scope::has)
                    .filter(entry -> !(scope instanceof ReplayScope.OfSubmission) || rows.contains(entry.entryId()))
                    .toList();
        }

        ReplayedAccount account(String volunteerId, List<EntryVersion> known) {
            Map<String, RecordingUnit> units = organizations.recordingUnits(
                    known.stream().map(EntryVersion::recordedBy).distinct().toList());
            return terms.account(
                    volunteerId, known, recognition.facts(volunteerId, position), position, units::get);
        }
    }

    private String number(String volunteerId) {
        return vault.read(volunteerId).map(Vault.Person::number).orElse(volunteerId);
    }
}
