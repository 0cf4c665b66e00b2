package ledger.api.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** The browser of this machine, and the people who use it; each signs in by a link, as a person would. */
final class Browsing implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String home;

    private Browsing(Path executable, int port) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
        home = "http://localhost:" + port;
    }

    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browsing with(Path executable, int port) {
        return new Browsing(executable, port);
    }

    /** Somebody who has not signed in. */
    Page stranger(String language, int width) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    /** Somebody whose browser runs no scripts. */
    Page signedInWithoutScripts(String token, String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.navigate(home + "/enter?token=" + token);
        return page;
    }

    Page signedIn(String token, String language, int width) {
        Page page = stranger(language, width);
        page.navigate(home + "/enter?token=" + token);
        return page;
    }

    void open(Page page, String path) {
        page.navigate(home + path);
    }

    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
