package ledger.api.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Contact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Claim;
import ledger.domain.account.ContentFingerprint;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.account.TypedTime;
import ledger.domain.history.FactMetadata;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.submission.SubmissionRefusal;
import ledger.domain.volunteer.VolunteerRefusal;

/** Turns rows of sessions into commands, hands them in together, and tells what became of each. */
public final class SessionIntake {

    private final CommandDesk desk;
    private final Vault vault;
    private final Annex annex;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;
    private final Rulebooks rulebooks;
    private final String rulebookId;

    public SessionIntake(
            CommandDesk desk,
            Vault vault,
            Annex annex,
            OrganizationRegister organizations,
            LedgerClock clock,
            Rulebooks rulebooks,
            LedgerProperties properties) {
        this.desk = desk;
        this.vault = vault;
        this.annex = annex;
        this.organizations = organizations;
        this.clock = clock;
        this.rulebooks = rulebooks;
        this.rulebookId = properties.rulebook();
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

    /** A row on its way: refused, or still standing with what is known of it so far. */
    private static final class Candidate {
        final Row row;
        @Nullable Refusal refusal;
        @Nullable SessionDraft draft;
        @Nullable Organization organization;
        @Nullable ServedTime time;
        @Nullable String volunteerId;
        @Nullable RecordService command;

        Candidate(Row row) {
            this.row = row;
        }

        boolean stands() {
            return refusal == null;
        }

        void refuse(Refusal because) {
            if (refusal == null) {
                refusal = because;
            }
        }
    }

    /** One verdict for each row, in their order. Rows are answered only after their facts are committed. */
    public List<Verdict> take(List<Row> rows, Origin origin) {
        List<Candidate> candidates = rows.stream().map(Candidate::new).toList();
        candidates.forEach(SessionIntake::read);
        Branch branch = resolveOrganizations(candidates, origin.actor());
        matchVolunteers(candidates);
        command(candidates, origin, branch);
        List<Candidate> asked = candidates.stream().filter(Candidate::stands).toList();
        List<Receipt> receipts = desk.sendAll(
                asked.stream().map(candidate -> asked(candidate, origin)).toList(), origin.actor());
        Map<Candidate, Receipt> answers = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), receipts.get(i));
        }
        return candidates.stream()
                .map(candidate -> candidate.refusal != null
                        ? Verdict.refused(candidate.row.number(), candidate.refusal)
                        : verdict(candidate.row.number(), answers.get(candidate))
                                .warning(PersonalNumbers.in(candidate.row)))
                .toList();
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
                        Stream.of(draft(candidate).organization()), candidate.row.text(Column.ORGANIZER).stream()))
                .distinct()
                .toList();
        Branch branch = organizations.branch(
                Stream.concat(keys.stream(), actor.organization().stream()).toList());
        standing(candidates).forEach(candidate -> {
            List<Organization> named = branch.named(draft(candidate).organization());
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
        switch (draft(candidate).time(zone)) {
            case TypedTime.Reading.Read read -> candidate.time = read.time();
            case TypedTime.Reading.Refused refused -> candidate.refuse(refused.refusal());
        }
    }

    private void matchVolunteers(List<Candidate> candidates) {
        List<Candidate> asked = standing(candidates).toList();
        List<Optional<String>> matches = vault.match(
                asked.stream().map(candidate -> draft(candidate).identity()).toList());
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

    private void command(List<Candidate> candidates, Origin origin, Branch branch) {
        Map<Contact, String> contacts = vault.contactIds(standing(candidates)
                .flatMap(candidate -> Stream.of(Column.PERSON_IN_CHARGE, Column.RECORDER)
                        .flatMap(column -> contact(candidate, column).stream()))
                .distinct()
                .toList());
        Map<Candidate, AnnexNote> remarks = keepRemarks(standing(candidates).toList());
        String rulebook = rulebooks.inEffect(rulebookId, clock.today()).edition();
        standing(candidates).forEach(candidate -> {
            Organization recorder = Objects.requireNonNull(candidate.organization);
            ServedTime time = Objects.requireNonNull(candidate.time);
            String volunteerId = Objects.requireNonNull(candidate.volunteerId);
            Activity activity = activity(candidate, contacts);
            String fingerprint = ContentFingerprint.of(
                    volunteerId, recorder.id(), activity, time, draft(candidate).evidence());
            candidate.command = new RecordService(
                    LedgerIds.accountOf(volunteerId),
                    volunteerId,
                    source(candidate.row, origin, recorder, fingerprint),
                    recorder.id(),
                    origin.actor().organization().orElseGet(() -> branch.rootOf(recorder.id())),
                    activity,
                    time,
                    draft(candidate).evidence(),
                    remarks.get(candidate),
                    new RecordingFacts(
                            recorder.active(),
                            recorder.isSupervised(),
                            isOrganizerOrContracted(candidate.row, recorder, branch),
                            clock.instant(),
                            clock.today(),
                            rulebook,
                            new Claim.Unclaimed()));
        });
    }

    private static Optional<Contact> contact(Candidate candidate, Column column) {
        Organization organization = candidate.organization;
        return organization == null
                ? Optional.empty()
                : candidate.row.text(column).map(name -> new Contact(organization.id(), name));
    }

    private Map<Candidate, AnnexNote> keepRemarks(List<Candidate> candidates) {
        List<Candidate> remarked = candidates.stream()
                .filter(candidate -> candidate.row.text(Column.REMARK).isPresent())
                .toList();
        List<AnnexNote> notes = annex.keep(remarked.stream()
                .map(candidate -> candidate.row.text(Column.REMARK).orElseThrow())
                .toList());
        Map<Candidate, AnnexNote> byCandidate = new HashMap<>();
        for (int i = 0; i < remarked.size(); i++) {
            byCandidate.put(remarked.get(i), notes.get(i));
        }
        return byCandidate;
    }

    private static Activity activity(Candidate candidate, Map<Contact, String> contacts) {
        Row row = candidate.row;
        return new Activity(
                row.text(Column.ACTIVITY_NAME).orElse(""),
                row.text(Column.CATEGORY).orElse(null),
                row.text(Column.CONTENT).orElse(null),
                row.text(Column.PLACE).orElse(null),
                contact(candidate, Column.PERSON_IN_CHARGE).map(contacts::get).orElse(null),
                contact(candidate, Column.RECORDER).map(contacts::get).orElse(null));
    }

    /** R9: the row's own record id, else the request's, else its content. */
    private static SourceRecord source(Row row, Origin origin, Organization recorder, String fingerprint) {
        String system = row.text(Column.SOURCE_SYSTEM)
                .or(() -> Optional.ofNullable(origin.sourceSystem()))
                .orElse("roster:" + recorder.id());
        return new SourceRecord(system, row.text(Column.SOURCE_RECORD)
                .or(() -> Optional.ofNullable(origin.sourceRecord()))
                .orElse("content:" + fingerprint));
    }

    private static boolean isOrganizerOrContracted(Row row, Organization recorder, Branch branch) {
        if (row.text(Column.ORGANIZER).isEmpty()) {
            return true;
        }
        boolean itself = branch.named(row.text(Column.ORGANIZER).get()).stream()
                .anyMatch(one -> one.id().equals(recorder.id()));
        boolean contracted = row.text(Column.CONTRACTED)
                .map(text -> text.equals("是") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true"))
                .orElse(false);
        return itself || contracted;
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

    private static Verdict verdict(int row, @Nullable Receipt receipt) {
        Receipt answer = Objects.requireNonNull(receipt);
        return answer.decision().fold(
                facts -> switch ((HourAccountEvent) facts.getFirst()) {
                    case HourAccountEvent.ServiceRecorded e -> new Verdict(
                            row, Verdict.Fate.ACCEPTED, e.entryId(), e.entry().time().minutes(), e.countsFrom(),
                            List.of(), null, List.of(), answer.position());
                    case HourAccountEvent.ServiceHeld e -> new Verdict(
                            row, Verdict.Fate.HELD, e.entryId(), e.entry().time().minutes(), null, e.reasons(), null,
                            List.of(), answer.position());
                    default -> throw new IllegalStateException("recording answered with " + facts.getFirst());
                },
                entryId -> Verdict.of(row, Verdict.Fate.DUPLICATE, entryId, answer.position()),
                refusal -> Verdict.refused(row, refusal));
    }

    private static Stream<Candidate> standing(List<Candidate> candidates) {
        return candidates.stream().filter(Candidate::stands);
    }

    private static SessionDraft draft(Candidate candidate) {
        return Objects.requireNonNull(candidate.draft);
    }

    /** Whether an actor may submit sessions at all. */
    public static boolean maySubmit(Actor actor) {
        return actor.is(Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
    }
}
