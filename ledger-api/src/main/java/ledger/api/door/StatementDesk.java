package ledger.api.door;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.StatementWatch;
import ledger.api.ground.Vault;
import ledger.api.intake.RefusedException;
import ledger.domain.Digest;
import ledger.domain.LedgerIds;
import ledger.domain.statement.OtherRecord;
import ledger.domain.statement.StatementCommand.IssueStatement;
import ledger.domain.statement.StatementRefusal;
import ledger.domain.statement.StatementScope;
import ledger.projections.FactSource;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.ServedDays;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecordReader;
import ledger.projections.statement.HourStatement;
import ledger.projections.statement.HourStatement.RecordingUnit;
import ledger.projections.statement.OtherRecords;
import ledger.projections.statement.StatementProjection;
import ledger.projections.statement.StatementReader;
import ledger.projections.statement.StatementReader.IssuedStatement;

/** Issues hour statements and shows them again by their number, as they were and whether they still hold. */
@Component
public class StatementDesk {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Visibility visibility;
    private final EntryReader entries;
    private final OrganizationReader organizations;
    private final StatementReader statements;
    private final RecordReader records;
    private final Vault vault;
    private final CircumstancesRegister circumstances;
    private final CommandDesk desk;
    private final FactSource facts;
    private final Survivors survivors;
    private final Reads reads;

    StatementDesk(
            Visibility visibility,
            EntryReader entries,
            OrganizationReader organizations,
            StatementReader statements,
            RecordReader records,
            Vault vault,
            CircumstancesRegister circumstances,
            CommandDesk desk,
            FactSource facts,
            Survivors survivors,
            Reads reads) {
        this.visibility = visibility;
        this.entries = entries;
        this.organizations = organizations;
        this.statements = statements;
        this.records = records;
        this.vault = vault;
        this.circumstances = circumstances;
        this.desk = desk;
        this.facts = facts;
        this.survivors = survivors;
        this.reads = reads;
    }

    /** Where a statement stands (R27). */
    public enum Status {
        VALID,
        /** Issued, since superseded: an entry it rests on has changed. */
        SUPERSEDED
    }

    /**
     * A statement as it was issued.
     *
     * @param digestHolds whether its lines, composed again from the ledger as known then, have the digest it was issued with
     * @param minutesNow minutes of the same scope as known now
     * @param mergedInto the number under which its lines are since a merge (R5); absent otherwise
     * @param position up to which ledger position this answer is true
     */
    public record Shown(
            String number,
            Status status,
            LocalDate issuedOn,
            String volunteerNumber,
            String volunteerName,
            HourStatement statement,
            @Nullable RecordingUnit signedBy,
            String digest,
            boolean digestHolds,
            @Nullable String supersedingEntry,
            @Nullable Long supersededAt,
            int minutesNow,
            @Nullable String mergedInto,
            long position) {}

