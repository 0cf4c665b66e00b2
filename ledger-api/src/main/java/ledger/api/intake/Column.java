package ledger.api.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column of a roster or register means, under the names that people and systems give it. */
public enum Column {
    VOLUNTEER_NUMBER("volunteerNumber", "志愿者编号", "volunteer number",
            "志愿者编码", "志愿者号", "志愿者号码", "志愿者ID", "志愿者代码", "志愿者注册号", "志愿者证号", "注册编号", "注册号",
            "volunteer no", "volunteer no.", "volunteer id", "vcode"),
    NAME("name", "姓名", "name",
            "志愿者姓名", "志愿者名称", "志愿者", "真实姓名", "人员姓名", "full name", "volunteer name", "volunteer"),
    DOCUMENT_TYPE("documentType", "证件类型", "document type", "证件类别", "证件种类", "证件名称", "id type", "idcardtype"),
    DOCUMENT_NUMBER("documentNumber", "证件号码", "document number",
            "证件号", "证件编号", "身份证号", "身份证号码", "身份证", "居民身份证号", "居民身份证号码", "公民身份号码", "身份证件号码",
            "id number", "id card", "id card number", "id no", "document no", "idcard"),
    BORN_ON("bornOn", "出生日期", "date of birth", "出生年月日", "生日", "birth date", "birthday"),
    SEX("sex", "性别", "sex", "gender"),
    REGISTERED_ON("registeredOn", "注册日期", "registered on", "注册时间", "登记日期", "registration date"),
    GUARDIAN_CONSENT("guardianConsent", "监护人同意", "guardian consent", "监护人是否同意"),
    ACTIVITY_NAME("activityName", "活动名称", "activity name",
            "活动", "活动名", "项目名称", "项目", "志愿服务项目", "志愿项目名称", "服务项目", "活动主题", "活动标题", "岗位名称",
            "activity", "activity title", "project", "project name", "event", "event name"),
    ACTIVITY_CODE("activityCode", "活动编号", "activity code", "活动编码", "项目编号", "项目编码", "活动ID", "项目ID",
            "activity id", "project code", "project id"),
    CATEGORY("category", "服务类别", "category", "服务类型", "服务领域", "服务分类", "活动类别", "活动类型", "项目类别", "项目类型",
            "service category", "service type", "activity type"),
    CONTENT("content", "服务内容", "content", "活动内容", "服务描述", "服务事项", "工作内容", "内容",
            "service content", "description"),
    PLACE("place", "服务地点", "place", "活动地点", "地点", "服务地址", "活动地址", "地址", "服务场所",
            "address", "location", "venue"),
    ORGANIZATION("organization", "活动组织单位", "organization",
            "组织单位", "记录单位", "单位", "单位名称", "所属组织", "所属单位", "所属团队", "服务组织", "志愿服务组织", "服务单位",
            "发起组织", "发布组织", "活动组织", "活动单位", "服务队", "团体名称", "organisation", "recording organization",
            "team"),
    ORGANIZER("organizer", "主办单位", "organizer", "主办方", "承办单位", "organiser"),
    CONTRACTED("contracted", "受委托", "contracted", "是否受委托"),
    PERSON_IN_CHARGE("personInCharge", "活动负责人", "person in charge",
            "负责人", "活动联系人", "项目负责人", "负责人姓名", "leader"),
    RECORDER("recorder", "记录人", "recorder", "记录员", "录入人", "登记人", "填报人", "recorded by"),
    SERVED_ON("servedOn", "服务日期", "service date", "日期", "活动日期", "服务时间(日期)", "参加日期", "服务日", "活动日",
            "date", "activity date", "day"),
    START("start", "开始时间", "start", "服务开始时间", "活动开始时间", "起始时间", "上岗时间", "签到", "起",
            "start time", "begin", "time in", "from"),
    END("end", "结束时间", "end", "服务结束时间", "活动结束时间", "终止时间", "截止时间", "离岗时间", "签退", "止",
            "end time", "finish", "time out", "to"),
    SERVED_FROM("servedFrom", "开始时刻", "served from", "签到时间", "signInTime", "check in", "check-in time"),
    SERVED_TO("servedTo", "结束时刻", "served to", "签退时间", "signOutTime", "check out", "check-out time"),
    BREAK("breakMinutes", "休息(分钟)", "break (minutes)", "休息", "休息时间", "休息时长", "break", "break minutes"),
    MEAL("mealMinutes", "用餐(分钟)", "meal (minutes)", "用餐", "用餐时间", "meal"),
    TRAVEL("travelMinutes", "往返(分钟)", "travel (minutes)", "往返", "路程", "交通时间", "travel"),
    HOURS("hours", "服务时长(小时)", "hours",
            "服务时长", "时长", "服务小时数", "小时数", "小时", "服务小时", "志愿时长", "志愿服务时长", "时数", "服务时数", "荣誉时数",
            "信用时数", "认定时长", "工时", "service hours", "duration", "value"),
    SERVED_MINUTES("servedMinutes", "服务时长(分钟)", "minutes",
            "服务分钟数", "分钟数", "服务分钟", "时长分钟", "service minutes", "duration (minutes)"),
    EVIDENCE("evidence", "证据等级", "evidence grade", "记录方式", "证明方式", "grade"),
    SOURCE_SYSTEM("sourceSystem", "来源系统", "source system", "来源平台", "数据来源", "来源"),
    SOURCE_RECORD("sourceRecord", "来源编号", "source record", "记录编号", "流水号", "来源记录", "记录ID", "record id",
            "source id"),
    REMARK("remark", "备注", "remark", "说明", "备注说明", "remarks", "note", "notes", "comment"),
    CODE("code", "组织编码", "code", "组织代码", "组织编号", "统一社会信用代码"),
    ORGANIZATION_NAME("organizationName", "组织名称", "organization name"),
    KIND("kind", "组织类型", "kind", "组织类别"),
    PARENT("parent", "上级组织", "parent", "上级单位", "上级组织编码", "parentCode"),
    GRID_CODE("gridCode", "网格编码", "grid code", "网格编号"),
    GRID_NAME("gridName", "网格名称", "grid name"),
    STATION_CODE("stationCode", "站点编码", "station code", "站点编号"),
    STATION_NAME("stationName", "站点名称", "station name"),
    DISTRICT("district", "区县", "district", "所属区县", "所在区县", "行政区", "county"),
    VENUE_TYPE("venueType", "场所类型", "venue type"),
    OPENED_ON("openedOn", "开设日期", "opened on", "成立日期", "启用日期"),
    RUN_BY("runBy", "运营组织", "run by"),
    QUALIFICATION_KIND("qualificationKind", "资格类型", "qualification kind"),
    QUALIFICATION_CODE("qualificationCode", "资格代码", "qualification code"),
    CONSENT_KIND("consentKind", "同意事项", "consent kind"),
    CONSENT_SCOPE("scope", "同意范围", "scope"),
    SCOPE_VALUE("scopeValue", "范围对象", "scope value"),
    GIVER("giver", "同意人", "given by"),
    GUARDIAN_NAME("guardianName", "监护人姓名", "guardian name"),
    VALID_FROM("validFrom", "有效期起", "valid from", "生效日期"),
    VALID_TO("validTo", "有效期止", "valid to", "失效日期"),
    HELD_EVIDENCE("heldEvidence", "证明材料", "evidence held");

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    /** A unit or hint behind a name: (小时), [24h], 【必填】. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[【〔<].*?[)\\]】〕>]");

    private static final Pattern MINUTES = Pattern.compile("分钟|分|minutes?|mins?");
    private static final Pattern HOURS_UNIT = Pattern.compile("小时|时|hours?|hrs?|h");

    /** Numbers of lines: nothing that anybody misses. */
    private static final Set<String> COUNTERS = Set.of("序号", "编号", "no", "no.", "#", "行号");

