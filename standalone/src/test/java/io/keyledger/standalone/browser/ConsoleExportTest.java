package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** Tables that take long. */
class ConsoleExportTest extends InTheConsole {

    private static final String UNTIL_NOW = "/api/v1/workspaces/acme/audit.csv?kind=change";

    private int users;

    @BeforeEach
    void muchHappens() {
        for (int i = 0; i < 20; i++) {
            user("exported-" + users++);
        }
    }

    @Test
    void anExportGoesOnWhileItsPageIsLeftAndIsTakenWhenItIsComplete() throws IOException {
        try (SlowConsole slow = new SlowConsole(node.address());
                BrowserContext context = browsers.chromium().newContext()) {
            Page page = signedIn(context, slow);
            page.navigate(slow.at("/acme/timeline?kind=change"));
            button(page, "All as CSV").click();
            page.waitForURL(Pattern.compile(".*/acme/exports#row-.*"));
            Locator main = page.getByRole(AriaRole.MAIN);
            Locator progress = page.getByRole(AriaRole.PROGRESSBAR);
            assertThat(progress).hasAttribute("value", Pattern.compile("[1-9][0-9]"));
            assertThat(main).containsText("a second, about");
            assertThat(main).containsText("kind: change");
            assertThat(main.getByRole(AriaRole.STATUS)).containsText("written");
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
            button(page, "Cancel").focus();

            page.getByRole(AriaRole.NAVIGATION).getByText("Timeline").click();
            page.waitForURL("**/acme/timeline");
            slow.goOn();
            press(page, "g");
            press(page, "x");
            Locator take = page.getByRole(AriaRole.LINK, named("Download audit-acme.csv"));
            take.waitFor();
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
            Download table = page.waitForDownload(take::click);
            assertThat(table.suggestedFilename()).isEqualTo("audit-acme.csv");
            assertThat(entries(Files.readString(table.path())))
                    .isEqualTo(entries(api.get(UNTIL_NOW).body()));
            button(page, "Remove").click();
            assertThat(main).containsText("There are none now");
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
        }
    }

    @Test
    void thePageMovesByItselfAndLeavesTheFocusWhereItIs() throws IOException {
        try (SlowConsole slow = new SlowConsole(node.address());
                BrowserContext context = browsers.chromium().newContext()) {
            Page page = signedIn(context, slow);
            page.navigate(slow.at("/acme/reports"));
            button(page, "All as CSV").click();
            page.waitForURL(Pattern.compile(".*/acme/exports#row-.*|.*/acme/reports"));
            page.navigate(slow.at("/acme/timeline"));
            button(page, "All as CSV").click();
            button(page, "Cancel").focus();
            page.waitForResponse("**/acme/exports?told=*", () -> {});
            page.waitForTimeout(300);
            assertThat(button(page, "Cancel")).isFocused();
            slow.goOn();
            assertThat(page.getByText("Download")).isVisible();
            assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS))
                    .containsText("Timeline complete");
        }
    }

    @Test
    void withoutScriptItIsLookedAtAgainAndCancelled() throws IOException {
        try (SlowConsole slow = new SlowConsole(node.address());
                BrowserContext context =
                        browsers.chromium()
                                .newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signedIn(context, slow);
            page.navigate(slow.at("/acme/timeline?kind=change"));
            button(page, "All as CSV").click();
            link(page, "look again").click();
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(1);
            button(page, "Cancel").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nothing of it was kept");
            slow.goOn();
            Download table = TakenAway.by(page, button(page, "Try again"));
            assertThat(Files.readString(table.path())).contains("\r\ncomplete,");
        }
    }

    private Page signedIn(BrowserContext context, SlowConsole slow) {
        Page page = context.newPage();
        page.navigate(slow.at("/"));
        signIn(page, administrator);
        return page;
    }

    /** Without the last line, which tells the time. */
    private static String entries(String table) {
        assertThat(table).contains("\r\ncomplete,");
        return table.substring(0, table.indexOf("\r\ncomplete,"));
    }
}