    /**
     * Issue a statement over a scope, as the ledger knows it now.
     *
     * @param others what it is to tell beside hours; empty for hours alone
     * @param key repeats of a request with the same key get the same statement; absent for a new one each time
     */
    public Shown issue(
            String volunteerNumber,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<OtherRecord> others,
            @Nullable String key,
            Actor actor) {
        Visibility.require(actor, Role.VOLUNTEER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY);
        long position = reads.upToNow(
                EntryProjection.ROOM, OrganizationProjection.ROOM, EligibilityProjection.ROOM);
        String volunteerId = visibility.volunteer(volunteerNumber, actor);
        String signedBy = actor.is(Role.CERTIFIER, Role.MANAGER) ? actor.organizationId() : null;
        StatementScope scope = new StatementScope(volunteerId, from, to, signedBy).with(others);
        HourStatement statement = compose(scope, position);
        String number = key == null || key.isBlank() ? freshNumber() : number(Digest.of(actor.tokenId(), key));
        return desk.send(
                        new IssueStatement(
                                number,
                                scope,
                                position,
                                statement.digest(),
                                statement.restsOn(),
                                statement.minutes(),
                                circumstances.isFrozen(volunteerId),
                                reads.clock().today()),
                        actor)
                .decision()
                .fold(issued -> show(number, actor), same -> show(number, actor), refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    /** The lines that a statement over these days would have, as known at a position; an organization's are its own. */
    HourStatement lines(String volunteerId, ServedDays days, long position, Actor actor) {
        String signedBy = Visibility.boundTo(actor).orElse(null);
        return compose(new StatementScope(volunteerId, days.from(), days.to(), signedBy), position);
    }

    /** A statement by its number, for those who may see its volunteer or who signed it. */
    public Shown show(String number, Actor actor) {
        // First the policy must have looked at everything written so far, then the view at what the policy wrote.
        reads.upTo(facts.head(), StatementWatch.ROOM);
        long position = reads.upToNow(
                EntryProjection.ROOM, OrganizationProjection.ROOM, EligibilityProjection.ROOM,
                StatementProjection.ROOM);
        IssuedStatement found = statements.find(number)
                .filter(statement -> isVisible(statement, actor))
                .orElseThrow(() -> RefusedException.of(StatementRefusal.STATEMENT_UNKNOWN, "number"));
        return shown(found, position);
    }

    /** The statements issued to a volunteer that an actor may see, newest first. */
    public List<IssuedStatement> of(String volunteerId, Actor actor) {
        reads.upToNow(StatementProjection.ROOM);
        return statements.of(volunteerId).stream().filter(statement -> isVisible(statement, actor)).toList();
    }

    /** Numbers of the statements that rest on one of these entries, still hold, and may be seen by an actor. */
    List<String> restingOn(Collection<String> entryIds, Actor actor) {
        return entryIds.stream()
                .flatMap(entryId -> statements.restingOn(entryId).stream())
                .distinct()
                .filter(number -> statements.find(number)
                        .filter(found -> !found.isSuperseded() && isVisible(found, actor))
                        .isPresent())
                .sorted()
                .toList();
    }

    private static boolean isVisible(IssuedStatement statement, Actor actor) {
        StatementScope scope = statement.issued().scope();
        return Visibility.seesAll(actor)
                || scope.volunteerId().equals(actor.volunteerId())
                || scope.signedBy() != null && scope.signedBy().equals(actor.organizationId());
    }

    private Shown shown(IssuedStatement found, long position) {
        var issued = found.issued();
        HourStatement then = compose(issued.scope(), issued.position());
        HourStatement now = compose(issued.scope(), position);
        Optional<Vault.Person> person = vault.read(issued.scope().volunteerId());
        String signedBy = issued.scope().signedBy();
        return new Shown(
                issued.number(),
                found.isSuperseded() ? Status.SUPERSEDED : Status.VALID,
                issued.issuedOn(),
                person.map(Vault.Person::number).orElse(""),
                person.map(Vault.Person::name).orElse(""),
                then,
                signedBy == null ? null : units(List.of(signedBy)).get(signedBy),
                issued.digest(),
                then.digest().equals(issued.digest()),
                found.supersedingEntry(),
                found.supersededAt(),
                now.minutes(),
                survivors.of(issued.scope().volunteerId()),
                position);
    }

    private HourStatement compose(StatementScope scope, long position) {
        List<EntryVersion> known = entries.entriesOf(LedgerIds.accountOf(scope.volunteerId()), position);
        OtherRecords.Known beside = scope.others() == null
                ? OtherRecords.Known.NOTHING
                : new OtherRecords.Known(
                        records.honoursOf(scope.volunteerId(), position),
                        records.complaintsAbout(scope.volunteerId(), position));
        Map<String, RecordingUnit> units = units(Stream.concat(
                        known.stream().map(EntryVersion::recordedBy),
                        beside.honours().stream().map(view -> view.honour().recordedFor()))
                .distinct().toList());
        Set<String> signedFor = scope.signedBy() == null
                ? Set.of()
                : organizations.signsFor(scope.signedBy(), position);
        return HourStatement.compose(scope, signedFor, position, known, beside, units::get);
    }

    private Map<String, RecordingUnit> units(List<String> organizationIds) {
        return organizations.recordingUnits(organizationIds);
    }

    private static String freshNumber() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return number(HexFormat.of().formatHex(bytes));
    }

    /** Twelve signs of 5 bits, none of which is easily misread: 60 bits, not to be guessed. */
    private static String number(String digest) {
        StringBuilder number = new StringBuilder("HL");
        for (int i = 0; i < 12; i++) {
            if (i % 4 == 0) {
                number.append('-');
            }
            number.append(ALPHABET.charAt(Integer.parseInt(digest.substring(2 * i, 2 * i + 2), 16) % 32));
        }
        return number.toString();
    }
}
