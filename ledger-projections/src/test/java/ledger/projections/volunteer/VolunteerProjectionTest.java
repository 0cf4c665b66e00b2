package ledger.projections.volunteer;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.volunteer.ConsentGiver;
import ledger.domain.volunteer.ConsentKind;
import ledger.domain.volunteer.ConsentScope;
import ledger.domain.volunteer.QualificationKind;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.ConsentWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.domain.volunteer.VolunteerEvent.VolunteerFrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerUnfrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteersMerged;
import ledger.domain.volunteer.VolunteerEvent.VolunteersUnmerged;
import ledger.projections.Facts;
import ledger.projections.TestViews;

import static ledger.projections.Facts.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

class VolunteerProjectionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private TestViews.Session views;
    private VolunteerReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new VolunteerReader(views.jdbc());
    }

    @Test
    void r22_eachVolunteerIsKnownFromTheDayOfRegistration() {
        views.follow(
                new VolunteerProjection(views.jdbc()),
                new Facts().add(enrolled("wu", "2024-02-29"), enrolled("li", "2026-03-01")));
        assertThat(reader.registeredOn("volunteer-wu")).contains(LocalDate.parse("2024-02-29"));
        assertThat(reader.registeredOn(List.of("volunteer-li", "volunteer-x"))).containsOnlyKeys("volunteer-li");
        assertThat(reader.all()).containsExactly("volunteer-li", "volunteer-wu");
    }

    @Test
    void nobodyIsKnownWhoNeverEnrolled() {
        assertThat(reader.registeredOn("volunteer-wu")).isEmpty();
        assertThat(reader.all()).isEmpty();
    }

    @Test
    void r14_papersAreShownAsTheirFactsSayUntilTheyAreTakenBack() {
        ConsentRecorded consent = new ConsentRecorded(
                "volunteer-wu", "consent-1", ConsentKind.GUARDIAN, ConsentScope.EVERYTHING, ConsentGiver.GUARDIAN,
                Facts.NOTE, null, DAY, null, Facts.STATION, DAY);
        QualificationRecorded training = new QualificationRecorded(
                "volunteer-wu", "qualification-1", QualificationKind.TRAINING, "first-aid", DAY, DAY, null,
                Facts.STATION, DAY);
        views.follow(new VolunteerProjection(views.jdbc()), new Facts().add(
                enrolled("wu", "2024-02-29"), consent, training,
                new ConsentWithdrawn("volunteer-wu", "consent-1", null, DAY.plusDays(3))));
        assertThat(reader.consents("volunteer-wu")).containsExactly(new PaperView<>(consent, DAY.plusDays(3)));
        assertThat(reader.qualifications("volunteer-wu")).containsExactly(new PaperView<>(training, null));
        assertThat(reader.consents("volunteer-li")).isEmpty();
    }

    @Test
    void r20_aFreezeIsShownWithItsLastDayUntilItIsLifted() {
        Facts facts = new Facts().add(
                enrolled("wu", "2024-02-29"),
                new VolunteerFrozen("volunteer-wu", "false-hours", null, DAY, DAY.plusDays(9)));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        VolunteerView frozen = reader.find("volunteer-wu").orElseThrow();
        assertThat(frozen.frozenReason()).isEqualTo("false-hours");
        assertThat(frozen.isFrozen(DAY.plusDays(9))).isTrue();
        assertThat(frozen.isFrozen(DAY.plusDays(10))).isFalse();
        facts.add(
                new VolunteerUnfrozen("volunteer-wu", null, DAY),
                new VolunteerWithdrawn("volunteer-wu", "own-wish", null, DAY));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        assertThat(reader.find("volunteer-wu")).contains(new VolunteerView(
                "volunteer-wu", LocalDate.parse("2024-02-29"), Facts.STATION, null, null, null, DAY, null));
    }

    @Test
    void r5_aMergedNumberNamesTheOneThatRemainsUntilItIsUndone() {
        Facts facts = new Facts()
                .add(Facts.enrolled("wu", "2024-02-29"))
                .add(new VolunteersMerged("volunteer-wu", "merge-1", "volunteer-li", DAY));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        assertThat(reader.find("volunteer-wu").orElseThrow().mergedInto()).isEqualTo("volunteer-li");
        facts.add(new VolunteersUnmerged("volunteer-wu", "merge-1", DAY));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        assertThat(reader.find("volunteer-wu").orElseThrow().mergedInto()).isNull();
    }
}
