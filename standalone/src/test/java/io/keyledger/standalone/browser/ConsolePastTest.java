package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The console as of a moment. */
class ConsolePastTest extends InTheConsole {

    private static final String ACME = "/api/v1/workspaces/acme";
    private static final String ABOUT_ACCESS =
            "/acme/(service-users|people|groups|roles|policies|apis|who-can|reports|compare)";

    private String veteran;
    private String then;

    @BeforeAll
    void muchHasChangedSince() throws InterruptedException {
        String role = made("/roles", "{\"name\":\"smith\",\"permissions\":[\"iron:forge\"]}");
        String policy = made("/policies", "{\"name\":\"daylight\",\"state\":\"enabled\"}");
        String group =
                made(
                        "/groups",
                        "{\"name\":\"Old guild\",\"roles\":[\"%s\"],\"policies\":[\"%s\"]}"
                                .formatted(role, policy));
        String forge = made("/apis", "{\"name\":\"forge\"}");
        made(
                "/routes",
                "{\"api\":\"forge\",\"method\":\"POST\",\"path\":\"/v1/swords\",\"permission\":\"iron:forge\"}");
        veteran =
                made(
                        "/service-users",
                        "{\"username\":\"veteran\",\"groups\":[\"%s\"]}".formatted(group));
        made("/service-users/" + veteran + "/keys", "{\"name\":\"hammer\"}");
        Thread.sleep(1_100);
        then = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Thread.sleep(1_100);
        user("newcomer");
        changed("/groups/" + group, "{\"name\":\"New guild\",\"policies\":[]}");
        changed("/policies/" + policy, "{\"name\":\"night\"}");
        changed("/roles/" + role, "{\"permissions\":[\"gold:forge\"]}");
        changed("/apis/" + forge, "{\"name\":\"mint\"}");
        changed("/service-users/" + veteran, "{\"username\":\"retired\",\"groups\":[]}");
    }

