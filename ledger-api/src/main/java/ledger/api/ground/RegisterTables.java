package ledger.api.ground;

import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AccountMergeEvent;
import ledger.domain.activity.ActivityEvent;
import ledger.domain.activity.ActivityEvent.ActivityPublished;
import ledger.domain.place.GridEvent;
import ledger.domain.place.StationEvent;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.volunteer.VolunteerEvent;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;

/** What commands must know of volunteers' papers and freezes, of activities, stations and grids. */
final class RegisterTables {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    RegisterTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order of locks; what happened to one volunteer stays in its order. */
    void followVolunteers(List<VolunteerEvent> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<VolunteerEvent> ordered =
                facts.stream().sorted(Comparator.comparing(VolunteerEvent::volunteerId)).toList();
        addConsents(only(ConsentRecorded.class, ordered));
        addQualifications(only(QualificationRecorded.class, ordered));
        ordered.forEach(this::write);
    }

    private static <E> List<E> only(Class<E> kind, List<VolunteerEvent> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void addConsents(List<ConsentRecorded> consents) {
        jdbc.batchUpdate(
                """
                INSERT INTO reference.consent
                  (consent_id, volunteer_id, kind, reach, reach_value, valid_from, valid_to)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                consents, BATCH, (statement, e) -> {
                    statement.setString(1, e.consentId());
                    statement.setString(2, e.volunteerId());
                    statement.setString(3, e.kind().name());
                    statement.setString(4, e.scope().reach().name());
                    statement.setString(5, e.scope().value());
                    statement.setObject(6, e.validFrom());
                    statement.setObject(7, e.validTo());
                });
    }

    private void addQualifications(List<QualificationRecorded> qualifications) {
        jdbc.batchUpdate(
                """
                INSERT INTO reference.qualification (qualification_id, volunteer_id, code, valid_from, valid_to)
                VALUES (?, ?, ?, ?, ?)
                """,
                qualifications, BATCH, (statement, e) -> {
                    statement.setString(1, e.qualificationId());
                    statement.setString(2, e.volunteerId());
                    statement.setString(3, e.code());
                    statement.setObject(4, e.validFrom());
                    statement.setObject(5, e.validTo());
                });
    }

    private void write(VolunteerEvent event) {
        switch (event) {
            case VolunteerEvent.ConsentWithdrawn e -> jdbc.update(
                    "UPDATE reference.consent SET withdrawn_on = ? WHERE consent_id = ?",
                    e.withdrawnOn(), e.consentId());
            case VolunteerEvent.QualificationWithdrawn e -> jdbc.update(
                    "UPDATE reference.qualification SET withdrawn_on = ? WHERE qualification_id = ?",
                    e.withdrawnOn(), e.qualificationId());
            case VolunteerEvent.VolunteerFrozen e -> jdbc.update(
                    """
                    INSERT INTO reference.freeze (volunteer_id, until) VALUES (?, ?)
                    ON CONFLICT (volunteer_id) DO UPDATE SET until = excluded.until
                    """,
                    e.volunteerId(), e.until());
            case VolunteerEvent.VolunteerUnfrozen e -> jdbc.update(
                    "DELETE FROM reference.freeze WHERE volunteer_id = ?", e.volunteerId());
            case ConsentRecorded ignored -> { }
            case QualificationRecorded ignored -> { }
            case VolunteerEvent.VolunteerEnrolled ignored -> { }
            case VolunteerEvent.VolunteerWithdrawn ignored -> { }
            case VolunteerEvent.VolunteersMerged ignored -> { }
            case VolunteerEvent.VolunteersUnmerged ignored -> { }
        }
    }

    /** A cancelled activity keeps its planned length: what was served of it is still measured by it (R12). */
    void write(ActivityEvent event) {
        switch (event) {
            case ActivityPublished e -> jdbc.update(
                    """
                    INSERT INTO reference.activity (activity_id, organizer_id, code, planned_minutes)
                    VALUES (?, ?, ?, ?)
                    """,
                    e.activityId(), e.organizerId(), e.code(), e.plannedMinutes());
            case ActivityEvent.ActivityCancelled ignored -> { }
            case ActivityEvent.ActivityClosed ignored -> { }
        }
    }

    /** Where a merged number goes on: from when its entries have arrived until they are about to be its own again. */
    void write(AccountMergeEvent event) {
        switch (event) {
            case AccountMergeEvent.AccountAbsorbed e -> jdbc.update(
                    """
                    INSERT INTO reference.merged (account_id, into_account_id) VALUES (?, ?)
                    ON CONFLICT (account_id) DO UPDATE SET into_account_id = excluded.into_account_id
                    """,
                    e.fromAccountId(), e.accountId());
            case AccountMergeEvent.AccountReopened e -> jdbc.update(
                    "DELETE FROM reference.merged WHERE account_id = ?", e.accountId());
            case AccountMergeEvent.MergeAgreed ignored -> { }
            case AccountMergeEvent.MergeCalledOff ignored -> { }
            case AccountMergeEvent.AccountClosedByMerge ignored -> { }
            case AccountMergeEvent.AccountGivenBack ignored -> { }
        }
    }

    void write(FalseHoursEvent event) {
        switch (event) {
            case FalseHoursEvent.FalseHoursFound e -> jdbc.update(
                    "INSERT INTO reference.false_hours (case_id, subject_id, found_on) VALUES (?, ?, ?)",
                    e.caseId(), e.subjectId(), e.foundOn());
            case FalseHoursEvent.FalseHoursReported ignored -> { }
            case FalseHoursEvent.FalseHoursDismissed ignored -> { }
        }
    }

    /** A station that closed stays: what was served there may be recorded later. */
    void write(StationEvent event) {
        switch (event) {
            case StationEvent.StationOpened e -> jdbc.update(
                    "INSERT INTO reference.station (station_id, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    e.stationId(), e.code());
            case StationEvent.StationClosed ignored -> { }
        }
    }

    void write(GridEvent event) {
        switch (event) {
            case GridEvent.GridDefined e -> jdbc.update(
                    "INSERT INTO reference.grid (grid_id, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    e.gridId(), e.code());
            case GridEvent.GridMerged e -> jdbc.update(
                    "UPDATE reference.grid SET merged_into = ? WHERE grid_id = ?", e.intoGridId(), e.gridId());
        }
    }
}
