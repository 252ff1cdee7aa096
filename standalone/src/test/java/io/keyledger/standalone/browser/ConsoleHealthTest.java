package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;

/** What operators do in the console. */
class ConsoleHealthTest extends InTheConsole {

    @Test
    void anOperatorSeesHowItIsAndWhatToDoAndItGoesOn() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Health").click();
            assertThat(page.locator("#health .note")).containsText("Ready");
            assertThat(page.getByRole(AriaRole.REGION, named("Ledger"))).containsText("good");
            assertThat(page.getByRole(AriaRole.REGION, named("Views")))
                    .containsText("audit-trail is behind by");
            assertThat(page.locator("tr", having("directory has parked streams")))
                    .containsText("none");
            park();
            assertThat(page.locator("tr", having("directory has parked streams")))
                    .containsText(
                            "not good",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            link(page, "Pause").click();
            JdbcClient.create(database.query())
                    .sql("DELETE FROM query.dead_letter WHERE stream = 'of-this-test'")
                    .update();
            page.waitForTimeout(6_000);
            assertThat(page.locator("tr", having("directory has parked streams")))
                    .containsText("not good");
            link(page, "Resume").click();
            assertThat(page.locator("tr", having("directory has parked streams")))
                    .containsText(
                            "none", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        }
    }

    @Test
    void whoDoesNotOperateSeesNothingOfIt() {
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            assertThat(link(page, "Health")).hasCount(0);
            page.navigate(at("/acme/health"));
            assertThat(page.getByRole(AriaRole.HEADING, named("You may not do this"))).isVisible();
        }
    }

    @Test
    void anOperatorRebuildsTheViewsAndTheRebuildOutlivesThePage() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Replays").click();
            button(page, "Rebuild").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("has begun");
            page.close();
            Page later = context.newPage();
            later.navigate(at("/acme/replays"));
            assertThat(later.getByText("yes, digests are equal").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(later.locator("tbody tr").first()).containsText("100 %");
            assertThat(later.locator("tbody tr").first()).containsText("took");
            List<String> rebuilt =
                    later.locator("tbody tr")
                            .first()
                            .locator("li > span:first-child")
                            .allTextContents();
            List<String> offered = later.getByLabel("View").locator("option").allTextContents();
            Assertions.assertThat(offered.subList(1, offered.size()))
                    .containsExactlyInAnyOrderElementsOf(
                            rebuilt.stream().map(view -> view.replaceAll(":.*", "")).toList());
            assertThat(later.getByRole(AriaRole.BUTTON, named("Cancel"))).hasCount(0);
        }
    }

    @Test
    void aReplayThatRestsGoesOnOrEnds() throws InterruptedException {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            resting();
            page.navigate(at("/acme/replays"));
            button(page.locator("tr", having("paused")), "Resume").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is running");
            assertThat(page.getByText("yes, digests are equal").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            resting();
            page.navigate(at("/acme/replays"));
            button(page.locator("tr", having("paused")), "Cancel").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is cancelled");
            assertThat(page.locator("tr", having("paused"))).hasCount(0);
        }
    }

    /** A replay of a view that somebody let rest before it did anything; once no other is on. */
    private void resting() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!rests()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("another replay does not end");
            }
            Thread.sleep(50);
        }
    }

    private boolean rests() {
        return JdbcClient.create(database.query())
                        .sql(
                                """
                                WITH made AS (INSERT INTO query.replay (id, view, requested_by)
                                              SELECT uuidv7(), 'activity', 'test'
                                               WHERE NOT EXISTS (SELECT FROM query.rebuild
                                                                  WHERE view = 'activity'
                                                                    AND state IN ('running', 'paused'))
                                              RETURNING id)
                                INSERT INTO query.rebuild (replay_id, view, state, phase)
                                SELECT id, 'activity', 'paused', 'prepare' FROM made
                                """)
                        .update()
                == 1;
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private void park() {
        JdbcClient.create(database.query())
                .sql(
                        "INSERT INTO query.dead_letter"
                                + " (view, copy, position, stream, workspace, type, cause, attempts)"
                                + " VALUES ('directory', 'live', 1, 'of-this-test', 'acme',"
                                + " 'role.RoleCreated', 'a fault of this test', 1)")
                .update();
    }
}
