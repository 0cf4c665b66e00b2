package ledger.api.door;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.door.FigureDesk.Question;
import ledger.api.door.FigureDesk.Scope;
import ledger.api.door.FigureDesk.Told;
import ledger.api.door.FigureWords.Formula;
import ledger.projections.account.EntryVersion;
import ledger.projections.figure.Dimension;
import ledger.projections.figure.FigureReader.Asked;
import ledger.projections.figure.Figures;
import ledger.projections.figure.Figures.Ranking;
import ledger.projections.figure.Figures.Row;
import ledger.projections.figure.Measure;

/** Figures of the city (R31): each with its formula, its scope, its position and the entries behind it. */
@RestController
@RequestMapping("/api/v1/figures")
public class FigureDoor {

    private static final int LARGEST_PAGE = 1_000;
    private static final int MOST_RANKS = 1_000;

    private final FigureDesk desk;

    FigureDoor(FigureDesk desk) {
        this.desk = desk;
    }

    /**
     * @param percent of an activity rate, to two decimals; absent where nobody is registered
     * @param entries address of the entries behind it; absent where it is not of entries
     */
    record Figure(
            String name,
            @Nullable Long value,
            @Nullable String percent,
            Formula formula,
            @Nullable String entries) {}

    /**
     * @param asOf the position that all of it is of
     * @param by by what the rows are; absent without any
     */
    record FiguresJson(
            long position, long asOf, Scope scope, List<Figure> figures, @Nullable String by, List<Told> rows) {}

    /** The names of query parameters: those of a scope, {@code by}, {@code persons} and {@code format}. */
    @GetMapping
    ResponseEntity<Object> figures(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal Actor actor) {
        FigureRequest request = new FigureRequest(parameters, "by", "persons", "format");
        boolean csv = request.isCsv();
        Dimension by = request.optional("by", Dimension::named).orElse(null);
        if (by == Dimension.VOLUNTEER) {
            throw FigureRequest.invalid("by");
        }
        Question question = desk.question(request, actor);
        Asked asked = new Asked(
                question.scope(), by, request.flag("persons"), desk.endOf(question.scope().days()));
        Figures figures = desk.read(
                question, () -> desk.reader().now(asked),
                () -> desk.reader().at(asked, java.util.Objects.requireNonNull(question.asOf())));
        List<Told> rows = by == null ? List.of() : told(figures, by, request);
        Scope scope = Scope.of(question.scope());
        List<Figure> all = all(figures, request, question.scope().isCityWide());
        return csv
                ? table(figures, all, by, rows, scope)
                : ResponseEntity.ok(new FiguresJson(
                        Math.max(question.position(), figures.position()), figures.position(), scope, all,
                        by == null ? null : by.wire(), rows));
    }

    private List<Told> told(Figures figures, Dimension by, FigureRequest request) {
        FigureDesk.Names names = desk.names(by, figures.rows(), figures.position());
        return figures.rows().stream().map(row -> names.told(null, row, request, figures.position()))
                .sorted(Comparator.comparing(Told::key)).toList();
    }

    private static List<Figure> all(Figures figures, FigureRequest request, boolean cityWide) {
        String entries = request.entries(figures.position());
        Row total = figures.total();
        List<Figure> all = new ArrayList<>();
        if (cityWide) {
            all.add(figure(FigureWords.REGISTERED, figures.registered(), null));
            all.add(figure(FigureWords.ACTIVE, total.persons(), entries));
            all.add(new Figure(
                    FigureWords.ACTIVITY_RATE.wire(), null, percent(total.persons(), figures.registered()),
                    FigureWords.ACTIVITY_RATE.formula(), entries));
        }
        all.add(figure(FigureWords.PERSON_TIMES, total.personTimes(), entries));
        all.add(figure(FigureWords.PERSONS, total.persons(), entries));
        all.add(figure(FigureWords.MINUTES, total.minutes(), entries));
        return all;
    }

    private static Figure figure(FigureWords words, long value, @Nullable String entries) {
        return new Figure(words.wire(), value, null, words.formula(), entries);
    }

