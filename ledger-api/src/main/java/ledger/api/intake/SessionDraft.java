package ledger.api.intake;

import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.api.ground.Vault.Identity;
import ledger.domain.Refusal;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.TypedTime;
import ledger.domain.submission.SubmissionRefusal;
import ledger.domain.volunteer.ResidentIdNumber;
import ledger.domain.volunteer.VolunteerRefusal;

/**
 * One session as a row tells it, read but not yet judged.
 *
 * @param identity who the row says served
 * @param organization name or code of the recording organization; absent for the submitter's own
 */
record SessionDraft(Row row, Identity identity, @Nullable String organization, EvidenceGrade evidence) {

    /** A draft, or what is wrong with the row. */
    sealed interface Reading {
        record Read(SessionDraft draft) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    static Reading read(Row row) {
        Optional<Refusal> missing = missing(row);
        if (missing.isPresent()) {
            return new Reading.Refused(missing.get());
        }
        for (Column column : new Column[] {Column.VOLUNTEER_NUMBER, Column.DOCUMENT_NUMBER}) {
            if (row.text(column).filter(Cells::isSpoilt).isPresent()) {
                return refused(SubmissionRefusal.NUMBER_SPOILT, column);
            }
        }
        Optional<String> document = row.text(Column.DOCUMENT_NUMBER).map(Cells::plain);
        boolean residentId = row.text(Column.DOCUMENT_TYPE).map(type -> type.contains("身份证")).orElse(true);
        if (document.isPresent() && residentId) {
            document = ResidentIdNumber.read(document.get()).map(ResidentIdNumber::value);
            if (document.isEmpty()) {
                return refused(VolunteerRefusal.DOCUMENT_NUMBER_INVALID, Column.DOCUMENT_NUMBER);
            }
        }
        Optional<EvidenceGrade> evidence = evidence(row);
        if (evidence.isEmpty()) {
            return refused(SubmissionRefusal.GRADE_UNKNOWN, Column.EVIDENCE);
        }
        Identity identity = new Identity(
                row.text(Column.VOLUNTEER_NUMBER).map(Cells::plain).orElse(null),
                row.text(Column.NAME).orElse(null),
                row.text(Column.DOCUMENT_TYPE).map(Cells::documentType).orElse(null),
                document.orElse(null));
        return new Reading.Read(new SessionDraft(
                row, identity, row.text(Column.ORGANIZATION).orElse(null), evidence.get()));
    }

    /** R6: who and under whom; a column that the layout has must be filled. */
    private static Optional<Refusal> missing(Row row) {
        if (row.text(Column.VOLUNTEER_NUMBER).isEmpty() && row.text(Column.DOCUMENT_NUMBER).isEmpty()) {
            return Optional.of(missing(Column.VOLUNTEER_NUMBER));
        }
        for (Column column : new Column[] {Column.NAME, Column.DOCUMENT_NUMBER}) {
            if (row.has(column) && row.text(column).isEmpty()) {
                return Optional.of(missing(column));
            }
        }
        return row.has(Column.ORGANIZATION) && row.text(Column.ORGANIZATION).isEmpty()
                ? Optional.of(missing(Column.ORGANIZATION))
                : Optional.empty();
    }

    static Refusal missing(Column column) {
        return Refusal.of(HourAccountRefusal.FIELD_MISSING, column.wire()).with("field", column.wire());
    }

    private static Reading refused(ledger.domain.RefusalCode code, Column column) {
        return new Reading.Refused(Refusal.of(code, column.wire()));
    }

    private static Optional<EvidenceGrade> evidence(Row row) {
        return row.text(Column.EVIDENCE).map(EvidenceNames::named).orElse(Optional.of(EvidenceGrade.ORG_ENTERED));
    }

    /** The time the row tells, for an organization in this zone. */
    TypedTime.Reading time(ZoneId zone) {
        return new RowTime(row, zone, evidence.isTimedByMachine()).read();
    }
}
