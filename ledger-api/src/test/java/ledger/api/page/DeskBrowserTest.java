package ledger.api.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A clerk's work at the desk: files dropped and mended, one session after the other, rows of a spreadsheet pasted. */
class DeskBrowserTest {

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
    void aRefusedRowIsMendedInPlaceAndSentAgain(String language) {
        boolean chinese = language.equals("zh-CN");
        LocalDate day = LocalDate.of(2025, 7, chinese ? 2 : 3);
        Page page = desk(town.recorder, language);
        upload(page, PageTown.row(day, "09:00", "10:00", "负责人07")
                + PageTown.row(day, "10:00", "11:00", "")
                + PageTown.row(day, "13:00", "12:00", "负责人07"));

        sums(page, "3", "1", "0", "2", "0");
        assertThat(focused(page).getAttribute("aria-label")).isEqualTo(chinese ? "活动负责人 3" : "person in charge 3");
        assertThat(page.locator("[aria-invalid]").count()).isEqualTo(2);
        page.keyboard().type("负责人07");
        page.keyboard().press("Enter");
        page.locator(".fate h2", new Page.LocatorOptions().setHasText(chinese ? "修改后" : "sent again")).waitFor();

        sums(page, "2", "1", "0", "1", "0");
        assertThat(focused(page).getAttribute("aria-label")).isEqualTo(chinese ? "结束时间 4" : "end 4");
        assertThat(focused(page).inputValue()).isEqualTo("12:00");
        focused(page).fill("14:00");
        page.locator("form.grid button").click();
        sums(page, "1", "1", "0", "0", "0");
        assertThat(page.locator(".fate tbody").textContent()).contains("4", "1:00");
    }

    @Test
    void withoutScriptsTheFormsWorkAllTheSame() {
        Page page = browsing.signedInWithoutScripts(town.recorder, "en-GB");
        browsing.open(page, "/desk");
        LocalDate day = LocalDate.of(2025, 7, 4);
        upload(page, PageTown.row(day, "10:00", "11:00", ""));

        page.locator("[aria-invalid]").fill("负责人07");
        page.locator("form.grid button").click();

        sums(page, "1", "1", "0", "0", "0");
    }

