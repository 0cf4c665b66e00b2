package ledger.api.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook to fill in: text cells, lists to choose from, one row as an example that is skipped when it comes back,
 * and a sheet of explanations in both languages.
 */
public enum RosterTemplate {
    SESSIONS(
            List.of(
                    Column.VOLUNTEER_NUMBER, Column.NAME, Column.DOCUMENT_TYPE, Column.DOCUMENT_NUMBER,
                    Column.ACTIVITY_NAME, Column.SERVED_ON, Column.START, Column.END, Column.BREAK, Column.HOURS,
                    Column.PLACE, Column.CONTENT, Column.CATEGORY, Column.ORGANIZATION, Column.PERSON_IN_CHARGE,
                    Column.RECORDER, Column.EVIDENCE, Column.ORGANIZER, Column.CONTRACTED, Column.STATION_CODE,
                    Column.GRID_CODE, Column.SOURCE_SYSTEM, Column.SOURCE_RECORD, Column.REMARK),
            Set.of(
                    Column.VOLUNTEER_NUMBER, Column.NAME, Column.DOCUMENT_NUMBER, Column.ACTIVITY_NAME,
                    Column.SERVED_ON, Column.START, Column.END, Column.PLACE, Column.CONTENT, Column.ORGANIZATION,
                    Column.PERSON_IN_CHARGE)),
    /** 荣誉时数 by document number (F5.4): a date and a value. */
    HONOUR_BY_DOCUMENT(
            List.of(
                    Column.NAME, Column.DOCUMENT_TYPE, Column.DOCUMENT_NUMBER, Column.ACTIVITY_NAME, Column.SERVED_ON,
                    Column.HOURS, Column.PLACE, Column.REMARK),
            Set.of(Column.NAME, Column.DOCUMENT_NUMBER, Column.ACTIVITY_NAME, Column.SERVED_ON, Column.HOURS)),
    /** 荣誉时数 by volunteer number. */
    HONOUR_BY_NUMBER(
            List.of(
                    Column.VOLUNTEER_NUMBER, Column.NAME, Column.ACTIVITY_NAME, Column.SERVED_ON, Column.HOURS,
                    Column.PLACE, Column.REMARK),
            Set.of(Column.VOLUNTEER_NUMBER, Column.NAME, Column.ACTIVITY_NAME, Column.SERVED_ON, Column.HOURS));

    /** The categories in use (F7.1). */
    private static final List<String> CATEGORIES = List.of(
            "社区服务", "扶贫减贫", "支教助学", "卫生健康", "法律服务", "环境保护", "科技科普", "文化艺术", "平安综治", "文明风尚",
            "交通引导", "志愿消防", "应急救援", "禁毒宣传", "体育健身", "旅游服务", "关爱特殊群体", "大型活动", "海外志愿服务",
            "税收服务", "疫情防控", "其他");

    private static final String EXAMPLE_ZH = "示例行：仅供参考，提交时自动跳过";
    private static final String EXAMPLE_EN = "Example row: for reference only, skipped when sent";

    /** Rows with lists to choose from. */
    private static final int ROWS = 5_000;

    private static final double WIDTH = 18;

    private final List<Column> columns;
    private final Set<Column> required;

    RosterTemplate(List<Column> columns, Set<Column> required) {
        this.columns = columns;
        this.required = required;
    }

    /** Whether a row is the example of a template, sent along. */
    static boolean isExample(Row row) {
        return row.text(Column.REMARK).filter(text -> text.equals(EXAMPLE_ZH) || text.equals(EXAMPLE_EN)).isPresent();
    }

    public List<Column> columns() {
        return columns;
    }

    public void write(OutputStream out, Locale language) throws IOException {
        boolean chinese = language.getLanguage().equals("zh");
        try (Workbook workbook = new Workbook(out, "hour-ledger", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(chinese ? "服务记录" : "Sessions");
            int header = this == SESSIONS ? 0 : titles(sheet, chinese);
            for (int i = 0; i < columns.size(); i++) {
                sheet.style(i).format("@").set();
                sheet.width(i, WIDTH);
                String label = columns.get(i).label(language);
                sheet.value(header, i, required.contains(columns.get(i)) ? label + "*" : label);
                sheet.style(header, i).bold().fillColor("DDEEE6").format("@").set();
            }
            example(sheet, header + 1, chinese);
            sheet.freezePane(0, header + 1);
            Worksheet notes = workbook.newWorksheet(chinese ? "填写说明" : "Notes");
            explain(notes);
            lists(workbook, sheet, header + 1, language);
        }
    }

    private int titles(Worksheet sheet, boolean chinese) {
        String by = this == HONOUR_BY_DOCUMENT
                ? chinese ? "（证件号码）" : " (by document number)"
                : chinese ? "（志愿者编号）" : " (by volunteer number)";
        sheet.value(0, 0, (chinese ? "荣誉时数导入模板" : "Honour hours template") + by);
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, chinese
                ? "说明：第3行为表头，请勿修改；所有单元格为文本格式；服务时长单位为小时。"
                : "Row 3 holds the headings, please leave them; all cells are text; the unit is the hour.");
        return 2;
    }

