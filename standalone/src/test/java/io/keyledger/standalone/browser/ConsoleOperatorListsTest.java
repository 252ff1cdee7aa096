package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of what operators look after: workspaces and dead letters. */
class ConsoleOperatorListsTest extends InTheConsole {

    @BeforeAll
    void some() {
        written.post("/api/v1/workspaces", "{\"slug\":\"bakery\",\"name\":\"Zoe's\"}").mustBe(201);
        written.post("/api/v1/workspaces", "{\"slug\":\"cellar\",\"name\":\"Wines\"}").mustBe(201);
        for (int i = 1; i <= 60; i++) {
            park("people", 1_000_000 + i, "acme", "person.PersonSignedIn", "a fault of this", i);
        }
        park("directory", 2_000_001, "bakery", "role.RoleCreated", "NullPointer of this", 99);
        park("directory", 2_000_002, "bakery", "role.RoleDeleted", null, 1);
    }

    @Test
    void workspacesAreSearchedSortedAndCounted() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/workspaces"));
            assertThat(page.locator("#count")).hasText("4 of 4");
            assertThat(first(page)).hasText("acme");
            link(page, "Name").click();
            assertThat(page).hasURL(at("/acme/workspaces?sort=name"));
            assertThat(first(page)).hasText("acme");
            link(page, "Name").click();
            assertThat(first(page)).hasText("bakery");
            page.getByLabel("Search").fill("WINE");
            assertThat(page.locator("#count")).hasText("1 of 1");
            assertThat(page.locator(".chips")).containsText("text: WINE");
            page.getByLabel("Search").fill("nowhere");
            assertThat(main(page)).containsText("No workspace is like that");
            link(page, "Show all").click();
            link(page, "bakery").click();
            assertThat(page.locator(".switcher > summary")).containsText("bakery");
        }
    }

    @Test
    void whoSeesOneWorkspaceListsAndCountsThatOne() {
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/workspaces?sort=-createdAt"));
            assertThat(page.locator("#count")).hasText("1 of 1");
            assertThat(first(page)).hasText("acme");
            assertThat(button(page, "Create workspace")).isDisabled();
            assertThat(main(page)).containsText("workspaces:manage");
        }
    }

    @Test
    void deadLettersAreSortedFilteredPagedAndCounted() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/dead-letters"));
            link(page, "Times").click();
            assertThat(page.locator("tbody th").first()).hasText("directory 2000001");
            link(page, "Times").click();
            assertThat(page).hasURL(at("/acme/dead-letters?sort=attempts"));
            page.getByLabel("Search").fill("personsignedin");
            assertThat(page.locator("#count")).hasText("50 of 60");
            link(page, "Next 50").click();
            assertThat(page.locator("#count")).hasText("10 of 60");
            page.navigate(at("/acme/dead-letters?workspace=bakery"));
            page.getByLabel("State").selectOption("waiting");
            assertThat(page.locator("#count")).hasText("1 of 1");
            assertThat(page.locator("tbody th")).hasText("directory 2000002");
            assertThat(main(page)).containsText("waits for the one before it");
            page.getByLabel("State").selectOption("failed");
            assertThat(page.locator(".chips")).containsText("state: failed");
            assertThat(page.locator("tbody th")).hasText("directory 2000001");
            page.locator("tbody .menu summary").first().click();
            link(page, "Those of this type").click();
            assertThat(page.locator(".chips")).containsText("entry: role.RoleCreated");
            page.setViewportSize(360, 900);
            Assertions.assertThat(ConsoleAccessibilityTest.serious(page, ColorScheme.LIGHT, 360))
                    .isEmpty();
        }
    }

    @Test
    void oneIsLeftOutAndTheListStaysAsItWasAskedFor() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            park("activity", 3_000_001, "cellar", "role.RoleCreated", "a fault", 1);
            page.navigate(at("/acme/dead-letters?workspace=cellar&sort=-attempts"));
            page.getByText("Leave out").click();
            page.getByLabel("Type 3000001 to leave it out").fill("3000001");
            button(page, "Leave it out").click();
            assertThat(page).hasURL(at("/acme/dead-letters?workspace=cellar&sort=-attempts"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("applied: 0");
            assertThat(main(page)).containsText("No dead letter is like that");
        }
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static Locator first(Page page) {
        return page.locator("tbody th a").first();
    }

    private void park(
            String view,
            long position,
            String workspace,
            String type,
            @Nullable String cause,
            int attempts) {
        JdbcClient.create(database.query())
                .sql(
                        """
                        INSERT INTO query.dead_letter
                               (view, copy, position, stream, workspace, type, cause, attempts)
                        VALUES (?, 'live', ?, 'of-this-test-' || ?::bigint, ?, ?, ?, ?)
                        """)
                .params(view, position, position, workspace, type, cause, attempts)
                .update();
    }
}