    /** A share in percent to two decimals; absent of nothing. */
    static @Nullable String percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP).toPlainString();
    }

    private ResponseEntity<Object> table(
            Figures figures, List<Figure> all, @Nullable Dimension by, List<Told> rows, Scope scope) {
        FigureTable table = new FigureTable(
                "统计项 figure", by == null ? "-" : FigureWords.heading(by), "名称 name", "数值 value", "小时 hours",
                "自 from", "至 to", "证据等级 grades", "范围 area", "账本位置 position", "口径 formula");
        for (Figure figure : all) {
            line(table, figure.name(), "合计 total", null,
                    figure.value() == null ? figure.percent() : figure.value(), scope, figures, figure.formula());
        }
        for (Told row : rows) {
            line(table, "person-times", row.key(), row.name(), row.personTimes(), scope, figures,
                    FigureWords.PERSON_TIMES.formula());
            if (row.persons() != null) {
                line(table, "persons", row.key(), row.name(), row.persons(), scope, figures,
                        FigureWords.PERSONS.formula());
            }
            line(table, "minutes", row.key(), row.name(), row.minutes(), scope, figures,
                    FigureWords.MINUTES.formula());
        }
        return table.answer("figures");
    }

    private void line(
            FigureTable table,
            String figure,
            String key,
            @Nullable String name,
            @Nullable Object value,
            Scope scope,
            Figures figures,
            Formula formula) {
        Object hours = figure.equals("minutes") && value instanceof Long minutes ? FigureTable.hours(minutes) : null;
        table.line(
                figure, key, name, value, hours, scope.from(), scope.to(), grades(scope), area(scope),
                figures.position(), formula.zh() + " " + formula.en());
    }

    static String grades(Scope scope) {
        return scope.grades().isEmpty()
                ? "全部 all"
                : scope.grades().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** The scope beside days and grades, in words. */
    String area(Scope scope) {
        List<String> parts = new ArrayList<>(List.of(switch (scope.area()) {
            case "station" -> "站点 station";
            case "grid" -> "网格 grid";
            case "district" -> "区县 district " + scope.district();
            default -> "全市 city";
        }));
        Optional.ofNullable(scope.recordedBy()).ifPresent(units -> parts.add(
                "组织 organizations " + units.stream().map(desk::called).collect(Collectors.joining(" "))));
        Optional.ofNullable(scope.category()).ifPresent(category -> parts.add("类别 category " + category));
        return String.join("; ", parts);
    }

    /**
     * @param measure what the ranks are by; {@code formula} says how it is counted
     * @param complete whether all rows of the ranks asked for are told
     */
    record RankingJson(
            long position,
            long asOf,
            Scope scope,
            String of,
            String measure,
            Formula formula,
            boolean complete,
            List<Told> rows) {}

    /** No ranking without a measure; who does not see all gets it of what their own organizations recorded. */
    @GetMapping("/ranking")
    ResponseEntity<Object> ranking(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal Actor actor) {
        FigureRequest request = new FigureRequest(parameters, "of", "measure", "ranks", "format");
        boolean csv = request.isCsv();
        Question question = desk.question(request, actor);
        Dimension of = request.required("of", Dimension::named);
        Measure measure = request.required("measure", Measure::named);
        int ranks = request.number("ranks", 10, MOST_RANKS);
        Ranking ranking = desk.read(
                question, () -> desk.reader().rankingNow(question.scope(), of, measure, ranks),
                () -> desk.reader().rankingAt(
                        question.scope(), of, measure, ranks, java.util.Objects.requireNonNull(question.asOf())));
        FigureDesk.Names names =
                desk.names(of, ranking.rows().stream().map(Figures.Ranked::row).toList(), ranking.position());
        List<Told> rows = ranking.rows().stream()
                .map(one -> names.told(one.rank(), one.row(), request, ranking.position()))
                .sorted(Comparator.comparing(Told::rank).thenComparing(Told::key)).toList();
        FigureWords words = switch (measure) {
            case MINUTES -> FigureWords.MINUTES;
            case PERSON_TIMES -> FigureWords.PERSON_TIMES;
            case PERSONS -> FigureWords.PERSONS;
        };
        Scope scope = Scope.of(question.scope());
        if (!csv) {
            return ResponseEntity.ok(new RankingJson(
                    Math.max(question.position(), ranking.position()), ranking.position(), scope, of.wire(),
                    measure.wire(), words.formula(), ranking.complete(), rows));
        }
        FigureTable table = new FigureTable(
                "名次 rank", FigureWords.heading(of), "名称 name", words.heading(), "小时 hours", "自 from", "至 to",
                "证据等级 grades", "范围 area", "账本位置 position", "口径 formula");
        rows.forEach(row -> table.line(
                row.rank(), row.key(), row.name(), value(row, measure),
                measure == Measure.MINUTES ? FigureTable.hours(row.minutes()) : null, scope.from(), scope.to(),
                grades(scope), area(scope), ranking.position(), words.counted()));
        return table.answer("ranking");
    }

    private static @Nullable Long value(Told row, Measure measure) {
        return switch (measure) {
            case MINUTES -> row.minutes();
            case PERSON_TIMES -> row.personTimes();
            case PERSONS -> row.persons();
        };
    }

    /**
     * The entries behind a figure, by their ids.
     *
     * @param personTimes how many they are, with their persons and minutes: the figure again; on the first page
     * @param next address of the next page; absent on the last
     */
    record BehindJson(
            long position,
            long asOf,
            Scope scope,
            @Nullable Long personTimes,
            @Nullable Long persons,
            @Nullable Long minutes,
            List<EntryVersion> entries,
            @Nullable String next) {}

    @GetMapping("/entries")
    BehindJson entries(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Actor actor) {
        FigureRequest request = new FigureRequest(parameters, "after", "limit");
        Question question = desk.question(request, actor);
        long asOf = question.asOf() == null ? question.position() : question.asOf();
        int limit = request.number("limit", 100, LARGEST_PAGE);
        String after = request.text("after").orElse("");
        List<EntryVersion> entries = desk.reader().behind(question.scope(), asOf, after, limit);
        Optional<Row> total = after.isEmpty()
                ? Optional.of(desk.reader().total(question.scope(), asOf))
                : Optional.empty();
        return new BehindJson(
                question.position(), asOf, Scope.of(question.scope()), total.map(Row::personTimes).orElse(null),
                total.map(Row::persons).orElse(null), total.map(Row::minutes).orElse(null), entries,
                entries.size() < limit
                        ? null
                        : request.entries(asOf) + "&limit=" + limit + "&after=" + entries.getLast().entryId());
    }
}
