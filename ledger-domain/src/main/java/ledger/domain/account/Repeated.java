package ledger.domain.account;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.HourAccountEvent.Entry;

/**
 * Keeps once what thousands of entries say in the same words: the names of organizations, activities, places, zones.
 * An account in memory then takes three fifths of what it would.
 */
final class Repeated {

    private Repeated() {}

    /** The same entry, made of words that others are made of too. */
    static Entry shared(Entry entry) {
        return new Entry(
                word(entry.volunteerId()),
                new SourceRecord(word(entry.source().system()), entry.source().record()),
                entry.attempt(), entry.contentDigest(), word(entry.recordedBy()), word(entry.submittedBy()),
                shared(entry.activity()), shared(entry.time()), entry.evidence(), entry.remark(), entry.recordedOn(),
                word(entry.rulebook()), shared(entry.circumstances()), entry.lateness());
    }

    static Activity shared(Activity activity) {
        return new Activity(
                word(activity.name()), orNone(activity.category()), orNone(activity.content()),
                orNone(activity.place()), orNone(activity.personInCharge()), orNone(activity.recorder()),
                orNone(activity.stationId()), orNone(activity.gridId()));
    }

    static ServedTime shared(ServedTime time) {
        return new ServedTime(
                time.servedOn(), time.servedFrom(), time.servedTo(), word(time.zone()), time.breakMinutes(),
                time.minutes());
    }

    private static Circumstances shared(Circumstances circumstances) {
        return circumstances.equals(Circumstances.UNKNOWN) ? Circumstances.UNKNOWN : circumstances;
    }

    private static String word(String word) {
        return word.intern();
    }

    private static @Nullable String orNone(@Nullable String word) {
        return word == null ? null : word.intern();
    }
}
