package ledger.api.door;

import ledger.projections.figure.Dimension;

/** What figures are called and how they are counted, in both languages (R31). */
enum FigureWords {
    REGISTERED("已登记", "registered",
            "期末已登记、未注销、未并入其他编号的志愿者数；全市口径",
            "volunteers registered at the end of the period, neither withdrawn nor merged into another number; "
                    + "of the whole city"),
    ACTIVE("活跃", "active",
            "服务日期在期内、证据等级为所选等级的已认定记录至少一条的志愿者数",
            "volunteers with at least one certified entry of the chosen grades whose day of service is in the period"),
    ACTIVITY_RATE("活跃度", "activity-rate",
            "活跃 ÷ 已登记 × 100%，保留两位小数；全市口径",
            "active / registered in percent, rounded to two decimals; of the whole city"),
    PERSON_TIMES("人次", "person-times",
            "已认定记录的条数，一名志愿者一次服务计一人次",
            "certified entries: one for each volunteer and session"),
    PERSONS("人数", "persons",
            "至少有一条已认定记录的志愿者数，同一人只计一次",
            "volunteers with at least one certified entry, each counted once"),
    MINUTES("分钟", "minutes",
            "已认定记录的服务分钟之和，不取整",
            "sum of the certified minutes of service, not rounded"),
    GRID_COVERAGE("网格覆盖", "grid-coverage",
            "期内至少有一人次已认定服务的网格数 ÷ 全部网格数；已并入的网格按并入后的网格计",
            "grids with at least one certified session in the period / all grids; "
                    + "merged ones count as what took them in"),
    STATION_COVERAGE("站点覆盖", "station-coverage",
            "期内至少有一人次已认定服务的站点数 ÷ 期内开放或有服务的站点数",
            "stations with at least one certified session in the period / "
                    + "stations open in the period or with service in it");

    /** How a figure is counted. */
    record Formula(String zh, String en) {}

    private final String zh;
    private final String wire;
    private final Formula formula;

    FigureWords(String zh, String wire, String inChinese, String inEnglish) {
        this.zh = zh;
        this.wire = wire;
        this.formula = new Formula(inChinese, inEnglish);
    }

    String wire() {
        return wire;
    }

    Formula formula() {
        return formula;
    }

    /** Heading of a column, in both languages. */
    String heading() {
        return zh + " " + wire;
    }

    /** How it is counted, in both languages. */
    String counted() {
        return formula.zh() + " " + formula.en();
    }

    /** What a dimension is called, in both languages. */
    static String heading(Dimension by) {
        return switch (by) {
            case ORGANIZATION -> "组织 organization";
            case CATEGORY -> "类别 category";
            case EVIDENCE -> "证据等级 evidence";
            case STATION -> "站点 station";
            case GRID -> "网格 grid";
            case DISTRICT -> "区县 district";
            case YEAR -> "年 year";
            case MONTH -> "月 month";
            case DAY -> "日 day";
            case VOLUNTEER -> "志愿者 volunteer";
        };
    }
}
