package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What people do with service users and keys in the console, as they do it. */
class ConsoleTest extends InTheConsole {

    private static final String SCRIPT = "<script>document.title='owned'</script><b>x</b>";

    @Test
    void aServiceUserFromItsCreationToItsEnd() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users"));
            press(page, "c");
            assertThat(page).hasTitle("Create service user · Keyledger");
            assertThat(page.getByLabel("workspace-owners")).hasCount(0);
            page.getByLabel("Username").fill("importer");
            page.getByLabel("Description").fill("imports the catalogue");
            page.getByLabel("Catalog readers").check();
            page.getByLabel("Reason").fill("ticket 5");
            button(page, "Create and another").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("importer was created");
            page.getByLabel("Username").fill("IMPORTER");
            page.getByLabel("Reason").fill("ticket 6");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            assertThat(page.getByLabel("Username")).hasValue("IMPORTER");
            assertThat(page.getByLabel("Reason")).hasValue("ticket 6");

            link(page, "Service users").click();
            // Scripts have run when the page has loaded, and only then is there a key to press.
            page.waitForURL(at("/acme/service-users"));
            press(page, "/");
            assertThat(page.getByLabel("Search")).isFocused();
            page.keyboard().type("catalogue");
            page.waitForURL("**q=catalogue**");
            link(page, "importer").click();
            assertThat(page.getByText("Free place")).hasCount(2);

            String first = generate(page, "nightly");
            assertThat(page.content()).doesNotContain(first);
            page.reload();
            assertThat(page.content()).doesNotContain(first);
            assertThat(decision(first)).isEqualTo("allow");
            String second = generate(page, "spare");
            assertThat(page.getByText("two keys are the most")).isVisible();

            Locator nightly = page.getByLabel("Key 1");
            nightly.getByText("Regenerate", new Locator.GetByTextOptions().setExact(true)).click();
            nightly.locator("details[open]").getByLabel("Reason").fill("ticket 7");
            button(nightly, "Regenerate secret").click();
            String renewed = secret(page);
            assertThat(renewed.substring(0, 25)).isEqualTo(first.substring(0, 25));
            assertThat(decision(first)).isEqualTo("deny");
            assertThat(decision(renewed)).isEqualTo("allow");

