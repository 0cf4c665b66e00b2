package ledger.api.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import ledger.api.door.HeldDesk;
import ledger.api.door.RefusedJson;
import ledger.api.ground.LedgerClock;
import ledger.api.intake.Column;
import ledger.api.intake.Notice;
import ledger.api.intake.Texts;
import ledger.domain.Refusal;
import ledger.domain.account.Hold;
import ledger.domain.recognition.Measure;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Verdict;

/** How the pages say things in the reader's language. Hours are said in whole minutes, nothing is rounded. */
@Component
public class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final MessageSource messages;
    private final Texts texts;
    private final LedgerClock clock;

    Wording(MessageSource messages, Texts texts, LedgerClock clock) {
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
    }

    public String say(String key, Object... values) {
        return messages.getMessage(key, values, language());
    }

    /** 5999 minutes are 99 h 59 min. */
    public String hours(long minutes) {
        return minutes % 60 == 0
                ? say("hours.whole", minutes / 60)
                : say(minutes < 60 ? "hours.minutes" : "hours.both", minutes / 60, minutes % 60);
    }

    /** 5999 minutes are 99:59, as tables want it. */
    public String compact(long minutes) {
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** From and to on the clock; {@code +1} marks the next day. */
    public String times(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        if (from == null || to == null) {
            return "—";
        }
        long days = ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
        return TIME.format(from) + "–" + TIME.format(to) + (days == 0 ? "" : " +" + days);
    }

    /** Served days from and to, where an absent end is open. */
    public String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? say("period.all") : say("period.until", to);
        }
        return to == null ? say("period.since", from) : from + " – " + to;
    }

    /** An instant by the ledger's clock on the wall. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }

    public Texts.Text of(Refusal refusal) {
        return texts.of(refusal, language());
    }

    public Texts.Text of(RefusedJson refused) {
        return LanguageChoice.isChinese(language()) ? refused.zh() : refused.en();
    }

    public Texts.Text of(Texts.Told told) {
        return LanguageChoice.isChinese(language()) ? told.zh() : told.en();
    }

    public Texts.Text of(HeldDesk.Why why) {
        return LanguageChoice.isChinese(language()) ? why.zh() : why.en();
    }

    public Texts.Text of(Hold hold) {
        return texts.of(hold, language());
    }

    public Texts.Text of(Notice notice) {
        return texts.of(notice, language());
    }

    public String of(Verdict.Reason reason) {
        return texts.of(reason, language());
    }

    /** What a level asks for. */
    public String asked(Scheme.Level level) {
        return Stream.of(
                        level.minutes() == 0 ? Stream.<String>empty() : Stream.of(hours(level.minutes())),
                        level.also().stream().map(demand -> asked(demand.measure(), demand.wanted())
                                + (demand.minutesEach() == 0 ? "" : say("measure.each", hours(demand.minutesEach())))),
                        level.honours().stream().map(honour -> say("measure.honour", honour)))
                .flatMap(Function.identity())
                .collect(Collectors.joining(" · "));
    }

    /** What is still missing. */
    public String missing(Verdict.Missing missing) {
        return Stream.of(
                        missing.minutes() == 0 ? Stream.<String>empty() : Stream.of(hours(missing.minutes())),
                        missing.also().stream().map(this::lack),
                        missing.honours().stream().map(honour -> say("measure.honour", honour)))
                .flatMap(Function.identity())
                .collect(Collectors.joining(" · "));
    }

    private String lack(Verdict.Lack lack) {
        return say("measure.soFar", asked(lack.measure(), lack.wanted()), lack.have());
    }

    private String asked(Measure measure, int wanted) {
        return measure == Measure.TRAINING_MINUTES || measure == Measure.MINUTES
                ? say("measure." + measure, hours(wanted))
                : say("measure." + measure, wanted);
    }

    public String of(Scheme.Title title) {
        return LanguageChoice.isChinese(language()) ? title.zh() : title.en();
    }

    /** The column that a refusal names, under its name in a file; empty when it names none. */
    public String column(Refusal refusal) {
        return column(refusal.field());
    }

    /** A column under its name in a file; empty when there is none of that name. */
    public String column(String wire) {
        return Column.named(wire).map(column -> column.label(language())).orElse("");
    }

    public List<String> columns(List<String> wires) {
        return wires.stream().map(this::column).toList();
    }

    /** As a field for a day and a time wants it. */
    public String local(@Nullable LocalDateTime time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
