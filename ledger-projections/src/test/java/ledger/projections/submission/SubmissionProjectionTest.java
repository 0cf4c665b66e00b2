package ledger.projections.submission;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.AnnexNote;
import ledger.domain.submission.SubmissionEvent.ReversalCompleted;
import ledger.domain.submission.SubmissionEvent.RosterCompleted;
import ledger.domain.submission.SubmissionEvent.RosterReversed;
import ledger.domain.submission.SubmissionEvent.RosterSubmitted;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.submission.SubmissionReader.State;
import ledger.projections.submission.SubmissionReader.SubmissionView;

import static org.assertj.core.api.Assertions.assertThat;

class SubmissionProjectionTest {

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private SubmissionReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new SubmissionReader(views.jdbc());
    }

    @Test
    void aRosterShowsItsFateOnceAllRowsAreAnswered() {
        follow(new RosterSubmitted(
                "submission-1", "d1", "csv; charset=UTF-8", "organization-1", new AnnexNote("note-9", "x")));
        SubmissionView open = reader.find("submission-1").orElseThrow();
        assertThat(open.rows()).isNull();
        assertThat(open.fileNote()).isEqualTo("note-9");
        assertThat(open.submittedAt()).isEqualTo(facts.all().getFirst().recordedAt());
        follow(new RosterCompleted("submission-1", 10, 5, 1, 2, 2));
        assertThat(reader.find("submission-1")).contains(new SubmissionView(
                "submission-1", open.submittedAt(), "d1", "csv; charset=UTF-8", "organization-1", "note-9", 10, 5, 1, 2,
                2, State.COMPLETE, null, null));
    }

    @Test
    void r17_aReversedRosterSaysSoAndWhatWasTakenBack() {
        follow(
                new RosterSubmitted("submission-1", "d1", "csv", "organization-1", null),
                new RosterCompleted("submission-1", 3, 2, 1, 0, 0),
                new RosterReversed("submission-1", Facts.RECORDER, Facts.NOTE, Facts.RECORDED_ON));
        assertThat(reader.find("submission-1").orElseThrow().state()).isEqualTo(State.REVERSING);
        follow(new ReversalCompleted("submission-1", 2, 1, 0));
        SubmissionView reversed = reader.find("submission-1").orElseThrow();
        assertThat(reversed.state()).isEqualTo(State.REVERSED);
        assertThat(reversed.revoked()).isEqualTo(2);
        assertThat(reversed.declined()).isEqualTo(1);
    }

    @Test
    void theLatestOnesComeFirstAndOnesOwnAlone() {
        follow(
                new RosterSubmitted("submission-1", "d1", "csv", "organization-1", null),
                new RosterSubmitted("submission-2", "d2", "csv", "organization-2", null),
                new RosterSubmitted("submission-3", "d3", "csv", null, null));
        assertThat(reader.latest(null, 2)).extracting(SubmissionView::submissionId)
                .containsExactly("submission-3", "submission-2");
        assertThat(reader.latest("organization-1", 9)).extracting(SubmissionView::submissionId)
                .containsExactly("submission-1");
        assertThat(reader.find("submission-4")).isEmpty();
    }

    private void follow(ledger.domain.Fact... told) {
        facts.add(told);
        views.follow(new SubmissionProjection(views.jdbc()), facts);
    }
}
