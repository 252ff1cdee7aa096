package io.keyledger.standalone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, driven by Playwright. Test classes lend each other theirs, one
 * class at a time, for starting one takes seconds; they all end with the JVM.
 */
final class Browsers implements AutoCloseable {

    /**
     * The shell first: the same pages for a quarter less processor time, without a window's parts.
     */
    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable");

    /** Set where tests must run in a browser, so that none passes by being skipped. */
    private static final String REQUIRED = "KEYLEDGER_BROWSER_REQUIRED";

    /** Other tests run meanwhile, and leave a page little of the processors at times. */
    private static final double PATIENCE_MILLIS = 15_000;

    private static final Queue<Browsers> FREE = new ConcurrentLinkedQueue<>();

    private final Browser chromium;

    private Browsers(Browser chromium) {
        this.chromium = chromium;
    }

    static Browsers open() {
        Browsers free = FREE.poll();
        return free == null ? start() : free;
    }

    private static Browsers start() {
        Optional<Path> found = installed();
        if (found.isEmpty()) {
            String missing = "NO BROWSER: the console is NOT tested. Install chromium.";
            System.err.println(missing);
            if (System.getenv(REQUIRED) != null) {
                throw new IllegalStateException(missing);
            }
            Assumptions.abort(missing);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browsers(
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(found.orElseThrow())
                                        .setArgs(List.of("--no-sandbox"))));
    }

    Browser chromium() {
        return chromium;
    }

    /** Leaves nothing open for whoever is next. */
    @Override
    public void close() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
        if (chromium.isConnected()) {
            FREE.add(this);
        }
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
