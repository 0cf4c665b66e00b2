package ledger.projections.replay;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.projections.Facts;
import ledger.projections.account.EntryVersion;
import ledger.projections.replay.ReplayOutcome.Compared;
import ledger.projections.replay.ReplayOutcome.Sums;
import ledger.projections.statement.HourStatement.RecordingUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What a replay tells of a live view that is as it should be, and of one that is not. */
class ReplayOutcomeTest {

    private static final ReplayTerms TERMS = new ReplayTerms(
            Schemes.shipped().all(), Schemes.shipped(), Facts.RECORDED_ON, Set.of(EvidenceGrade.SYSTEM_TIMED),
            volunteer -> Optional.empty());

    private final Facts facts = new Facts().add(
            Facts.enrolled("li", "2026-01-01"),
            Facts.enrolled("wu", "2026-01-01"),
            Facts.recorded("li", "1", Facts.time("2026-03-07T09:00", 60)),
            Facts.recorded("wu", "2", Facts.time("2026-03-07T09:00", 90)),
            Facts.certified("wu", "2", 90));
    private final Replay replay = Replay.of(facts, new ReplayScope.Everything(), Long.MAX_VALUE, reached -> { });

    @Test
    void equalViewsHaveEqualDigestsAndNothingToShow() {
        ReplayOutcome outcome = beside(replay.entriesOf("volunteer-wu"));
        assertThat(outcome.liveDigest()).isEqualTo(outcome.digest());
        assertThat(outcome.differing()).isZero();
        assertThat(outcome.first()).isNull();
        assertThat(outcome.accounts()).isEmpty();
        assertThat(outcome.certifiedMinutes()).isEqualTo(90);
    }

    @Test
    void theFirstEntryThatIsNotKnownAlikeIsShownFromBothSides() {
        EntryVersion earlier = Replay.of(facts, new ReplayScope.Everything(), 4, reached -> { })
                .entriesOf("volunteer-wu").getFirst();
        ReplayOutcome outcome = beside(List.of(earlier));
        assertThat(outcome.liveDigest()).isNotEqualTo(outcome.digest());
        assertThat(outcome.differing()).isOne();
        assertThat(outcome.first()).isEqualTo(new ReplayOutcome.Difference(
                "volunteer-wu", "entry-2", replay.entriesOf("volunteer-wu").getFirst(), earlier));
        assertThat(beside(List.of()).first()).isEqualTo(new ReplayOutcome.Difference(
                "volunteer-wu", "entry-2", replay.entriesOf("volunteer-wu").getFirst(), null));
    }

    @Test
    void scopesAreReadAsTheyWereWritten() {
        for (ReplayScope scope : List.of(
                new ReplayScope.Everything(), new ReplayScope.OfVolunteer("volunteer-li"),
                new ReplayScope.OfOrganization("organization-1"), new ReplayScope.OfSubmission("submission-1"))) {
            assertThat(ReplayScope.read(scope.written())).isEqualTo(scope);
        }
    }

    /** The replay beside a live view that knows this of the second volunteer, and the same of the first. */
    private ReplayOutcome beside(List<EntryVersion> live) {
        Sums sums = new Sums(false);
        for (String id : replay.volunteerIds()) {
            List<EntryVersion> here = id.equals("volunteer-wu") ? live : replay.entriesOf(id);
            ReplayedAccount said = TERMS.account(
                    id, here, new SubjectFacts(replay.registeredOn(id), Optional.empty()), replay.position(),
                    unit -> new RecordingUnit(unit, unit, unit));
            sums.add(new Compared(id, account(id), said), replay.entriesOf(id), here);
        }
        return sums.of(replay, true);
    }

    private ReplayedAccount account(String id) {
        return TERMS.account(
                id, replay.entriesOf(id), new SubjectFacts(replay.registeredOn(id), Optional.empty()),
                replay.position(),
                unit -> new RecordingUnit(unit, unit, unit));
    }
}
