package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Two moments of a workspace side by side. */
class ConsoleCompareTest extends InTheConsole {

    private static final String ACME = "/api/v1/workspaces/acme";

    private String then;
    private String later;

    @BeforeAll
    void muchHappens() throws InterruptedException {
        String smith = made("/roles", "{\"name\":\"smith\",\"permissions\":[\"iron:forge\"]}");
        String smiths = made("/groups", "{\"name\":\"Smiths\"}");
        String old = made("/roles", "{\"name\":\"to go\",\"permissions\":[\"a:b\"]}");
        String veteran = made("/service-users", "{\"username\":\"veteran\"}");
        Thread.sleep(1_100);
        then = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Thread.sleep(1_100);
        written.patch(ACME + "/roles/" + smith, "{\"permissions\":[\"gold:forge\"]}", "ticket 7")
                .mustBe(200);
        written.patch(ACME + "/groups/" + smiths, "{\"roles\":[\"%s\"]}".formatted(smith))
                .mustBe(200);
        written.patch(
                        ACME + "/service-users/" + veteran,
                        "{\"groups\":[\"%s\"],\"owner\":\"ann\"}".formatted(smiths))
                .mustBe(200);
        api.send("DELETE", ACME + "/roles/" + old, BodyPublishers.noBody()).mustBe(204);
        Thread.sleep(1_100);
        later = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Thread.sleep(1_100);
        user("newcomer");
        made("/apis", "{\"name\":\"forge\"}");
        made(
                "/routes",
                "{\"api\":\"forge\",\"method\":\"POST\",\"path\":\"/v1/swords\",\"public\":true}");
    }

    @Test
    void whatIsNotAsItWasIsListedWithTheChangeThatMadeItSo() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/compare?at=" + then));
            Locator role = thing(page, "smith");
            assertThat(role).containsText("changed");
            assertThat(role.locator(".removed")).hasText("iron:forge");
            assertThat(role.locator(".added")).hasText("gold:forge");
            assertThat(role).containsText("changed role permissions smith");
            assertThat(role).containsText("Reason: ticket 7");
            assertThat(role).containsText(Pattern.compile("now|ago"));
            assertThat(thing(page, "Smiths").locator(".added")).hasText("smith");
            assertThat(thing(page, "newcomer")).containsText("new");
            assertThat(thing(page, "to go")).containsText("gone");
            assertThat(thing(page, "POST /v1/swords")).containsText("API route");
            assertThat(thing(page, "veteran")).containsText("owner");
            link(page, "to go").click();
            assertThat(page).hasURL(at("/acme/roles/" + id(page) + "?at=" + then));
            assertThat(page.getByLabel("Permissions").first()).hasValue("a:b");
        }
    }

    @Test
    void twoMomentsAreComparedForwardInTimeAndByKind() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/compare?at=" + later + "&until=" + then));
            assertThat(thing(page, "Smiths")).isVisible();
            assertThat(thing(page, "newcomer")).hasCount(0);
            page.getByLabel("What").selectOption("service user");
            button(page, "Compare").click();
            assertThat(page).hasURL(Pattern.compile(".*kind=service\\+user.*"));
            assertThat(page.locator("table.sides tbody")).hasCount(1);
            link(page, "what veteran could do").click();
            assertThat(main(page)).containsText("gained gold:forge");
        }
    }

    @Test
    void theTimeControlLeadsThereAndKeepsTheMoment() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/groups?at=" + later));
            press(page, ".");
            assertThat(page.getByLabel("Moment (UTC)")).isVisible();
            press(page, "Escape");
            assertThat(page.getByLabel("Moment (UTC)")).isHidden();
            assertThat(page.locator("#time > summary")).isFocused();
            press(page, ".");
            link(page, "Compare with now").click();
            assertThat(page).hasURL(at("/acme/compare?at=" + later));
            assertThat(thing(page, "newcomer")).isVisible();
            assertThat(thing(page, "Smiths")).hasCount(0);
            page.getByLabel("What").selectOption("security policy");
            button(page, "Compare").click();
            assertThat(main(page)).containsText("Nothing of that kind differs.");
            press(page, "n");
            assertThat(main(page)).containsText("Choose a moment");
        }
    }

    @Test
    void whoMayNotReadTheTrailComparesNothing() {
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            assertThat(link(page, "Compare")).hasCount(0);
            page.navigate(at("/acme/compare?at=" + then));
            assertThat(page.getByRole(AriaRole.HEADING, named("You may not do this"))).isVisible();
        }
    }

    private String made(String path, String body) {
        return written.post(ACME + path, body).mustBe(201).text("id");
    }

    private static Locator thing(Page page, String name) {
        return page.locator("table.sides tbody")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(page.locator("th").getByText(name, exactly())));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static String id(Page page) {
        return page.url().replaceAll(".*/roles/([^?]*).*", "$1");
    }
}
