package ledger.api.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Visibility;
import ledger.api.door.HoursDoor;
import ledger.api.door.Reads;
import ledger.api.door.RecognitionDoor;
import ledger.api.door.RecognitionDoor.RecognitionJson;
import ledger.api.door.StatementDesk;
import ledger.api.door.Survivors;
import ledger.api.door.TransferDoor;
import ledger.api.door.TransferDoor.TransferItem;
import ledger.api.ground.Vault;
import ledger.api.intake.RefusedException;
import ledger.domain.recognition.Scheme;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HourTotals;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.statement.StatementReader.IssuedStatement;
import ledger.projections.volunteer.VolunteerProjection;

/** Gathers what one reader may see of a volunteer's account, from the doors that answer for it. */
@Component
class AccountDesk {

    private static final int LATEST = 60;

    private final Visibility visibility;
    private final Vault vault;
    private final HoursDoor hours;
    private final RecognitionDoor recognition;
    private final RecognitionReader schemes;
    private final StatementDesk statements;
    private final OrganizationReader organizations;
    private final Survivors survivors;
    private final TransferDoor transfers;
    private final Reads reads;

    AccountDesk(
            Visibility visibility,
            Vault vault,
            HoursDoor hours,
            RecognitionDoor recognition,
            RecognitionReader schemes,
            StatementDesk statements,
            OrganizationReader organizations,
            Survivors survivors,
            TransferDoor transfers,
            Reads reads) {
        this.visibility = visibility;
        this.vault = vault;
        this.hours = hours;
        this.recognition = recognition;
        this.schemes = schemes;
        this.statements = statements;
        this.organizations = organizations;
        this.survivors = survivors;
        this.transfers = transfers;
        this.reads = reads;
    }

    /**
     * A volunteer's account as one reader sees it.
     *
     * @param position up to which ledger position this is true
     * @param whole whether the reader sees every line, or only those of their own organization
     * @param day the day for which the schemes were asked
     * @param entries newest first
     * @param entryCount how many there are in all
     * @param organizations names of organizations by id
     * @param mergedInto the number that remains since a merge (R5); absent otherwise
     * @param transfers entries that wait to go to another organization
     */
    public record Account(
            Vault.Person person,
            long position,
            boolean whole,
            LocalDate day,
            HourTotals totals,
            List<SchemeCard> cards,
            List<EntryVersion> entries,
            int entryCount,
            Map<String, String> organizations,
            List<IssuedStatement> statements,
            @Nullable String mergedInto,
            List<TransferItem> transfers) {}

    Account open(String number, @Nullable LocalDate day, boolean all, Actor actor) {
        long position = reads.upToNow(
                EntryProjection.ROOM, VolunteerProjection.ROOM, OrganizationProjection.ROOM,
                EligibilityProjection.ROOM);
        String volunteerId = visibility.volunteer(number, actor);
        List<EntryVersion> entries = visibility.entries(volunteerId, position, actor);
        Optional<RecognitionJson> said = recognition(number, day, actor);
        List<IssuedStatement> issued = statements.of(volunteerId, actor);
        return new Account(
                vault.read(volunteerId).orElseThrow(Visibility::notFound),
                position,
                said.isPresent(),
                said.map(RecognitionJson::day).orElseGet(() -> reads.clock().today()),
                hours.totals(entries),
                said.map(this::cards).orElse(List.of()),
                entries.stream()
                        .sorted(Comparator.comparing((EntryVersion entry) -> entry.time().servedOn()).reversed())
                        .limit(all ? Long.MAX_VALUE : LATEST)
                        .toList(),
                entries.size(),
                names(entries, said, issued),
                issued,
                survivors.of(volunteerId),
                transfers.waiting(volunteerId, actor));
    }

    /** Stars and awards rest on all entries, so that only those who see all of them are told. */
    private Optional<RecognitionJson> recognition(String number, @Nullable LocalDate day, Actor actor) {
        try {
            return Optional.of(recognition.of(
                    number, null, null, day == null ? null : day.toString(), null, null, actor));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private List<SchemeCard> cards(RecognitionJson said) {
        Map<String, Scheme> inEffect = schemes.schemes(said.day()).stream()
                .collect(Collectors.toMap(Scheme::id, Function.identity()));
        return said.verdicts().stream()
                .filter(verdict -> inEffect.containsKey(verdict.schemeId()))
                .map(verdict -> SchemeCard.of(inEffect.get(verdict.schemeId()), verdict, said.recognitions()))
                .toList();
    }

    private Map<String, String> names(
            List<EntryVersion> entries, Optional<RecognitionJson> said, List<IssuedStatement> issued) {
        List<String> ids = Stream.of(
                        entries.stream().map(EntryVersion::recordedBy),
                        said.stream().flatMap(json -> json.conferred().stream()).map(fact -> fact.conferredBy()),
                        issued.stream().map(statement -> statement.issued().scope().signedBy()))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return organizations.byId(ids).values().stream()
                .collect(Collectors.toMap(OrganizationView::organizationId, OrganizationView::name));
    }
}
