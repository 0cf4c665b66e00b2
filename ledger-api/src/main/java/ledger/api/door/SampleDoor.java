package ledger.api.door;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.account.EntryState;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.SampleReader;
import ledger.projections.account.SampleReader.Drawn;
import ledger.projections.account.SampleReader.Figures;
import ledger.projections.account.SampleReader.Population;

/** For auditors: a random sample of entries that anybody can draw again (R29). */
@RestController
@RequestMapping("/api/v1")
public class SampleDoor {

    private static final int LARGEST = 1_000;
    private static final int LONGEST_SEED = 200;
    private static final String METHOD = "sha256(seed + LF + entryId), lowest first";

    private final SampleReader samples;
    private final OrganizationRegister register;
    private final Reads reads;

    SampleDoor(SampleReader samples, OrganizationRegister register, Reads reads) {
        this.samples = samples;
        this.register = register;
        this.reads = reads;
    }

    /**
     * An entry that was drawn.
     *
     * @param rank 1 for the lowest lot
     * @param late whether it was recorded after its deadline (R7)
     * @param daysToEntry from the day on which the service ended to the day on which it was recorded
     * @param submission the roster it came by
     * @param batch how many entries that roster made
     */
    record DrawnEntry(
            int rank,
            String lot,
            EntryVersion entry,
            boolean late,
            long daysToEntry,
            @Nullable String submission,
            @Nullable Integer batch) {}

    /**
     * A sample with all that it takes to draw it again.
     *
     * @param position as known there
     * @param recordedBy ids of the organizations whose entries were drawn from; absent for all
     */
    record Sample(
            String seed,
            String method,
            long position,
            @Nullable Set<String> recordedBy,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable EntryState state,
            Figures population,
            List<DrawnEntry> drawn) {}

    /**
     * @param seed one is made up and told where none is given
     * @param organization code, name or id: its entries, and those of the organizations below it today
     */
    @GetMapping("/samples")
    Sample sample(
            @RequestParam(required = false) @Nullable String seed,
            @RequestParam(defaultValue = "30") int size,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String asOf,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        if (size < 1 || size > LARGEST) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "size");
        }
        String drawnBy = seed == null || seed.isBlank() ? UUID.randomUUID().toString() : seed.strip();
        if (drawnBy.length() > LONGEST_SEED) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "seed");
        }
        Population population = new Population(
                reads.position(asOf, reads.upToNow(EntryProjection.ROOM)), branch(organization),
                Reads.day(from, "from"), Reads.day(to, "to"), state(state));
        return new Sample(
                drawnBy, METHOD, population.position(),
                population.recordedBy() == null ? null : new TreeSet<>(population.recordedBy()),
                population.from(), population.to(), population.state(), samples.figures(population),
                ranked(samples.draw(population, drawnBy, size)));
    }

    private @Nullable Set<String> branch(@Nullable String organization) {
        return organization == null || organization.isBlank()
                ? null
                : register.subtree(register.find(organization).orElseThrow(Visibility::notFound).id());
    }

    private static @Nullable EntryState state(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (EntryState state : EntryState.values()) {
            if (state.name().equalsIgnoreCase(name.strip())) {
                return state;
            }
        }
        throw RefusedException.of(DoorRefusal.VALUE_INVALID, "state");
    }

    private static List<DrawnEntry> ranked(List<Drawn> drawn) {
        List<DrawnEntry> ranked = new ArrayList<>();
        for (Drawn one : drawn) {
            EntryVersion entry = one.entry();
            ranked.add(new DrawnEntry(
                    ranked.size() + 1, one.lot(), entry, entry.lateness() != null,
                    ChronoUnit.DAYS.between(entry.time().endedOn(), entry.recordedOn()), one.submissionId(),
                    one.batch()));
        }
        return ranked;
    }
}
