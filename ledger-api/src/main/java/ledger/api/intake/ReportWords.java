package ledger.api.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import ledger.api.intake.RosterReport.Answer;

/**
 * The words of a report in one language.
 *
 * @param columns headers of the columns that a report adds; no layout of ours has any of them, so a report can be sent
 */
record ReportWords(String language, List<String> columns, Map<String, String> verdicts, String unanswered) {

    private static final ReportWords CHINESE = new ReportWords(
            "zh",
            List.of("账本处理结果", "账本原因代码", "账本原因", "账本修改建议"),
            Map.of("accepted", "接受", "held", "待处理", "refused", "拒绝", "duplicate", "重复"),
            "未处理");

    private static final ReportWords ENGLISH = new ReportWords(
            "en",
            List.of("ledger verdict", "ledger code", "ledger reason", "ledger advice"),
            Map.of("accepted", "accepted", "held", "held", "refused", "refused", "duplicate", "duplicate"),
            "not answered");

    static ReportWords in(Locale language) {
        return language.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** Whether a header is of a report, in whatever language. */
    static boolean isOfAReport(String header) {
        return CHINESE.columns().contains(header.strip()) || ENGLISH.columns().contains(header.strip());
    }

    /** @param line a verdict as it was kept */
    Answer answer(JsonNode line) {
        String verdict = line.path("verdict").asString("");
        String column = line.path(language.equals("zh") ? "columnZh" : "columnEn").asString("");
        String title = line.path(language).path("title").asString("");
        boolean named = column.isEmpty() || title.contains(column);
        return new Answer(
                verdicts.getOrDefault(verdict, verdict),
                line.path("code").asString(""),
                named ? title : column + (language.equals("zh") ? "：" : ": ") + title,
                line.path(language).path("advice").asString(""));
    }
}
