package ledger.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sessions written as the files that organizations send: a roster of rows, or a kiosk's feed. */
final class SampleRosters {

    static final List<String> HEADER = List.of(
            "志愿者编号", "姓名", "证件类型", "证件号码", "活动名称", "服务日期", "开始时间", "结束时间", "休息(分钟)",
            "服务时长(小时)", "服务地点", "服务内容", "服务类别", "活动组织单位", "活动负责人", "记录人", "来源系统", "来源编号", "备注");
    static final Charset GB18030 = Charset.forName("GB18030");
    static final DateTimeFormatter ISO_DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    /** How a spreadsheet on a Chinese desk writes a day. */
    static final DateTimeFormatter DESK_DAY = DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final ZoneOffset CITY = ZoneOffset.ofHours(8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SampleRosters() {}

    static List<String> row(SampleSession session, DateTimeFormatter day) {
        SampleVolunteer person = session.volunteer();
        return List.of(
                person.number(), person.name(), "居民身份证", person.documentNumber(), session.activity().name(),
                session.servedOn().format(day), session.from().format(CLOCK), session.to().format(CLOCK),
                Integer.toString(session.breakMinutes()), statedHours(session.minutes()), session.place(),
                session.activity().content(), session.activity().category(), session.organization().name(),
                session.activity().personInCharge(), session.organization().recorder(), session.sourceSystem(),
                session.sourceRecord(), session.remark());
    }

    /** A roster with its header; with a byte order mark where it is UTF-8. */
    static byte[] csv(List<List<String>> rows, Charset charset) {
        String mark = charset.equals(StandardCharsets.UTF_8) ? "\uFEFF" : "";
        return rows.stream()
                .map(SampleRosters::line)
                .collect(Collectors.joining("", mark + line(HEADER), ""))
                .getBytes(charset);
    }

    /** A feed of sessions that a machine timed, one JSON object to a line. */
    static byte[] ndjson(List<SampleSession> sessions) {
        return sessions.stream()
                .map(session -> JSON.writeValueAsString(object(session)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode object(SampleSession session) {
        ObjectNode object = JSON.createObjectNode();
        object.put("sourceSystem", session.sourceSystem());
        object.put("sourceRecord", session.sourceRecord());
        object.put("volunteerNumber", session.volunteer().number());
        object.put("organization", session.organization().code());
        object.putObject("activity")
                .put("code", activityCode(session))
                .put("name", session.activity().name())
                .put("category", session.activity().category())
                .put("content", session.activity().content())
                .put("personInCharge", session.activity().personInCharge());
        object.put("place", session.place());
        object.put("servedFrom", session.from().atOffset(CITY).format(MOMENT));
        object.put("servedTo", session.to().atOffset(CITY).format(MOMENT));
        object.put("breakMinutes", session.breakMinutes());
        object.put("evidence", "SYSTEM_TIMED");
        object.put("recorder", session.organization().recorder());
        return object;
    }

    /** One code for what an organization does on one day. */
    private static String activityCode(SampleSession session) {
        return "%s-%s-%d".formatted(
                session.organization().code(), session.servedOn().format(DateTimeFormatter.BASIC_ISO_DATE),
                session.organization().activities().indexOf(session.activity()) + 1);
    }

    /** Hours with at most two decimals, cut where they would need more: 320 minutes are written 5.33. */
    private static String statedHours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
