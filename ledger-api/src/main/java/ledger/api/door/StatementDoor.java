package ledger.api.door;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Visibility;
import ledger.api.door.StatementDesk.Shown;
import ledger.domain.statement.OtherRecord;
import ledger.projections.account.EntryProjection;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.statement.HourStatement;
import ledger.projections.statement.StatementProjection;
import ledger.projections.statement.StatementReader.IssuedStatement;

/** Numbered hour statements 服务记录证明. */
@RestController
@RequestMapping("/api/v1")
public class StatementDoor {

    private final StatementDesk statements;
    private final Visibility visibility;
    private final Reads reads;

    StatementDoor(StatementDesk statements, Visibility visibility, Reads reads) {
        this.statements = statements;
        this.visibility = visibility;
        this.reads = reads;
    }

    /**
     * @param from first served day, absent for no limit
     * @param include what it is to tell beside hours; absent for hours alone
     */
    record Asked(@Nullable String from, @Nullable String to, @Nullable List<OtherRecord> include) {}

    @PostMapping("/volunteers/{number}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    Shown issue(
            @PathVariable String number,
            @RequestBody(required = false) @Nullable Asked asked,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return statements.issue(
                number,
                asked == null ? null : Reads.day(asked.from(), "from"),
                asked == null ? null : Reads.day(asked.to(), "to"),
                asked == null || asked.include() == null ? List.of() : asked.include(),
                key,
                actor);
    }

    record StatementPage(String volunteer, long position, List<IssuedStatement> statements) {}

    @GetMapping("/volunteers/{number}/statements")
    StatementPage list(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, StatementProjection.ROOM);
        return new StatementPage(number, position, statements.of(visibility.volunteer(number, actor), actor));
    }

    /**
     * What a statement would say, without issuing one.
     *
     * @param digest that a statement issued with these lines would carry
     */
    record LinesJson(String volunteer, long position, long asOf, HourStatement statement, String digest) {}

    /** The lines of a scope as known at a position; an organization gets those under which it may put its name. */
    @GetMapping("/volunteers/{number}/lines")
    LinesJson lines(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, EntryProjection.ROOM, OrganizationProjection.ROOM);
        long known = reads.position(asOf, position);
        HourStatement statement =
                statements.lines(visibility.volunteer(number, actor), Reads.days(from, to), known, actor);
        return new LinesJson(number, position, known, statement, statement.digest());
    }

    @GetMapping("/statements/{number}")
    Shown show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        reads.upTo(after, StatementProjection.ROOM);
        return statements.show(number, actor);
    }
}
