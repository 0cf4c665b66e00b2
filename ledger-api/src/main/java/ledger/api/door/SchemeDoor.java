package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.SignedSchemes;
import ledger.api.ground.SignedSchemes.Signature;
import ledger.api.operation.SchemeDesk;
import ledger.domain.recognition.Confidence;
import ledger.domain.recognition.Scheme;
import ledger.projections.recognition.SchemeShelf;

/** The shelf of schemes: what is at hand, what is in use, and who signed for it. */
@RestController
@RequestMapping("/api/v1")
public class SchemeDoor {

    private final SchemeShelf shelf;
    private final SignedSchemes signed;
    private final SchemeDesk desk;

    SchemeDoor(SchemeShelf shelf, SignedSchemes signed, SchemeDesk desk) {
        this.shelf = shelf;
        this.signed = signed;
        this.desk = desk;
    }

    /**
     * One version at hand.
     *
     * @param effectiveTo absent while only a later version ends it
     * @param inUse whether accounts are evaluated by it while it is in effect
     * @param signedBy who put it into use; absent where nobody had to
     */
    public record SchemeItem(
            String scheme,
            String version,
            Scheme.Title title,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            Confidence confidence,
            String source,
            String digest,
            boolean inUse,
            @Nullable String signedBy,
            @Nullable LocalDate signedOn) {}

    record ShelfPage(List<SchemeItem> schemes) {}

    record SchemeAsked(@Nullable String text, @Nullable String signedBy) {}

    record SignatureAsked(@Nullable String signedBy) {}

    @GetMapping("/schemes/shelf")
    ShelfPage shelf(@AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        Map<String, Signature> signatures = signed.all().stream()
                .collect(Collectors.toMap(Signature::edition, Function.identity()));
        return new ShelfPage(shelf.schemes().all().stream()
                .map(scheme -> item(scheme, signatures.get(scheme.edition())))
                .toList());
    }

    private SchemeItem item(Scheme scheme, @Nullable Signature signature) {
        return new SchemeItem(
                scheme.id(), scheme.version(), scheme.title(), scheme.effectiveFrom(), scheme.effectiveTo(),
                scheme.confidence(), scheme.source(), scheme.digest(), shelf.isInUse(scheme),
                signature == null ? null : signature.signedBy(), signature == null ? null : signature.signedOn());
    }

    /** An operator's own document, signed by whoever answers for it. */
    @PostMapping("/schemes")
    SchemeItem take(@RequestBody SchemeAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        Scheme scheme = desk.take(
                Reads.required(asked.text(), "text"), Reads.required(asked.signedBy(), "signedBy"), actor);
        return shown(scheme);
    }

    /** A version that the ledger ships as an unverified example. */
    @PostMapping("/schemes/{scheme}/{version}/signature")
    SchemeItem sign(
            @PathVariable String scheme,
            @PathVariable String version,
            @RequestBody SignatureAsked asked,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        return shown(desk.sign(scheme, version, Reads.required(asked.signedBy(), "signedBy"), actor));
    }

    private SchemeItem shown(Scheme scheme) {
        return item(scheme, signed.all().stream()
                .filter(signature -> signature.edition().equals(scheme.edition()))
                .findFirst().orElse(null));
    }
}