    @Test
    void severalFilesAreDroppedOnThePageAndEachIsAnswered() {
        Page page = desk(town.recorder, "en-GB");
        JSHandle dropped = page.evaluateHandle(
                """
                files => { const all = new DataTransfer();
                  files.forEach(one => all.items.add(new File([one.text], one.name, {type: "text/csv"})));
                  return all; }
                """,
                List.of(
                        Map.of("name", "one.csv", "text",
                                PageTown.HEADER + PageTown.row(LocalDate.of(2025, 7, 5), "9:00", "10:00", "负责人07")),
                        Map.of("name", "two.pdf", "text", "%PDF-1.7")));
        page.locator("main").dispatchEvent("drop", Map.of("dataTransfer", dropped));

        assertThat(page.locator(".chosen").textContent()).contains("one.csv", "two.pdf");
        page.keyboard().press("Enter");
        page.locator(".fate h2").first().waitFor();

        assertThat(page.locator(".fate h2").allTextContents())
                .containsExactly("What became of “one.csv”", "The file “two.pdf” was not taken");
        sums(page, "1", "1", "0", "0", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void aRosterIsTriedOutRecordedAndTakenBack(String language) {
        boolean chinese = language.equals("zh-CN");
        LocalDate day = LocalDate.of(2025, 10, chinese ? 8 : 9);
        Page page = desk(town.recorder, language);
        page.setInputFiles("#file", new FilePayload(
                "收回.csv", "text/csv",
                (PageTown.HEADER + PageTown.row(day, "09:00", "10:00", "负责人07")).getBytes(StandardCharsets.UTF_8)));
        page.locator("button[name=tryOut]").click();
        sums(page, "1", "1", "0", "0", "0");
        assertThat(page.locator(".fate").textContent()).contains(
                chinese ? "没有登记任何内容" : "nothing was stored", "青禾站");
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("收回.csv")).count()).isZero();

        upload(page, PageTown.row(day, "09:00", "10:00", "负责人07"));
        PlaywrightAssertions.assertThat(page.locator(".fate > .notice")).hasCount(0);
        sums(page, "1", "1", "0", "0", "0");
        page.locator("a[href$='/reversal']").first().click();
        page.fill("#reason", chinese ? "发错了文件" : "the wrong file");
        page.locator("main form button").click();
        page.waitForURL("**/desk/jobs/**");

        PlaywrightAssertions.assertThat(page.locator(".state-certified")).hasText(
                chinese ? "已完成" : "done",
                new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        browsing.open(page, "/desk");
        assertThat(page.locator("tbody tr").first().textContent()).contains(chinese ? "已收回" : "taken back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void sessionsAreTypedOneAfterTheOtherWithoutAMouse(String language) {
        boolean chinese = language.equals("zh-CN");
        Page page = browsing.signedIn(town.recorder, language, DESK);
        browsing.open(page, "/desk/session");
        assertThat(focused(page).getAttribute("id")).isEqualTo("volunteerNumber");
        type(page, PageTown.NUMBER, "", "陈梅桐");
        page.keyboard().press("Tab");
        type(page, "便民服务", "社区服务", "青禾社区广场", "为居民量血压", "负责人07", "记录员07");
        type(page, chinese ? "2025-08-02" : "2025/8/3", "9:00", "", "1:70");
        page.keyboard().press("Enter");
        page.locator("#wrong").waitFor();
        page.waitForLoadState();

        assertThat(page.locator("#wrong").textContent()).isNotBlank();
        assertThat(focused(page).getAttribute("id")).isIn("hours", "end");
        page.fill("#hours", chinese ? "1:30" : "1.5");
        page.locator("#hours").press("Enter");
        page.locator("#done").waitFor();
        page.waitForLoadState();

        assertThat(page.locator("#done").textContent()).contains(
                chinese ? List.of("已登记：陈梅桐", "1 小时 30 分", "起计入", "已接受")
                        : List.of("Recorded for 陈梅桐", "1 h 30 min", "counts from", "accepted"));
        assertThat(focused(page).getAttribute("id")).isEqualTo("volunteerNumber");
        assertThat(value(page, "#volunteerNumber") + value(page, "#name") + value(page, "#start")).isEmpty();
        assertThat(value(page, "#activityName")).isEqualTo("便民服务");
        assertThat(value(page, "#personInCharge")).isEqualTo("负责人07");
        page.locator("#done a").click();
        assertThat(page.locator("dl.facts").first().textContent()).contains("09:00–10:30");
    }

    @Test
    void aSessionForAPersonNobodyKnowsIsRefusedAtItsField() {
        Page page = browsing.signedIn(town.recorder, "en-GB", PHONE);
        browsing.open(page, "/desk/session");
        page.fill("#documentNumber", "330799197901200148");
        page.locator("#documentNumber").press("Enter");
        page.locator("#wrong").waitFor();
        page.waitForLoadState();

        assertThat(focused(page).getAttribute("id")).isEqualTo("name");
        assertThat(page.locator("#name").getAttribute("aria-describedby")).isEqualTo("wrong");
        assertThat(Browsing.scrollsSideways(page)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void rowsOfASpreadsheetArePastedLookedAtMendedAndRecorded(String language) {
        boolean chinese = language.equals("zh-CN");
        Page page = browsing.signedIn(town.recorder, language, DESK);
        browsing.open(page, "/desk/grid");
        String header = chinese
                ? "志愿者编号\t姓名\t活动名称\t服务日期\t开始时间\t结束时间\t服务地点\t服务内容\t活动负责人\t记录人\t服务类别\t部门\n"
                : "Volunteer Number\tName\tActivity\tDate\tStart\tEnd\tPlace\tContent\tPerson in charge\tRecorder"
                        + "\tCategory\tRoom\n";
        String day = chinese ? "2025-09-02" : "2025-09-03";
        page.fill("#text", header + pasted(day, "9:00", "10:00") + pasted(day, "11:00", "10:00"));
        page.locator("main form button").click();

        assertThat(chosen(page)).startsWith("volunteerNumber", "name", "activityName", "servedOn", "start", "end")
                .endsWith("recorder", "category", "");
        page.locator("form.grid button").click();

        sums(page, "2", "1", "0", "1", "0");
        assertThat(focused(page).inputValue()).isEqualTo("10:00");
        focused(page).fill("12:00");
        page.keyboard().press("Enter");
        sums(page, "1", "1", "0", "0", "0");
        assertThat(page.locator("form.grid").count()).isZero();
    }

    @Test
    void pastedRowsWithoutAHeaderAreRecognizedByTheirCells() {
        Page page = browsing.signedIn(town.recorder, "en-GB", DESK);
        browsing.open(page, "/desk/grid");
        page.fill("#text", pasted("2025-09-04", "9:00", "10:00"));
        page.locator("main form button").click();

        assertThat(chosen(page)).startsWith(
                "volunteerNumber", "name", "activityName", "servedOn", "start", "end", "place");
        page.locator("select").nth(2).selectOption("name");
        page.locator("form.grid button").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("is there twice");
        assertThat(page.locator("input[name=cell]").first().inputValue()).isEqualTo(PageTown.NUMBER);
    }

    private static String pasted(String day, String from, String to) {
        return String.join("\t", PageTown.NUMBER, "陈梅桐", "便民服务", day, from, to, "青禾社区广场", "为居民量血压", "负责人07",
                "记录员07", "社区服务", "一组\n");
    }

    private static Page desk(String token, String language) {
        Page page = browsing.signedIn(token, language, DESK);
        browsing.open(page, "/desk");
        return page;
    }

    private static void upload(Page page, String rows) {
        page.setInputFiles("#file", new FilePayload(
                "名册.csv", "text/csv", (PageTown.HEADER + rows).getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button:not([name])").click();
        page.locator(".fate h2").first().waitFor();
    }

    /** Types into one field after the other, as a clerk does who never leaves the keyboard. */
    private static void type(Page page, String... texts) {
        for (String text : texts) {
            page.keyboard().insertText(text);
            page.keyboard().press("Tab");
        }
    }

    private static List<String> chosen(Page page) {
        page.locator("form.grid button").waitFor();
        page.waitForLoadState();
        return page.locator("select[name=column]").all().stream().map(Locator::inputValue).toList();
    }

    /** Rows, accepted, held, refused and duplicate; waits until the page says so. */
    private static void sums(Page page, String... sums) {
        PlaywrightAssertions.assertThat(page.locator(".sums b")).hasText(sums);
        page.waitForLoadState();
    }

    private static String value(Page page, String selector) {
        return page.locator(selector).inputValue();
    }

    private static Locator focused(Page page) {
        return page.locator(":focus");
    }
}
