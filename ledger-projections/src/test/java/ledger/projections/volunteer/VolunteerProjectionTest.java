package ledger.projections.volunteer;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.projections.Facts;
import ledger.projections.TestViews;

import static ledger.projections.Facts.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

class VolunteerProjectionTest {

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
}
