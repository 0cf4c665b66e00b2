package ledger.domain.recognition;

import java.util.Arrays;
import java.util.List;

/**
 * Every field that a scheme's document may have. The reader takes no other, and the page that describes the language
 * is made from here.
 */
public enum SchemeField {
    ID(Part.SCHEME, "id", "name of the scheme; letters, digits, dots, hyphens",
            "方案编号，由字母、数字、点和连字符组成"),
    VERSION(Part.SCHEME, "version", "name of this text; a changed text is another version",
            "本版编号；文字有改动就是新的一版"),
    EFFECTIVE_FROM(Part.SCHEME, "effectiveFrom", "first day in effect, `2026-01-31`", "生效首日，如 `2026-01-31`"),
    EFFECTIVE_TO(Part.SCHEME, "effectiveTo", "last day in effect; without it the next version ends this one",
            "生效末日；不写则到下一版生效为止"),
    TITLE(Part.SCHEME, "title", "its name in both languages", "中英文名称"),
    CONFIDENCE(Part.SCHEME, "confidence",
            "`verbatim` (the text was read), `secondary` (a copy was read), `paraphrase`, `invented`; `secondary` and "
                    + "`paraphrase` are examples until somebody signs",
            "`verbatim`（读过原文）、`secondary`（读过转载）、`paraphrase`（只见转述）、`invented`（虚构）；其中 `secondary` 与 "
                    + "`paraphrase` 须有人签字才启用"),
    SOURCE(Part.SCHEME, "source", "instrument, body and year", "文件、制定单位和年份"),
    WINDOW(Part.SCHEME, "window", "over which served days it counts", "统计哪段时间的服务"),
    AGE(Part.SCHEME, "age", "how age is looked at", "怎样看年龄"),
    GRADES(Part.SCHEME, "grades", "evidence grades that count, a list; `ALL` or absent: every one",
            "计入的证据等级列表；写 `ALL` 或不写为全部"),
    CATEGORIES(Part.SCHEME, "categories", "the only categories that count, by code or name", "只计入这些服务类别（代码或名称）"),
    OWN_CATEGORIES(Part.SCHEME, "ownCategories", "categories that only this scheme names, a list of `{code, zh, en}`",
            "本方案自己的服务类别，形如 `{code, zh, en}` 的列表"),
    EXCLUDED_CATEGORIES(Part.SCHEME, "excludedCategories", "categories that do not count", "不计入的服务类别"),
    EXCLUDE_LATE(Part.SCHEME, "excludeLate", "`true`: what was recorded late does not count", "写 `true` 则逾期登记的不计入"),
    CAPS(Part.SCHEME, "caps", "the most minutes that count", "计入分钟数的上限"),
    PAUSED_FROM(Part.SCHEME, "pausedFrom", "first day on which it confers nothing", "暂停首日"),
    PAUSED_TO(Part.SCHEME, "pausedTo", "last day of the pause", "暂停末日"),
    SEQUENTIAL(Part.SCHEME, "sequential", "`true`: one level after the other (R23)", "写 `true` 则须逐级晋升（R23）"),
    REPEAT(Part.SCHEME, "repeat",
            "how often a level is conferred: `once`, `yearly`, `renewed`, `each-cycle`; when absent as its window has it",
            "同一等级可授予几次：`once`、`yearly`、`renewed`、`each-cycle`；不写则随统计期间而定"),
    NOTICE_WORKING_DAYS(Part.SCHEME, "noticeWorkingDays", "working days of notice before a level is conferred",
            "授予前公示的工作日数"),
    EXPIRES_YEARS(Part.SCHEME, "expiresYears", "years for which a level holds; absent: for ever",
            "等级有效年数；不写为长期有效"),
    FALSE_HOURS(Part.SCHEME, "falseHoursBarYears",
            "years without awards after false hours (R25), one number or `[fewest, most]`",
            "虚报时长后不得评定的年数（R25），一个数或 `[最少, 最多]`"),
    APPROVAL(Part.SCHEME, "approval",
            "what every level asks for beside figures: `none`, `group-nomination`, `nomination-panel`, "
                    + "`performance-certificate`",
            "各级在数字之外还须：`none`（无）、`group-nomination`（集体推荐）、`nomination-panel`（推荐并评审）、"
                    + "`performance-certificate`（绩效证明）"),
    APPROVER(Part.SCHEME, "approver",
            "who decides: `any`, `organization`, `street`, `county`, `district`, `city`, `province`, `nation`",
            "由谁审定：`any`（不限）、`organization`（组织）、`street`（街道）、`county`（县）、`district`（区）、`city`（市）、"
                    + "`province`（省）、`nation`（全国）"),
    BANDS(Part.SCHEME, "bands", "a list of levels by subject and age", "按对象和年龄分段的等级列表"),

