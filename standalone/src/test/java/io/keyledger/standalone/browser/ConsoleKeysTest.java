package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What becomes of API keys and their secrets in a browser. */
class ConsoleKeysTest extends InTheConsole {

    private static final String STORED =
            "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])";

    @Test
    void aSecretIsCopiedOnceAndIsNeitherBehindTheBackButtonNorInTheBrowser() {
        String user = user("secretive");
        try (BrowserContext context = signedIn(administrator)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user));
            generate(page, "nightly", "");
            Locator dialog = page.locator("#secret");
            assertThat(dialog).containsText("This is the only time it is shown.");
            String key = page.locator("#shown-key").textContent();
            button(dialog, "Copy").click();
            assertThat(button(dialog, "Copied")).isVisible();
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(key);
            button(dialog, "Done").click();
            assertThat(dialog).isVisible();
            assertThat(dialog.locator("input:not([type=checkbox])")).hasCount(0);
            assertThat(page.evaluate(STORED).toString()).doesNotContain("kl_");
            page.navigate(at("/acme/groups"));
            page.goBack();
            assertThat(page.getByText("Free place")).hasCount(1);
            assertThat(page.content()).doesNotContain(key);
            assertThat(page.evaluate(STORED).toString()).doesNotContain("kl_");
        }
    }

    @Test
    void aKeyIsRenamedAndRegeneratedWithAnOverlapAndSaysWhenItExpires() {
        String user = user("overlapping");
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user));
            generate(page, "nightly", day);
            String first = putAway(page);
            Locator place = page.getByLabel("Key 1");
            assertThat(place).containsText("in 19 days");
            open(place, "Rename");
            place.getByLabel("Name").fill("daily");
            place.locator("details[open]").getByLabel("Reason").fill("ticket 3");
            button(place, "Rename").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("called daily now");
            open(place, "Regenerate");
            place.getByLabel("When the old secret is refused").selectOption("after an hour");
            button(place, "Regenerate secret").click();
            String second = putAway(page);
            assertThat(place).containsText("the one before works until");
            assertThat(List.of(decision(first), decision(second))).containsOnly("deny", "deny");
            assertThat(reason(first)).isEqualTo("permission-not-granted");
            user("after-the-uses");
            page.reload();
            open(place, "Delete");
            assertThat(place.locator("details[open]"))
                    .containsText("refused at once: it was last used");
            page.navigate(at("/acme/timeline?kind=change&user=" + user));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Reason: ticket 3");
        }
    }

    @Test
    void oneGoesAnywhereByTwoKeys() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/groups"));
            press(page, "?");
            for (String pair : page.locator("#keys-help dt:has(kbd + kbd)").allInnerTexts()) {
                String[] keys = pair.strip().split("\\s+");
                if (keys[0].equals("g")) {
                    page.navigate(at("/acme/groups"));
                    String there = page.locator("[data-go='" + keys[1] + "']").getAttribute("href");
                    press(page, "g");
                    press(page, keys[1]);
                    assertThat(page).hasURL(node.address() + there);
                }
            }
        }
    }

    private void generate(Page page, String name, String expires) {
        page.getByText("Generate API key").first().click();
        Locator place = page.locator(".generate[open]");
        place.getByLabel("Name").fill(name);
        place.getByLabel("Expires").fill(expires);
        button(place, "Generate").click();
    }

    private String putAway(Page page) {
        String key = page.locator("#shown-key").textContent();
        page.getByLabel("I have put it away").check();
        button(page, "Done").click();
        return key;
    }

    private static void open(Locator place, String name) {
        place.getByText(name, new Locator.GetByTextOptions().setExact(true)).first().click();
    }

    private String decision(String key) {
        return check(key, "decision");
    }

    private String reason(String key) {
        return check(key, "reason");
    }

    private String check(String key, String field) {
        return written.post(
                        "/api/v1/checks",
                        "{\"key\":\"%s\",\"permission\":\"catalog:view\"}".formatted(key))
                .mustBe(200)
                .text(field);
    }
}
