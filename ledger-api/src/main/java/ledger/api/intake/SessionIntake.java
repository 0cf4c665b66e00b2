package ledger.api.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.PlaceRegister;
import ledger.api.ground.Vault;
import ledger.domain.Refusal;
import ledger.domain.account.Hold;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.TypedTime;
import ledger.domain.history.FactMetadata;
import ledger.domain.place.PlaceRefusal;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.submission.SubmissionRefusal;
import ledger.domain.volunteer.VolunteerRefusal;

/** Turns rows of sessions into commands, hands them in together, and tells what became of each. */
public final class SessionIntake {

    private final Recording recording;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final PlaceRegister places;
    private final SessionCommands commands;

    SessionIntake(
            Recording recording,
            Vault vault,
            CircumstancesRegister circumstances,
            OrganizationRegister organizations,
            PlaceRegister places,
            LedgerClock clock,
            Rulebooks rulebooks,
            LedgerProperties properties) {
        this(
                recording, vault, organizations, places,
                new SessionCommands(recording, circumstances, clock, rulebooks, properties.rulebook()));
    }

    private SessionIntake(
            Recording recording,
            Vault vault,
            OrganizationRegister organizations,
            PlaceRegister places,
            SessionCommands commands) {
        this.recording = recording;
        this.vault = vault;
        this.organizations = organizations;
        this.places = places;
        this.commands = commands;
    }

    /** The same reading and matching, with the sessions going elsewhere. */
    SessionIntake into(Recording other) {
        return new SessionIntake(other, vault, organizations, places, commands.into(other));
    }

    /**
     * Where rows come from.
     *
     * @param submissionId the roster they are part of; absent for a single session
     * @param sourceSystem used where a row names none; absent for {@code roster:<recording organization>}
     * @param sourceRecord used where a row names none; absent for its content
     */
    public record Origin(
            Actor actor,
            @Nullable String submissionId,
            @Nullable String sourceSystem,
            @Nullable String sourceRecord) {}

    /** One verdict for each row, in their order. Rows are answered only after their facts are committed. */
    public List<Verdict> take(List<Row> rows, Origin origin) {
        return begin(rows, origin).verdicts();
    }

    /** Rows on their way, whose commands are handed in. */
    final class UnderWay {
        private final List<Candidate> candidates;
        private final Map<Candidate, CompletableFuture<Receipt>> answers;

        private UnderWay(List<Candidate> candidates, Map<Candidate, CompletableFuture<Receipt>> answers) {
            this.candidates = candidates;
            this.answers = answers;
        }

        /** Waits until nothing of it is under way, whatever came of it. */
        void settle() {
            answers.values().forEach(answer -> answer.exceptionally(failure -> null).join());
        }

        /** Waits until all are answered. */
        List<Verdict> verdicts() {
            return candidates.stream()
                    .map(candidate -> candidate.refusal != null
                            ? Verdict.refused(candidate.row.number(), candidate.refusal)
                            : verdict(candidate.row.number(), CommandDesk.join(
                                            Objects.requireNonNull(answers.get(candidate))))
                                    .warning(PersonalNumbers.in(candidate.row)))
                    .toList();
        }
    }

