package ledger.projections.account;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountEvent;
import ledger.projections.RecordedFact;
import ledger.projections.account.Objection.Kind;

/** Keeps which objections and error reports are open, and what answered the others. */
final class ObjectionRows {

    private final JdbcTemplate jdbc;

    ObjectionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Open(String entryId, Kind kind) {}

    void write(List<RecordedFact> facts) {
        Map<Open, Long> open = open(facts.stream()
                .map(RecordedFact::fact)
                .map(HourAccountEvent.class::cast)
                .filter(event -> !kindsAnswered(event).isEmpty())
                .map(HourAccountEvent::entryId)
                .collect(Collectors.toSet()));
        for (RecordedFact fact : facts) {
            HourAccountEvent event = (HourAccountEvent) fact.fact();
            if (event instanceof HourAccountEvent.ObjectionRaised e) {
                raise(fact, new Open(e.entryId(), Kind.IN_NOTICE), e.raisedOn(), e.objection(), open);
            } else if (event instanceof HourAccountEvent.ErrorReported e) {
                raise(fact, new Open(e.entryId(), Kind.ERROR_REPORT), e.reportedOn(), e.report(), open);
            } else if (!kindsAnswered(event).isEmpty()) {
                answer(fact, event, open);
            }
        }
    }

    /**
     * What such a fact answers, if one is open; a revocation ends whatever is open, and so does a decision about an entry
     * that waits since two numbers were merged.
     */
    private static Set<Kind> kindsAnswered(HourAccountEvent event) {
        return switch (event) {
            case HourAccountEvent.ObjectionUpheld ignored -> Set.of(Kind.IN_NOTICE);
            case HourAccountEvent.ObjectionDismissed ignored -> Set.of(Kind.IN_NOTICE);
            case HourAccountEvent.ServiceRevoked ignored -> Set.of(Kind.IN_NOTICE, Kind.ERROR_REPORT);
            case HourAccountEvent.ErrorReportDismissed ignored -> Set.of(Kind.ERROR_REPORT);
            case HourAccountEvent.ServiceCorrected ignored -> Set.of(Kind.ERROR_REPORT);
            case HourAccountEvent.ServiceReinstated ignored -> Set.of(Kind.ERROR_REPORT);
            case HourAccountEvent.HeldServiceApproved ignored -> Set.of(Kind.IN_NOTICE, Kind.ERROR_REPORT);
            case HourAccountEvent.HeldServiceDeclined ignored -> Set.of(Kind.IN_NOTICE, Kind.ERROR_REPORT);
            case HourAccountEvent.HeldServiceKeptAsTraining ignored -> Set.of(Kind.IN_NOTICE, Kind.ERROR_REPORT);
            case HourAccountEvent.ServiceRecorded ignored -> Set.of();
            case HourAccountEvent.ServiceHeld ignored -> Set.of();
            case HourAccountEvent.HoldRenewed ignored -> Set.of();
            case HourAccountEvent.TrainingRecorded ignored -> Set.of();
            case HourAccountEvent.ServiceRated ignored -> Set.of();
            case HourAccountEvent.EntryReassessed ignored -> Set.of();
            case HourAccountEvent.ServiceCertified ignored -> Set.of();
            case HourAccountEvent.ObjectionRaised ignored -> Set.of();
            case HourAccountEvent.ErrorReported ignored -> Set.of();
            case HourAccountEvent.ServiceTakenOver ignored -> Set.of();
            case HourAccountEvent.ServiceTransferred ignored -> Set.of();
            case HourAccountEvent.TransferProposed ignored -> Set.of();
            case HourAccountEvent.TransferConsented ignored -> Set.of();
            case HourAccountEvent.TransferEnded ignored -> Set.of();
        };
    }

    private Map<Open, Long> open(Set<String> entryIds) {
        Map<Open, Long> open = new HashMap<>();
        if (!entryIds.isEmpty()) {
            jdbc.query(
                    """
                    SELECT entry_id, kind, raised_at FROM views_v1.objection
                    WHERE answered_at IS NULL AND entry_id = ANY(?)
                    """,
                    row -> {
                        open.put(new Open(row.getString(1), Kind.valueOf(row.getString(2))), row.getLong(3));
                    },
                    (Object) entryIds.toArray(String[]::new));
        }
        return open;
    }

    private void raise(RecordedFact fact, Open raised, LocalDate day, AnnexNote words, Map<Open, Long> open) {
        open.put(raised, fact.position());
        jdbc.update(
                "INSERT INTO views_v1.objection (entry_id, raised_at, kind, raised_on, note_id) VALUES (?, ?, ?, ?, ?)",
                raised.entryId(), fact.position(), raised.kind().name(), day, words.id());
    }

    private void answer(RecordedFact fact, HourAccountEvent event, Map<Open, Long> open) {
        for (Kind kind : kindsAnswered(event)) {
            Long raisedAt = open.remove(new Open(event.entryId(), kind));
            if (raisedAt != null) {
                jdbc.update(
                        """
                        UPDATE views_v1.objection SET answered_at = ?, outcome = ?
                        WHERE entry_id = ? AND raised_at = ?
                        """,
                        fact.position(), fact.type(), event.entryId(), raisedAt);
            }
        }
    }
}
