package ledger.api.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The organizations of the sample city: one authority, two streets, and the bodies below them. */
final class SampleOrganizations {

    /** Code, name, kind, parent, recorder. */
    private static final String BODIES = """
            JZ-001|婺泽市志愿服务促进中心|authority||计知微
            JZ-002|澄湾街道志愿服务中心|community|JZ-001|娄清和
            JZ-003|芦汀街道志愿服务中心|community|JZ-001|殷正平
            JZ-004|梅坞里社区暖邻志愿站|station|JZ-002|鲍秋霞
            JZ-005|婺泽市第三医院银铃义诊队|team|JZ-002|葛思齐
            JZ-006|澄湾中学青苗志愿队|team|JZ-002|骆文博
            JZ-007|澄湾河道守望队|team|JZ-002|竺长青
            JZ-008|婺泽光桥助残服务协会|volunteer-organization|JZ-002|阮若兰
            JZ-009|澄湾税务明白账驿站|station|JZ-002|项立言
            JZ-010|芦汀养老服务驿站|station|JZ-003|封玉珍
            JZ-011|婺泽职业技术学院青年志愿团|team|JZ-003|柯晓阳
            JZ-012|婺泽铁砧应急救援协会|volunteer-organization|JZ-003|雷向东
            JZ-013|婺泽客运东站暖心服务岗|station|JZ-003|屠佳慧
            JZ-014|青檐阅读推广协会|volunteer-organization|JZ-003|蒲静姝
            """;

    /** Code, activity, category, person in charge, places, content. */
    private static final String ACTIVITIES = """
            JZ-002|文明路口劝导|文明风尚|伍建明|澄湾大道路口、澄湾文化广场路口|在路口劝导行人和电动车守规矩、戴头盔
            JZ-002|便民大厅导办|社区服务|伍建明|澄湾街道便民大厅|引导居民取号、帮填表格、复印材料
            JZ-003|老街环境整治|环境保护|甘丽华|芦汀老街|清理老街小广告、捡拾烟头、摆正共享单车
            JZ-003|垃圾分类入户宣传|环境保护|甘丽华|芦汀新村、芦汀老街|逐户讲解分类办法、发放分类手册、检查投放点
            JZ-004|独居老人探访|关爱特殊群体|尤春梅|梅坞里一区、梅坞里二区|上门陪独居老人聊天、打扫房间、检查燃气
            JZ-004|社区食堂帮厨|社区服务|尤春梅|梅坞里社区食堂|择菜洗碗、给行动不便的老人送餐上门
            JZ-005|老年人义诊|卫生健康|滕书远|澄湾文化广场、梅坞里社区活动室|为老年人测血压、测血糖、讲解用药
            JZ-005|门诊导医陪诊|卫生健康|滕书远|第三医院门诊大厅|帮助病人挂号取药、推轮椅、陪同检查
            JZ-006|课后作业陪伴|支教助学|宣雅文|梅坞里社区活动室|陪低年级学生写作业、讲错题、一起整理书包
            JZ-006|图书室整理|文化艺术|宣雅文|澄湾中学图书室|给新书贴标签上架、修补旧书、登记借阅
            JZ-007|河道巡查清洁|环境保护|沃海涛|澄湾河三号闸、澄湾河步道|沿河巡查排口、打捞漂浮物、记录水色水味
            JZ-007|护水宣传|环境保护|沃海涛|澄湾河步道|向游客和钓友讲解护水知识、发放宣传页
            JZ-008|视障人士出行陪伴|关爱特殊群体|费明珠|光桥助残之家|陪视障人士买菜就医、讲解周围环境
            JZ-008|手语学习角|关爱特殊群体|费明珠|光桥助残之家、澄湾康复中心|陪听障青年练习面试、教邻居日常手语
            JZ-009|办税咨询|税收服务|蓝亦凡|澄湾办税服务厅|帮纳税人登录电子税务局、讲解个税汇算、核对材料
            JZ-009|商户税法宣讲|税收服务|蓝亦凡|澄湾小商品市场|到市场逐户讲解开票规定、解答小商户疑问
            JZ-010|养老院陪护|关爱特殊群体|祁兰英|芦汀养老院|给老人读报理发、陪做手指操、协助喂饭
            JZ-010|智能手机教学|科技科普|祁兰英|芦汀日间照料中心|教老人视频通话、网上挂号、识别诈骗短信
            JZ-011|体育赛事服务|大型活动|郝一帆|婺泽职院体育馆、芦汀滨江跑道|发放参赛包、看管存衣、在补给点递水
            JZ-011|科技馆讲解|科技科普|郝一帆|芦汀科技馆|给小学生讲解展品、带做小实验、维持秩序
            JZ-012|防溺水巡查|应急救援|关铁山|芦汀渡口、铁砧山水库|在渡口和水库边巡查、检查救生圈、劝离野泳者
            JZ-012|急救技能普及|应急救援|关铁山|铁砧山游客中心、芦汀工业园|到企业和小区教心肺复苏、止血包扎
            JZ-013|候车厅引导|交通引导|解玉成|客运东站候车厅|指引旅客购票进站、帮提行李、照看老弱旅客
            JZ-013|重点旅客帮扶|交通引导|解玉成|客运东站广场、客运东站候车厅|给带孩子和行动不便的旅客送热水、指路、帮联系接站
            JZ-014|亲子共读|文化艺术|丛知夏|青檐书屋|带孩子和家长读绘本、做手工、演小剧
            JZ-014|图书漂流|文化艺术|丛知夏|青檐书屋、芦汀小学|把捐来的书消毒分类、送到漂流点、登记去向
            """;

    private SampleOrganizations() {}

    /** All of them, parents before children. */
    static List<SampleOrganization> all() {
        return BODIES.lines().map(SampleOrganizations::body).toList();
    }

    /** The register of organizations as it is loaded. */
    static String csv(List<SampleOrganization> organizations) {
        return organizations.stream()
                .map(body -> String.join(",", body.code(), body.name(), body.kind(), body.parent()) + "\n")
                .collect(Collectors.joining("", "code,name,kind,parent\n", ""));
    }

    private static SampleOrganization body(String line) {
        String[] cells = line.split("\\|", -1);
        return new SampleOrganization(
                cells[0], cells[1], cells[2], cells[3], cells[4],
                ACTIVITIES.lines()
                        .map(activity -> activity.split("\\|", -1))
                        .filter(activity -> activity[0].equals(cells[0]))
                        .map(activity -> new SampleOrganization.Activity(
                                activity[1], activity[2], activity[3],
                                List.of(activity[4].split("、", -1)), activity[5]))
                        .toList());
    }
}
