package ledger.domain.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.document.Place;

/**
 * The rules of a place as a versioned document.
 *
 * @param noticeWorkingDays whole working days of public notice before an entry counts (R16)
 * @param training activities that are learning, not service (R8)
 * @param needs what some kinds of service need (R14)
 * @param complaints in how many working days a complaint is answered and closed
 * @param selfClaimBar how long nobody claims hours for oneself after false ones (R25)
 * @param creditGrades evidence grades shown as credit hours 信用时数; all others are honour hours 荣誉时数
 */
public record Rulebook(
        String id,
        String version,
        LocalDate effectiveFrom,
        String titleZh,
        String titleEn,
        DailyLimit dailyLimit,
        int noticeWorkingDays,
        Deadline deadline,
        Rounding rounding,
        Ages ages,
        ExcludedKinds excludedKinds,
        Kinds training,
        Attendance attendance,
        List<Need> needs,
        Objections objections,
        AnswerTimes complaints,
        SelfClaimBar selfClaimBar,
        Set<EvidenceGrade> creditGrades) {

    public Rulebook {
        needs = List.copyOf(needs);
        creditGrades = Set.copyOf(creditGrades);
    }

    /** The name under which an entry remembers who judged it, for example {@code default-cn/2026-1}. */
    public String edition() {
        return id + "/" + version;
    }

    /**
     * A rulebook as its document tells it. A table that is left out is off; a table that is there is whole.
     *
     * @throws IllegalArgumentException naming document, line, column and reason
     */
    static Rulebook read(Place document) {
        document.only(
                "id", "version", "effectiveFrom", "title", "dailyLimit", "notice", "deadline", "rounding", "ages",
                "excludedKinds", "training", "attendance", "needs", "objections",
                "complaints", "selfClaimBar", "creditGrades");
        Place title = document.at("title").only("zh", "en");
        return new Rulebook(
                name(document.at("id")),
                name(document.at("version")),
                document.at("effectiveFrom").day(),
                title.at("zh").text(),
                title.at("en").text(),
                DailyLimit.read(document.at("dailyLimit")),
                document.at("notice").only("workingDays").at("workingDays").whole(0, 60),
                document.find("deadline").map(Deadline::read).orElse(Deadline.NONE),
                document.find("rounding").map(Rounding::read).orElse(Rounding.NONE),
                document.find("ages").map(Ages::read).orElse(Ages.NONE),
                document.find("excludedKinds").map(ExcludedKinds::read).orElse(ExcludedKinds.NONE),
                document.find("training").map(Rulebook::training).orElse(Kinds.NONE),
                document.find("attendance").map(Attendance::read).orElse(Attendance.NONE),
                document.find("needs").map(needs -> needs.items().stream().map(Need::read).toList()).orElse(List.of()),
                document.find("objections").map(Objections::read).orElse(Objections.NONE),
                document.find("complaints").map(Rulebook::complaints).orElse(AnswerTimes.NONE),
                document.find("selfClaimBar").map(SelfClaimBar::read).orElse(SelfClaimBar.NONE),
                document.at("creditGrades").items().stream()
                        .map(grade -> grade.one(EvidenceGrade.class))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String name(Place place) {
        if (!place.text().matches("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")) {
            throw place.mistake(
                    "应由字母、数字、点和连字符组成，而不是 " + place.text(),
                    "letters, digits, dots and hyphens are wanted, not " + place.text());
        }
        return place.text();
    }

    private static Kinds training(Place place) {
        return Kinds.read(place.only("categories", "words", "except"));
    }

    private static AnswerTimes complaints(Place place) {
        return AnswerTimes.read(place.only("answerWorkingDays", "decideWorkingDays"));
    }
}
