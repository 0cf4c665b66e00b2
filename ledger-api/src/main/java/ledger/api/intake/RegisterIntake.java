package ledger.api.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Enrolment;
import ledger.api.ground.Vault.Person;
import ledger.api.intake.Verdict.Fate;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.RefusalCode;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationRefusal;
import ledger.domain.submission.SubmissionRefusal;
import ledger.domain.volunteer.ResidentIdNumber;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.domain.volunteer.VolunteerRefusal;

/** Takes the registers of organizations and volunteers, row by row. */
public final class RegisterIntake {

    private static final int CHUNK = 500;

    private final CommandDesk desk;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;

    public RegisterIntake(CommandDesk desk, Vault vault, OrganizationRegister organizations, LedgerClock clock) {
        this.desk = desk;
        this.vault = vault;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Organizations in the order of the file: a parent stands before those below it. */
    public void takeOrganizations(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, 1, chunk -> chunk.stream().map(row -> organization(row, actor)).toList(), answered);
    }

    public void takeVolunteers(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, CHUNK, chunk -> volunteers(chunk, actor), answered);
    }

    private static void each(
            ReceivedFile file, int size, Function<List<Row>, List<Verdict>> take, Consumer<Verdict> answered) {
        try (Rows rows = Rows.of(file)) {
            List<Row> chunk = new ArrayList<>();
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Rows.Reading.Read read -> chunk.add(read.row());
                    case Rows.Reading.Unreadable bad -> answered.accept(Verdict.refused(bad.number(), bad.refusal()));
                }
                if (chunk.size() == size || !rows.hasNext()) {
                    take.apply(chunk).forEach(answered);
                    chunk.clear();
                }
            }
        }
    }

    public Verdict organization(Row row, Actor actor) {
        String code = row.text(Column.CODE).map(Cells::plain).orElse("");
        String name = row.text(Column.ORGANIZATION_NAME).or(() -> row.text(Column.NAME)).orElse("");
        Optional<OrganizationKind> kind = row.text(Column.KIND).flatMap(RegisterIntake::kind);
        if (kind.isEmpty()) {
            return refused(row, OrganizationRefusal.KIND_UNKNOWN, Column.KIND);
        }
        @Nullable Organization parent = null;
        if (row.text(Column.PARENT).isPresent()) {
            Optional<Organization> found = row.text(Column.PARENT).flatMap(organizations::find);
            if (found.isEmpty()) {
                return refused(row, OrganizationRefusal.PARENT_UNKNOWN, Column.PARENT);
            }
            parent = found.get();
        }
        Receipt receipt = desk.send(
                new RegisterOrganization(
                        LedgerIds.organization(code), code, name, kind.get(), parent == null ? null : parent.id(),
                        clock.getZone().getId()),
                actor);
        return verdict(row, receipt, LedgerIds.organization(code));
    }

    private static Optional<OrganizationKind> kind(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(OrganizationKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** People go into the vault first, under a new opaque id; then their registrations become facts together. */
    public List<Verdict> volunteers(List<Row> rows, Actor actor) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Asked> commands = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        for (Row row : rows) {
            switch (read(row)) {
                case Reading.Refused refused -> verdicts.add(Verdict.refused(row.number(), refused.refusal()));
                case Reading.Read read -> {
                    Enrolment enrolment = vault.enrol(read.person());
                    Optional<Refusal> refusal = refusal(enrolment);
                    verdicts.add(refusal.map(why -> Verdict.refused(row.number(), why))
                            .orElseGet(() -> Verdict.of(row.number(), Fate.DUPLICATE, enrolment.volunteerId(), 0)));
                    if (refusal.isEmpty()) {
                        asked.add(verdicts.size() - 1);
                        commands.add(new Asked(
                                new EnrolVolunteer(
                                        enrolment.volunteerId(), read.registeredOn(), enrolledBy(actor)),
                                Map.of()));
                    }
                }
            }
        }
        List<Receipt> receipts = desk.sendAll(commands, actor);
        for (int i = 0; i < receipts.size(); i++) {
            Row row = rows.get(asked.get(i));
            EnrolVolunteer command = (EnrolVolunteer) commands.get(i).command();
            verdicts.set(asked.get(i), verdict(row, receipts.get(i), command.volunteerId()));
        }
        return verdicts;
    }

    private static Optional<Refusal> refusal(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.New ignored -> Optional.empty();
            case Enrolment.Known ignored -> Optional.empty();
            case Enrolment.Differs ignored -> Optional.of(
                    Refusal.of(VolunteerRefusal.VOLUNTEER_DIFFERS, Column.VOLUNTEER_NUMBER.wire()));
            case Enrolment.DocumentTaken ignored -> Optional.of(
                    Refusal.of(VolunteerRefusal.DOCUMENT_ALREADY_REGISTERED, Column.DOCUMENT_NUMBER.wire()));
        };
    }

    private String enrolledBy(Actor actor) {
        return actor.organization().or(() -> organizations.first().map(Organization::id)).orElse(actor.role().wire());
    }

    private sealed interface Reading {
        record Read(Person person, LocalDate registeredOn) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    private Reading read(Row row) {
        Optional<String> number = row.text(Column.VOLUNTEER_NUMBER).map(Cells::plain);
        Optional<String> name = row.text(Column.NAME);
        Optional<String> document = row.text(Column.DOCUMENT_NUMBER).map(Cells::plain);
        String documentType = row.text(Column.DOCUMENT_TYPE).map(Cells::documentType).orElse("居民身份证");
        if (number.isEmpty()) {
            return refused(VolunteerRefusal.NUMBER_MISSING, Column.VOLUNTEER_NUMBER);
        }
        if (name.isEmpty()) {
            return refused(VolunteerRefusal.NAME_MISSING, Column.NAME);
        }
        if (document.isEmpty()) {
            return refused(VolunteerRefusal.DOCUMENT_MISSING, Column.DOCUMENT_NUMBER);
        }
        Optional<LocalDate> born = row.text(Column.BORN_ON).flatMap(Cells::date);
        if (row.text(Column.BORN_ON).isPresent() && born.isEmpty()) {
            return refused(VolunteerRefusal.BIRTH_DATE_INVALID, Column.BORN_ON);
        }
        if (documentType.contains("身份证")) {
            Optional<ResidentIdNumber> resident = ResidentIdNumber.read(document.get());
            if (resident.isEmpty()) {
                return refused(VolunteerRefusal.DOCUMENT_NUMBER_INVALID, Column.DOCUMENT_NUMBER);
            }
            if (born.isPresent() && !born.get().equals(resident.get().bornOn())) {
                return refused(VolunteerRefusal.BIRTH_DATE_DISAGREES, Column.BORN_ON);
            }
            document = Optional.of(resident.get().value());
            born = Optional.of(resident.get().bornOn());
        }
        Optional<LocalDate> registeredOn = row.text(Column.REGISTERED_ON).isEmpty()
                ? Optional.of(clock.today())
                : row.text(Column.REGISTERED_ON).flatMap(Cells::date);
        if (registeredOn.isEmpty() || registeredOn.get().isAfter(clock.today())) {
            return refused(VolunteerRefusal.REGISTERED_ON_INVALID, Column.REGISTERED_ON);
        }
        Person person = new Person(
                number.get(), name.get(), documentType, document.get(), born.orElse(null),
                row.text(Column.SEX).orElse(null), row.text(Column.GUARDIAN_CONSENT).orElse(null));
        return new Reading.Read(person, registeredOn.get());
    }

    private static Reading refused(RefusalCode code, Column column) {
        return new Reading.Refused(Refusal.of(code, column.wire()));
    }

    private static Verdict refused(Row row, RefusalCode code, Column column) {
        return Verdict.refused(row.number(), Refusal.of(code, column.wire()));
    }

    private static Verdict verdict(Row row, Receipt receipt, String about) {
        return receipt.decision().fold(
                facts -> Verdict.of(row.number(), Fate.ACCEPTED, about, receipt.position()),
                same -> Verdict.of(row.number(), Fate.DUPLICATE, about, receipt.position()),
                refusal -> Verdict.refused(row.number(), refusal));
    }

    /** What kind of file this is, by its columns. */
    public enum Layout {
        ORGANIZATIONS,
        VOLUNTEERS,
        ROSTER;

        public static Layout of(ReceivedFile file) {
            try (Rows rows = Rows.of(file)) {
                var columns = rows.columns();
                if (columns.contains(Column.CODE) && columns.contains(Column.KIND)) {
                    return ORGANIZATIONS;
                }
                if (columns.contains(Column.REGISTERED_ON) && !columns.contains(Column.ACTIVITY_NAME)) {
                    return VOLUNTEERS;
                }
                if (columns.isEmpty() || columns.contains(Column.ACTIVITY_NAME)) {
                    return ROSTER;
                }
                throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
            }
        }
    }
}