    ZH(Part.TITLE, "zh", "in Chinese", "中文"),
    EN(Part.TITLE, "en", "in English", "英文"),

    KIND(Part.WINDOW, "kind",
            "`lifetime`, `since-registration`, `calendar-year`, `twelve-months`, `since-last-award`, `cycle`",
            "`lifetime`（累计）、`since-registration`（注册以来）、`calendar-year`（自然年）、`twelve-months`（自定十二个月）、"
                    + "`since-last-award`（上次授予以来）、`cycle`（按小时循环）"),
    STARTS_ON(Part.WINDOW, "startsOn", "`twelve-months`: month and day on which they begin, `03-01`",
            "`twelve-months`：起始月日，如 `03-01`"),
    FROM(Part.WINDOW, "from", "`lifetime`, `since-last-award`: first served day that counts at all",
            "`lifetime`、`since-last-award`：最早计入的服务日"),
    CUTOFF(Part.WINDOW, "cutoff", "`lifetime`, `since-registration`: month and day up to which a year's round counts",
            "`lifetime`、`since-registration`：每年评定的截止月日"),
    YEARS_SINCE(Part.WINDOW, "years", "`since-last-award`: years that must pass", "`since-last-award`：须满的年数"),
    CYCLE_HOURS(Part.WINDOW, "hours", "`cycle`: hours of one cycle", "`cycle`：每个循环的小时数"),

    AGE_ON(Part.AGE, "on",
            "day on which age chooses the band: `first-of-window`, `middle-of-window` (when absent), `last-of-window`, "
                    + "`day-asked`, or a month and day such as `12-31`",
            "按哪一天的年龄分段：`first-of-window`（期间首日）、`middle-of-window`（期间中点，不写即此）、`last-of-window`（期间末日）、"
                    + "`day-asked`（查询日），或月日如 `12-31`"),
    COUNT_FROM_YEARS(Part.AGE, "countFromYears", "age from which service counts", "满多少岁起的服务计入"),
    COUNT_FROM_MONTHS(Part.AGE, "countFromMonths", "months more than those years", "在上述岁数之外再加的月数"),
    COUNT_BEFORE_YEARS(Part.AGE, "countBeforeYears", "birthday from which service does not count any more",
            "满多少岁起的服务不再计入"),

    PER_SESSION(Part.CAPS, "minutesPerSession", "of one session", "每次服务"),
    PER_DAY(Part.CAPS, "minutesPerDay", "of one day", "每天"),
    PER_MONTH(Part.CAPS, "minutesPerMonth", "of one calendar month", "每个自然月"),

    SUBJECT(Part.BAND, "subject",
            "`person` (when absent), `team`, `organization`, `project`, `family-or-group`",
            "`person`（个人，不写即此）、`team`（团队）、`organization`（组织）、`project`（项目）、`family-or-group`（家庭或小组）"),
    FROM_AGE(Part.BAND, "fromAge", "youngest age in years, included", "最小年龄（含）"),
    TO_AGE(Part.BAND, "toAge", "oldest age in years, included", "最大年龄（含）"),
    LEVELS(Part.BAND, "levels", "levels in rising order; each asks for all of the one before, and more",
            "由低到高的等级；每级须包含前一级的全部条件并更高"),

