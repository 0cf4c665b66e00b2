package ledger.api.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RosterTemplate;

/** Where an organization gets the workbooks that it fills in. */
@RestController
@RequestMapping("/api/v1/rosters")
public class TemplateDoor {

    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> sessions(
            @RequestParam(required = false) @Nullable String lang, Locale accepted) throws IOException {
        return workbook(RosterTemplate.SESSIONS, "roster-template", language(lang, accepted));
    }

    @GetMapping("/honour-template.xlsx")
    ResponseEntity<byte[]> honourHours(
            @RequestParam(defaultValue = "document") String by,
            @RequestParam(required = false) @Nullable String lang,
            Locale accepted)
            throws IOException {
        RosterTemplate template = switch (by) {
            case "document" -> RosterTemplate.HONOUR_BY_DOCUMENT;
            case "number" -> RosterTemplate.HONOUR_BY_NUMBER;
            default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "by");
        };
        return workbook(template, "honour-template", language(lang, accepted));
    }

    private static Locale language(@Nullable String lang, Locale accepted) {
        if (lang == null) {
            return accepted;
        }
        return switch (lang) {
            case "zh" -> Locale.CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw RefusedException.of(DoorRefusal.VALUE_INVALID, "lang");
        };
    }

    private static ResponseEntity<byte[]> workbook(RosterTemplate template, String name, Locale language)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.write(out, language);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(name + ".xlsx").build().toString())
                .body(out.toByteArray());
    }
}
