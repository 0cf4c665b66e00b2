package ledger.api.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a roster or register means, under the names that people and systems give it. */
public enum Column {
    VOLUNTEER_NUMBER("volunteerNumber", "志愿者编号", "volunteer number", "志愿者编码", "志愿者号", "vcode"),
    NAME("name", "姓名", "name", "志愿者姓名"),
    DOCUMENT_TYPE("documentType", "证件类型", "document type"),
    DOCUMENT_NUMBER("documentNumber", "证件号码", "document number", "身份证号", "身份证号码", "idcard"),
    BORN_ON("bornOn", "出生日期", "date of birth"),
    SEX("sex", "性别", "sex"),
    REGISTERED_ON("registeredOn", "注册日期", "registered on"),
    GUARDIAN_CONSENT("guardianConsent", "监护人同意", "guardian consent"),
    ACTIVITY_NAME("activityName", "活动名称", "activity name", "activity"),
    ACTIVITY_CODE("activityCode", "活动编号", "activity code"),
    CATEGORY("category", "服务类别", "category"),
    CONTENT("content", "服务内容", "content"),
    PLACE("place", "服务地点", "place", "address"),
    ORGANIZATION("organization", "活动组织单位", "organization", "组织单位", "记录单位"),
    ORGANIZER("organizer", "主办单位", "organizer"),
    CONTRACTED("contracted", "受委托", "contracted"),
    PERSON_IN_CHARGE("personInCharge", "活动负责人", "person in charge", "负责人"),
    RECORDER("recorder", "记录人", "recorder"),
    SERVED_ON("servedOn", "服务日期", "service date", "日期", "date"),
    START("start", "开始时间", "start"),
    END("end", "结束时间", "end"),
    SERVED_FROM("servedFrom", "开始时刻", "served from", "signInTime"),
    SERVED_TO("servedTo", "结束时刻", "served to", "signOutTime"),
    BREAK("breakMinutes", "休息(分钟)", "break (minutes)", "休息"),
    MEAL("mealMinutes", "用餐(分钟)", "meal (minutes)", "用餐"),
    TRAVEL("travelMinutes", "往返(分钟)", "travel (minutes)", "往返"),
    HOURS("hours", "服务时长(小时)", "hours", "服务时长", "value"),
    EVIDENCE("evidence", "证据等级", "evidence grade"),
    SOURCE_SYSTEM("sourceSystem", "来源系统", "source system"),
    SOURCE_RECORD("sourceRecord", "来源编号", "source record"),
    REMARK("remark", "备注", "remark"),
    CODE("code", "组织编码", "code"),
    ORGANIZATION_NAME("organizationName", "组织名称", "organization name"),
    KIND("kind", "组织类型", "kind"),
    PARENT("parent", "上级组织", "parent"),
    GRID_CODE("gridCode", "网格编码", "grid code", "网格编号"),
    GRID_NAME("gridName", "网格名称", "grid name"),
    STATION_CODE("stationCode", "站点编码", "station code", "站点编号"),
    STATION_NAME("stationName", "站点名称", "station name"),
    VENUE_TYPE("venueType", "场所类型", "venue type"),
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

    /** The column that a header names; full-width signs, blanks and case do not matter. */
    public static Optional<Column> named(String header) {
        return Optional.ofNullable(BY_NAME.get(normalized(header)));
    }

    /** The label of a field that a refusal names. */
    public static String labelOf(String field, Locale language) {
        return named(field).map(column -> column.label(language)).orElse(field);
    }

    private static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace("\uFEFF", "")
                .replaceAll("[\\s_*]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
