package ledger.api.page;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ledger.api.intake.Verdict;
import ledger.api.intake.Verdict.Fate;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for a person: held entries decided in bulk or put right, objections raised and answered. */
class HeldBrowserTest {

    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private static PageTown town;
    private static Browsing browsing;

    @BeforeAll
    static void start() {
        Optional<Path> browser = Browsing.installed();
        if (!"true".equals(System.getenv("LEDGER_REQUIRE_BROWSER"))) {
            Assumptions.assumeTrue(browser.isPresent(), "no Chromium on the PATH: the pages were not looked at");
        }
        assertThat(browser).as("a Chromium on the PATH").isPresent();
        town = new PageTown();
        browsing = Browsing.with(browser.get(), town.port());
    }

    @AfterAll
    static void stop() {
        if (browsing != null) {
            browsing.close();
        }
        if (town != null) {
            town.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void heldEntriesAreApprovedWithAReasonByWhoeverMay(String language) {
        boolean chinese = language.equals("zh-CN");
        LocalDate day = LocalDate.of(2025, 4, chinese ? 1 : 2);
        assertThat(town.take(PageTown.row(day, "08:00", "17:30", "负责人07"))).extracting(Verdict::fate)
                .containsExactly(Fate.HELD);
        Page clerk = browsing.signedIn(town.recorder, language, DESK);
        browsing.open(clerk, "/held");
        Locator theirs = clerk.locator("tr", new Page.LocatorOptions().setHasText(day.toString()));
        assertThat(theirs.textContent()).contains(chinese ? "记录单位的上级" : "the organization above it", "区志愿服务指导中心")
                .doesNotContain(chinese ? "您可以决定" : "you may decide");

        Page page = browsing.signedIn(town.authority, language, DESK);
        browsing.open(page, "/held");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(day.toString()));
        assertThat(row.textContent()).contains(
                "陈梅桐", chinese ? "9 小时 30 分" : "9 h 30 min", chinese ? "您可以决定" : "you may decide");
        row.locator("input[type=checkbox]").check();
        page.fill("#words", chinese ? "已核对签到表" : "checked the sign-in sheet");
        page.locator("button[value=approve]").click();

        PlaywrightAssertions.assertThat(page.locator("[role=status]")).hasText(chinese ? "已处理 1 条。" : "1 decided.");
        page.waitForLoadState();
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText(day.toString())).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void anOverlapIsEndedSideBySideAndLookedAtFirst(String language) {
        boolean chinese = language.equals("zh-CN");
        LocalDate day = LocalDate.of(2025, 4, chinese ? 3 : 4);
        List<Verdict> verdicts = town.take(PageTown.row(day, "09:00", "11:00", "负责人07")
                + PageTown.row(day, "10:00", "12:00", "负责人07"));
        Page page = browsing.signedIn(town.recorder, language, DESK);
        browsing.open(page, "/entries/" + verdicts.getLast().about());

        page.locator("#from-own").fill(day + "T11:00");
        page.fill("#reason-resolution", chinese ? "按签到表改正" : "as the sign-in sheet says");
        page.locator("details[open] button").click();
        page.locator("#preview").waitFor();
        page.waitForLoadState();
        assertThat(page.locator("#preview").textContent()).contains("11:00–12:00", chinese ? "公示中" : "in notice");
        assertThat(page.locator(".timeline > li").count()).as("stored so far").isEqualTo(1);
        page.locator("#preview button").click();

        PlaywrightAssertions.assertThat(page.locator(".card").first()).containsText("11:00–12:00");
        page.waitForLoadState();
        assertThat(page.locator(".timeline").textContent()).contains(chinese ? "按签到表改正" : "as the sign-in sheet says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void aVolunteerObjectsIsAnsweredByTheDeadlineAndReadsTheAnswer(String language) {
        boolean chinese = language.equals("zh-CN");
        LocalDate day = LocalDate.of(2025, 4, chinese ? 7 : 8);
        String entry = "/entries/" + Objects.requireNonNull(
                town.take(PageTown.row(day, "09:00", "11:00", "负责人07")).getFirst().about());
        Page volunteer = browsing.signedIn(town.volunteer, language, PHONE);
        browsing.open(volunteer, "/volunteers/" + PageTown.NUMBER);
        volunteer.locator("a[href='" + entry + "#object']").click();
        volunteer.fill("#objection", chinese ? "我那天没有去" : "I was not there");
        volunteer.locator("#object button").click();
        PlaywrightAssertions.assertThat(volunteer.locator("main")).containsText(chinese ? "应于" : "to be answered by");
        volunteer.waitForLoadState();
        assertThat(Browsing.scrollsSideways(volunteer)).isFalse();

        Page clerk = browsing.signedIn(town.recorder, language, DESK);
        browsing.open(clerk, "/held/objections");
        Locator row = clerk.locator("tbody tr", new Page.LocatorOptions().setHasText(day.toString()));
        assertThat(row.textContent()).contains(chinese ? "我那天没有去" : "I was not there");
        row.locator("input[type=checkbox]").check();
        clerk.fill("#words", chinese ? "签到表有您的签名" : "you signed the sheet");
        clerk.locator("button[value=dismiss]").click();
        PlaywrightAssertions.assertThat(clerk.locator("[role=status]")).isVisible();

        browsing.open(volunteer, entry);
        assertThat(volunteer.locator(".timeline").textContent()).contains(
                chinese ? "异议不成立" : "Objection dismissed", chinese ? "签到表有您的签名" : "you signed the sheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void anEntryIsRevokedOnlyAfterItsEffectWasShown(String language) {
        boolean chinese = language.equals("zh-CN");
        Page page = browsing.signedIn(town.authority, language, PHONE);
        browsing.open(page, "/volunteers/" + PageTown.NUMBER + "?all=true");
        page.locator("tr", new Page.LocatorOptions().setHasText(chinese ? "2024-03-02" : "2024-03-03"))
                .locator("a[href^='/entries/']").first().click();
        page.locator("details:has(#reason-revocation) summary").click();
        page.fill("#reason-revocation", chinese ? "当天没有服务" : "no service that day");
        page.locator("details:has(#reason-revocation) button").click();

        page.locator("#preview").waitFor();
        page.waitForLoadState();
        assertThat(page.locator("#preview").textContent()).contains(
                "−4:00", chinese ? "已认定时长" : "Certified hours", chinese ? "已撤销" : "revoked");
        assertThat(Browsing.scrollsSideways(page)).isFalse();
        page.locator("#preview button").click();
        PlaywrightAssertions.assertThat(page.locator(".card").first()).containsText(chinese ? "已撤销" : "revoked");
    }
}
