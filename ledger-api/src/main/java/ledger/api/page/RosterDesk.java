package ledger.api.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.Verdict;
import ledger.api.intake.Verdict.Fate;

/** Hands rosters from the pages to the intake, and gathers what a clerk must see of each. */
@Component
class RosterDesk {

    private final RosterIntake rosters;
    private final Wording wording;

    RosterDesk(RosterIntake rosters, Wording wording) {
        this.rosters = rosters;
        this.wording = wording;
    }

    /** A file as it was sent. */
    RosterFate take(InputStream content, String name, Actor actor) {
        return take(content, name, actor, row -> row);
    }

    /** Rows typed or mended in the page; they keep their numbers. */
    RosterFate take(Grid grid, String name, Actor actor) {
        List<Grid.Line> lines = grid.lines();
        InputStream content = new ByteArrayInputStream(grid.csv().getBytes(StandardCharsets.UTF_8));
        return take(content, name, actor, row -> row - 2 < lines.size() ? lines.get(row - 2).row() : row);
    }

    private RosterFate take(InputStream content, String name, Actor actor, IntUnaryOperator shownAs) {
        RosterFate fate = new RosterFate(name);
        TreeMap<Integer, Verdict> refused = new TreeMap<>();
        try (ReceivedFile received = ReceivedFile.spool(content, name)) {
            fate.complete(rosters.take(received, actor, verdict -> {
                fate.add(RowFate.of(verdict, wording).at(shownAs.applyAsInt(verdict.row())));
                if (verdict.fate() == Fate.REFUSED && refused.size() < Grid.MOST_LINES) {
                    refused.put(verdict.row(), verdict);
                }
            }));
            RefusedRows.of(received, refused, wording, shownAs).ifPresent(fate::mend);
        } catch (RefusedException e) {
            fate.refuse(wording.of(e.refusal()));
        }
        return fate;
    }
}
