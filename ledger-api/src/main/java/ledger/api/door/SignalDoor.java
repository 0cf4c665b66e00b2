package ledger.api.door;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.LedgerProperties;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.SampleReader.Population;
import ledger.projections.account.ServedDays;
import ledger.projections.account.Signal;
import ledger.projections.account.SignalReader;
import ledger.projections.account.SignalReader.Limits;
import ledger.projections.activity.ActivityProjection;
import ledger.projections.log.LogProjection;
import ledger.projections.organization.OrganizationReader;

/** For auditors: what about entries stands out, as figures with the entries behind them (R29). It decides nothing. */
@RestController
@RequestMapping("/api/v1")
public class SignalDoor {

    private static final int MOST = 1_000;

    private final SignalReader signals;
    private final WaitingScope scope;
    private final OrganizationReader organizations;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;
    private final Reads reads;

    SignalDoor(
            SignalReader signals,
            WaitingScope scope,
            OrganizationReader organizations,
            Rulebooks rulebooks,
            LedgerProperties properties,
            Reads reads) {
        this.signals = signals;
        this.scope = scope;
        this.organizations = organizations;
        this.rulebooks = rulebooks;
        this.properties = properties;
        this.reads = reads;
    }

    /**
     * @param position as known there
     * @param recordedBy ids of the organizations whose entries were looked at; absent for all
     * @param rulebook the edition that says what a whole day is and which grades are credit hours
     * @param organizations codes of the organizations that cases are of, by id
     * @param limits what was taken for standing out: configuration of whoever asked, not law
     */
    record Signals(
            long position,
            @Nullable Set<String> recordedBy,
            ServedDays days,
            String rulebook,
            Limits limits,
            List<Signal> signals,
            Map<String, String> organizations) {}

    /**
     * @param organization code, name or id: its entries, and those of the organizations below it today
     * @param limit how many cases are shown of each signal
     */
    @GetMapping("/signals")
    Signals signals(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "60") int withinMinutes,
            @RequestParam(defaultValue = "50") int batch,
            @RequestParam(defaultValue = "3") int seriesDays,
            @RequestParam(defaultValue = "20") int limit,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = reads.position(
                asOf, reads.upToNow(EntryProjection.ROOM, LogProjection.ROOM, ActivityProjection.ROOM));
        ServedDays days = Reads.days(from, to);
        Set<String> recordedBy = scope.narrowed(null, organization);
        Rulebook rulebook = rulebooks.inEffect(properties.rulebook(), reads.clock().today());
        Limits limits = new Limits(
                positive(withinMinutes, "withinMinutes"), positive(batch, "batch"), positive(seriesDays, "seriesDays"),
                rulebook.dailyLimit().automaticMinutes(), Math.clamp(limit, 1, MOST));
        List<Signal> found = signals.of(
                new Population(position, recordedBy, days.from(), days.to(), null), limits, rulebook.creditGrades());
        return new Signals(
                position, recordedBy == null ? null : new TreeSet<>(recordedBy), days, rulebook.edition(), limits, found,
                codes(found));
    }

    private Map<String, String> codes(List<Signal> found) {
        List<String> ids = found.stream().flatMap(signal -> signal.cases().stream()).map(Signal.Case::of).toList();
        Map<String, String> codes = new TreeMap<>();
        organizations.byId(ids).forEach((id, organization) -> codes.put(id, organization.code()));
        return codes;
    }

    private static int positive(int number, String field) {
        if (number < 1) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, field);
        }
        return number;
    }
}
