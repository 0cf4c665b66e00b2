package ledger.api.door;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.Refusal;
import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.ServedDays;
import ledger.projections.figure.Dimension;

/**
 * What figures are asked for, by name as in the address. Absent means all; empty, where it may be, those without one.
 */
final class FigureRequest {

    private static final Set<String> OF_SCOPE = Set.of(
            "from", "to", "grades", "organization", "recordedBy", "category", "station", "grid", "district",
            "volunteer", "asOf");

    private final Map<String, String> asked;

    /**
     * @param more names that this door knows beside those of a scope
     * @throws RefusedException naming the field that no door of figures knows
     */
    FigureRequest(Map<String, String> asked, String... more) {
        Set<String> known = new TreeSet<>(OF_SCOPE);
        known.addAll(Arrays.asList(more));
        asked.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new RefusedException(Refusal.of(DoorRefusal.FIELD_UNKNOWN, name).with("field", name));
        });
        this.asked = new LinkedHashMap<>(asked);
    }

    /** As it was written; absent where it was not asked, or is blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(asked.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Also an empty one, which asks for what has none. */
    @Nullable String orNone(String name) {
        String text = asked.get(name);
        return text == null ? null : text.strip();
    }

    /** @throws RefusedException naming the field when there is none of that name, or when it is missing */
    <T> T required(String name, Function<String, Optional<T>> named) {
        return named.apply(Reads.required(asked.get(name), name)).orElseThrow(() -> invalid(name));
    }

    /** @throws RefusedException naming the field when there is none of that name */
    <T> Optional<T> optional(String name, Function<String, Optional<T>> named) {
        return text(name).map(text -> named.apply(text).orElseThrow(() -> invalid(name)));
    }

    int number(String name, int otherwise, int most) {
        return text(name).map(text -> {
            int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
            if (number < 1 || number > most) {
                throw invalid(name);
            }
            return number;
        }).orElse(otherwise);
    }

    boolean isCsv() {
        return required("format", "json", format -> format.equals("csv") || format.equals("json")
                ? Optional.of(format)
                : Optional.empty()).equals("csv");
    }

    boolean flag(String name) {
        return required(name, "false", word -> word.equals("true") || word.equals("false")
                ? Optional.of(word)
                : Optional.empty()).equals("true");
    }

    private String required(String name, String otherwise, Function<String, Optional<String>> named) {
        return optional(name, named).orElse(otherwise);
    }

    ServedDays days() {
        return Reads.days(asked.get("from"), asked.get("to"));
    }

    Set<EvidenceGrade> grades() {
        return text("grades").map(text -> Arrays.stream(text.split(","))
                        .map(one -> Arrays.stream(EvidenceGrade.values())
                                .filter(grade -> grade.name().equalsIgnoreCase(one.strip())).findFirst()
                                .orElseThrow(() -> invalid("grades")))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    static RefusedException invalid(String field) {
        return RefusedException.of(DoorRefusal.VALUE_INVALID, field);
    }

    /** The address of the entries behind a figure of this scope. */
    String entries(long position) {
        return entries(position, new LinkedHashMap<>());
    }

    /** The address of the entries behind a row. */
    String entries(long position, Dimension by, String key) {
        Map<String, String> narrower = new LinkedHashMap<>();
        switch (by) {
            case ORGANIZATION -> narrower.put("recordedBy", key);
            case EVIDENCE -> narrower.put("grades", key);
            case CATEGORY, STATION, GRID, DISTRICT, VOLUNTEER -> narrower.put(by.wire(), key);
            case YEAR -> within(narrower, LocalDate.parse(key + "-01-01"), LocalDate.parse(key + "-12-31"));
            case MONTH -> within(narrower, YearMonth.parse(key).atDay(1), YearMonth.parse(key).atEndOfMonth());
            case DAY -> within(narrower, LocalDate.parse(key), LocalDate.parse(key));
        }
        return entries(position, narrower);
    }

    private void within(Map<String, String> narrower, LocalDate first, LocalDate last) {
        ServedDays days = days();
        narrower.put("from", (days.from() == null || days.from().isBefore(first) ? first : days.from()).toString());
        narrower.put("to", (days.to() == null || days.to().isAfter(last) ? last : days.to()).toString());
    }

    private String entries(long position, Map<String, String> narrower) {
        Map<String, String> query = new TreeMap<>();
        asked.forEach((name, text) -> {
            if (OF_SCOPE.contains(name)) {
                query.put(name, text);
            }
        });
        query.putAll(narrower);
        query.put("asOf", Long.toString(position));
        return "/api/v1/figures/entries?" + query.entrySet().stream()
                .map(one -> one.getKey() + "=" + java.net.URLEncoder.encode(
                        one.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