    @Test
    void onAPhoneThePastIsToldInLittleRoomAndTheMenuHasItsSteps() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.setViewportSize(360, 640);
            page.navigate(at("/acme/service-users?at=" + then));
            assertThat(page.locator(".band")).containsText("As it was on");
            assertThat(page.getByLabel("Turn the time")).isVisible();
            assertThat(link(page, "Back to now")).isVisible();
            assertThat(link(page, "an hour earlier")).hasCount(0);
            assertThat(ConsoleAccessibilityTest.serious(page, ColorScheme.LIGHT, 360)).isEmpty();
            page.locator("#time > summary").click();
            link(page, "an hour earlier").click();
            assertThat(main(page)).containsText("This workspace did not exist yet");
        }
    }

    @Test
    void aMomentIsChosenAndEverythingIsAsItWasUntilOneGoesBackToNow() throws IOException {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users?status=enabled"));
            press(page, ".");
            page.getByLabel("Moment (UTC)").fill(typed(then));
            button(page, "Look at it").click();
            assertThat(main(page)).containsText("As it was on");
            assertThat(page).hasURL(at("/acme/service-users?status=enabled&at=" + field()));
            assertThat(link(page, "veteran")).isVisible();
            assertThat(link(page, "newcomer")).hasCount(0);
            assertThat(link(page, "Create Service User")).hasCount(0);
            assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
            page.getByLabel("Search").fill("retired");
            assertThat(main(page)).containsText("No service user is like that");
            page.getByLabel("Search").fill("veter");
            link(page, "veteran").click();
            assertThat(main(page)).containsText("hammer");
            assertThat(main(page)).containsText("Old guild");
            assertThat(page.locator("main form")).hasCount(0);
            link(page, "Permissions").click();
            assertThat(main(page)).containsText("group Old guild → role smith");
            link(page, "Activity").click();
            assertThat(main(page)).containsText("generated API key");
            assertThat(main(page)).not().containsText("removed group");

            link(page, "Groups").click();
            link(page, "Old guild").click();
            assertThat(page.getByLabel("Name")).isDisabled();
            assertThat(page.getByLabel("daylight")).isChecked();
            assertThat(page.getByRole(AriaRole.REGION, named("Service users in it")))
                    .containsText("veteran");
            assertThat(main(page)).containsText("There were none then.");
            link(page, "Roles").click();
            link(page, "smith").click();
            assertThat(page.getByLabel("Permissions")).hasValue("iron:forge");
            link(page, "Policies").click();
            link(page, "daylight").click();
            assertThat(link(page, "veteran")).isVisible();
            link(page, "Routes").click();
            link(page, "forge").click();
            assertThat(main(page)).containsText("/v1/swords");
            link(page, "iron:forge").click();
            assertThat(link(page, "veteran")).isVisible();
            link(page, "Reports").click();
            assertThat(main(page)).containsText("iron:forge");
            assertThat(page.getByLabel("Unused for days")).hasCount(0);
            Download table = TakenAway.by(page, button(page, "All as CSV"));
            assertThat(Files.readString(table.path()))
                    .contains("veteran", "Old guild", "iron:forge", "hammer,enabled")
                    .doesNotContain("newcomer", "retired");
            assertThat(table.suggestedFilename())
                    .isEqualTo("access-acme-" + then.replace(":", "") + ".csv");

            press(page, "n");
            assertThat(page).hasURL(at("/acme/reports"));
            assertThat(main(page)).not().containsText("As it was on");
            assertThat(main(page)).containsText("retired");
        }
    }

    @Test
    void everyLinkBetweenPagesAboutAccessKeepsTheMoment() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            Set<String> seen = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(List.of(at("/acme/service-users?at=" + then)));
            while (!next.isEmpty()) {
                String address = next.removeFirst();
                // A list filtered or sorted by another value has the same links.
                if (!seen.add(address.replaceAll("=[^&]*", ""))) {
                    continue;
                }
                assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
                assertThat(page.locator(".band")).containsText("As it was on");
                for (String to : links(page)) {
                    if (to.matches(".*" + ABOUT_ACCESS + "(?!.*csv).*")) {
                        assertThat(to).as("on %s", address).contains("at=" + then);
                        // A comparison's own links lead to either moment.
                        if (!to.contains("/compare")) {
                            next.add(to);
                        }
                    }
                }
            }
            assertThat(seen).hasSizeGreaterThan(25);
        }
    }

    /** Where they lead, asked all at once. */
    private static List<String> links(Page page) {
        Object found =
                page.locator("nav[aria-label=Sections] a, section a")
                        .evaluateAll("all => all.map(it => it.href)");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    @Test
    void onceInThePastTimeIsTurnedLikeADial() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users?q=veteran&at=" + then));
            assertThat(link(page, "an hour later")).hasCount(0);
            link(page, "an hour earlier").click();
            assertThat(main(page)).containsText("This workspace did not exist yet");
            assertThat(page).hasURL(at("/acme/service-users?q=veteran&at=" + before(1)));
            press(page, "]");
            page.waitForURL("**at=" + then);
            assertThat(link(page, "veteran")).isVisible();
            page.getByText("As of", new Page.GetByTextOptions().setExact(true)).click();
            link(page, "7 days ago").click();
            assertThat(main(page)).containsText("This workspace did not exist yet");
            page.navigate(at("/acme/service-users/" + veteran + "?at=" + before(2)));
            assertThat(page.getByRole(AriaRole.HEADING, named("There was nothing here then")))
                    .isVisible();
            link(page, "Look at it as it is now").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("retired"))).isVisible();
        }
    }

    @Test
    void permissionsFollowADialThatKeepsTheFocus() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + veteran + "/permissions"));
            assertThat(main(page)).containsText("It may do nothing");
            Locator dial = main(page).getByLabel("Turn the time");
            dial.fill(String.valueOf(Instant.parse(then).getEpochSecond()));
            page.waitForURL("**at=**");
            assertThat(page.locator(".band")).containsText("As it was on");
            assertThat(main(page)).containsText("group Old guild → role smith");
            assertThat(dial).isFocused();
            press(page, "End");
            page.waitForURL(url -> !url.contains("at="));
            assertThat(main(page)).containsText("It may do nothing");
            assertThat(dial).isFocused();
        }
    }

    @Test
    void whatIsNoPastMomentIsRefusedAndNothingIsChangedInThePast() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users"));
            for (String moment : List.of("2999-01-01T00:00:00Z", "yesterday", "2026-13-01T00:00")) {
                for (String path : List.of("service-users", "groups", "roles", "who-can")) {
                    APIResponse answer =
                            context.request()
                                    .get(at("/acme/" + path + "?permission=a:b&at=" + moment));
                    assertThat(answer.status()).as(path + moment).isEqualTo(400);
                }
            }
            for (String path :
                    List.of("service-users/new", "service-users/" + veteran + "/edit", "replays")) {
                APIResponse answer = context.request().get(at("/acme/" + path + "?at=" + then));
                assertThat(answer.status()).as(path).isEqualTo(409);
                assertThat(answer.text()).contains("The past stays as it was");
            }
            String token = page.locator("input[name=_csrf]").first().inputValue();
            String status = "/acme/service-users/" + veteran + "/status";
            APIResponse refused =
                    context.request()
                            .post(
                                    at(status + "?at=" + then),
                                    RequestOptions.create()
                                            .setForm(
                                                    FormData.create()
                                                            .set("_csrf", token)
                                                            .set("to", "disabled")));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(api.get(ACME + "/service-users/" + veteran).text("status"))
                    .isEqualTo("enabled");
        }
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    /** As a browser sends the field. */
    private String field() {
        return typed(then).replace(":", "%3A");
    }

    private String before(int hours) {
        return Instant.parse(then).minus(hours, ChronoUnit.HOURS).toString();
    }

    private String made(String path, String json) {
        return written.post(ACME + path, json).mustBe(201).json().path("id").asString("");
    }

    private void changed(String path, String json) {
        written.patch(ACME + path, json).mustBe(200);
    }
}