    private void example(Worksheet sheet, int row, boolean chinese) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.VOLUNTEER_NUMBER, "3307990007009999");
        cells.put(Column.NAME, chinese ? "张三" : "Zhang San");
        cells.put(Column.DOCUMENT_TYPE, "居民身份证");
        cells.put(Column.DOCUMENT_NUMBER, "330799199001010000");
        cells.put(Column.ACTIVITY_NAME, chinese ? "文明劝导" : "Road safety");
        cells.put(Column.SERVED_ON, "2026-03-05");
        cells.put(Column.START, "09:00");
        cells.put(Column.END, "11:30");
        cells.put(Column.BREAK, "0");
        cells.put(Column.HOURS, "2.5");
        cells.put(Column.PLACE, chinese ? "望江路口" : "Wangjiang Road");
        cells.put(Column.CONTENT, chinese ? "引导行人过街" : "Guiding people across");
        cells.put(Column.CATEGORY, "交通引导");
        cells.put(Column.ORGANIZATION, chinese ? "本组织的名称或代码" : "Name or code of the organization");
        cells.put(Column.PERSON_IN_CHARGE, chinese ? "李四" : "Li Si");
        cells.put(Column.RECORDER, chinese ? "王五" : "Wang Wu");
        cells.put(Column.REMARK, chinese ? EXAMPLE_ZH : EXAMPLE_EN);
        for (int i = 0; i < columns.size(); i++) {
            String text = cells.get(columns.get(i));
            if (text != null) {
                sheet.value(row, i, text);
                sheet.style(row, i).italic().fontColor("808080").format("@").set();
            }
        }
    }

    private void lists(Workbook workbook, Worksheet sheet, int firstRow, Locale language) {
        Worksheet lists = workbook.newWorksheet("lists");
        lists.setVisibilityState(VisibilityState.HIDDEN);
        boolean chinese = language.getLanguage().equals("zh");
        Map<Column, List<String>> choices = new EnumMap<>(Column.class);
        choices.put(Column.CATEGORY, CATEGORIES);
        choices.put(Column.EVIDENCE, EvidenceNames.all(language));
        choices.put(Column.CONTRACTED, chinese ? List.of("是", "否") : List.of("yes", "no"));
        int at = 0;
        for (Map.Entry<Column, List<String>> choice : choices.entrySet()) {
            int column = columns.indexOf(choice.getKey());
            if (column < 0) {
                continue;
            }
            List<String> values = choice.getValue();
            for (int i = 0; i < values.size(); i++) {
                lists.value(i, at, values.get(i));
            }
            sheet.range(firstRow, column, firstRow + ROWS, column)
                    .validateWithList(lists.range(0, at, values.size() - 1, at));
            at++;
        }
    }

    private void explain(Worksheet notes) {
        String[] lines = {
            "带 * 的列必须填写。Columns marked * must be filled in.",
            "所有单元格请保持文本格式，长号码才不会丢失末几位。Keep all cells as text, or long numbers lose their last digits.",
            "一行写一次服务；往返、用餐和休息不计入时长。One row for one session; travel, meals and rest do not count.",
            "日期写作 2026-03-05，时间写作 09:00；跨过零点的结束时间写作“次日01:30”。"
                    + "Dates like 2026-03-05, times like 09:00; an end after midnight like \"next day 01:30\".",
            "时长可写 1.5、1:30 或 90分钟，须与起止时间减去休息相符。"
                    + "Hours like 1.5, 1:30 or 90 minutes; they must match start to end less the break.",
            "来源编号相同的记录只登记一次，重复提交不会重复计算。"
                    + "Rows with the same source record count once, however often they are sent.",
            "不要使用公式；单元格里的公式会使该行被退回。No formulas: a row with one is refused.",
            "灰色的示例行提交时自动跳过，也可以删去。The grey example row is skipped; you may delete it."
        };
        notes.width(0, 120);
        for (int i = 0; i < lines.length; i++) {
            notes.value(i, 0, lines[i]);
        }
    }
}
