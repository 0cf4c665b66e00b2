package ledger.api.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Enrolment;
import ledger.api.ground.Vault.Person;
import ledger.domain.Refusal;
import ledger.domain.RefusalCode;
import ledger.domain.volunteer.ConsentGiver;
import ledger.domain.volunteer.ConsentKind;
import ledger.domain.volunteer.ConsentScope;
import ledger.domain.volunteer.ResidentIdNumber;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.domain.volunteer.VolunteerCommand.RecordConsent;
import ledger.domain.volunteer.VolunteerRefusal;

/** The rows of one register of volunteers; it remembers in which row each person stood. */
final class VolunteerRows {

    private static final int OF_AGE = 18;

    private final CommandDesk desk;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;
    private final Map<String, Integer> rowOf = new HashMap<>();

    VolunteerRows(CommandDesk desk, Vault vault, OrganizationRegister organizations, LedgerClock clock) {
        this.desk = desk;
        this.vault = vault;
        this.organizations = organizations;
        this.clock = clock;
    }

    private sealed interface Reading {
        record Read(Person person, LocalDate registeredOn) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    private record Enrolling(int index, Row row, Person person, EnrolVolunteer command) {

        /** Whether the row tells that a guardian let a minor serve (R14). */
        boolean bringsGuardianConsent() {
            return person.guardianConsent() != null
                    && Names.isYes(person.guardianConsent())
                    && person.bornOn() != null
                    && person.bornOn().plusYears(OF_AGE).isAfter(command.registeredOn());
        }

        RecordConsent consent(LocalDate today) {
            return new RecordConsent(
                    command.volunteerId(), ConsentKind.GUARDIAN, ConsentScope.EVERYTHING, ConsentGiver.GUARDIAN, null,
                    null, command.registeredOn(), null, command.enrolledBy(), today);
        }
    }

    /** People go into the vault first, under a new opaque id; then their registrations become facts together. */
    List<Verdict> take(List<Row> rows, Actor actor) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Enrolling> enrolling = new ArrayList<>();
        String enrolledBy = enrolledBy(actor);
        for (Row row : rows) {
            switch (read(row)) {
                case Reading.Refused refused -> verdicts.add(Verdict.refused(row.number(), refused.refusal()));
                case Reading.Read read -> {
                    Enrolment enrolment = vault.enrol(read.person());
                    Optional<Refusal> refusal = refusal(enrolment, actor);
                    verdicts.add(refusal.map(why -> Verdict.refused(row.number(), why))
                            .orElseGet(() -> Verdict.of(
                                    row.number(), Verdict.Fate.DUPLICATE, enrolment.volunteerId(), 0)));
                    if (refusal.isEmpty()) {
                        rowOf.putIfAbsent(enrolment.volunteerId(), row.number());
                        enrolling.add(new Enrolling(verdicts.size() - 1, row, read.person(), new EnrolVolunteer(
                                enrolment.volunteerId(), read.registeredOn(), enrolledBy)));
                    }
                }
            }
        }
        enrol(enrolling, verdicts, actor);
        return verdicts;
    }

    private void enrol(List<Enrolling> enrolling, List<Verdict> verdicts, Actor actor) {
        List<Receipt> receipts =
                desk.sendAll(enrolling.stream().map(one -> new Asked(one.command(), Map.of())).toList(), actor);
        List<Enrolling> consenting = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            Enrolling one = enrolling.get(i);
            Verdict verdict = RegisterIntake.verdict(one.row(), receipts.get(i), one.command().volunteerId());
            verdicts.set(one.index(), verdict);
            if (verdict.refusal() == null && one.bringsGuardianConsent()) {
                consenting.add(one);
            }
        }
        consent(consenting, verdicts, actor);
    }

    /** Sent with every loading of the register; only the first one changes anything, and none after a withdrawal. */
    private void consent(List<Enrolling> consenting, List<Verdict> verdicts, Actor actor) {
        List<Receipt> receipts = desk.sendAll(
                consenting.stream().map(one -> new Asked(one.consent(clock.today()), Map.of())).toList(), actor);
        for (int i = 0; i < receipts.size(); i++) {
            Enrolling one = consenting.get(i);
            Verdict known = verdicts.get(one.index());
            verdicts.set(one.index(), Verdict.of(
                    known.row(), known.fate(), one.command().volunteerId(), receipts.get(i).position()));
        }
    }

    /** Another's number is told to those only who may see every volunteer; of its own rows anybody is told. */
    private Optional<Refusal> refusal(Enrolment enrolment, Actor actor) {
        Integer row = rowOf.get(enrolment.volunteerId());
        return switch (enrolment) {
            case Enrolment.New ignored -> Optional.empty();
            case Enrolment.Known ignored -> Optional.empty();
            case Enrolment.Differs ignored -> Optional.of(row == null
                    ? Refusal.of(VolunteerRefusal.VOLUNTEER_DIFFERS, Column.VOLUNTEER_NUMBER.wire())
                    : Refusal.of(VolunteerRefusal.NUMBER_TWICE_IN_FILE, Column.VOLUNTEER_NUMBER.wire())
                            .with("row", row));
            case Enrolment.DocumentTaken taken -> Optional.of(documentTaken(taken.volunteerId(), row, actor));
        };
    }

    private Refusal documentTaken(String volunteerId, @Nullable Integer row, Actor actor) {
        String field = Column.DOCUMENT_NUMBER.wire();
        if (row != null) {
            return Refusal.of(VolunteerRefusal.DOCUMENT_TWICE_IN_FILE, field).with("row", row);
        }
        return actor.is(Role.AUTHORITY, Role.OPERATOR)
                ? vault.read(volunteerId)
                        .map(person -> Refusal.of(VolunteerRefusal.DOCUMENT_REGISTERED_AS, field)
                                .with("number", person.number()))
                        .orElseGet(() -> Refusal.of(VolunteerRefusal.DOCUMENT_ALREADY_REGISTERED, field))
                : Refusal.of(VolunteerRefusal.DOCUMENT_ALREADY_REGISTERED, field);
    }

    private String enrolledBy(Actor actor) {
        return actor.organization().or(() -> organizations.first().map(Organization::id)).orElse(actor.role().wire());
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
}
