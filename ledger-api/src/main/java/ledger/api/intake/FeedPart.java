package ledger.api.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EvidenceGrade;

/** A part of the feed that 志愿汇 sends (F5.2), by the door that takes it. */
enum FeedPart {
    SERVICE,
    VOLUNTEERS,
    ORGANIZATIONS;

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** The part under a name of the feed; empty when the name is none of the feed's. */
    static Optional<FeedPart> named(String name) {
        return switch (name) {
            case "duration", "hisduration" -> Optional.of(SERVICE);
            case "volunteer" -> Optional.of(VOLUNTEERS);
            case "department" -> Optional.of(ORGANIZATIONS);
            default -> Optional.empty();
        };
    }

    /** What the place of a record in the feed says without words. */
    static void complete(String name, Map<Column, String> cells) {
        switch (name) {
            case "duration" -> timed(cells);
            case "hisduration" -> historical(cells);
            case "volunteer" -> {
                // A number stands for a type of document that we have no table of; the number itself tells.
                if (cells.getOrDefault(Column.DOCUMENT_TYPE, "").matches("\\d*")) {
                    cells.remove(Column.DOCUMENT_TYPE);
                }
            }
            default -> {}
        }
    }

    /** Signed in and out by the app (F5.1); its value is that of the seconds, ours is cut inwards to the minute (R4). */
    private static void timed(Map<Column, String> cells) {
        cells.putIfAbsent(Column.EVIDENCE, EvidenceGrade.SYSTEM_TIMED.name());
        Optional<BigDecimal> value = Optional.ofNullable(cells.get(Column.HOURS)).flatMap(Cells::hours);
        Optional<Long> seconds = moment(cells.get(Column.SERVED_FROM))
                .flatMap(from -> moment(cells.get(Column.SERVED_TO)).map(to -> Duration.between(from, to).toSeconds()));
        if (value.isPresent() && seconds.isPresent() && seconds.get() > 0) {
            BigDecimal exact = BigDecimal.valueOf(seconds.get());
            int scale = value.get().scale();
            if (value.get().compareTo(exact.divide(SECONDS_PER_HOUR, scale, RoundingMode.DOWN)) == 0
                    || value.get().compareTo(exact.divide(SECONDS_PER_HOUR, scale, RoundingMode.HALF_UP)) == 0) {
                cells.remove(Column.HOURS);
            }
        }
    }

    private static Optional<LocalDateTime> moment(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(written -> TypedMoment.read(written, ZoneOffset.UTC))
                .filter(moment -> moment.day() != null)
                .map(moment -> moment.on(LocalDate.EPOCH));
    }

    /** Honour hours have no sign-out: a day and a value. */
    private static void historical(Map<Column, String> cells) {
        cells.putIfAbsent(Column.EVIDENCE, EvidenceGrade.HISTORICAL.name());
        String signIn = cells.remove(Column.SERVED_FROM);
        cells.remove(Column.SERVED_TO);
        if (signIn != null) {
            cells.putIfAbsent(Column.SERVED_ON, moment(signIn)
                    .map(moment -> moment.toLocalDate().toString())
                    .orElse(signIn));
        }
    }
}