            Locator spare = page.getByLabel("Key 2");
            spare.getByText("Disable", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(spare).containsText("refused at once: it was never used");
            spare.locator("details[open]").getByLabel("Reason").fill("ticket 8");
            button(spare, "Disable key").click();
            assertThat(spare.getByText("Enable", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(decision(second)).isEqualTo("deny");
            spare.getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(button(spare, "Delete key")).isDisabled();
            spare.getByLabel("Type spare to delete it").fill("spare");
            button(spare, "Delete key").click();
            assertThat(page.getByText("Free place")).hasCount(1);

            link(page, "Permissions").click();
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("group Catalog readers → role reader");
            assertThat(page.locator("tbody tr").first())
                    .containsText(Pattern.compile("just now|ago"));

            link(page, "Edit").click();
            page.getByLabel("Catalog readers").uncheck();
            page.getByLabel("Owner").fill("ada@example.com");
            button(page, "Review changes").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("loses catalog:view");
            page.getByLabel("Reason").fill("left the project");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(decision(renewed)).isEqualTo("deny");

            link(page, "Activity").click();
            assertThat(page.locator("figure.chart")).containsText("uses refused");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("removed group Catalog readers");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Reason: left the project");
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText(
                            "disabled API key spare of service user importer Reason: ticket 8");
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("created service user importer Reason: ticket 5");
            page.getByText("removed group Catalog readers").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Ledger position");

            link(page, "To the service user").click();
            page.getByText("Delete service user").first().click();
            page.getByLabel("Type importer to delete it").fill("importer");
            button(page, "Delete service user").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("importer was deleted");
        }
    }

    @Test
    void whoMayOnlyLookSeesNoWayToChange() {
        String user = user("looked-at");
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            assertThat(page).hasURL(at("/acme/service-users"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("You may look, and not change");
            assertThat(link(page, "Timeline")).hasCount(0);
            page.navigate(at("/acme/service-users/" + user));
            assertThat(link(page, "Edit")).hasCount(0);
            assertThat(page.getByText("Generate API key")).hasCount(0);
            assertThat(page.getByLabel("Key 1")).containsText("takes api-keys:manage");
            page.navigate(at("/acme/service-users?q=looked-at"));
            page.locator("tbody summary").first().click();
            assertThat(link(page, "Permissions")).isVisible();
            assertThat(link(page, "Activity")).hasCount(0);
            page.navigate(at("/acme/service-users/new"));
            page.getByLabel("Username").fill("smuggled");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            page.navigate(at("/system/service-users"));
            assertThat(
                            page.getByRole(AriaRole.HEADING, named("There is nothing here"))
                                    .or(
                                            page.getByRole(
                                                    AriaRole.HEADING,
                                                    named("You may not do this"))))
                    .isVisible();
            link(page, "Groups").click();
            assertThat(page).hasURL(at("/acme/groups"));
        }
    }

    @Test
    void aSessionThatWasLostAsksToSignInAndGoesOn() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/new"));
            context.clearCookies();
            page.getByLabel("Username").fill("late");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("nothing was changed");
            page.navigate(at("/acme/timeline?kind=change"));
            signIn(page, administrator);
            assertThat(page).hasURL(at("/acme/timeline?kind=change&continue"));
            assertThat(page).hasTitle("Timeline · Keyledger");

            page.navigate(at("/acme/service-users"));
            context.clearCookies();
            page.getByLabel("Search").pressSequentially("late");
            assertThat(page).hasTitle("Sign in · Keyledger");
        }
    }

    @Test
    void markupInEveryTextIsShownAsItWasTyped() {
        String user = user("xss");
        written.patch(
                        "/api/v1/workspaces/acme/service-users/" + user,
                        "{\"description\":\"%1$s\",\"owner\":\"%1$s\",\"labels\":{\"team\":\"%1$s\"}}"
                                .formatted(SCRIPT))
                .mustBe(200);
        written.post(
                        "/api/v1/workspaces/acme/service-users/" + user + "/keys",
                        "{\"name\":\"%s\"}".formatted(SCRIPT))
                .mustBe(201);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            List<String> said = new ArrayList<>();
            page.onConsoleMessage(message -> said.add(message.text()));
            for (String path :
                    List.of("", "/" + user, "/" + user + "/edit", "/" + user + "/activity")) {
                page.navigate(at("/acme/service-users" + path));
                assertThat(page.title()).doesNotContain("owned");
                assertThat(page.locator("main b")).hasCount(0);
            }
            page.navigate(at("/acme/timeline"));
            page.getByText(SCRIPT).first().click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText(SCRIPT);
            assertThat(said).noneMatch(text -> text.contains("Content Security Policy"));
        }
    }

    private String generate(Page page, String name) {
        page.getByText("Generate API key").first().click();
        Locator place = page.locator(".generate[open]");
        place.getByLabel("Name").fill(name);
        button(place, "Generate").click();
        return secret(page);
    }

    /** What the dialog shows, which is put away. */
    private String secret(Page page) {
        String key = page.locator("#shown-key").textContent();
        press(page, "Escape");
        press(page, "Escape");
        assertThat(page.locator("#shown-key")).isVisible();
        page.getByLabel("I have put it away").check();
        button(page, "Done").click();
        assertThat(page.locator("#shown-key")).hasCount(0);
        return key;
    }

    private String decision(String key) {
        return written.post(
                        "/api/v1/checks",
                        "{\"key\":\"%s\",\"permission\":\"catalog:view\"}".formatted(key))
                .mustBe(200)
                .text("decision");
    }
}
