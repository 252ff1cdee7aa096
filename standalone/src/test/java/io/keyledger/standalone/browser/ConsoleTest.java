package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.keyledger.standalone.journey.Api;
import io.keyledger.standalone.journey.Node;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What administrators and auditors do in the console, as they do it. */
class ConsoleTest {

    private static final String SCRIPT = "<script>document.title='owned'</script><b>x</b>";

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Browsers browsers;
    private static Api api;
    private static String administrator;
    private static String viewer;

    @BeforeAll
    static void open() throws IOException {
        browsers = Browsers.open();
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        api = node.administrator();
        api.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        administrator = personWith("[\"*:*\"]", "system", "ada");
        viewer =
                personWith(
                        "[\"service-users:view\",\"groups:view\",\"roles:view\",\"policies:view\","
                                + "\"api-keys:view\",\"workspaces:view\"]",
                        "acme",
                        "victor");
        String role =
                api.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"reader\",\"permissions\":[\"catalog:view\"]}")
                        .mustBe(201)
                        .text("id");
        api.post(
                        "/api/v1/workspaces/acme/groups",
                        "{\"name\":\"Catalog readers\",\"roles\":[\"%s\"]}".formatted(role))
                .mustBe(201);
    }

    @AfterAll
    static void close() {
        if (browsers != null) {
            browsers.close();
            node.close();
            database.close();
        }
    }

    /** A key of somebody with these permissions. */
    private static String personWith(String permissions, String ws, String name) {
        String path = "/api/v1/workspaces/" + ws;
        String role =
                api.post(
                                path + "/roles",
                                "{\"name\":\"of %s\",\"permissions\":%s}"
                                        .formatted(name, permissions))
                        .mustBe(201)
                        .text("id");
        String user =
                api.post(
                                path + "/service-users",
                                "{\"username\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role))
                        .mustBe(201)
                        .text("id");
        return api.post(path + "/service-users/" + user + "/keys", "{\"name\":\"console\"}")
                .mustBe(201)
                .text("key");
    }

    @Test
    void aServiceUserFromItsCreationToItsEnd() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users"));
            page.keyboard().press("c");
            assertThat(page).hasTitle("Create service user · Keyledger");
            assertThat(page.getByLabel("workspace-owners")).hasCount(0);
            page.getByLabel("Username").fill("importer");
            page.getByLabel("Description").fill("imports the catalogue");
            page.getByLabel("Catalog readers").check();
            button(page, "Create and another").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("importer was created");
            page.getByLabel("Username").fill("IMPORTER");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            assertThat(page.getByLabel("Username")).hasValue("IMPORTER");

            link(page, "Service users").click();
            // Scripts have run when the page has loaded, and only then is there a key to press.
            page.waitForURL(at("/acme/service-users"));
            page.keyboard().press("/");
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
            button(spare, "Disable").click();
            assertThat(button(spare, "Enable")).isVisible();
            assertThat(decision(second)).isEqualTo("deny");
            spare.getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(button(spare, "Delete key")).isDisabled();
            spare.getByLabel("Type spare to delete it").fill("spare");
            button(spare, "Delete key").click();
            assertThat(page.getByText("Free place")).hasCount(1);

            link(page, "Permissions").click();
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("group Catalog readers → role reader");

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
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("unassigned group Catalog readers");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Reason: left the project");
            page.getByText("unassigned group Catalog readers").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Ledger position");

            link(page, "To the service user").click();
            page.getByText("Delete service user").first().click();
            page.getByLabel("Type importer to delete it").fill("importer");
            button(page, "Delete service user").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("importer was deleted");
        }
    }

    @Test
    void theSecondOfTwoWhoEditSeesTheConflictAndLosesNothing() {
        String user = user("contested");
        try (BrowserContext one = signedIn(administrator);
                BrowserContext other = signedIn(administrator)) {
            Page mine = one.pages().getFirst();
            Page theirs = other.pages().getFirst();
            mine.navigate(at("/acme/service-users/" + user + "/edit"));
            theirs.navigate(at("/acme/service-users/" + user + "/edit"));
            theirs.getByLabel("Description").fill("theirs");
            button(theirs, "Review changes").click();
            button(theirs, "Save").click();
            assertThat(theirs.getByRole(AriaRole.STATUS)).containsText("Saved");
            mine.getByLabel("Owner").fill("mine@example.com");
            mine.getByLabel("Description").fill("mine");
            button(mine, "Review changes").click();
            assertThat(mine.locator("#conflict")).containsText("Somebody else saved");
            assertThat(mine.getByRole(AriaRole.MAIN)).containsText("theirs");
            assertThat(description(user)).isEqualTo("theirs");
            button(mine, "Back to the form").click();
            assertThat(mine.getByLabel("Owner")).hasValue("mine@example.com");
            button(mine, "Review changes").click();
            button(mine, "Save").click();
            assertThat(mine.getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(description(user)).isEqualTo("mine");
        }
    }

    @Test
    void aSaveMeanwhileIsFoundAtTheLastMoment() {
        String user = user("raced");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/edit"));
            page.getByLabel("Description").fill("mine");
            button(page, "Review changes").click();
            assertThat(button(page, "Save")).isVisible();
            api.patch(
                            "/api/v1/workspaces/acme/service-users/" + user,
                            "{\"description\":\"theirs\"}")
                    .mustBe(200);
            page.getByLabel("Reason").fill("ticket 8");
            button(page, "Save").click();
            assertThat(page.locator("#conflict")).isVisible();
            assertThat(page.getByLabel("Reason")).hasValue("ticket 8");
            assertThat(description(user)).isEqualTo("theirs");
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
    void anAuditorAsksWhatWasAndWhoCan() throws InterruptedException {
        String role =
                api.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"payer\",\"permissions\":[\"payments:make\"]}")
                        .mustBe(201)
                        .text("id");
        String users = "/api/v1/workspaces/acme/service-users";
        String user =
                api.post(users, "{\"username\":\"till\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        Thread.sleep(1_100);
        String then = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Thread.sleep(1_100);
        api.patch(users + "/" + user, "{\"roles\":[]}").mustBe(200);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/permissions"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("It may do nothing");
            page.navigate(
                    at("/acme/service-users/" + user + "/permissions?compare=yes&at=" + then));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("As it was on");
            assertThat(page.locator(".removed")).containsText("payments:make");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("role payer");
            link(page, "The changes of this service user since then").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("unassigned role payer");

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
    void rolesAndGroupsAreMadeAndChangedAndKeptWhileInUse() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/roles"));
            link(page, "Create role").click();
            page.getByLabel("Name").fill("shipper");
            page.getByLabel("Permissions").fill("Not A Permission");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("resource:action");
            assertThat(page.getByLabel("Name")).hasValue("shipper");
            page.getByLabel("Permissions").fill("parcels:send\nparcels:view");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("shipper was created");

            page.navigate(at("/acme/groups"));
            link(page, "Create group").click();
            page.getByLabel("Name").fill("Shipping");
            page.getByLabel("shipper").check();
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Shipping was created");

            link(page, "Roles").click();
            link(page, "shipper").click();
            page.getByText("Delete role").first().click();
            page.getByLabel("Type shipper to delete it").fill("shipper");
            button(page, "Delete role").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was changed");

            link(page, "Groups").click();
            link(page, "Shipping").click();
            page.getByLabel("shipper").uncheck();
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            link(page, "viewers").click();
            assertThat(button(page, "Save")).hasCount(0);
        }
    }

    @Test
    void aWorkspaceIsMadeAndGoneInto() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Workspaces").click();
            page.getByLabel("Slug").fill("Not A Slug");
            page.getByLabel("Name").fill("Initech");
            button(page, "Create workspace").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            page.getByLabel("Slug").fill("initech");
            button(page, "Create workspace").click();
            assertThat(page).hasURL(at("/initech/service-users"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("initech was created");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("an account for a program");
        }
    }

    @Test
    void theTimelineShowsTheDaysAndADayLeadsToItsEntries() {
        user("of-today");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/timeline"));
            page.getByText("As a table").click();
            page.locator(".chart tbody a").last().click();
            page.waitForURL("**from=**");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("created service user of-today");
        }
    }

    @Test
    void anOperatorRebuildsTheViews() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Replays").click();
            button(page, "Rebuild").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("has begun");
            assertThat(page.getByText("yes, digests are equal").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        }
    }

    @Test
    void markupInEveryTextIsShownAsItWasTyped() {
        String user = user("xss");
        api.patch(
                        "/api/v1/workspaces/acme/service-users/" + user,
                        "{\"description\":\"%1$s\",\"owner\":\"%1$s\",\"labels\":{\"team\":\"%1$s\"}}"
                                .formatted(SCRIPT))
                .mustBe(200);
        api.post(
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

    @Test
    void everybodyCanUseItInBothThemesAndSizes() {
        String user = user("seen");
        List<String> paths =
                List.of(
                        "/acme/service-users",
                        "/acme/service-users/new",
                        "/acme/service-users/" + user,
                        "/acme/service-users/" + user + "/permissions",
                        "/acme/service-users/" + user + "/activity",
                        "/acme/service-users/" + user + "/edit",
                        "/acme/timeline",
                        "/acme/who-can?permission=catalog:view",
                        "/acme/replays",
                        "/acme/workspaces",
                        "/acme/roles",
                        "/acme/roles/new",
                        "/acme/groups",
                        "/acme/groups/new",
                        "/acme/nothing-here/at-all");
        List<String> violations = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1440}) {
                NewContextOptions options =
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900);
                try (BrowserContext context = browsers.chromium().newContext(options)) {
                    Page page = context.newPage();
                    page.navigate(at("/sign-in"));
                    violations.addAll(serious(page, scheme, width));
                    signIn(page, administrator);
                    for (String path : paths) {
                        page.navigate(at(path));
                        violations.addAll(serious(page, scheme, width));
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    private static List<String> serious(Page page, ColorScheme scheme, int width) {
        List<String> found = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                found.add(
                        "%s, %s, %d: %s %s"
                                .formatted(
                                        page.url(),
                                        scheme,
                                        width,
                                        rule.getId(),
                                        rule.getNodes().getFirst().getHtml()));
            }
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (((Number) over).intValue() > 0) {
            found.add("%s, %d: %s pixels too wide".formatted(page.url(), width, over));
        }
        return found;
    }

    private static String generate(Page page, String name) {
        page.getByText("Generate API key").first().click();
        Locator place = page.locator(".generate[open]");
        place.getByLabel("Name").fill(name);
        button(place, "Generate").click();
        return secret(page);
    }

    /** What the dialog shows, which is put away. */
    private static String secret(Page page) {
        String key = page.locator("#shown-key").textContent();
        page.getByLabel("I have put it away").check();
        button(page, "Done").click();
        assertThat(page.locator("#shown-key")).hasCount(0);
        return key;
    }

    private static String decision(String key) {
        return api.post(
                        "/api/v1/checks",
                        "{\"key\":\"%s\",\"permission\":\"catalog:view\"}".formatted(key))
                .mustBe(200)
                .text("decision");
    }

    private static String user(String name) {
        return api.post(
                        "/api/v1/workspaces/acme/service-users",
                        "{\"username\":\"%s\"}".formatted(name))
                .mustBe(201)
                .text("id");
    }

    private static String description(String user) {
        return api.get("/api/v1/workspaces/acme/service-users/" + user)
                .mustBe(200)
                .text("description");
    }

    private static BrowserContext signedIn(String key) {
        BrowserContext context = browsers.chromium().newContext();
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.navigate(at("/"));
        signIn(page, key);
        return context;
    }

    private static void signIn(Page page, String key) {
        page.getByLabel("API key").fill(key);
        button(page, "Sign in").click();
    }

    private static String at(String path) {
        return node.address() + "/console" + path;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
