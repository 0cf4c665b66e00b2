package ledger.projections.account;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.rulebook.Rounding;

/**
 * Minutes of a set of entries, by state and evidence grade (R1, R15). Hours are a view of minutes, never stored.
 *
 * @param certifiedMinutes minutes that count
 * @param inNoticeMinutes minutes still in public notice, objected ones included
 * @param heldMinutes minutes waiting for a decision
 * @param creditMinutes certified minutes of the credit grades 信用时数
 * @param honourMinutes certified minutes of all other grades 荣誉时数
 * @param learningMinutes minutes of training, which is no service (R8)
 * @param rounded the certified minutes as the rulebook rounds them (R3)
 * @param byState minutes and entries by state
 * @param byEvidence certified minutes by evidence grade
 * @param byOrganization certified minutes by recording organization
 * @param byCategory certified minutes by category
 */
public record HourTotals(
        int certifiedMinutes,
        int inNoticeMinutes,
        int heldMinutes,
        int creditMinutes,
        int honourMinutes,
        int learningMinutes,
        Rounded rounded,
        Map<EntryState, Sum> byState,
        Map<EvidenceGrade, Sum> byEvidence,
        Map<String, Integer> byOrganization,
        Map<String, Integer> byCategory) {

    /** @param entryIds what the minutes are the sum of */
    public record Sum(int minutes, List<String> entryIds) {}

    /**
     * A total under a rounding policy; what is stored stays exact.
     *
     * @param per {@code SESSION} where each session was rounded and then added, {@code TOTAL} where the sum was rounded
     */
    public record Rounded(int minutes, Rounding.Policy policy, Rounding.Per per) {

        static Rounded of(Collection<EntryVersion> certified, Rounding rounding) {
            int minutes = switch (rounding.per()) {
                case SESSION -> certified.stream()
                        .mapToInt(entry -> rounding.policy().round(entry.time().minutes()))
                        .reduce(0, Math::addExact);
                case TOTAL -> rounding.policy().round(HourTotals.minutes(certified));
            };
            return new Rounded(minutes, rounding.policy(), rounding.per());
        }
    }

    public static HourTotals of(Collection<EntryVersion> entries, Set<EvidenceGrade> creditGrades) {
        return of(entries, creditGrades, Rounding.NONE);
    }

    public static HourTotals of(
            Collection<EntryVersion> entries, Set<EvidenceGrade> creditGrades, Rounding rounding) {
        List<EntryVersion> certified = entries.stream()
                .filter(entry -> entry.state() == EntryState.CERTIFIED)
                .toList();
        Map<EntryState, Sum> byState = sums(entries, EntryState.class, EntryVersion::state);
        int total = minutes(certified);
        int credit = minutes(certified.stream()
                .filter(entry -> creditGrades.contains(entry.evidence()))
                .toList());
        return new HourTotals(
                total,
                minutes(byState, EntryState.RECORDED) + minutes(byState, EntryState.OBJECTED),
                minutes(byState, EntryState.HELD),
                credit,
                total - credit,
                minutes(byState, EntryState.TRAINING),
                Rounded.of(certified, rounding),
                byState,
                sums(certified, EvidenceGrade.class, EntryVersion::evidence),
                minutesBy(certified, EntryVersion::recordedBy),
                minutesBy(certified, entry -> Objects.requireNonNullElse(entry.activity().category(), "")));
    }

    private static <E extends Enum<E>> Map<E, Sum> sums(
            Collection<EntryVersion> entries, Class<E> key, Function<EntryVersion, E> by) {
        return entries.stream().collect(Collectors.groupingBy(
                by, () -> new EnumMap<>(key), Collectors.collectingAndThen(Collectors.toList(), HourTotals::sum)));
    }

    private static Sum sum(List<EntryVersion> entries) {
        return new Sum(minutes(entries), entries.stream().map(EntryVersion::entryId).toList());
    }

    private static int minutes(Collection<EntryVersion> entries) {
        return entries.stream().mapToInt(entry -> entry.time().minutes()).reduce(0, Math::addExact);
    }

    private static int minutes(Map<EntryState, Sum> byState, EntryState state) {
        Sum sum = byState.get(state);
        return sum == null ? 0 : sum.minutes();
    }

    private static Map<String, Integer> minutesBy(List<EntryVersion> entries, Function<EntryVersion, String> by) {
        return entries.stream().collect(Collectors.toMap(
                by, entry -> entry.time().minutes(), Math::addExact, TreeMap::new));
    }
}
