package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What auditors and operators do in the console. */
class ConsoleAuditTest extends InTheConsole {

    @Test
    void anAuditorAsksWhatWasAndWhoCan() throws InterruptedException {
        String role =
                written.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"payer\",\"permissions\":[\"payments:make\"]}")
                        .mustBe(201)
                        .text("id");
        String users = "/api/v1/workspaces/acme/service-users";
        String user =
                written.post(users, "{\"username\":\"till\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        Thread.sleep(1_100);
        String then = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Thread.sleep(1_100);
        written.patch(users + "/" + user, "{\"roles\":[]}", "closed%20for%20good").mustBe(200);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/permissions"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("It may do nothing");
            page.navigate(
                    at("/acme/service-users/" + user + "/permissions?compare=yes&at=" + then));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("As it was on");
            assertThat(page.locator(".removed")).containsText("payments:make");
            assertThat(page.locator(".removed")).containsText("removed role payer");
            assertThat(page.locator(".removed")).containsText("Reason: closed for good");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("role payer");
            link(page, "The changes of this service user between the two").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("removed role payer");
            page.navigate(
                    at(
                            "/acme/service-users/%s/permissions?compare=yes&at=%s&until=%s"
                                    .formatted(user, then, then)));
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("No permission has come or gone");

            link(page, "Back to now").click();
            link(page, "Who can").click();
            page.getByLabel("Permission").fill("payments:make");
            button(page, "Ask").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nobody can");
            page.navigate(at("/acme/who-can?permission=payments:make&at=" + then));
            assertThat(link(page, "till")).isVisible();
            page.navigate(at("/acme/who-can?permission=nonsense"));
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        }
    }

    @Test
    void anAccessReviewIsATableToTakeAway() throws IOException {
        String role =
                written.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"clerk\",\"permissions\":[\"ledgers:view\"]}")
                        .mustBe(201)
                        .text("id");
        String group =
                written.post(
                                "/api/v1/workspaces/acme/groups",
                                "{\"name\":\"Clerks\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        written.post(
                        "/api/v1/workspaces/acme/service-users",
                        "{\"username\":\"reviewed\",\"description\":\"=1+1, \\\"quoted\\\"\",\"groups\":[\"%s\"]}"
                                .formatted(group))
                .mustBe(201);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Reports").click();
            page.getByLabel("Group").selectOption("Clerks");
            button(page, "Show").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("ledgers:view");
            Download table = TakenAway.by(page, button(page, "All as CSV"));
            List<String> lines = Files.readAllLines(table.path());
            assertThat(table.suggestedFilename()).isEqualTo("access-acme.csv");
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).startsWith("username,id,status,owner,description");
            assertThat(lines.get(1))
                    .startsWith("reviewed,")
                    .contains("\"'=1+1, \"\"quoted\"\"\"")
                    .contains(",Clerks,,,ledgers:view,");
        }
    }

    @Test
    void anOperatorTriesAParkedEntryAgainAndLeavesItOut() {
        String user = user("parked");
        JsonNode entry =
                api.get("/api/v1/workspaces/acme/audit?kind=change&user=" + user)
                        .json()
                        .at("/items/0");
        long position = entry.get("position").asLong();
        park(entry, user);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Dead letters").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("a fault of this test");
            Locator id = page.locator("tbody code[data-copy]");
            assertThat(id).hasText(user.substring(0, 8) + "…" + user.substring(user.length() - 4));
            assertThat(id).hasAttribute("title", user);
            assertThat(link(page, "service user"))
                    .hasAttribute("href", "/console/acme/service-users/" + user);
            page.locator("tbody .menu summary").click();
            assertThat(link(page, "Entries about the same"))
                    .hasAttribute("href", "/console/acme/timeline?subject=" + user);
            button(page, "Try again").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("applied: 1");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("There are none");
            park(entry, user);
            page.reload();
            page.getByText("Leave out").click();
            page.getByLabel("to leave it out").fill("1");
            assertThat(button(page, "Leave it out")).isDisabled();
            page.getByLabel("to leave it out").fill(String.valueOf(position));
            button(page, "Leave it out").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("There are none");
        }
    }

    /** As if the directory had not been able to apply it. */
    private void park(JsonNode entry, String stream) {
        JdbcClient.create(database.query())
                .sql(
                        "INSERT INTO query.dead_letter"
                                + " (view, copy, position, stream, workspace, type, cause, attempts)"
                                + " VALUES ('directory', 'live', ?, ?, 'acme', ?, 'a fault of this test', 1)")
                .params(entry.get("position").asLong(), stream, entry.get("type").asString())
                .update();
    }
}
