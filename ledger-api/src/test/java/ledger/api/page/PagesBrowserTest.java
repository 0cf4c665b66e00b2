package ledger.api.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ledger.api.access.TokenFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job of each role, in a real browser and in both languages. */
class PagesBrowserTest {

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

    @Test
    void theTokenLeavesTheAddressAndMovesIntoACookieThatScriptsCannotRead() {
        Page page = browsing.signedIn(town.auditor, "en-GB", DESK);

        assertThat(page.url()).endsWith("/").doesNotContain("token");
        assertThat(page.context().cookies()).filteredOn(cookie -> cookie.name.equals(TokenFilter.COOKIE))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue())
                .satisfies(cookie -> assertThat(cookie.sameSite.name()).isEqualTo("STRICT"))
                .satisfies(cookie -> assertThat(cookie.expires).isEqualTo(-1));
        page.locator("text=Sign out").click();
        assertThat(page.url()).endsWith("/enter");
        browsing.open(page, "/volunteers/" + PageTown.NUMBER);
        assertThat(page.url()).endsWith("/enter");
    }

    @Test
    void anUnknownTokenIsToldSoInBothLanguages() {
        Page page = browsing.signedIn("hl_nobody", "zh-CN", DESK);

        assertThat(page.locator("[role=alert]").textContent()).contains("令牌无效", "not known");
    }

    @Test
    void theLanguageIsThatOfTheBrowserUntilOneIsChosenAndTheLinkKeepsThePage() {
        Page page = browsing.signedIn(town.auditor, "zh-CN", DESK);
        browsing.open(page, "/volunteers/" + PageTown.NUMBER + "?day=2025-01-31");
        assertThat(language(page)).isEqualTo("zh-CN");

        page.locator("a.language").click();

        assertThat(language(page)).isEqualTo("en");
        assertThat(page.url()).contains("/volunteers/" + PageTown.NUMBER, "day=2025-01-31");
        browsing.open(page, "/");
        assertThat(language(page)).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void aRecorderUploadsARosterAndSeesTheFateOfEachRow(String language) {
        Page page = browsing.signedIn(town.recorder, language, DESK);
        page.locator("a.button[href='/desk']").click();
        LocalDate day = LocalDate.of(2025, 6, language.equals("zh-CN") ? 2 : 3);
        String roster = PageTown.HEADER
                + PageTown.row(day, "14:00", "15:30", "负责人07")
                + PageTown.row(day, "16:00", "17:00", "")
                + PageTown.row(day, "15:00", "16:00", "负责人07");

        upload(page, "名册.csv", roster);

        assertThat(texts(page, ".sums b")).containsExactly("3", "1", "1", "1", "0");
        Locator rows = page.locator(".fate tbody tr");
        assertThat(rows.count()).isEqualTo(3);
        assertThat(rows.nth(0).textContent()).contains(
                language.equals("zh-CN")
                        ? List.of("3", "缺少“活动负责人”", "请补填")
                        : List.of("3", "\"person in charge\" is missing", "Fill in"));
        assertThat(rows.nth(1).textContent()).contains(language.equals("zh-CN") ? "待审" : "held");
        assertThat(rows.nth(2).textContent()).contains(
                language.equals("zh-CN") ? "已接受" : "accepted", "1:30", "90");
        assertThat(page.locator("main").textContent()).contains("名册.csv");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInThePage() {
        Page page = browsing.signedIn(town.recorder, "en-GB", PHONE);
        browsing.open(page, "/desk");

        upload(page, "report.pdf", "%PDF-1.7");

        assertThat(page.locator("[role=alert]").textContent()).isNotBlank();
        assertThat(page.locator("main").textContent()).contains("The file “report.pdf” was not taken");
        assertThat(page.locator("input[type=file]").isVisible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void aVolunteerSeesHoursAndWhatIsMissingAndIssuesAStatement(String language) {
        boolean chinese = language.equals("zh-CN");
        Page page = browsing.signedIn(town.volunteer, language, DESK);
        page.locator("a.button").click();

        assertThat(page.locator(".figure.main").textContent()).contains(chinese ? "99 小时 59 分" : "99 h 59 min");
        assertThat(page.locator(".progress").first().textContent()).contains(
                chinese ? "距“一星志愿者”还差 1 分" : "1 min missing to “One star”");
        page.locator("details summary").first().click();
        assertThat(page.locator("details").first().textContent()).contains(
                chinese ? "99 小时 59 分，25 条" : "99 h 59 min in 25 entries");

        page.fill("#to", "2024-03-10");
        page.locator("form.issue button").click();

        assertThat(page.url()).contains("/statements/HL-");
        assertThat(page.locator(".stamp").textContent()).contains("有效", "Valid");
        assertThat(page.locator("tbody tr").count()).isEqualTo(10);
        assertThat(page.locator("tbody tr").allTextContents()).allMatch(line -> line.contains("青禾站"));
        assertThat(page.locator("dl.facts").first().textContent()).contains(chinese ? "40 小时" : "40 h");
        assertThat(page.locator(".check.good").count()).isEqualTo(1);
        page.goBack();
        page.fill("#from", "2024-03-10");
        page.fill("#to", "2024-03-01");
        page.locator("form.issue button").click();
        assertThat(page.locator("[role=alert]").isVisible()).isTrue();
        assertThat(page.locator(".figure.main").isVisible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void anAuditorFindsWhoRecordedAnEntryAndFromWhichRowOfWhichFile(String language) {
        boolean chinese = language.equals("zh-CN");
        Page page = browsing.signedIn(town.auditor, language, DESK);
        page.fill("#number-volunteers", PageTown.NUMBER);
        page.keyboard().press("Enter");
        page.locator("table").last().locator("tbody tr", new Locator.LocatorOptions().setHasText("2024-03-01"))
                .locator("a").click();

        Locator steps = page.locator(".timeline > li");
        assertThat(steps.count()).isEqualTo(2);
        assertThat(steps.first().textContent()).contains(
                "一年名册.csv", chinese ? "第 2 行" : "row 2", "ServiceRecorded",
                chinese ? "登记服务，开始公示" : "Service recorded, notice begins",
                chinese ? "系统管理员" : "Operator");
        assertThat(steps.last().textContent()).contains("ServiceCertified");
        assertThat(page.locator("main form").count()).as("what an auditor could change").isZero();
    }

    @Test
    void anOrganizationSeesItsOwnLinesAndNoStars() {
        Page page = browsing.signedIn(town.certifier, "en-GB", DESK);
        browsing.open(page, "/volunteers/" + PageTown.NUMBER);

        assertThat(page.locator("main").textContent()).contains("Only service recorded by your organization");
        assertThat(page.locator(".stars, progress").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/volunteers/999", "/nowhere", "/statements/HL-0", "/entries/none", "/desk"})
    void whatIsNotThereOrNotAllowedIsAPageInTheReadersLanguage(String path) {
        Page page = browsing.signedIn(town.auditor, "zh-CN", PHONE);
        browsing.open(page, path);

        assertThat(language(page)).isEqualTo("zh-CN");
        assertThat(page.locator("h1").textContent()).matches(".*\\p{IsHan}.*");
        assertThat(page.locator("a.button").textContent()).isEqualTo("首页");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void noPageScrollsSidewaysOnAPhone(String language) {
        Page page = browsing.signedIn(town.volunteer, language, PHONE);
        page.locator("a.button").click();
        page.locator("form.issue button").click();
        String statement = page.url().replaceAll(".*(/statements/.*)", "$1");
        Page auditor = browsing.signedIn(town.auditor, language, PHONE);
        browsing.open(auditor, "/volunteers/" + PageTown.NUMBER);
        String entry = auditor.locator("a[href^='/entries/']").last().getAttribute("href");
        Page recorder = browsing.signedIn(town.recorder, language, PHONE);

        staysInside(page, List.of("/", "/volunteers/" + PageTown.NUMBER, statement, "/enter", "/volunteers/1"));
        staysInside(auditor, List.of("/", entry));
        staysInside(recorder, List.of("/", "/desk", "/desk/session", "/desk/grid"));
    }

    private static void staysInside(Page page, List<String> paths) {
        for (String path : paths) {
            browsing.open(page, path);
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            assertThat(Browsing.scrollsSideways(page)).as(path).isFalse();
        }
    }

    private static void upload(Page page, String name, String text) {
        page.setInputFiles("#file", new FilePayload(
                name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button:not([name])").click();
        page.locator(".fate h2").first().waitFor();
    }

    private static List<String> texts(Page page, String selector) {
        return page.locator(selector).allTextContents();
    }

    private static String language(Page page) {
        return String.valueOf(page.evaluate("document.documentElement.lang"));
    }
}
