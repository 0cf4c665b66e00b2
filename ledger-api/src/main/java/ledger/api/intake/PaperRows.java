package ledger.api.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Identity;
import ledger.domain.Refusal;
import ledger.domain.account.AnnexNote;
import ledger.domain.volunteer.ConsentGiver;
import ledger.domain.volunteer.ConsentKind;
import ledger.domain.volunteer.ConsentScope;
import ledger.domain.volunteer.ConsentScope.Reach;
import ledger.domain.volunteer.QualificationKind;
import ledger.domain.volunteer.ResidentIdNumber;
import ledger.domain.volunteer.VolunteerCommand;
import ledger.domain.volunteer.VolunteerCommand.RecordConsent;
import ledger.domain.volunteer.VolunteerCommand.RecordQualification;
import ledger.domain.volunteer.VolunteerRefusal;

/** The rows of registers of consents and of qualifications (R14). */
final class PaperRows {

    private final CommandDesk desk;
    private final Vault vault;
    private final Annex annex;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;

    PaperRows(CommandDesk desk, Vault vault, Annex annex, OrganizationRegister organizations, LedgerClock clock) {
        this.desk = desk;
        this.vault = vault;
        this.annex = annex;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What a row is read as, before anything of it is kept: it may be refused. */
    private interface Reading {
        VolunteerCommand of(Row row, String volunteerId, Actor actor, Notes notes);
    }

    /** People's words of a chunk, kept together; each person's in a note of its own, so that it can be erased alone. */
    private record Notes(Map<Cell, AnnexNote> kept) {

        @Nullable AnnexNote of(Row row, Column column) {
            return kept.get(new Cell(row, column));
        }
    }

    private record Cell(Row row, Column column) {}

    List<Verdict> consents(List<Row> rows, Actor actor) {
        return take(rows, actor, this::consent);
    }

    List<Verdict> qualifications(List<Row> rows, Actor actor) {
        return take(rows, actor, this::qualification);
    }

    private List<Verdict> take(List<Row> rows, Actor actor, Reading reading) {
        List<Optional<String>> volunteers = vault.match(rows.stream().map(PaperRows::identity).toList());
        Notes notes = keep(rows);
        Verdict[] verdicts = new Verdict[rows.size()];
        List<Integer> asked = new ArrayList<>();
        List<Asked> commands = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                String volunteerId = volunteer(rows.get(i), volunteers.get(i), actor);
                commands.add(new Asked(reading.of(rows.get(i), volunteerId, actor, notes), Map.of()));
                asked.add(i);
            } catch (RefusedException e) {
                verdicts[i] = Verdict.refused(rows.get(i).number(), e.refusal());
            }
        }
        List<Receipt> receipts = desk.sendAll(commands, actor);
        for (int i = 0; i < receipts.size(); i++) {
            verdicts[asked.get(i)] =
                    RegisterIntake.verdict(rows.get(asked.get(i)), receipts.get(i), id(commands.get(i)));
        }
        return List.of(verdicts);
    }

    private static String id(Asked asked) {
        return switch ((VolunteerCommand) asked.command()) {
            case RecordConsent consent -> consent.consentId();
            case RecordQualification qualification -> qualification.qualificationId();
            default -> throw new IllegalStateException("no paper is kept by " + asked.command());
        };
    }

    private static Identity identity(Row row) {
        return new Identity(
                row.text(Column.VOLUNTEER_NUMBER).map(Cells::plain).orElse(null),
                row.text(Column.NAME).orElse(null),
                row.text(Column.DOCUMENT_TYPE).map(Cells::documentType).orElse(null),
                row.text(Column.DOCUMENT_NUMBER).map(Cells::plain)
                        .map(text -> ResidentIdNumber.read(text).map(ResidentIdNumber::value).orElse(text))
                        .orElse(null));
    }

    /** An organization types who is meant, and holds the paper; unknown and mismatched get the same answer. */
    private static String volunteer(Row row, Optional<String> matched, Actor actor) {
        if (actor.is(Role.RECORDER, Role.MANAGER)) {
            if (row.text(Column.NAME).isEmpty() && row.text(Column.DOCUMENT_NUMBER).isEmpty()) {
                throw RefusedException.of(VolunteerRefusal.NAME_MISSING, Column.NAME.wire());
            }
            if (row.text(Column.HELD_EVIDENCE).isEmpty()) {
                throw RefusedException.of(VolunteerRefusal.EVIDENCE_MISSING, Column.HELD_EVIDENCE.wire());
            }
        }
        return matched.filter(id -> actor.role() != Role.VOLUNTEER || id.equals(actor.volunteerId()))
                .orElseThrow(() -> RefusedException.of(
                        VolunteerRefusal.VOLUNTEER_NOT_MATCHED, Column.VOLUNTEER_NUMBER.wire()));
    }

    private Notes keep(List<Row> rows) {
        List<Cell> cells = rows.stream()
                .flatMap(row -> Stream.of(Column.GUARDIAN_NAME, Column.HELD_EVIDENCE)
                        .filter(column -> row.text(column).isPresent())
                        .map(column -> new Cell(row, column)))
                .toList();
        List<AnnexNote> notes =
                annex.keep(cells.stream().map(cell -> cell.row().text(cell.column()).orElseThrow()).toList());
        Map<Cell, AnnexNote> kept = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            kept.put(cells.get(i), notes.get(i));
        }
        return new Notes(kept);
    }

    private VolunteerCommand consent(Row row, String volunteerId, Actor actor, Notes notes) {
        ConsentKind kind = row.text(Column.CONSENT_KIND).flatMap(text -> Names.of(ConsentKind.class, text))
                .orElseThrow(() -> refusing(VolunteerRefusal.CONSENT_KIND_UNKNOWN, Column.CONSENT_KIND));
        ConsentGiver giver = row.text(Column.GIVER).isEmpty()
                ? (kind == ConsentKind.GUARDIAN ? ConsentGiver.GUARDIAN : ConsentGiver.VOLUNTEER)
                : row.text(Column.GIVER).flatMap(text -> Names.of(ConsentGiver.class, text))
                        .orElseThrow(() -> refusing(VolunteerRefusal.CONSENT_GIVER_UNKNOWN, Column.GIVER));
        if (actor.role() == Role.VOLUNTEER && giver != ConsentGiver.VOLUNTEER) {
            throw refusing(VolunteerRefusal.CONSENT_GIVER_UNKNOWN, Column.GIVER);
        }
        return new RecordConsent(
                volunteerId, kind, scope(row), giver, notes.of(row, Column.GUARDIAN_NAME),
                notes.of(row, Column.HELD_EVIDENCE), day(row, Column.VALID_FROM).orElse(clock.today()),
                day(row, Column.VALID_TO).orElse(null), recordedBy(actor), clock.today());
    }

    private ConsentScope scope(Row row) {
        if (row.text(Column.CONSENT_SCOPE).isEmpty()) {
            return ConsentScope.EVERYTHING;
        }
        Reach reach = row.text(Column.CONSENT_SCOPE).flatMap(text -> Names.of(Reach.class, text))
                .orElseThrow(() -> refusing(VolunteerRefusal.CONSENT_SCOPE_INCOMPLETE, Column.CONSENT_SCOPE));
        return switch (reach) {
            case EVERYTHING -> ConsentScope.EVERYTHING;
            case CATEGORY -> new ConsentScope(reach, row.text(Column.SCOPE_VALUE).orElse(null));
            case ORGANIZATION -> new ConsentScope(
                    reach,
                    row.text(Column.SCOPE_VALUE).flatMap(organizations::find).map(Organization::id).orElse(null));
        };
    }

    private VolunteerCommand qualification(Row row, String volunteerId, Actor actor, Notes notes) {
        QualificationKind kind = row.text(Column.QUALIFICATION_KIND)
                .flatMap(text -> Names.of(QualificationKind.class, text))
                .orElseThrow(() -> refusing(VolunteerRefusal.QUALIFICATION_KIND_UNKNOWN, Column.QUALIFICATION_KIND));
        return new RecordQualification(
                volunteerId, kind, row.text(Column.QUALIFICATION_CODE).map(Cells::plain).orElse(""),
                day(row, Column.VALID_FROM).orElse(clock.today()), day(row, Column.VALID_TO).orElse(null),
                notes.of(row, Column.HELD_EVIDENCE), recordedBy(actor), clock.today());
    }

    private static Optional<LocalDate> day(Row row, Column column) {
        return row.text(column).map(text -> Cells.date(text)
                .orElseThrow(() -> refusing(VolunteerRefusal.VALIDITY_INVALID, column)));
    }

    /** An organization, the volunteer, or an office of the ledger, by id. */
    private static String recordedBy(Actor actor) {
        return actor.organization()
                .orElseGet(() -> Objects.requireNonNullElse(actor.volunteerId(), actor.role().wire()));
    }

    private static RefusedException refusing(VolunteerRefusal code, Column column) {
        return new RefusedException(Refusal.of(code, column.wire()));
    }
}
