package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;

import io.keyledger.standalone.journey.Node;
import io.keyledger.standalone.journey.Sql;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/** People sign in at their company's provider, and are in the console who they are there. */
class PeopleTest {

    private static final String OWNERS = "keyledger:acme:workspace-owners";
    private static final Pattern LATELY = Pattern.compile("now|ago");
    private static final long LATE_MILLIS = 2_000;

    private static final String EVENTS_OF_PEOPLE =
            "store.domain_event WHERE stream_type = 'person'";

    private static Browsers browsers;
    private static ScratchDatabase database;
    private static Login login;
    private static Node node;

    @BeforeAll
    static void open(@TempDir Path data) throws IOException {
        browsers = Browsers.open();
        database = ScratchDatabase.create();
        login = new Login();
        Path secret = Files.writeString(data.resolve("client.secret"), "client-secret\n");
        node =
                Node.start(
                        database,
                        data,
                        Map.of(
                                "keyledger.oidc.issuer",
                                login.issuer(),
                                "keyledger.oidc.audience",
                                Login.AUDIENCE,
                                "keyledger.oidc.client-id",
                                Login.CLIENT,
                                "keyledger.oidc.client-secret-file",
                                secret.toString(),
                                "keyledger.oidc.label",
                                "Acme login"));
        login.start(node.address());
        new Written(node.administrator())
                .post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}")
                .mustBe(201);
    }

    @AfterAll
    static void close() {
        if (browsers != null) {
            browsers.close();
            node.close();
            login.close();
            database.close();
        }
    }

    @BeforeEach
    void everybodyIsInItsGroups() {
        login.groups("ada", OWNERS, "everybody");
        login.groups("eve", "everybody");
        login.groups("grace", "keyledger:acme:viewers");
    }

    @Test
    void anOwnerByClaimDoesSomethingThatIsOnRecordUnderTheName() {
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "ada", "/acme/roles/new");
            assertThat(page).hasURL(at("/acme/roles/new?continue"));
            assertThat(page.getByText("The honourable ada").first()).isVisible();
            page.getByLabel("Name").fill("catalog-reader");
            page.getByLabel("Permissions").first().fill("catalog:view");
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create"))
                    .first()
                    .click();
            page.navigate(at("/acme/timeline?kind=change"));
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("The honourable ada created role catalog-reader");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("workspace-owners");
            page.navigate(at("/acme/timeline?kind=use"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("The honourable ada used");
        }
    }

    @Test
    void whoMaySeePeopleAndNoGroupsIsToldOfThemByTheirIds() throws IOException {
        Written written = new Written(node.administrator());
        String role =
                written.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"greeter\",\"permissions\":[\"people:view\",\"workspaces:view\"]}")
                        .mustBe(201)
                        .text("id");
        String group =
                written.post(
                                "/api/v1/workspaces/acme/groups",
                                "{\"name\":\"greeters\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        login.groups("grace", "keyledger:acme:greeters");
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "grace", "/acme/people");
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main.getByLabel("Group")).hasCount(0);
            page.getByRole(AriaRole.LINK, named("The honourable grace")).first().click();
            assertThat(main).containsText("You may not see this workspace's groups.");
            assertThat(main.locator("code[data-copy='" + group + "']")).hasCount(1);
            assertThat(main).containsText("people:view group greeters → role greeter");
            page.navigate(at("/acme/"));
            assertThat(page).hasTitle("People · Keyledger");
        }
    }

    @Test
    void peopleAreSeenWithWhatTheyMayDoAndWhy() throws IOException {
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "grace", "/acme/people?sort=-lastSignIn");
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("The honourable grace");
            assertThat(main).containsText("viewers");
            page.getByRole(AriaRole.LINK, named("The honourable grace")).first().click();
            assertThat(page).hasTitle("The honourable grace · Keyledger");
            assertThat(main).containsText(login.issuer());
            assertThat(main).containsText("people:view group viewers → role viewer");
            assertThat(main.getByText("Last needed")).hasCount(0);
            assertThat(main.getByText("Disable person")).hasCount(0);
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
            page.getByRole(AriaRole.LINK, named("Groups")).click();
            page.getByRole(AriaRole.LINK, named("viewers")).click();
            assertThat(main.getByRole(AriaRole.REGION, region("People in it")))
                    .containsText("The honourable grace");
            assertThat(main).containsText("There are none. A service user is put into groups");
            assertThat(reached(page.url())).isEqualTo("[\"The honourable grace\"]");
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
            page.getByRole(AriaRole.LINK, named("The honourable grace")).click();
            assertThat(page).hasTitle("The honourable grace · Keyledger");
            page.navigate(at("/acme/people?status=left"));
            assertThat(main).containsText("Nobody is like that");
        }
    }

    @Test
    void thePageAfterASignInKnowsOfItHoweverFarViewsAreBehind() throws SQLException {
        try (BrowserContext context = context()) {
            signedIn(context, "grace", "/");
        }
        login.groups("grace", OWNERS);
        try (BrowserContext context = context();
                Connection holding = database.superuser().getConnection();
                Statement hold = holding.createStatement()) {
            holding.setAutoCommit(false);
            hold.execute("SELECT FROM query.view_position WHERE view = 'people' FOR UPDATE");
            Thread behind = Thread.startVirtualThread(() -> letGoAfterASignIn(holding));
            Page page =
                    signedIn(
                            context,
                            "grace",
                            "/acme/who-can?permission=workspace.ownership:delete");
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("The honourable grace person group workspace-owners");
            assertThatCode(behind::join).doesNotThrowAnyException();
        }
    }

    private static void letGoAfterASignIn(Connection holding) {
        try {
            long before = Sql.count(database, EVENTS_OF_PEOPLE);
            while (Sql.count(database, EVENTS_OF_PEOPLE) == before) {
                Thread.sleep(20);
            }
            Thread.sleep(1_000);
            holding.rollback();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ownersAreFoundByWhatOnlyTheyHoldAndReviewedBesideServiceUsers() throws IOException {
        new Written(node.administrator())
                .post("/api/v1/workspaces/acme/service-users", "{\"username\":\"importer\"}");
        try (BrowserContext context = context()) {
            Page page =
                    signedIn(context, "ada", "/acme/who-can?permission=workspace.ownership:delete");
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main.getByRole(AriaRole.ROW).nth(1))
                    .containsText("The honourable ada person group workspace-owners");
            page.getByRole(AriaRole.LINK, named("The honourable ada")).click();
            assertThat(main).containsText("workspace.ownership:delete owner’s");
            assertThat(permission(main, "workspace.ownership:delete")).containsText("never used");
            assertThat(permission(main, "*:*")).containsText(LATELY);
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
            page.getByRole(AriaRole.LINK, named("Activity")).click();
            assertThat(main).containsText("The honourable ada added group");
            page.navigate(at("/acme/reports"));
            assertThat(main.getByRole(AriaRole.REGION, region("Service users")))
                    .containsText("importer");
            assertThat(main.getByRole(AriaRole.REGION, region("People")))
                    .containsText("The honourable ada");
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
            Download table =
                    TakenAway.by(page, page.getByRole(AriaRole.BUTTON, named("All as CSV")));
            assertThat(Files.readAllLines(table.path()))
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .startsWith("The honourable ada,")
                                            .contains("workspace.ownership:delete")
                                            .contains(",person,"))
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .startsWith("importer,")
                                            .contains(",service user,"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(main.getByText("Keep?").last()).isVisible();
        }
    }

    @Test
    void aPolicyThatReachesPeopleAloneSaysSo() throws IOException {
        Written written = new Written(node.administrator());
        String acme = "/api/v1/workspaces/acme";
        String policy =
                written.post(acme + "/policies", "{\"name\":\"for people\"}")
                        .mustBe(201)
                        .text("id");
        written.post(
                        acme + "/groups",
                        "{\"name\":\"guarded\",\"policies\":[\"%s\"]}".formatted(policy))
                .mustBe(201);
        login.groups("ada", OWNERS, "keyledger:acme:guarded");
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "ada", "/acme/groups");
            assertThat(page).hasTitle("Groups · Keyledger");
            written.post(acme + "/roles", "{\"name\":\"later\",\"permissions\":[]}");
            page.navigate(at("/acme/policies/" + policy));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("It reaches 1 person.");
        }
    }

    @Test
    void whoCameLaterWasNotThereBefore() {
        String before = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600).toString();
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "ada", "/acme/people?at=" + before);
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("There was nobody then.");
            page.navigate(at("/acme/who-can?permission=workspace.ownership:delete&at=" + before));
            assertThat(main).containsText("Nobody could.");
            page.navigate(at("/acme/people"));
            page.getByRole(AriaRole.LINK, named("The honourable ada")).click();
            page.getByLabel("Compare with a moment").fill(InTheConsole.typed(before));
            page.getByRole(AriaRole.BUTTON, named("Compare")).click();
            assertThat(main).containsText("gained workspace.ownership:delete");
            assertThat(main).containsText("added group workspace-owners");
            assertThat(ConsoleAccessibilityTest.seriousInBothThemesAndSizes(page)).isEmpty();
        }
    }

    @Test
    void losingTheClaimTakesTheRightsAwayWithTheNextToken() throws InterruptedException {
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "ada", "/acme/service-users");
            assertThat(page.getByText("Create service user").first()).isVisible();
            login.groups("ada", "keyledger:acme:viewers");
            Thread.sleep(LATE_MILLIS);
            page.navigate(at("/acme/timeline"));
            assertThat(page.getByRole(AriaRole.HEADING, named("You may not do this"))).isVisible();
        }
    }

    @Test
    void whoIsInNoGroupIsToldSo() {
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "eve", "/");
            assertThat(page).hasURL(at("/sign-in?problem=no-groups"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("in no group");
            page.navigate(at("/acme/service-users"));
            assertThat(page).hasTitle("Sign in · Keyledger");
        }
    }

    @Test
    void aSessionThatCannotBeRefreshedAsksToSignInAgainAndGoesOn() throws InterruptedException {
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "grace", "/");
            login.forgetEverybody();
            Thread.sleep(LATE_MILLIS);
            page.navigate(at("/acme/groups"));
            assertThat(page).hasURL(at("/sign-in?problem=session-over"));
            page.getByText("Sign in with Acme login").click();
            assertThat(page).hasURL(at("/acme/groups?continue"));
        }
    }

    @Test
    void theSessionIsAnotherAfterSigningInAndNoTokenIsInThePage() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(at("/acme/groups"));
            page.getByText("Sign in with Acme login").click();
            String before = session(context);
            logIn(page, "grace");
            assertThat(page).hasURL(at("/acme/groups?continue"));
            assertThat(session(context)).isNotEqualTo(before);
            assertThat(page.content()).doesNotContain("eyJ");
            page.getByText("Signed in as").click();
            page.getByText("Sign out").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("You are signed out");
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(at("/_/oauth2/code/keyledger?code=stolen&state=forged"));
            assertThat(page).hasURL(at("/sign-in?problem=provider-refused"));
            page.getByText("Sign in with Acme login").click();
            page.navigate(at("/_/oauth2/code/keyledger?code=stolen&state=forged"));
            assertThat(page).hasURL(at("/sign-in?problem=provider-refused"));
            page.navigate(at("/_/oauth2/code/keyledger?error=access_denied&state=forged"));
            assertThat(page).hasURL(at("/sign-in?problem=provider-refused"));
        }
    }

    @Test
    void theWayToTheProviderAsksWithStateNonceAndProof() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            StringBuilder asked = new StringBuilder();
            page.onRequest(
                    request -> {
                        if (request.url().contains("/oauth2/authorize?")) {
                            asked.append(request.url());
                        }
                    });
            page.navigate(at("/"));
            page.getByText("Sign in with Acme login").click();
            page.waitForURL(login.issuer() + "/login**");
            assertThat(asked.toString())
                    .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
                    .contains("response_type=code");
        }
    }

    @Test
    void aProviderThatIsAwayIsSaidToBe() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(at("/sign-in?problem=provider-unavailable"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not answer");
            assertThat(page.getByLabel("API key")).isVisible();
        }
    }

    private static Page signedIn(BrowserContext context, String user, String path) {
        Page page = context.newPage();
        page.navigate(at(path));
        page.getByText("Sign in with Acme login").click();
        logIn(page, user);
        return page;
    }

    private static void logIn(Page page, String user) {
        page.getByLabel("Username").fill(user);
        page.getByLabel("Password").fill("secret");
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    @Test
    void whatIsHeldInSystemWasNeededInAnyWorkspace() {
        login.groups("grace", "keyledger:system:administrators", "keyledger:acme:viewers");
        try (BrowserContext context = context()) {
            Page page = signedIn(context, "grace", "/acme/timeline");
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("The honourable grace");
            page.navigate(at("/system/people?q=grace"));
            page.getByRole(AriaRole.LINK, named("The honourable grace")).click();
            assertThat(permission(main, "*:*")).containsText(LATELY);
        }
    }

    /** The row of what is held. */
    private static Locator permission(Locator main, String held) {
        return main.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(main.page().getByText(held, exactly())));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByRoleOptions region(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static BrowserContext context() {
        BrowserContext context = browsers.chromium().newContext();
        context.setDefaultTimeout(15_000);
        return context;
    }

    private static String session(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("keyledger-console"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private static String at(String path) {
        return node.address() + "/console" + path;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The names of the people that an edit of the group of this page would reach. */
    private static String reached(String page) throws IOException {
        String group = page.substring(page.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        return node.administrator()
                .get("/api/v1/workspaces/acme/groups/" + group + "/reach")
                .json()
                .at("/firstPeople")
                .findValues("name")
                .toString();
    }
}