    static {
        for (Column column : values()) {
            column.names().forEach(name -> BY_NAME.putIfAbsent(normalized(name), column));
        }
    }

    private final String wire;
    private final String zh;
    private final String en;
    private final List<String> aliases;

    Column(String wire, String zh, String en, String... aliases) {
        this.wire = wire;
        this.zh = zh;
        this.en = en;
        this.aliases = List.of(aliases);
    }

    /** The field's name in JSON and in refusals. */
    public String wire() {
        return wire;
    }

    public String label(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }

    private List<String> names() {
        return java.util.stream.Stream.concat(List.of(wire, zh, en).stream(), aliases.stream()).toList();
    }

    /** The column that a header names; full-width signs, blanks, case, asterisks and units in brackets do not matter. */
    public static Optional<Column> named(String header) {
        if (header.length() > 200) {
            return Optional.empty();
        }
        String name = normalized(header);
        Column exact = BY_NAME.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        Matcher brackets = IN_BRACKETS.matcher(name);
        return brackets.find()
                ? Optional.ofNullable(BY_NAME.get(IN_BRACKETS.matcher(name).replaceAll("")))
                        .flatMap(column -> column.in(brackets.group().replaceAll("[^\\p{L}]", "")))
                : Optional.empty();
    }

    /** The column for a unit: hours given in minutes are another column, and breaks are told in minutes only. */
    private Optional<Column> in(String unit) {
        return switch (this) {
            case HOURS -> Optional.of(MINUTES.matcher(unit).matches() ? SERVED_MINUTES : HOURS);
            case SERVED_MINUTES, BREAK -> HOURS_UNIT.matcher(unit).matches() ? Optional.empty() : Optional.of(this);
            default -> Optional.of(this);
        };
    }

    /** Whether a header only numbers the lines. */
    static boolean isCounter(String header) {
        return COUNTERS.contains(normalized(header));
    }

    /** The label of a field that a refusal names. */
    public static String labelOf(String field, Locale language) {
        return named(field).map(column -> column.label(language)).orElse(field);
    }

    private static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s_*\\uFEFF\\u200B:]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
