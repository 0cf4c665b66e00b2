package ledger.api.door;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.LedgerIds;
import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.ServedDays;
import ledger.projections.figure.CityPlaces;
import ledger.projections.figure.Dimension;
import ledger.projections.figure.FigureReader;
import ledger.projections.figure.FigureScope;
import ledger.projections.figure.Figures.Row;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.place.PlaceProjection;
import ledger.projections.volunteer.VolunteerProjection;

/** Finds out what figures are asked of and may be told to whom, and reads them all as of one position. */
@Component
final class FigureDesk {

    private static final int TRIES = 20;

    private final FigureReader reader;
    private final OrganizationReader names;
    private final OrganizationRegister organizations;
    private final Visibility visibility;
    private final Reads reads;

    FigureDesk(
            FigureReader reader,
            OrganizationReader names,
            OrganizationRegister organizations,
            Visibility visibility,
            Reads reads) {
        this.reader = reader;
        this.names = names;
        this.organizations = organizations;
        this.visibility = visibility;
        this.reads = reads;
    }

    /**
     * Of what figures are.
     *
     * @param area the city, or the part of it
     * @param grades evidence of these grades; empty for all
     * @param recordedBy ids of the organizations that recorded; absent for all
     */
    record Scope(
            String area,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Set<EvidenceGrade> grades,
            @Nullable Set<String> recordedBy,
            @Nullable String category,
            @Nullable String station,
            @Nullable String grid,
            @Nullable String district,
            @Nullable String volunteer) {

        static Scope of(FigureScope scope) {
            String area = scope.stationId() != null ? "station"
                    : scope.gridId() != null ? "grid" : scope.district() != null ? "district" : "city";
            return new Scope(
                    area, scope.days().from(), scope.days().to(), new TreeSet<>(scope.grades()),
                    scope.recordedBy() == null ? null : new TreeSet<>(scope.recordedBy()), scope.category(),
                    scope.stationId(), scope.gridId(), scope.district(),
                    scope.accountId() == null ? null : LedgerIds.volunteerOf(scope.accountId()));
        }
    }

    /**
     * @param position up to which everything is known
     * @param asOf the position asked for; absent for what is known now
     */
    record Question(FigureScope scope, long position, @Nullable Long asOf) {}

    /** @throws RefusedException when the actor may not ask, or something named is not there for them */
    Question question(FigureRequest asked, Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        long position = upToNow();
        Long asOf = asked.text("asOf").map(text -> reads.position(text, position)).orElse(null);
        CityPlaces places = reader.places(asOf == null ? position : asOf);
        ServedDays days = asked.days();
        FigureScope scope = new FigureScope(
                days, asked.grades(), recordedBy(asked, actor), asked.orNone("category"),
                place(asked, "station", places), place(asked, "grid", places), asked.orNone("district"),
                asked.text("volunteer").map(FigureDesk::account).orElse(null));
        return new Question(scope, position, asOf);
    }

    private long upToNow() {
        return reads.upToNow(
                EntryProjection.ROOM, PlaceProjection.ROOM, VolunteerProjection.ROOM, OrganizationProjection.ROOM);
    }

    /** An organization sees what it and those below it recorded, whatever it asks for. */
    private @Nullable Set<String> recordedBy(FigureRequest asked, Actor actor) {
        Set<String> wanted = null;
        Optional<String> branch = asked.text("organization");
        if (branch.isPresent()) {
            wanted = new HashSet<>(organizations.subtree(visibility.organization(branch.get(), actor)));
        } else if (Visibility.boundTo(actor).isPresent()) {
            wanted = new HashSet<>(organizations.subtree(Visibility.boundTo(actor).get()));
        }
        Optional<String> one = asked.text("recordedBy");
        if (one.isPresent()) {
            String id = visibility.organization(one.get(), actor);
            return wanted == null || wanted.contains(id) ? Set.of(id) : Set.of();
        }
        return wanted;
    }

    /** By code or id; empty for none. */
    private static @Nullable String place(FigureRequest asked, String name, CityPlaces places) {
        String text = asked.orNone(name);
        if (text == null || text.isEmpty()) {
            return text;
        }
        String id = name.equals("grid") ? LedgerIds.grid(text) : LedgerIds.station(text);
        if (places.find(text) != null) {
            return text;
        }
        if (places.find(id) == null) {
            throw FigureRequest.invalid(name);
        }
        return id;
    }

    private static String account(String volunteerId) {
        if (!volunteerId.startsWith("volunteer-")) {
            throw FigureRequest.invalid("volunteer");
        }
        return LedgerIds.accountOf(volunteerId);
    }

    /** @param now tried again until places and registrations are known as far as entries are */
    <T> T read(Question question, Supplier<Optional<T>> now, Supplier<T> then) {
        if (question.asOf() != null) {
            return then.get();
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<T> answer = now.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            upToNow();
        }
        throw RefusedException.of(DoorRefusal.POSITION_NOT_REACHED, "asOf");
    }

    /**
     * A row as it is told.
     *
     * @param rank in a ranking; those that are equal share it
     * @param key code, word, period or, of volunteers, opaque id; empty for what has none
     * @param persons absent where they were not counted
     * @param entries address of the entries behind it
     */
    record Told(
            @Nullable Long rank,
            String key,
            @Nullable String name,
            long personTimes,
            @Nullable Long persons,
            long minutes,
            String entries) {}

    /** What rows are called: organizations as they are today, places as known at the position. */
    final class Names {
        private final Dimension by;
        private final Map<String, ledger.projections.organization.OrganizationView> known;
        private final CityPlaces places;

        private Names(Dimension by, java.util.List<Row> rows, long position) {
            this.by = by;
            this.known = by == Dimension.ORGANIZATION ? names.byId(rows.stream().map(Row::key).toList()) : Map.of();
            this.places = reader.places(position);
        }

        Told told(@Nullable Long rank, Row row, FigureRequest asked, long position) {
            String key = row.key();
            String name = null;
            var organization = known.get(row.key());
            var place = places.find(row.key());
            if (organization != null) {
                key = organization.code();
                name = organization.name();
            } else if ((by == Dimension.STATION || by == Dimension.GRID) && place != null) {
                key = place.code();
                name = place.name();
            }
            return new Told(
                    rank, key, name, row.personTimes(), row.persons() < 0 ? null : row.persons(), row.minutes(),
                    asked.entries(position, by, row.key()));
        }
    }

    Names names(Dimension by, java.util.List<Row> rows, long position) {
        return new Names(by, rows, position);
    }

    /** The code or name of an organization as people know it. */
    String called(String organizationId) {
        return organizations.find(organizationId).map(Organization::code).orElse(organizationId);
    }

    FigureReader reader() {
        return reader;
    }

    LocalDate endOf(ServedDays days) {
        return Objects.requireNonNullElseGet(days.to(), () -> reads.clock().today());
    }
}
