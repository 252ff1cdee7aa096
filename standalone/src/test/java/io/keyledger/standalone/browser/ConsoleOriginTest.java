package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log that does not go on from what was signed, until an operator says that it is to. */
class ConsoleOriginTest extends InTheConsole {

    private static final int TRIES = 60;

    @Test
    void anOperatorBeginsANewOriginOnRecord() throws IOException {
        String auditor = personWith("[\"audit:view\",\"workspaces:view\"]", "acme", "olga");
        try (BrowserContext context = signedIn(administrator);
                BrowserContext others = signedIn(auditor)) {
            Page page = context.pages().getFirst();
            until(page, link(page, "Download the checkpoint"));
            assertThat(page.getByText("Begin a new origin")).hasCount(0);
            forget(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("kept-unreadable");
            Page audit = others.pages().getFirst();
            audit.navigate(at("/acme/integrity"));
            assertThat(audit.getByRole(AriaRole.ALERT)).containsText("Nothing is signed now");
            assertThat(audit.getByText("Begin a new origin")).hasCount(0);

            page.getByText("Begin a new origin").first().click();
            Locator form = page.locator("#origin");
            assertThat(button(form, "Begin a new origin")).isDisabled();
            page.setViewportSize(360, 900);
            Assertions.assertThat(ConsoleAccessibilityTest.serious(page, ColorScheme.LIGHT, 360))
                    .isEmpty();
            form.getByLabel("Type acme to begin it").fill("acme");
            form.getByLabel("Reason").fill("   ");
            button(form, "Begin a new origin").click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Refused: reason");
            page.getByText("Begin a new origin").first().click();
            form.getByLabel("Type acme to begin it").fill("acme");
            form.getByLabel("Reason").fill("the folder was lost");
            button(form, "Begin a new origin").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("acme under origin 2");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Reason: the folder was lost");
            until(page, link(page, "Download the checkpoint"));
            assertThat(page.locator("dl.facts").first()).containsText("/acme/2");
            assertThat(page.getByText("Begin a new origin")).hasCount(0);
        }
    }

    /**
     * What was signed last can no longer be read, and the log grows, until that is noticed: what is
     * being signed meanwhile is written over it.
     */
    private void forget(Page page) throws IOException {
        Path kept = folder.resolve("checkpoints").resolve("acme.checkpoint");
        Assertions.assertThat(kept).exists();
        Locator alert = page.getByRole(AriaRole.ALERT);
        for (int tries = 0; alert.count() == 0 && tries < TRIES; tries++) {
            Files.writeString(kept, "nothing that can be read");
            user("grown-" + tries);
            page.waitForTimeout(500);
            page.reload();
        }
    }

    private void until(Page page, Locator shown) {
        page.navigate(at("/acme/integrity"));
        for (int tries = 0; shown.count() == 0 && tries < TRIES; tries++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(shown.first()).isVisible();
    }
}
