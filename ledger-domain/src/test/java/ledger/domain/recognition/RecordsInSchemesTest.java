package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static ledger.domain.recognition.SchemeRulesTest.entry;
import static ledger.domain.recognition.SchemeRulesTest.evaluate;
import static ledger.domain.recognition.SchemeRulesTest.scheme;
import static org.assertj.core.api.Assertions.assertThat;

/** What stands in the record beside hours opens and closes levels, where a scheme asks for it (F1.8, F2.1). */
class RecordsInSchemesTest {

    private static final LocalDate AS_OF = day("2026-03-31");
    private static final SubjectFacts LI = new SubjectFacts(day("2024-03-05"), Optional.empty());

    @Test
    void f18_honoursInTheRecordMeetADemandByTheirOriginFromTheDayTheyWereAwarded() {
        Scheme scheme = scheme("", "hours: 1, governmentHonours: 2");
        KnownEntry hour = entry("a", "2026-01-01", 60);
        RecordedHonour first = new RecordedHonour(HonourOrigin.GOVERNMENT, day("2020-01-01"));
        Verdict one = evaluate(scheme, with(List.of(first, new RecordedHonour(HonourOrigin.OWN, AS_OF))), hour);
        assertThat(one.reached()).isEmpty();
        assertThat(one.next().orElseThrow().also())
                .containsExactly(new Verdict.Lack(Measure.GOVERNMENT_HONOURS, 2, 1));
        assertThat(one.next().orElseThrow().earliest()).contains(AS_OF.plusDays(1));
        SubjectFacts later = with(List.of(first, new RecordedHonour(HonourOrigin.GOVERNMENT, AS_OF.plusDays(1))));
        assertThat(evaluate(scheme, later, hour).reached()).isEmpty();
        SubjectFacts two = with(List.of(first, new RecordedHonour(HonourOrigin.GOVERNMENT, AS_OF)));
        assertThat(evaluate(scheme, two, hour).reached()).containsExactly("one");
        assertThat(evaluate(scheme, two, hour).minutes()).isEqualTo(60);
        Verdict others = evaluate(scheme("", "hours: 1, ownHonours: 1, otherHonours: 1"), two, hour);
        assertThat(others.next().orElseThrow().also())
                .containsExactly(
                        new Verdict.Lack(Measure.OWN_HONOURS, 1, 0), new Verdict.Lack(Measure.OTHER_HONOURS, 1, 0));
    }

    @Test
    void f21_anOpenComplaintStandsInTheWayUntilTheDayItIsClosed() {
        Scheme scheme = scheme("", "hours: 1, noOpenComplaint: true");
        KnownEntry hour = entry("a", "2026-01-01", 60);
        assertThat(evaluate(scheme, LI, hour).reached()).containsExactly("one");
        Verdict open = evaluate(scheme, complained(AS_OF, null), hour);
        assertThat(open.reached()).isEmpty();
        assertThat(open.next().orElseThrow().also())
                .containsExactly(new Verdict.Lack(Measure.NO_OPEN_COMPLAINT, 1, 0));
        assertThat(evaluate(scheme, complained(AS_OF.plusDays(1), null), hour).reached()).containsExactly("one");
        assertThat(evaluate(scheme, complained(AS_OF.minusDays(9), AS_OF), hour).reached()).containsExactly("one");
        assertThat(evaluate(scheme, complained(AS_OF.minusDays(9), AS_OF.plusDays(1)), hour).reached()).isEmpty();
    }

    private static SubjectFacts with(List<RecordedHonour> honours) {
        return new SubjectFacts(
                SubjectKind.PERSON, LI.registeredOn(), LI.bornOn(), List.of(), List.of(), honours, List.of());
    }

    private static SubjectFacts complained(LocalDate raisedOn, @Nullable LocalDate closedOn) {
        return new SubjectFacts(
                SubjectKind.PERSON, LI.registeredOn(), LI.bornOn(), List.of(), List.of(), List.of(),
                List.of(new KnownComplaint(raisedOn, closedOn)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
