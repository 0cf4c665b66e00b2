package ledger.api.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
 * @param organization name or code of the recording organization
 */
record SessionDraft(Row row, Identity identity, String organization, EvidenceGrade evidence) {

    /** Stated minutes that are no service and are taken off: rest, meals, the way there and back (R2). */
    private static final List<Column> NOT_SERVICE = List.of(Column.BREAK, Column.MEAL, Column.TRAVEL);

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
                row, identity, row.text(Column.ORGANIZATION).orElseThrow(), evidence.get()));
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
        return row.text(Column.ORGANIZATION).isEmpty()
                ? Optional.of(missing(Column.ORGANIZATION))
                : Optional.empty();
    }

    private static Refusal missing(Column column) {
        return Refusal.of(HourAccountRefusal.FIELD_MISSING, column.wire()).with("field", column.wire());
    }

    private static Reading refused(ledger.domain.RefusalCode code, Column column) {
        return new Reading.Refused(Refusal.of(code, column.wire()));
    }

    private static Optional<EvidenceGrade> evidence(Row row) {
        String text = row.text(Column.EVIDENCE).orElse(EvidenceGrade.ORG_ENTERED.name());
        String name = Cells.plain(text).toUpperCase(Locale.ROOT).replace('-', '_');
        for (EvidenceGrade grade : EvidenceGrade.values()) {
            if (grade.name().equals(name)) {
                return Optional.of(grade);
            }
        }
        return Optional.empty();
    }

    /** The time the row tells, for an organization in this zone. */
    TypedTime.Reading time(ZoneId zone) {
        Optional<BigDecimal> hours = Optional.empty();
        if (row.text(Column.HOURS).isPresent()) {
            hours = row.text(Column.HOURS).flatMap(Cells::hours);
            if (hours.isEmpty()) {
                return timeRefused(SubmissionRefusal.NUMBER_INVALID, Column.HOURS);
            }
        }
        int breaks = 0;
        for (Column column : NOT_SERVICE) {
            Optional<Integer> minutes = row.text(column).isEmpty()
                    ? Optional.of(0)
                    : row.text(column).flatMap(Cells::whole);
            if (minutes.isEmpty()) {
                return timeRefused(SubmissionRefusal.NUMBER_INVALID, column);
            }
            breaks += minutes.get();
        }
        return row.text(Column.SERVED_FROM).isPresent() || row.text(Column.SERVED_TO).isPresent()
                ? moments(zone, breaks, hours.orElse(null))
                : clocks(zone, breaks, hours.orElse(null));
    }

    private TypedTime.Reading moments(ZoneId zone, int breaks, @Nullable BigDecimal hours) {
        if (row.text(Column.SERVED_FROM).isEmpty() || row.text(Column.SERVED_TO).isEmpty()) {
            Column absent = row.text(Column.SERVED_FROM).isEmpty() ? Column.SERVED_FROM : Column.SERVED_TO;
            return new TypedTime.Reading.Refused(missing(absent));
        }
        Optional<LocalDateTime> from = row.text(Column.SERVED_FROM).flatMap(text -> Cells.moment(text, zone));
        Optional<LocalDateTime> to = row.text(Column.SERVED_TO).flatMap(text -> Cells.moment(text, zone));
        if (from.isEmpty() || to.isEmpty()) {
            return timeRefused(
                    SubmissionRefusal.TIME_INVALID, from.isEmpty() ? Column.SERVED_FROM : Column.SERVED_TO);
        }
        LocalDate day = from.get().toLocalDate();
        LocalDate end = to.get().toLocalDate();
        if (!to.get().isAfter(from.get()) || end.isAfter(day.plusDays(1))) {
            return timeRefused(HourAccountRefusal.END_NOT_AFTER_START, Column.SERVED_TO);
        }
        return new TypedTime(
                        day, from.get().toLocalTime(), to.get().toLocalTime(), end.isAfter(day), breaks, hours,
                        evidence.isTimedByMachine(), zone)
                .read();
    }

    private TypedTime.Reading clocks(ZoneId zone, int breaks, @Nullable BigDecimal hours) {
        if (row.text(Column.SERVED_ON).isEmpty()) {
            return new TypedTime.Reading.Refused(missing(Column.SERVED_ON));
        }
        Optional<LocalDate> day = row.text(Column.SERVED_ON).flatMap(Cells::date);
        if (day.isEmpty()) {
            return timeRefused(SubmissionRefusal.DATE_INVALID, Column.SERVED_ON);
        }
        Optional<Cells.Clock> start = row.text(Column.START).flatMap(Cells::clock);
        Optional<Cells.Clock> end = row.text(Column.END).flatMap(Cells::clock);
        if (row.text(Column.START).isPresent() && (start.isEmpty() || start.get().nextDay())) {
            return timeRefused(SubmissionRefusal.TIME_INVALID, Column.START);
        }
        if (row.text(Column.END).isPresent() && end.isEmpty()) {
            return timeRefused(SubmissionRefusal.TIME_INVALID, Column.END);
        }
        return new TypedTime(
                        day.get(),
                        start.map(Cells.Clock::time).orElse(null),
                        end.map(Cells.Clock::time).orElse(null),
                        end.map(Cells.Clock::nextDay).orElse(false),
                        breaks,
                        hours,
                        evidence.isTimedByMachine(),
                        zone)
                .read();
    }

    private static TypedTime.Reading timeRefused(ledger.domain.RefusalCode code, Column column) {
        return new TypedTime.Reading.Refused(Refusal.of(code, column.wire()));
    }
}
