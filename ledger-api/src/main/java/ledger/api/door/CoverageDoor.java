package ledger.api.door;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
import ledger.api.door.FigureWords.Formula;
import ledger.projections.figure.Coverage;
import ledger.projections.figure.Coverage.Covered;
import ledger.projections.figure.Dimension;

/** How many grids and stations of the city had service, and which had none (F6.5). */
@RestController
@RequestMapping("/api/v1/figures/coverage")
public class CoverageDoor {

    private static final int MOST_PLACES = 20_000;

    private final FigureDesk desk;

    CoverageDoor(FigureDesk desk) {
        this.desk = desk;
    }

    /**
     * A grid or station.
     *
     * @param entries address of the entries behind it; absent where it had no service
     */
    record CoveredPlace(
            String code,
            String name,
            @Nullable String district,
            long personTimes,
            long minutes,
            @Nullable String entries) {}

    /**
     * @param all how many there are
     * @param served how many of them had service
     * @param unserved how many had none
     * @param percent served of all, to two decimals; absent where there are none
     * @param places those without service, or with it, or all, as asked; at most so many as asked
     */
    record CoverageOf(
            int all,
            long served,
            long unserved,
            @Nullable String percent,
            Formula formula,
            List<CoveredPlace> places) {}

    record CoverageJson(long position, long asOf, Scope scope, CoverageOf grids, CoverageOf stations) {}

    /** Which of the places are listed. */
    enum Show {
        UNSERVED,
        SERVED,
        ALL;

        boolean has(Covered one) {
            return switch (this) {
                case UNSERVED -> !one.isServed();
                case SERVED -> one.isServed();
                case ALL -> true;
            };
        }
    }

    @GetMapping
    ResponseEntity<Object> coverage(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal Actor actor) {
        FigureRequest request = new FigureRequest(parameters, "show", "limit", "format");
        boolean csv = request.isCsv();
        Show show = request.optional("show", text -> java.util.Arrays.stream(Show.values())
                .filter(one -> one.name().equalsIgnoreCase(text)).findFirst()).orElse(csv ? Show.ALL : Show.UNSERVED);
        int limit = request.number("limit", csv ? MOST_PLACES : 100, MOST_PLACES);
        Question question = desk.question(request, actor);
        Coverage coverage = desk.read(
                question, () -> desk.reader().coverageNow(question.scope()),
                () -> desk.reader().coverageAt(question.scope(), Objects.requireNonNull(question.asOf())));
        Scope scope = Scope.of(question.scope());
        CoverageOf grids = of(
                coverage.grids(), Dimension.GRID, FigureWords.GRID_COVERAGE, show, limit, request, coverage.position());
        CoverageOf stations = of(
                coverage.stations(), Dimension.STATION, FigureWords.STATION_COVERAGE, show, limit, request,
                coverage.position());
        if (!csv) {
            return ResponseEntity.ok(new CoverageJson(
                    Math.max(question.position(), coverage.position()), coverage.position(), scope, grids, stations));
        }
        FigureTable table = new FigureTable(
                "种类 kind", "编码 code", "名称 name", "区县 district", "有服务 served", "人次 person-times", "分钟 minutes",
                "小时 hours", "自 from", "至 to", "证据等级 grades", "账本位置 position", "口径 formula");
        lines(table, "网格 grid", grids, scope, coverage.position(), FigureWords.GRID_COVERAGE);
        lines(table, "站点 station", stations, scope, coverage.position(), FigureWords.STATION_COVERAGE);
        return table.answer("coverage");
    }

    private static CoverageOf of(
            List<Covered> all,
            Dimension kind,
            FigureWords words,
            Show show,
            int limit,
            FigureRequest request,
            long position) {
        long served = all.stream().filter(Covered::isServed).count();
        return new CoverageOf(
                all.size(), served, all.size() - served, FigureDoor.percent(served, all.size()), words.formula(),
                all.stream().filter(show::has).limit(limit)
                        .map(one -> new CoveredPlace(
                                one.code(), one.name(), one.district(), one.service().personTimes(),
                                one.service().minutes(),
                                one.isServed() ? request.entries(position, kind, one.id()) : null))
                        .toList());
    }

    private static void lines(
            FigureTable table, String kind, CoverageOf coverage, Scope scope, long position, FigureWords words) {
        coverage.places().forEach(place -> table.line(
                kind, place.code(), place.name(), place.district(), place.entries() == null ? "否 no" : "是 yes",
                place.personTimes(), place.minutes(), FigureTable.hours(place.minutes()), scope.from(), scope.to(),
                FigureDoor.grades(scope), position, words.counted()));
    }
}
