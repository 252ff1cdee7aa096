package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** What auditors do with the timeline. */
@ExtendWith(WithinAnHour.class)
class ConsoleTimelineTest extends InTheConsole {

    private LocalDate today;

    @BeforeEach
    void whatDayItIs() {
        today = LocalDate.now(ZoneOffset.UTC);
    }

    @Test
    void draggingOverBarsZoomsToTheirDays() {
        user("of-today");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline?kind=change"));
            BoundingBox chart = page.locator(".chart svg").boundingBox();
            double bar = chart.width / 30;
            page.mouse().move(chart.x + 20.5 * bar, chart.y + 30);
            page.mouse().down();
            page.mouse().move(chart.x + 29.5 * bar, chart.y + 30);
            assertThat(page.locator(".chart [data-marked]"))
                    .containsText(today.minusDays(9) + ": 0");
            page.mouse().up();
            page.waitForURL(zoomed(today.minusDays(9), today.plusDays(1)));
            assertThat(page.url()).contains("kind=change");
            assertThat(page.locator(".chart svg a")).hasCount(10);
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("created service user of-today");
            link(page, "Zoom out to the last 30 days").click();
            assertThat(page).hasURL(at("/acme/timeline?kind=change"));
        }
    }

    @Test
    void theKeyboardZoomsFromDaysToAnHour() {
        user("of-this-hour");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline"));
            page.locator("[data-brush]").focus();
            press(page, "Shift+ArrowLeft");
            assertThat(page.locator(".chart [data-marked]"))
                    .containsText(today.minusDays(1).toString());
            press(page, "ArrowRight");
            press(page, "Enter");
            page.waitForURL(zoomed(today, today.plusDays(1)));
            assertThat(page.locator(".chart svg a")).hasCount(24);
            page.getByText("As a table").click();
            Locator hour = page.locator(".chart tbody a").last();
            assertThat(hour).isVisible();
            hour.click();
            page.waitForURL("**from=" + today + "T*");
            assertThat(page.locator(".chart svg a")).hasCount(1);
            assertThat(page.locator(".timeline li").first()).isVisible();
        }
    }

    @Test
    void whatTheFiltersLetPassIsTakenAwayAsATableThatSaysItIsComplete() throws IOException {
        String id = user("taken-away");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline?kind=change&subject=" + id));
            assertThat(page.locator(".timeline li")).hasCount(1);
            Download table = TakenAway.by(page, button(page, "All as CSV"));
            List<String> lines = Files.readAllLines(table.path());
            assertThat(table.suggestedFilename()).isEqualTo("audit-acme.csv");
            assertThat(lines).hasSize(3);
            assertThat(lines.getFirst()).startsWith("kind,id,occurred,");
            assertThat(lines.get(1)).contains("service-user.ServiceUserCreated", "taken-away");
            assertThat(lines.getLast()).startsWith("complete,1,");
        }
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/exports"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("There are none now");
        }
        assertThat(api.get("/api/v1/workspaces/acme/audit.csv?q=taken-away&kind=change").body())
                .contains("\r\ncomplete,1,");
    }

    @Test
    void withoutScriptADayLeadsToItsEntriesAllTheSame() {
        user("without-script");
        try (BrowserContext context = withoutScript()) {
            Page page = context.newPage();
            page.navigate(at("/"));
            signIn(page, administrator);
            page.navigate(at("/acme/timeline"));
            page.locator(".chart svg a").last().click();
            page.waitForURL(zoomed(today, today.plusDays(1)));
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("created service user without-script");
            page.navigate(at("/acme/timeline?live=on"));
            assertThat(page.locator("noscript p")).containsText("load the page again");
        }
    }

    @Test
    void barsCountWhatTheFiltersLetPassAndSayWhereTheyCannot() {
        String user = user("counted-alone");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline?kind=change&user=" + user));
            page.getByText("As a table").click();
            Locator last = page.locator(".chart tbody tr").last();
            assertThat(last.locator("td")).hasText(new String[] {"1", "0", "0"});
            page.navigate(at("/acme/timeline?decision=allow"));
            page.navigate(at("/acme/timeline?address=192.0.2.7"));
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("The bars do not look at address");
        }
    }

    @Test
    void aServiceUserIsFoundByNameAndTheAddressHasItsId() {
        String id = user("night-import");
        user("day-import");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline?kind=change"));
            page.getByLabel("Service user").pressSequentially("T-IMP");
            assertThat(page.locator("#called option")).hasCount(1);
            assertThat(page.locator("#called option")).hasAttribute("value", "night-import");
            page.getByLabel("Service user").fill("Night-Import");
            button(page, "Show").click();
            assertThat(page).hasURL(at("/acme/timeline?kind=change&user=" + id));
            assertThat(page.getByLabel("Service user")).hasValue("night-import");
            assertThat(page.locator(".chips")).containsText("service user: night-import");
            assertThat(page.locator(".timeline li")).hasCount(1);
            page.getByLabel("Kind").selectOption("");
            button(page, "Show").click();
            assertThat(page).hasURL(at("/acme/timeline?user=" + id));
            page.getByLabel("Service user").fill("");
            button(page, "Show").click();
            assertThat(page).hasURL(at("/acme/timeline"));
        }
    }

    @Test
    void aNameThatIsNobodysOrOfSeveralIsToldBesideTheFormAsItWasTyped() {
        String gone = user("twice");
        api.delete("/api/v1/workspaces/acme/service-users/" + gone).mustBe(204);
        String here = user("twice");
        try (BrowserContext context = withoutScript()) {
            Page page = context.newPage();
            page.navigate(at("/"));
            signIn(page, administrator);
            page.navigate(at("/acme/timeline"));
            Locator alert = page.getByRole(AriaRole.ALERT);
            page.getByLabel("Kind").selectOption("change");
            page.getByLabel("Service user").fill("nobody-of-that-name");
            button(page, "Show").click();
            assertThat(alert).containsText("No service user is or was called that");
            assertThat(page.getByLabel("Service user")).hasValue("nobody-of-that-name");
            assertThat(page.getByLabel("Kind")).hasValue("change");
            assertThat(page.locator(".timeline")).hasCount(0);
            page.getByLabel("Service user").fill("twice");
            button(page, "Show").click();
            assertThat(alert).containsText("More than one is or was called that");
            assertThat(alert.getByRole(AriaRole.LISTITEM)).hasCount(2);
            alert.getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText("deleted"))
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(page).hasURL(at("/acme/timeline?kind=change&user=" + gone));
            page.getByLabel("Service user").fill(here);
            button(page, "Show").click();
            assertThat(page).hasURL(at("/acme/timeline?kind=change&user=" + here));
            assertThat(page.getByLabel("Service user")).hasValue("twice");
        }
    }

    @Test
    void aLiveTimelineIsPausedAsItStoodAndResumed() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline?kind=change"));
            link(page, "Live").click();
            user("before-the-pause");
            assertThat(page.getByText("created service user before-the-pause"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            page.waitForTimeout(1_100);
            page.reload();
            link(page, "Pause").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Paused");
            user("during-the-pause");
            page.reload();
            assertThat(page.getByText("created service user before-the-pause")).isVisible();
            assertThat(page.getByText("created service user during-the-pause")).hasCount(0);
            link(page, "Resume").click();
            assertThat(page.getByText("created service user during-the-pause")).isVisible();
            link(page, "End live").click();
            assertThat(page).hasURL(at("/acme/timeline?kind=change"));
        }
    }

    @Test
    void anEntryOpensToItsRecordWithoutTheHashOfASecret() {
        String user = user("keyed");
        String use = useOf(user);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            Locator main = page.getByRole(AriaRole.MAIN);
            page.navigate(at("/acme/timeline?type=service-user.ApiKeyGenerated&user=" + user));
            page.locator(".sentence").first().click();
            page.getByText("Show the record").click();
            assertThat(page.getByRole(AriaRole.REGION, named("Payload")))
                    .containsText("\"hmac\" : \"withheld\"");
            assertThat(main).containsText("Stored and never shown: payload.secretHash.hmac");
            assertThat(main).containsText("of this workspace's Merkle log, with the hash");
            page.navigate(at("/acme/timeline/" + use));
            assertThat(main)
                    .containsText("permission-not-granted None of its roles had the permission.");
            assertThat(page.getByRole(AriaRole.REGION, named("What it was decided on")))
                    .containsText("service user keyed");
            page.getByText("Show the record").click();
            assertThat(page.getByRole(AriaRole.REGION, named("Payload")))
                    .containsText("catalog:view");
        }
    }

    @Test
    void anEntryLeadsToWhatItIsAboutAndToTheRestOfIt() {
        String user = user("led-to");
        String use = useOf(user);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            Locator main = page.getByRole(AriaRole.MAIN);
            page.navigate(at("/acme/timeline?type=user-group.UserGroupCreated&q=Catalog"));
            page.locator(".sentence").first().click();
            link(page, "Everything about it").click();
            assertThat(main).containsText("added role reader to user group Catalog readers");
            page.goBack();
            link(page, "To the user group").click();
            assertThat(page.getByLabel("Name")).hasValue("Catalog readers");
            page.navigate(at("/acme/timeline/" + use));
            link(page, "Everything with this key").click();
            assertThat(main).containsText("generated API key k of service user led-to");
            page.navigate(at("/acme/service-users/" + user));
            link(page, "Show uses of k").click();
            assertThat(page.locator(".timeline li")).hasCount(1);
            page.navigate(at("/acme/service-users/" + user + "/activity"));
            link(page, "Filter this in the timeline").click();
            assertThat(page).hasURL(at("/acme/timeline?user=" + user));
        }
    }

    @Test
    void anHourOfTheApiIsAnHourOfThePage() {
        useOf(user("now"));
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(
                    at(
                            "/acme/timeline?from=%s&to=%s"
                                    .formatted(hour.minusSeconds(7_200), hour.plusSeconds(3_600))));
            assertThat(page.locator(".chart svg a")).hasCount(3);
            assertThat(page.locator(".chart svg .changes").count()).isPositive();
            assertThat(page.locator(".chart svg .allowed").count()).isPositive();
            page.navigate(page.url() + "&kind=use");
            assertThat(page.locator(".chart svg .changes")).hasCount(0);
        }
    }

    private BrowserContext withoutScript() {
        return browsers.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false));
    }

    /** The record of a use of a key of that service user, which views have seen. */
    private String useOf(String user) {
        String key =
                written.post(
                                "/api/v1/workspaces/acme/service-users/" + user + "/keys",
                                "{\"name\":\"k\"}")
                        .mustBe(201)
                        .text("key");
        String use =
                written.post(
                                "/api/v1/checks",
                                "{\"key\":\"%s\",\"permission\":\"catalog:view\"}".formatted(key))
                        .mustBe(200)
                        .text("recordId");
        user("after-the-use-of-" + user);
        return use;
    }

    private static Pattern zoomed(LocalDate from, LocalDate to) {
        return Pattern.compile(
                ".*from=%s(T|%%54)00(:|%%3A)00(:|%%3A)00Z&.*to=%s.*".formatted(from, to));
    }
}
