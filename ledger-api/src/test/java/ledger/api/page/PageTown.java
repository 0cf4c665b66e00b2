package ledger.api.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Tokens;
import ledger.api.door.Reads;
import ledger.api.ground.Vault;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.Verdict;
import ledger.api.operation.DailyRound;
import ledger.domain.LedgerIds;
import ledger.projections.account.EntryProjection;
import ledger.projections.organization.OrganizationProjection;

import static org.assertj.core.api.Assertions.assertThat;

/** A ledger to look at: an authority and a station; one volunteer a minute below a star, by a roster of the station. */
final class PageTown implements AutoCloseable {

    static final String NUMBER = "3307990007000001";
    static final String HEADER =
            "志愿者编号,姓名,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人\n";

    private static final String ORGANIZATIONS = """
            code,name,kind,parent
            AUTH,区志愿服务指导中心,authority,
            ST-A,青禾站,station,AUTH
            """;
    private static final String VOLUNTEERS = """
            志愿者编号,姓名,证件类型,证件号码,注册日期
            3307990007000001,陈梅桐,居民身份证,330799197901200148,2018-10-24
            """;
    private static final Actor OPERATOR = new Actor("test", Role.OPERATOR, null, null, "test");

    private final TestLedger ledger = TestLedger.start();
    final String recorder;
    final String certifier;
    final String volunteer;
    final String auditor;
    final String authority;

    PageTown() {
        RegisterIntake registers = ledger.get(RegisterIntake.class);
        registers.takeOrganizations(file("organizations.csv", ORGANIZATIONS), OPERATOR, PageTown::accepted);
        registers.takeVolunteers(file("volunteers.csv", VOLUNTEERS), OPERATOR, PageTown::accepted);
        recorder = token(Role.RECORDER, LedgerIds.organization("ST-A"), null);
        certifier = token(Role.CERTIFIER, LedgerIds.organization("ST-A"), null);
        authority = token(Role.AUTHORITY, LedgerIds.organization("AUTH"), null);
        auditor = token(Role.AUDITOR, null, null);
        volunteer = token(Role.VOLUNTEER, null, ledger.get(Vault.class).volunteerId(NUMBER).orElseThrow());
        ledger.get(RosterIntake.class).take(file("一年名册.csv", almostOneStar()), OPERATOR, PageTown::accepted);
        ledger.get(DailyRound.class).run(LocalDate.now().plusDays(60), OPERATOR, looked -> {});
        ledger.get(Reads.class).upToNow(EntryProjection.ROOM, OrganizationProjection.ROOM);
    }

    /** 24 times four hours, and 3 h 59 min: 99 h 59 min. */
    private static String almostOneStar() {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 25; day++) {
            rows.add(row(LocalDate.of(2024, 3, 1).plusDays(day), "09:00", day == 24 ? "12:59" : "13:00", "负责人07"));
        }
        return HEADER + String.join("", rows);
    }

    static String row(LocalDate day, String from, String to, String inCharge) {
        return "%s,陈梅桐,便民服务,%s,%s,%s,青禾社区广场,为居民量血压,社区服务,ST-A,%s,记录员07%n"
                .formatted(NUMBER, day, from, to, inCharge);
    }

    /** Rows that the station sends; what became of each. */
    List<Verdict> take(String rows) {
        List<Verdict> verdicts = new ArrayList<>();
        ledger.get(RosterIntake.class).take(file("名册.csv", HEADER + rows), OPERATOR, verdicts::add);
        return verdicts;
    }

    private static ReceivedFile file(String name, String text) {
        return ReceivedFile.spool(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }

    private static void accepted(Verdict verdict) {
        assertThat(verdict.fate()).as("%s", verdict).isEqualTo(Verdict.Fate.ACCEPTED);
    }

    private String token(Role role, @Nullable String organization, @Nullable String volunteerId) {
        return ledger.get(Tokens.class).issue(role, organization, volunteerId, role.wire()).secret();
    }

    int port() {
        return ledger.port();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
