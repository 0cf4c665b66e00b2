package ledger.api.door;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.operation.LedgerArchive;
import ledger.api.operation.SealedArchive;

/** Where the operator takes the whole ledger out as one file, and an auditor what it takes to fold it again. */
@RestController
@RequestMapping("/api/v1")
public class ArchiveDoor {

    private final LedgerArchive archive;
    private final SealedArchive sealed;

    ArchiveDoor(LedgerArchive archive, SealedArchive sealed) {
        this.archive = archive;
        this.sealed = sealed;
    }

    /** @param factsOnly leave out what the facts point at: vault, annex, tokens, settings */
    @GetMapping("/archive")
    void archive(
            @RequestParam(defaultValue = "false") boolean factsOnly,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        Visibility.require(actor, Role.OPERATOR);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.zip\"");
        archive.write(response.getOutputStream(), !factsOnly, position -> { });
    }

    /** For auditors: all that it takes to fold the ledger again elsewhere, under opaque ids. */
    @GetMapping("/sealed-archive")
    void sealed(@AuthenticationPrincipal Actor actor, HttpServletResponse response) throws IOException {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-sealed.zip\"");
        sealed.write(response.getOutputStream());
    }
}
