package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryState;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;

/** Which entries a scheme counts, in order of served day, and why not the others (R22). */
final class Counting {

    private static final Comparator<KnownEntry> ORDER =
            Comparator.comparing(KnownEntry::servedOn).thenComparing(KnownEntry::entryId);

    /** The minutes of an entry, or a part of them. */
    record Part(KnownEntry entry, int minutes) {}

    private final Scheme scheme;
    private final Window.Span span;
    private final SubjectFacts subject;
    private final Optional<LocalDate> usedUpTo;
    private final List<NotCounted> notCounted = new ArrayList<>();
    private final List<KnownEntry> inNotice = new ArrayList<>();
    private List<Part> counted = new ArrayList<>();
    private int trainingMinutes;
    private int cycle = 1;

    private @Nullable LocalDate day;
    private int ofDay;
    private int ofMonth;

    private Counting(Scheme scheme, Window.Span span, SubjectFacts subject, LocalDate asOf) {
        this.scheme = scheme;
        this.span = span;
        this.subject = subject;
        this.usedUpTo = scheme.window() instanceof Window.SinceLastAward
                ? subject.usedUpTo(scheme.id(), asOf)
                : Optional.empty();
    }

    /** @param asOf entries served after this day are not looked at */
    static Counting of(
            Scheme scheme, Window.Span span, SubjectFacts subject, List<KnownEntry> entries, LocalDate asOf) {
        Counting counting = new Counting(scheme, span, subject, asOf);
        for (KnownEntry entry : inOrder(entries)) {
            if (!entry.servedOn().isAfter(asOf)) {
                counting.look(entry);
            }
        }
        if (scheme.window() instanceof Window.Cycle(int minutes)) {
            counting.keepLastCycle(minutes);
        }
        return counting;
    }

    private static List<KnownEntry> inOrder(List<KnownEntry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (ORDER.compare(entries.get(i - 1), entries.get(i)) > 0) {
                return entries.stream().sorted(ORDER).toList();
            }
        }
        return entries;
    }

    private void look(KnownEntry entry) {
        Reason reason = switch (entry.state()) {
            case REVOKED -> Reason.REVOKED;
            case DECLINED -> Reason.DECLINED;
            case HELD -> Reason.HELD;
            case TRAINING -> Reason.TRAINING;
            case OBJECTED -> Reason.OBJECTED;
            case RECORDED -> Reason.IN_NOTICE;
            case CERTIFIED -> whyNot(entry);
        };
        if (entry.state() == EntryState.TRAINING) {
            trainingMinutes = Math.addExact(trainingMinutes, entry.minutes());
        }
        if (reason == Reason.IN_NOTICE && whyNot(entry) == null) {
            inNotice.add(entry);
        }
        if (reason == null) {
            count(entry);
        } else {
            leaveOut(entry, entry.minutes(), reason);
        }
    }

    private @Nullable Reason whyNot(KnownEntry entry) {
        LocalDate servedOn = entry.servedOn();
        if (scheme.window().begins() && servedOn.isBefore(subject.registeredOn())) {
            return Reason.BEFORE_REGISTRATION;
        }
        if (usedUpTo.isPresent() && !servedOn.isAfter(usedUpTo.get())) {
            return Reason.ALREADY_USED;
        }
        if (!span.contains(servedOn)) {
            return Reason.OUTSIDE_WINDOW;
        }
        if (scheme.age().limitsService()
                && subject.bornOn().filter(born -> !scheme.age().countsService(born, servedOn)).isPresent()) {
            return Reason.OUTSIDE_AGE;
        }
        if (!scheme.grades().contains(entry.evidence())) {
            return Reason.GRADE_NOT_COUNTED;
        }
        if (scheme.excludeLate() && entry.late()) {
            return Reason.RECORDED_LATE;
        }
        String category = entry.category();
        if (category != null && scheme.excludedCategories().contains(category)) {
            return Reason.CATEGORY_EXCLUDED;
        }
        return scheme.categories().isEmpty() || category != null && scheme.categories().contains(category)
                ? null
                : Reason.CATEGORY_NOT_COUNTED;
    }

    private void count(KnownEntry entry) {
        if (!entry.servedOn().equals(day)) {
            ofMonth = day != null && YearMonth.from(day).equals(YearMonth.from(entry.servedOn())) ? ofMonth : 0;
            ofDay = 0;
            day = entry.servedOn();
        }
        int minutes = scheme.caps().leave(entry.minutes(), ofDay, ofMonth);
        ofDay += minutes;
        ofMonth += minutes;
        if (minutes > 0) {
            counted.add(new Part(entry, minutes));
        }
        if (minutes < entry.minutes()) {
            leaveOut(entry, entry.minutes() - minutes, Reason.OVER_CAP);
        }
    }

    /** Of all that counted, what is after the last full cycle; at its very end, that cycle. */
    private void keepLastCycle(int minutes) {
        int sum = minutes();
        cycle = Math.max(1, Math.ceilDiv(sum, minutes));
        int left = (cycle - 1) * minutes;
        List<Part> kept = new ArrayList<>();
        for (Part part : counted) {
            int earlier = Math.min(left, part.minutes());
            left -= earlier;
            if (earlier > 0) {
                leaveOut(part.entry(), earlier, Reason.EARLIER_CYCLE);
            }
            if (earlier < part.minutes()) {
                kept.add(new Part(part.entry(), part.minutes() - earlier));
            }
        }
        counted = kept;
    }

    private void leaveOut(KnownEntry entry, int minutes, Reason reason) {
        notCounted.add(new NotCounted(entry.entryId(), entry.servedOn(), minutes, reason));
    }

    int minutes() {
        int sum = 0;
        for (Part part : counted) {
            sum = Math.addExact(sum, part.minutes());
        }
        return sum;
    }

    List<Part> counted() {
        return counted;
    }

    List<NotCounted> notCounted() {
        return notCounted;
    }

    /** Entries that will count once their notice is over. */
    List<KnownEntry> inNotice() {
        return inNotice;
    }

    int trainingMinutes() {
        return trainingMinutes;
    }

    /** Which cycle of hours this is, counted from 1; 1 without cycles. */
    int cycle() {
        return cycle;
    }
}
