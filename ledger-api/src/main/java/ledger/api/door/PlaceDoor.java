package ledger.api.door;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.PlaceRegister;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.SingleRow;
import ledger.api.intake.Texts;
import ledger.domain.LedgerIds;
import ledger.domain.place.GridCommand.MergeGrid;
import ledger.domain.place.StationCommand.CloseStation;
import ledger.projections.place.GridView;
import ledger.projections.place.PlaceProjection;
import ledger.projections.place.PlaceReader;
import ledger.projections.place.StationView;

/** The stations and grids of the city. */
@RestController
@RequestMapping("/api/v1")
public class PlaceDoor {

    private final PlaceReader places;
    private final PlaceRegister register;
    private final RegisterIntake registers;
    private final CommandDesk desk;
    private final Texts texts;
    private final Reads reads;

    PlaceDoor(
            PlaceReader places,
            PlaceRegister register,
            RegisterIntake registers,
            CommandDesk desk,
            Texts texts,
            Reads reads) {
        this.places = places;
        this.register = register;
        this.registers = registers;
        this.desk = desk;
        this.texts = texts;
        this.reads = reads;
    }

    record StationPage(long position, List<StationView> stations, @Nullable String next) {}

    record GridPage(long position, List<GridView> grids, @Nullable String next) {}

    record ClosingAsked(@Nullable String reasonCode) {}

    /** @param into code of the grid that takes it in */
    record MergerAsked(@Nullable String into) {}

    @GetMapping("/stations")
    StationPage stations(
            @RequestParam(required = false) @Nullable String grid,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long after) {
        long position = reads.upTo(after, PlaceProjection.ROOM);
        int size = Math.clamp(limit, 1, 1_000);
        List<StationView> page = places.stations(
                grid == null || grid.isBlank() ? null : LedgerIds.grid(grid), from, size);
        return new StationPage(position, page, page.size() < size ? null : page.getLast().code());
    }

    @GetMapping("/grids")
    GridPage grids(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Long after) {
        long position = reads.upTo(after, PlaceProjection.ROOM);
        int size = Math.clamp(limit, 1, 1_000);
        List<GridView> page = places.grids(from, size);
        return new GridPage(position, page, page.size() < size ? null : page.getLast().code());
    }

    @PostMapping(value = "/stations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> open(@RequestBody String body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        return SessionDoor.answer(registers.station(SingleRow.of(body), actor), texts);
    }

    @PostMapping(value = "/grids", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerdictJson> define(@RequestBody String body, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        return SessionDoor.answer(registers.grid(SingleRow.of(body), actor), texts);
    }

    @PostMapping("/stations/{code}/closing")
    EntryDoor.Done close(
            @PathVariable String code, @RequestBody ClosingAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String reasonCode = Reads.required(asked.reasonCode(), "reasonCode");
        String id = LedgerIds.station(code);
        return EntryDoor.Done.of(id, desk.send(new CloseStation(id, reasonCode, reads.clock().today()), actor));
    }

    @PostMapping("/grids/{code}/merger")
    EntryDoor.Done merge(
            @PathVariable String code, @RequestBody MergerAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String into = Reads.required(asked.into(), "into");
        String id = LedgerIds.grid(code);
        return EntryDoor.Done.of(id, desk.send(
                new MergeGrid(id, LedgerIds.grid(into), register.grid(into).isPresent(), reads.clock().today()),
                actor));
    }
}