    /** Reads the rows and hands in their commands, and does not wait for the answers. */
    UnderWay begin(List<Row> rows, Origin origin) {
        List<Candidate> candidates = rows.stream().map(Candidate::new).toList();
        candidates.forEach(SessionIntake::read);
        Branch branch = resolveOrganizations(candidates, origin.actor());
        matchVolunteers(candidates);
        findPlaces(candidates);
        commands.complete(standing(candidates).toList(), origin, branch);
        List<Candidate> asked = candidates.stream().filter(Candidate::stands).toList();
        List<CompletableFuture<Receipt>> receipts = recording.submit(
                asked.stream().map(candidate -> asked(candidate, origin)).toList(), origin.actor());
        Map<Candidate, CompletableFuture<Receipt>> answers = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), receipts.get(i));
        }
        return new UnderWay(candidates, answers);
    }

    private static void read(Candidate candidate) {
        switch (SessionDraft.read(candidate.row)) {
            case SessionDraft.Reading.Read read -> candidate.draft = read.draft();
            case SessionDraft.Reading.Refused refused -> candidate.refuse(refused.refusal());
        }
    }

    private Branch resolveOrganizations(List<Candidate> candidates, Actor actor) {
        List<String> keys = standing(candidates)
                .flatMap(candidate -> Stream.concat(
                        Stream.ofNullable(candidate.known().organization()),
                        candidate.row.text(Column.ORGANIZER).stream()))
                .distinct()
                .toList();
        Branch branch = organizations.branch(
                Stream.concat(keys.stream(), actor.organization().stream()).toList());
        standing(candidates).forEach(candidate -> {
            String name = candidate.known().organization();
            if (name == null) {
                actor.organization().flatMap(branch::find).ifPresentOrElse(
                        own -> {
                            candidate.organization = own;
                            time(candidate, ZoneId.of(own.zone()));
                        },
                        () -> candidate.refuse(SessionDraft.missing(Column.ORGANIZATION)));
                return;
            }
            List<Organization> named = branch.named(name);
            List<Organization> ours = actor.organization()
                    .map(id -> named.stream().filter(one -> branch.isWithin(one.id(), id)).toList())
                    .orElse(named);
            if (ours.size() == 1) {
                candidate.organization = ours.getFirst();
                time(candidate, ZoneId.of(ours.getFirst().zone()));
            } else if (ours.size() > 1) {
                candidate.refuse(Refusal.of(SubmissionRefusal.ORGANIZATION_AMBIGUOUS, Column.ORGANIZATION.wire()));
            } else {
                candidate.refuse(Refusal.of(
                        named.isEmpty()
                                ? SubmissionRefusal.ORGANIZATION_NOT_FOUND
                                : SubmissionRefusal.ORGANIZATION_OUTSIDE,
                        Column.ORGANIZATION.wire()));
            }
        });
        return branch;
    }

    private static void time(Candidate candidate, ZoneId zone) {
        switch (candidate.known().time(zone)) {
            case TypedTime.Reading.Read read -> candidate.time = read.time();
            case TypedTime.Reading.Refused refused -> candidate.refuse(refused.refusal());
        }
    }

    private void matchVolunteers(List<Candidate> candidates) {
        List<Candidate> asked = standing(candidates).toList();
        List<Optional<String>> matches = vault.match(
                asked.stream().map(candidate -> candidate.known().identity()).toList());
        for (int i = 0; i < asked.size(); i++) {
            Candidate candidate = asked.get(i);
            matches.get(i).ifPresentOrElse(
                    id -> candidate.volunteerId = id,
                    () -> candidate.refuse(Refusal.of(
                            VolunteerRefusal.VOLUNTEER_NOT_MATCHED,
                            candidate.row.text(Column.VOLUNTEER_NUMBER).isPresent()
                                    ? Column.VOLUNTEER_NUMBER.wire()
                                    : Column.DOCUMENT_NUMBER.wire())));
        }
    }

    /** Stations and grids that rows name, by code. */
    private void findPlaces(List<Candidate> candidates) {
        List<Candidate> asked = standing(candidates).toList();
        Map<String, String> stations = places.stationsEver(codes(asked, Column.STATION_CODE));
        Map<String, String> grids = places.gridsEver(codes(asked, Column.GRID_CODE));
        asked.forEach(candidate -> {
            candidate.stationId =
                    place(candidate, Column.STATION_CODE, stations, PlaceRefusal.STATION_UNKNOWN);
            candidate.gridId = place(candidate, Column.GRID_CODE, grids, PlaceRefusal.GRID_UNKNOWN);
        });
    }

    private static List<String> codes(List<Candidate> candidates, Column column) {
        return candidates.stream().flatMap(one -> one.row.text(column).stream()).map(Cells::plain).distinct().toList();
    }

    private static @Nullable String place(
            Candidate candidate, Column column, Map<String, String> known, PlaceRefusal unknown) {
        Optional<String> code = candidate.row.text(column).map(Cells::plain);
        code.filter(one -> !known.containsKey(one))
                .ifPresent(one -> candidate.refuse(Refusal.of(unknown, column.wire())));
        return code.map(known::get).orElse(null);
    }

    private static Asked asked(Candidate candidate, Origin origin) {
        Map<String, String> metadata = new LinkedHashMap<>();
        RecordService command = Objects.requireNonNull(candidate.command);
        metadata.put(FactMetadata.RULEBOOK, command.facts().rulebook());
        if (origin.submissionId() != null) {
            metadata.put(FactMetadata.SUBMISSION, origin.submissionId());
            metadata.put(FactMetadata.ROW, Integer.toString(candidate.row.number()));
            metadata.put(FactMetadata.CORRELATION_ID, origin.submissionId());
        }
        return new Asked(command, metadata);
    }

    private static Verdict verdict(int row, Receipt answer) {
        return answer.decision().fold(
                facts -> recorded(row, (HourAccountEvent) facts.getFirst(), answer.position()),
                entryId -> Verdict.of(row, Verdict.Fate.DUPLICATE, entryId, answer.position()),
                refusal -> Verdict.refused(row, refusal));
    }

    /** What the row is told whose entry began with this fact. */
    static Verdict recorded(int row, HourAccountEvent fact, long position) {
        return switch (fact) {
            case HourAccountEvent.ServiceRecorded e -> verdict(
                    row, Verdict.Fate.ACCEPTED, e, e.entry(), e.countsFrom(), List.of(), position);
            case HourAccountEvent.ServiceHeld e -> verdict(
                    row, Verdict.Fate.HELD, e, e.entry(), null, e.reasons(), position);
            case HourAccountEvent.TrainingRecorded e -> verdict(
                    row, Verdict.Fate.ACCEPTED, e, e.entry(), null, List.of(), position);
            default -> throw new IllegalStateException("recording answered with " + fact);
        };
    }

    private static Verdict verdict(
            int row,
            Verdict.Fate fate,
            HourAccountEvent event,
            HourAccountEvent.Entry entry,
            @Nullable LocalDate countsFrom,
            List<Hold> holds,
            long position) {
        boolean learning = event instanceof HourAccountEvent.TrainingRecorded;
        return new Verdict(
                row, fate, event.entryId(), entry.time().minutes(), countsFrom, holds, null,
                new Verdict.Judged(entry.rulebook(), entry.lateness(), learning), List.of(), position);
    }

    private static Stream<Candidate> standing(List<Candidate> candidates) {
        return candidates.stream().filter(Candidate::stands);
    }

    /** Whether an actor may submit sessions at all. */
    public static boolean maySubmit(Actor actor) {
        return actor.is(Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
    }
}
