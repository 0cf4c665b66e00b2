package ledger.api.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;
import ledger.domain.RefusalCode;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.TypedTime;
import ledger.domain.submission.SubmissionRefusal;

/**
 * The time that a row tells: a day with clock times, or two moments, or a day with a value.
 *
 * @param systemTimed whether a machine took it
 */
record RowTime(Row row, ZoneId zone, boolean systemTimed) {

    /** Stated minutes that are no service and are taken off: rest, meals, the way there and back (R2). */
    private static final List<Column> NOT_SERVICE = List.of(Column.BREAK, Column.MEAL, Column.TRAVEL);

    /** Beyond these years a date is a slip of the pen. */
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    TypedTime.Reading read() {
        Optional<BigDecimal> hours = hours();
        if (hours.isEmpty() && stated().isPresent()) {
            return refused(SubmissionRefusal.NUMBER_INVALID, stated().get());
        }
        int breaks = 0;
        for (Column column : NOT_SERVICE) {
            Optional<Integer> minutes = row.text(column).isEmpty()
                    ? Optional.of(0)
                    : row.text(column).flatMap(Cells::whole);
            if (minutes.isEmpty()) {
                return refused(SubmissionRefusal.NUMBER_INVALID, column);
            }
            breaks += minutes.get();
        }
        return interval(breaks, hours.orElse(null));
    }

    /** The column that states how long it was. */
    private Optional<Column> stated() {
        if (row.text(Column.HOURS).isPresent()) {
            return Optional.of(Column.HOURS);
        }
        return row.text(Column.SERVED_MINUTES).map(text -> Column.SERVED_MINUTES);
    }

    private Optional<BigDecimal> hours() {
        return row.text(Column.HOURS).isPresent()
                ? row.text(Column.HOURS).flatMap(Cells::hours)
                : row.text(Column.SERVED_MINUTES).flatMap(Cells::whole).map(Cells::hours);
    }

    private TypedTime.Reading interval(int breaks, @Nullable BigDecimal hours) {
        Column fromColumn = row.text(Column.SERVED_FROM).isPresent() ? Column.SERVED_FROM : Column.START;
        Column toColumn = row.text(Column.SERVED_TO).isPresent() ? Column.SERVED_TO : Column.END;
        Optional<TypedMoment> from = row.text(fromColumn).flatMap(text -> TypedMoment.read(text, zone));
        Optional<TypedMoment> to = row.text(toColumn).flatMap(text -> TypedMoment.read(text, zone));
        if (row.text(fromColumn).isPresent() && (from.isEmpty() || from.get().nextDay())) {
            return refused(SubmissionRefusal.TIME_INVALID, fromColumn);
        }
        if (row.text(toColumn).isPresent() && to.isEmpty()) {
            return refused(SubmissionRefusal.TIME_INVALID, toColumn);
        }
        if (toColumn == Column.SERVED_TO && from.isEmpty() || fromColumn == Column.SERVED_FROM && to.isEmpty()) {
            return new TypedTime.Reading.Refused(
                    SessionDraft.missing(from.isEmpty() ? Column.SERVED_FROM : Column.SERVED_TO));
        }
        Optional<LocalDate> day = row.text(Column.SERVED_ON).isPresent()
                ? row.text(Column.SERVED_ON).flatMap(Cells::date)
                : from.map(TypedMoment::day);
        if (day.isEmpty()) {
            return row.text(Column.SERVED_ON)
                    .map(text -> refused(Cells.dateRefusal(text), Column.SERVED_ON))
                    .orElseGet(() -> new TypedTime.Reading.Refused(SessionDraft.missing(Column.SERVED_ON)));
        }
        return dated(day.get(), from.orElse(null), fromColumn, to.orElse(null), toColumn, breaks, hours);
    }

    private TypedTime.Reading dated(
            LocalDate day, @Nullable TypedMoment from, Column fromColumn, @Nullable TypedMoment to, Column toColumn,
            int breaks, @Nullable BigDecimal hours) {
        Column dayColumn = row.text(Column.SERVED_ON).isPresent() ? Column.SERVED_ON : fromColumn;
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return refused(SubmissionRefusal.DATE_INVALID, dayColumn);
        }
        if (from != null && from.day() != null && !from.day().equals(day)) {
            return refused(SubmissionRefusal.DATE_DISAGREES, fromColumn);
        }
        boolean endsNextDay = to != null && to.nextDay();
        if (from != null && to != null && to.day() != null) {
            LocalDate last = to.day();
            if (!to.on(day).isAfter(from.on(day)) || last.isAfter(day.plusDays(1))) {
                return refused(HourAccountRefusal.END_NOT_AFTER_START, Column.SERVED_TO);
            }
            endsNextDay = last.isAfter(day);
        }
        return new TypedTime(
                        day, from == null ? null : from.time(), to == null ? null : to.time(), endsNextDay, breaks,
                        hours, systemTimed, zone)
                .read();
    }

    private static TypedTime.Reading refused(RefusalCode code, Column column) {
        return new TypedTime.Reading.Refused(Refusal.of(code, column.wire()));
    }
}
