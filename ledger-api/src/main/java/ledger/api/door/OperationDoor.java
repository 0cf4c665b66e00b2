package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Tokens;
import ledger.api.access.Visibility;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.operation.DailyRound;
import ledger.domain.Refusal;
import ledger.domain.organization.OrganizationKind;
import ledger.projections.FactSource;
import ledger.projections.Followers;

/** For operators: the round, tokens, and where the ledger stands. */
@RestController
@RequestMapping("/api/v1")
public class OperationDoor {

    private static final Logger LOG = LoggerFactory.getLogger(OperationDoor.class);

    private final DailyRound round;
    private final Tokens tokens;
    private final OrganizationRegister organizations;
    private final Vault vault;
    private final FactSource facts;
    private final Followers followers;
    private final LedgerProperties properties;
    private final Reads reads;

    OperationDoor(
            DailyRound round,
            Tokens tokens,
            OrganizationRegister organizations,
            Vault vault,
            FactSource facts,
            Followers followers,
            LedgerProperties properties,
            Reads reads) {
        this.round = round;
        this.tokens = tokens;
        this.organizations = organizations;
        this.vault = vault;
        this.facts = facts;
        this.followers = followers;
        this.properties = properties;
        this.reads = reads;
    }

    /** @param asOf the day whose round is run; absent for today */
    record RoundAsked(@Nullable String asOf) {}

    @PostMapping("/rounds")
    DailyRound.Outcome round(@RequestBody RoundAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        LocalDate today = reads.clock().today();
        LocalDate asOf = Reads.day(asked.asOf(), "asOf");
        LocalDate day = asOf == null ? today : asOf;
        if (day.isAfter(today)) {
            if (!properties.isEmbedded()) {
                throw RefusedException.of(DoorRefusal.AS_OF_IN_FUTURE, "asOf");
            }
            LOG.warn("a round is run ahead of its day: as of {}, today is {}", day, today);
        }
        return round.run(day, actor, looked -> { });
    }

    /**
     * @param position the last position written
     * @param views the position up to which each view is true
     * @param today the business clock's local date
     */
    record Standing(long position, Map<String, Long> views, LocalDate today, boolean simulated) {}

    @GetMapping("/position")
    Standing position() {
        Map<String, Long> views = new TreeMap<>();
        followers.rooms().forEach(room -> views.put(room, followers.position(room)));
        return new Standing(facts.head(), views, reads.clock().today(), reads.clock().isSimulated());
    }

    record TokenAsked(
            String role, @Nullable String organization, @Nullable String volunteer, @Nullable String label) {}

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Tokens.Issued issue(@RequestBody TokenAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        Role role = role(asked.role());
        Organization organization = asked.organization() == null
                ? null
                : organizations.find(asked.organization()).orElseThrow(Visibility::notFound);
        if (role == Role.AUTHORITY && organization != null && organization.kind() != OrganizationKind.AUTHORITY) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "organization");
        }
        String volunteerId = asked.volunteer() == null
                ? null
                : vault.volunteerId(asked.volunteer()).orElseThrow(Visibility::notFound);
        try {
            return tokens.issue(
                    role,
                    organization == null ? null : organization.id(),
                    volunteerId,
                    asked.label() == null ? role.wire() : asked.label());
        } catch (IllegalArgumentException e) {
            String field = role == Role.VOLUNTEER ? "volunteer" : "organization";
            throw new RefusedException(Refusal.of(DoorRefusal.VALUE_MISSING, field).with("field", field));
        }
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.wire().equalsIgnoreCase(name)) {
                return role;
            }
        }
        throw RefusedException.of(DoorRefusal.VALUE_INVALID, "role");
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        if (!tokens.revoke(id)) {
            throw Visibility.notFound();
        }
    }

    @GetMapping("/tokens")
    List<Actor> tokens(@AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.OPERATOR);
        return tokens.inUse();
    }
}
