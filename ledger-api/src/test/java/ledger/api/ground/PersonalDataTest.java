package ledger.api.ground;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.Verdict;
import ledger.api.intake.Verdict.Fate;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts are for ever, so they hold nothing that a person may want forgotten. */
class PersonalDataTest {

    private static final String ORGANIZATIONS = """
            组织编码,组织名称,组织类型,上级组织
            ST-1,青禾站,station,
            """;

    private static final String VOLUNTEERS = """
            志愿者编号,姓名,证件类型,证件号码,出生日期,性别,注册日期,监护人同意
            V20260001,李雷雷,居民身份证,11010519491231002X,1949-12-31,男,2024-01-02,
            V20260002,韩梅梅,护照,E98765432,2010-05-06,女,2024-01-02,韩大山同意
            """;

    private static final String ROSTER = """
            志愿者编号,姓名,证件类型,证件号码,活动名称,服务类别,服务内容,服务地点,活动组织单位,活动负责人,记录人,服务日期,开始时间,结束时间,备注
            V20260001,李雷雷,居民身份证,11010519491231002X,读书会,文化,陪老人读书,青禾社区,青禾站,王芳芳,赵敏敏,2026-03-01,09:00,11:00,腰不好请坐着
            V20260002,韩梅梅,护照,E98765432,读书会,文化,陪老人读书,青禾社区,青禾站,王芳芳,赵敏敏,2026-03-01,09:00,11:00,
            V20260002,韩梅梅,护照,E98765432,读书会,文化,陪老人读书,青禾社区,青禾站,王芳芳,赵敏敏,2026-03-01,10:00,11:30,母亲电话13912345678
            V20260002,李雷雷,护照,E98765432,读书会,文化,陪老人读书,青禾社区,青禾站,王芳芳,赵敏敏,2026-03-02,09:00,11:00,
            """;

    private static final List<String> PERSONAL = List.of(
            "李雷", "韩梅", "韩大山", "王芳", "赵敏", "11010519491231002", "E98765432", "V20260001", "V20260002",
            "1949-12-31", "2010-05-06", "腰不好", "13912345678", "名单");

    private static TestLedger ledger;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void loadTheRegistersAndARoster() {
        ledger = TestLedger.start();
        jdbc = ledger.get(JdbcTemplate.class);
        RegisterIntake register = ledger.get(RegisterIntake.class);
        List<Verdict> verdicts = new ArrayList<>();
        register.takeOrganizations(file(ORGANIZATIONS, "组织.csv"), Actor.LEDGER, verdicts::add);
        register.takeVolunteers(file(VOLUNTEERS, "志愿者.csv"), Actor.LEDGER, verdicts::add);
        ledger.get(RosterIntake.class).take(file(ROSTER, "李雷雷的名单.csv"), Actor.LEDGER, verdicts::add);
        assertThat(verdicts).as("%s", verdicts).extracting(Verdict::fate).containsExactly(
                Fate.ACCEPTED, Fate.ACCEPTED, Fate.ACCEPTED, Fate.ACCEPTED, Fate.HELD, Fate.HELD, Fate.REFUSED);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void r30_noFactHoldsPersonalDataOrPeoplesOwnWords() {
        List<String> facts = jdbc.queryForList("SELECT e::text FROM facts.event e", String.class);
        assertThat(facts).hasSizeGreaterThan(7).anyMatch(fact -> fact.contains("陪老人读书"));
        assertThat(facts).allSatisfy(fact -> assertThat(fact).doesNotContain(PERSONAL));
    }

    @Test
    void r30_whatCommandsKnowOfOthersHoldsNoneEither() {
        List<String> rows = new ArrayList<>();
        for (String table : jdbc.queryForList(
                "SELECT table_schema || '.' || table_name FROM information_schema.tables "
                        + "WHERE table_schema IN ('reference', 'facts', 'views_v1', 'access')", String.class)) {
            rows.addAll(jdbc.queryForList("SELECT r::text FROM " + table + " r", String.class));
        }
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContain(PERSONAL));
    }

    @Test
    void whatFactsLeaveOutStandsInVaultAndAnnex() {
        List<String> kept = new ArrayList<>();
        for (String table : List.of("vault.person", "vault.contact", "annex.note")) {
            kept.addAll(jdbc.queryForList("SELECT r::text FROM " + table + " r", String.class));
        }
        assertThat(PERSONAL).allSatisfy(words -> assertThat(kept).anyMatch(row -> row.contains(words)));
    }

    private static ReceivedFile file(String text, String name) {
        return ReceivedFile.spool(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }
}
