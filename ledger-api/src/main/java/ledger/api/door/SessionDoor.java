package ledger.api.door;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.intake.Column;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.Row;
import ledger.api.intake.SessionIntake;
import ledger.api.intake.SingleRow;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.domain.Refusal;

/** Where one session, one organization or one volunteer comes in as JSON, read by the same rules as a row of a file. */
@RestController
@RequestMapping("/api/v1")
public class SessionDoor {

    private final SessionIntake sessions;
    private final RegisterIntake registers;
    private final Texts texts;

    SessionDoor(SessionIntake sessions, RegisterIntake registers, Texts texts) {
        this.sessions = sessions;
        this.registers = registers;
        this.texts = texts;
    }

    /** Repeating a request with its Idempotency-Key changes nothing and gives the same entry (R9). */
    @PostMapping(value = "/sessions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> session(
            @RequestBody String body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        if (!SessionIntake.maySubmit(actor)) {
            Visibility.require(actor, Role.RECORDER);
        }
        Row row = SingleRow.of(body);
        if (row.text(Column.SOURCE_RECORD).isEmpty() && (key == null || key.isBlank())) {
            throw new RefusedException(
                    Refusal.of(DoorRefusal.VALUE_MISSING, "Idempotency-Key").with("field", "Idempotency-Key"));
        }
        String system = "api:" + actor.organization().orElse(actor.role().wire());
        Verdict verdict = sessions.take(List.of(row), new SessionIntake.Origin(actor, null, system, key)).getFirst();
        return answer(verdict, texts);
    }

    @PostMapping(value = "/organizations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> organization(@RequestBody String body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR, Role.AUTHORITY);
        return answer(registers.organization(SingleRow.of(body), actor), texts);
    }

    @PostMapping(value = "/volunteers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> volunteer(@RequestBody String body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR, Role.AUTHORITY, Role.MANAGER, Role.RECORDER);
        return answer(registers.volunteer(SingleRow.of(body), actor), texts);
    }

    static ResponseEntity<VerdictJson> answer(Verdict verdict, Texts texts) {
        if (verdict.refusal() != null) {
            throw new RefusedException(verdict.refusal());
        }
        HttpStatus status = switch (verdict.fate()) {
            case ACCEPTED -> HttpStatus.CREATED;
            case HELD -> HttpStatus.ACCEPTED;
            case DUPLICATE, REFUSED -> HttpStatus.OK;
        };
        return ResponseEntity.status(status).body(VerdictJson.of(verdict, texts));
    }
}
