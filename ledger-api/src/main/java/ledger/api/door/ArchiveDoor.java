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

/** Where the operator takes the whole ledger out as one file. */
@RestController
@RequestMapping("/api/v1")
public class ArchiveDoor {

    private final LedgerArchive archive;

    ArchiveDoor(LedgerArchive archive) {
        this.archive = archive;
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
}
