package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** Two administrators edit the same service user. */
class ConsoleConflictTest extends InTheConsole {

    @Test
    void theSecondOfTwoSeesTheirsAndHisFieldByFieldAndLosesNothing() {
        String writers = group("Writers");
        String payers = group("Payers");
        String user = user("contested");
        edit(user, "{\"labels\":{\"team\":\"data\"},\"groups\":[\"%s\"]}".formatted(payers));
        try (BrowserContext one = signedIn(administrator);
                BrowserContext other = signedIn(administrator)) {
            Page mine = one.pages().getFirst();
            Page theirs = other.pages().getFirst();
            mine.navigate(at("/acme/service-users/" + user + "/edit"));
            theirs.navigate(at("/acme/service-users/" + user + "/edit"));
            theirs.getByLabel("Description").fill("theirs");
            theirs.getByLabel("Username").fill("renamed");
            theirs.getByLabel("Labels").fill("team: search\ncost: 7");
            theirs.getByLabel("Payers").uncheck();
            button(theirs, "Review changes").click();
            button(theirs, "Save").click();
            assertThat(theirs.getByRole(AriaRole.STATUS)).containsText("Saved");

            mine.getByLabel("Owner").fill("mine@example.com");
            mine.getByLabel("Description").fill("mine");
            mine.getByLabel("Labels").fill("team: ops\nregion: eu");
            mine.getByLabel("Writers").check();
            button(mine, "Review changes").click();
            assertThat(mine.locator("#conflict")).containsText("Somebody else saved");
            assertThat(field(mine, "username")).containsText("theirs is kept");
            assertThat(field(mine, "owner")).containsText("yours is kept");
            assertThat(field(mine, "groups")).containsText("both are kept");
            assertThat(field(mine, "labels.cost")).containsText("theirs is kept");
            assertThat(field(mine, "labels.region")).containsText("yours is kept");
            assertThat(field(mine, "description")).containsText("choose");
            assertThat(read(user).get("description").asString()).isEqualTo("theirs");

            button(mine, "Review the merged changes").click();
            assertThat(mine.locator("#conflict")).isVisible();
            mine.getByLabel("Description, yours: mine").check();
            mine.getByLabel("Label team, theirs: search").check();
            button(mine, "Review the merged changes").click();
            assertThat(mine.locator("#conflict")).hasCount(0);
            mine.getByLabel("Reason").fill("ticket 9");
            button(mine, "Save").click();
            assertThat(mine.getByRole(AriaRole.STATUS)).containsText("Saved");
        }
        JsonNode saved = read(user);
        assertThat(saved.get("username").asString()).isEqualTo("renamed");
        assertThat(saved.get("description").asString()).isEqualTo("mine");
        assertThat(saved.get("owner").asString()).isEqualTo("mine@example.com");
        assertThat(saved.get("labels")).hasSize(3);
        assertThat(saved.at("/labels/team").asString()).isEqualTo("search");
        assertThat(saved.at("/labels/cost").asString()).isEqualTo("7");
        assertThat(saved.at("/labels/region").asString()).isEqualTo("eu");
        assertThat(saved.get("groups").toString()).isEqualTo("[\"%s\"]".formatted(writers));
    }

    @Test
    void whoeverGoesBackToTheFormFindsBothInIt() {
        String user = user("reconsidered");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/edit"));
            page.getByLabel("Owner").fill("mine@example.com");
            edit(user, "{\"description\":\"theirs\"}");
            button(page, "Review changes").click();
            button(page, "Back to the form").click();
            assertThat(page.getByLabel("Owner")).hasValue("mine@example.com");
            assertThat(page.getByLabel("Description")).hasValue("theirs");
            edit(user, "{\"description\":\"theirs again\"}");
            button(page, "Review changes").click();
            assertThat(field(page, "description")).containsText("theirs is kept");
            button(page, "Review the merged changes").click();
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        }
        assertThat(read(user).get("description").asString()).isEqualTo("theirs again");
        assertThat(read(user).get("owner").asString()).isEqualTo("mine@example.com");
    }

    @Test
    void aSaveMeanwhileIsFoundAtTheLastMomentAndWhileOneChooses() {
        String user = user("raced");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/edit"));
            page.getByLabel("Description").fill("mine");
            button(page, "Review changes").click();
            assertThat(button(page, "Save")).isVisible();
            edit(user, "{\"description\":\"theirs\"}");
            page.getByLabel("Reason").fill("ticket 8");
            button(page, "Save").click();
            assertThat(page.locator("#conflict")).isVisible();
            page.getByLabel("Description, yours: mine").check();
            edit(user, "{\"description\":\"theirs, once more\"}");
            button(page, "Review the merged changes").click();
            assertThat(page.locator("#conflict")).isVisible();
            assertThat(field(page, "description")).containsText("theirs, once more");
            page.getByLabel("Description, yours: mine").check();
            button(page, "Review the merged changes").click();
            assertThat(page.getByLabel("Reason")).hasValue("ticket 8");
            assertThat(read(user).get("description").asString()).isEqualTo("theirs, once more");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        }
        assertThat(read(user).get("description").asString()).isEqualTo("mine");
    }

    private static Locator field(Page page, String name) {
        return page.locator("tr[data-field='" + name + "']");
    }

    private String group(String name) {
        return written.post(
                        "/api/v1/workspaces/acme/groups",
                        "{\"name\":\"%s\",\"roles\":[]}".formatted(name))
                .mustBe(201)
                .text("id");
    }

    private void edit(String user, String json) {
        written.patch("/api/v1/workspaces/acme/service-users/" + user, json).mustBe(200);
    }

    private JsonNode read(String user) {
        return api.get("/api/v1/workspaces/acme/service-users/" + user).mustBe(200).json();
    }
}
