package ledger.api.door;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Visibility;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.PlaceRegister;
import ledger.api.intake.RefusedException;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.DismissErrorReport;
import ledger.domain.account.HourAccountCommand.DismissObjection;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.Remedy;
import ledger.domain.account.HourAccountCommand.ResolveOverlap;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.Officer;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.place.PlaceRefusal;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.EntryVersion;

/** Makes the commands that decide about entries, with what others know of the matter; for doing and for previews. */
@Component
final class EntryCommands {

    private final OrganizationRegister organizations;
    private final PlaceRegister places;
    private final CircumstancesRegister circumstances;
    private final LedgerClock clock;
    private final Rulebooks rulebooks;
    private final LedgerProperties properties;

    EntryCommands(
            OrganizationRegister organizations,
            PlaceRegister places,
            CircumstancesRegister circumstances,
            LedgerClock clock,
            Rulebooks rulebooks,
            LedgerProperties properties) {
        this.organizations = organizations;
        this.places = places;
        this.circumstances = circumstances;
        this.clock = clock;
        this.rulebooks = rulebooks;
        this.properties = properties;
    }

    /** What an entry should say instead; what is absent stays as it is. */
    record Corrections(
            @Nullable String activityName,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            @Nullable String stationCode,
            @Nullable String gridCode,
            @Nullable LocalDateTime servedFrom,
            @Nullable LocalDateTime servedTo,
            @Nullable Integer breakMinutes) {

        ServedTime time(ServedTime now) {
            return retimed(now, servedFrom, servedTo, breakMinutes);
        }

        Activity activity(Activity now, PlaceRegister places) {
            return new Activity(
                    Objects.requireNonNullElse(activityName, now.name()),
                    category == null ? now.category() : category,
                    content == null ? now.content() : content,
                    place == null ? now.place() : place,
                    now.personInCharge(),
                    now.recorder(),
                    placeId(stationCode, now.stationId(), places::stationsEver, PlaceRefusal.STATION_UNKNOWN,
                            "stationCode"),
                    placeId(gridCode, now.gridId(), places::gridsEver, PlaceRefusal.GRID_UNKNOWN, "gridCode"));
        }
    }

    /** An empty code takes the place away; an unknown one is refused. */
    private static @Nullable String placeId(
            @Nullable String code,
            @Nullable String now,
            Function<List<String>, Map<String, String>> ids,
            PlaceRefusal unknown,
            String field) {
        if (code == null || code.isBlank()) {
            return code == null ? now : null;
        }
        String named = code.strip();
        return Optional.ofNullable(ids.apply(List.of(named)).get(named))
                .orElseThrow(() -> RefusedException.of(unknown, field));
    }

    ApproveHeldService approve(EntryVersion entry, Officer officer, AnnexNote reason) {
        return new ApproveHeldService(
                entry.accountId(), entry.entryId(), officer, reason, clock.today(), rulebook(),
                circumstances(entry, entry.time(), entry.activity()));
    }

    DeclineHeldService decline(EntryVersion entry, Officer officer, AnnexNote reason) {
        return new DeclineHeldService(entry.accountId(), entry.entryId(), officer, reason, clock.today());
    }

    RevokeService revoke(EntryVersion entry, Officer officer, @Nullable String reasonCode, AnnexNote reason) {
        return new RevokeService(
                entry.accountId(), entry.entryId(), officer, code(reasonCode, "unspecified"), reason, clock.today());
    }

    ReinstateService reinstate(EntryVersion entry, Officer officer, @Nullable String reasonCode, AnnexNote reason) {
        return new ReinstateService(
                entry.accountId(), entry.entryId(), officer, code(reasonCode, "unspecified"), reason, clock.today(),
                rulebook(), circumstances(entry, entry.time(), entry.activity()));
    }

    CorrectService correct(
            EntryVersion entry, Corrections asked, Officer officer, @Nullable String reasonCode, AnnexNote reason) {
        ServedTime time = asked.time(entry.time());
        Activity activity = asked.activity(entry.activity(), places);
        return new CorrectService(
                entry.accountId(), entry.entryId(), activity, time, officer, code(reasonCode, "unspecified"), reason,
                facts(entry, time, activity));
    }

    ResolveOverlap resolve(
            EntryVersion entry,
            List<Remedy> remedies,
            Officer officer,
            Set<String> oversees,
            @Nullable String reasonCode,
            AnnexNote reason) {
        ServedTime time = remedies.stream()
                .filter(remedy -> remedy.entryId().equals(entry.entryId()))
                .filter(Remedy.Retime.class::isInstance)
                .map(remedy -> ((Remedy.Retime) remedy).time())
                .findFirst()
                .orElse(entry.time());
        return new ResolveOverlap(
                entry.accountId(), entry.entryId(), remedies, officer, oversees, code(reasonCode, "overlap"), reason,
                facts(entry, time, entry.activity()));
    }

    UpholdObjection uphold(EntryVersion entry, Officer officer, AnnexNote reason) {
        return new UpholdObjection(entry.accountId(), entry.entryId(), officer, reason, clock.today());
    }

    DismissObjection dismiss(EntryVersion entry, Officer officer, AnnexNote reason) {
        return new DismissObjection(entry.accountId(), entry.entryId(), officer, reason, clock.today(), rulebook());
    }

    DismissErrorReport dismissReport(EntryVersion entry, Officer officer, AnnexNote reason) {
        return new DismissErrorReport(entry.accountId(), entry.entryId(), officer, reason, clock.today());
    }

    /** The same session at another time, on the clock of its organization. */
    static ServedTime retimed(
            ServedTime now, @Nullable LocalDateTime from, @Nullable LocalDateTime to, @Nullable Integer breakMinutes) {
        LocalDateTime begins = from == null ? now.servedFrom() : from;
        LocalDateTime ends = to == null ? now.servedTo() : to;
        int breaks = breakMinutes == null ? now.breakMinutes() : breakMinutes;
        return begins == null || ends == null
                ? now
                : ServedTime.interval(begins, ends, ZoneId.of(now.zone()), breaks);
    }

    private RecordingFacts facts(EntryVersion entry, ServedTime time, Activity activity) {
        Organization recorder = organizations.find(entry.recordedBy()).orElseThrow(Visibility::notFound);
        return new RecordingFacts(
                recorder.active(), recorder.isSupervised(), true, clock.instant(), clock.today(), rulebook(),
                new Claim.Unclaimed(), circumstances(entry, time, activity));
    }

    private Circumstances circumstances(EntryVersion entry, ServedTime time, Activity activity) {
        return circumstances.of(List.of(new CircumstancesRegister.Asked(
                        entry.volunteerId(), time.servedOn(), entry.recordedBy(), null, activity.category())))
                .getFirst();
    }

    private String rulebook() {
        return rulebooks.inEffect(properties.rulebook(), clock.today()).edition();
    }

    private static String code(@Nullable String reasonCode, String otherwise) {
        return reasonCode == null || reasonCode.isBlank() ? otherwise : reasonCode.strip();
    }
}
