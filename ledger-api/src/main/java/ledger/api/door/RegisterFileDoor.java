package ledger.api.door;

import java.io.IOException;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.Verdict;

/** Where registers of papers and places come in as files, each row answered as in a roster. */
@RestController
@RequestMapping(value = "/api/v1", consumes = {"text/csv", "application/x-ndjson"})
public class RegisterFileDoor {

    private final FileDoor files;
    private final RegisterIntake registers;

    RegisterFileDoor(FileDoor files, RegisterIntake registers) {
        this.files = files;
        this.registers = registers;
    }

    private interface Register {
        void take(ReceivedFile file, Actor actor, Consumer<Verdict> answered);
    }

    @PostMapping("/consents")
    void consents(HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        answer(request, response, actor, registers::takeConsents);
    }

    @PostMapping("/qualifications")
    void qualifications(HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.RECORDER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR);
        answer(request, response, actor, registers::takeQualifications);
    }

    @PostMapping("/grids")
    void grids(HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        answer(request, response, actor, registers::takeGrids);
    }

    @PostMapping("/stations")
    void stations(HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        answer(request, response, actor, registers::takeStations);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Actor actor, Register register)
            throws IOException {
        files.answer(request, response, (file, answered) -> {
            register.take(file, actor, answered);
            return FileDoor.Taken.REGISTER;
        });
    }
}
