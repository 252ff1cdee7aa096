package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

/** A check that is tried, from somewhere and at some time. */
class ConsoleTrialTest extends InTheConsole {

    @Test
    void aCheckIsTriedAndEveryStepIsTold() {
        String user = tried();
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            Locator main = page.getByRole(AriaRole.MAIN);
            page.navigate(at("/acme/service-users/" + user));
            link(page, "Try a check").click();
            page.getByLabel("Permission").fill("pianos.grand:tune");
            button(page, "Try").click();
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("It would be refused: no key.");
            assertThat(main).containsText("No key of it can be used");
            assertThat(main).containsText("It holds pianos.grand:tune by role tuner");
            written.post(
                            "/api/v1/workspaces/acme/service-users/" + user + "/keys",
                            "{\"name\":\"k\"}")
                    .mustBe(201);
            page.getByLabel("From address").fill("198.51.100.7");
            page.getByLabel("At (UTC)").fill("2026-11-29T12:00:01");
            button(page, "Try").click();
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("It would be refused: network not allowed.");
            assertThat(main).containsText("the address 198.51.100.7 is not in its networks");
            assertThat(main).containsText("that time is outside its hours of the week");
            assertThat(main).containsText("not evaluated: how often it will have been used");

            page.getByLabel("From address").fill("192.0.2.7");
            page.getByLabel("At (UTC)").fill("2026-11-30T12:00:01");
            page.getByLabel("With key").selectOption("k");
            button(page, "Try").click();
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("It would be allowed, if what is open below lets it pass.");
            assertThat(main).containsText("Key k can be used");
            assertThat(main).containsText("the address 192.0.2.7 is in its networks");
            assertThat(main).containsText("that time is within its hours of the week");

            page.getByLabel("At (UTC)").fill("");
            button(page, "Try").click();
            assertThat(main).containsText("at most 0 of 100 used in this window");
            page.getByLabel("Permission").fill("pianos.grand:play");
            button(page, "Try").click();
            assertThat(main).containsText("Nothing it has holds pianos.grand:play");
            page.getByLabel("Permission").fill("");
            page.getByLabel("and path").fill("/nowhere");
            button(page, "Try").click();
            assertThat(main).containsText("No route leads there: no route");
            page.getByLabel("From address").fill("nonsense");
            button(page, "Try").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("address");
            assertThat(page.getByLabel("and path")).hasValue("/nowhere");
            page.navigate(at("/acme/service-users/" + user));
            assertThat(main).containsText("0 allowed, 0 refused");
        }
    }

    private String tried() {
        String role =
                written.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"tuner\",\"permissions\":[\"pianos.*:tune\"]}")
                        .mustBe(201)
                        .text("id");
        String policy =
                written.post(
                                "/api/v1/workspaces/acme/policies",
                                """
                                {"name": "by day", "state": "enabled", "guards": {
                                  "networks": ["192.0.2.0/24"],
                                  "weekly": [{"days": ["monday"], "from": "08:00", "to": "18:00", "zone": "UTC"},
                                             {"days": ["saturday", "tuesday", "wednesday", "thursday", "friday"],
                                              "from": "00:00", "to": "24:00", "zone": "UTC"}],
                                  "rateLimit": {"uses": 100, "perSeconds": 3600}}}""")
                        .mustBe(201)
                        .text("id");
        return written.post(
                        "/api/v1/workspaces/acme/service-users",
                        "{\"username\":\"tried\",\"roles\":[\"%s\"],\"policies\":[\"%s\"]}"
                                .formatted(role, policy))
                .mustBe(201)
                .text("id");
    }
}
