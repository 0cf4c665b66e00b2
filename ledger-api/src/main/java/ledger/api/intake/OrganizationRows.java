package ledger.api.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationRefusal;
import ledger.domain.organization.OrganizationStanding;

/** The rows of a register of organizations: a tree, whose parents may stand before or after those below them. */
final class OrganizationRows {

    private final CommandDesk desk;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;

    OrganizationRows(CommandDesk desk, OrganizationRegister organizations, LedgerClock clock) {
        this.desk = desk;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Those without a parent among the rows first, then level by level; answers are in the order of the rows. */
    List<Verdict> take(List<Row> rows, Actor actor) {
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        List<Row> waiting = new ArrayList<>(rows);
        boolean moved = true;
        while (moved) {
            Map<String, Integer> awaited = names(waiting);
            List<Row> ready = waiting.stream()
                    .filter(row -> parent(row).map(name -> !awaited.containsKey(name)).orElse(true))
                    .toList();
            ready.forEach(row -> verdicts.put(row.number(), take(row, actor)));
            waiting.removeAll(ready);
            moved = !ready.isEmpty();
        }
        waiting.forEach(row -> verdicts.put(
                row.number(), refused(row, OrganizationRefusal.ORGANIZATION_UNDER_ITSELF, Column.PARENT)));
        return List.copyOf(verdicts.values());
    }

    /** By which codes and names rows can be meant that are still to come. */
    private static Map<String, Integer> names(List<Row> rows) {
        Map<String, Integer> names = new HashMap<>();
        rows.forEach(row -> Stream.of(code(row), name(row))
                .filter(name -> !name.isEmpty())
                .forEach(name -> names.put(name, row.number())));
        return names;
    }

    private static String code(Row row) {
        return row.text(Column.CODE).map(Cells::plain).orElse("");
    }

    private static String name(Row row) {
        return row.text(Column.ORGANIZATION_NAME).or(() -> row.text(Column.NAME)).orElse("");
    }

    private static Optional<String> parent(Row row) {
        return row.text(Column.PARENT).map(Cells::plain);
    }

    Verdict take(Row row, Actor actor) {
        Optional<OrganizationKind> kind = row.text(Column.KIND).flatMap(text -> Names.of(OrganizationKind.class, text));
        if (kind.isEmpty()) {
            return refused(row, OrganizationRefusal.KIND_UNKNOWN, Column.KIND);
        }
        @Nullable Organization parent = null;
        if (row.text(Column.PARENT).isPresent()) {
            Optional<Organization> found = parent(row).flatMap(organizations::find);
            if (found.isEmpty()) {
                return refused(row, OrganizationRefusal.PARENT_UNKNOWN, Column.PARENT);
            }
            parent = found.get();
        }
        String id = LedgerIds.organization(code(row));
        if (parent != null && parent.standing() == OrganizationStanding.DISSOLVED && organizations.find(id).isEmpty()) {
            return refused(row, OrganizationRefusal.PARENT_DISSOLVED, Column.PARENT);
        }
        return RegisterIntake.verdict(
                row,
                desk.send(
                        new RegisterOrganization(
                                id, code(row), name(row), kind.get(), parent == null ? null : parent.id(),
                                clock.getZone().getId()),
                        actor),
                id);
    }

    private static Verdict refused(Row row, OrganizationRefusal code, Column column) {
        return Verdict.refused(row.number(), Refusal.of(code, column.wire()));
    }
}