    LEVEL_ID(Part.LEVEL, "id", "name of the level", "等级编号"),
    LEVEL_TITLE(Part.LEVEL, "title", "its name in both languages", "中英文名称"),
    HOURS(Part.LEVEL, "hours", "whole hours, reached at exactly so many (R21)", "整小时数，达到即算（R21）"),
    MINUTES(Part.LEVEL, "minutes", "instead of `hours`: whole minutes", "代替 `hours`：整分钟数"),
    DISTINCT_MONTHS(Part.LEVEL, "distinctMonths", "calendar months with service", "有服务的自然月数"),
    CONSECUTIVE_MONTHS(Part.LEVEL, "consecutiveMonths", "calendar months with service in a row", "连续有服务的自然月数"),
    TENURE_MONTHS(Part.LEVEL, "tenureMonths", "whole months since registration, or since the window began if later",
            "注册（或统计期间开始，取晚者）以来的整月数"),
    SESSIONS(Part.LEVEL, "sessions", "sessions of service", "服务次数"),
    LEVEL_YEARS(Part.LEVEL, "years", "calendar years that meet a minimum", "达到最低要求的自然年"),
    TRAINING_HOURS(Part.LEVEL, "trainingHours", "hours of training, which are never service", "培训小时数，不算服务"),
    RATING_PERCENT(Part.LEVEL, "ratingPercent", "average rating in percent of the best", "平均评价，占满分的百分比"),
    OWN_HONOURS(Part.LEVEL, "ownHonours",
            "honours in the record that the recording organizations awarded themselves, up to the day asked",
            "记录中由记录单位自己授予的荣誉数，截至查询日"),
    GOVERNMENT_HONOURS(Part.LEVEL, "governmentHonours",
            "honours in the record of governments of county level or above, up to the day asked",
            "记录中县级以上政府授予的荣誉数，截至查询日"),
    OTHER_HONOURS(Part.LEVEL, "otherHonours", "honours in the record of other bodies, up to the day asked",
            "记录中其他单位授予的荣誉数，截至查询日"),
    NO_OPEN_COMPLAINT(Part.LEVEL, "noOpenComplaint", "`true`: no complaint is open on the day asked",
            "写 `true` 则查询日须没有未办结的投诉"),
    HONOURS(Part.LEVEL, "honours", "levels to be held first, a list of `scheme/level`", "须先获得的等级，形如 `方案/等级` 的列表"),
    LEVEL_FROM_AGE(Part.LEVEL, "fromAge", "age from which service counts for this level", "满多少岁起的服务才计入本级"),
    LEVEL_APPROVAL(Part.LEVEL, "approval", "instead of the scheme's", "代替方案的同名字段"),
    LEVEL_APPROVER(Part.LEVEL, "approver", "instead of the scheme's", "代替方案的同名字段"),

    YEAR_COUNT(Part.YEARS, "count", "how many years", "多少年"),
    YEAR_HOURS(Part.YEARS, "hours", "whole hours that each of them needs", "每年至少的整小时数"),
    YEAR_CONSECUTIVE(Part.YEARS, "consecutive", "`true`: in a row", "写 `true` 则须连续");

    /** The part of a document in which a field stands. */
    public enum Part {
        SCHEME(""),
        TITLE("title."),
        WINDOW("window."),
        AGE("age."),
        CAPS("caps."),
        BAND("bands[]."),
        LEVEL("bands[].levels[]."),
        YEARS("bands[].levels[].years.");

        private final String path;

        Part(String path) {
            this.path = path;
        }

        List<String> keys() {
            return Arrays.stream(SchemeField.values())
                    .filter(field -> field.part == this)
                    .map(field -> field.key)
                    .toList();
        }
    }

    private final Part part;
    private final String key;
    private final String en;
    private final String zh;

    SchemeField(Part part, String key, String en, String zh) {
        this.part = part;
        this.key = key;
        this.en = en;
        this.zh = zh;
    }

    /** Where it stands in a document, for example {@code window.kind}. */
    public String path() {
        return part.path + key;
    }

    public String en() {
        return en;
    }

    public String zh() {
        return zh;
    }
}
