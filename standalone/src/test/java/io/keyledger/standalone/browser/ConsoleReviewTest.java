package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.regex.Pattern;

/** What a save would change is seen before it is made: of groups, roles, policies and routes. */
class ConsoleReviewTest extends InTheConsole {

    private static final Pattern FROM = Pattern.compile("last used [a-z0-9 ]+ from 10\\.1\\.2\\.3");
    private static final String ACME = "/api/v1/workspaces/acme";

    private BrowserContext context;
    private Page page;
    private String writer;

    @BeforeAll
    void begin() {
        writer = made("/roles", "{\"name\":\"writer\",\"permissions\":[\"catalog:edit\"]}");
        context = signedIn(administrator);
        page = context.pages().getFirst();
    }

    @AfterAll
    void end() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void aGroupTellsWhatItsMembersGainAndLoseAndWhoseKeysFeelIt() {
        String reader = api.get(ACME + "/roles?q=reader").text("items/0/id");
        String group =
                made("/groups", "{\"name\":\"Editors\",\"roles\":[\"%s\"]}".formatted(reader));
        String member =
                made(
                        "/service-users",
                        "{\"username\":\"editor\",\"groups\":[\"%s\"]}".formatted(group));
        made("/service-users/" + member + "/keys", "{\"name\":\"k\"}", "keyId");
        page.navigate(at("/acme/groups/" + group));
        page.getByLabel("Description").fill("they edit");
        page.getByLabel("reader").uncheck();
        page.getByLabel("writer").check();
        review();
        assertThat(field("roles").locator(".removed")).hasText("reader");
        assertThat(field("roles").locator(".added")).hasText("writer");
        assertThat(field("description").locator(".added")).hasText("they edit");
        assertThat(field("name")).hasCount(0);
        assertThat(effect()).containsText("gains catalog:edit");
        assertThat(effect()).containsText("loses catalog:view lost to 1 service user");
        assertThat(effect()).containsText("1 service user and 1 key feel it at once");
        assertThat(link(page, "editor"))
                .hasAttribute("href", "/console/acme/service-users/" + member);
        assertThat(read("/groups/" + group).get("description").asString()).isEmpty();

        button(page, "Back to the form").click();
        assertThat(page.getByLabel("Description")).hasValue("they edit");
        assertThat(page.getByLabel("writer")).isChecked();
        review();
        saveFor("they are to edit");
        assertThat(read("/groups/" + group).get("roles").toString())
                .isEqualTo("[\"%s\"]".formatted(writer));
        recordedFor("they are to edit");
    }

    @Test
    void aRoleTellsWhichPermissionsComeAndGoAndRefusesWhatIsNone() {
        String role =
                made("/roles", "{\"name\":\"packer\",\"permissions\":[\"box:open\",\"box:see\"]}");
        made("/service-users", "{\"username\":\"packs\",\"roles\":[\"%s\"]}".formatted(role));
        page.navigate(at("/acme/roles/" + role));
        page.getByLabel("Permissions").fill("box:see\nNo Permission");
        review();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("resource:action");
        assertThat(page.getByLabel("Permissions")).hasValue("box:see\nNo Permission");
        page.getByLabel("Permissions").fill("box:see\nbox:seal");
        review();
        assertThat(effect()).containsText("gains box:seal");
        assertThat(effect()).containsText("loses box:open lost to 1 service user");
        assertThat(effect()).not().containsText("box:see");
        assertThat(effect()).containsText("1 service user and 0 keys feel it at once");
        assertThat(read("/roles/" + role).get("permissions").toString()).contains("box:open");
        saveFor("boxes are sealed");
        assertThat(read("/roles/" + role).get("permissions").toString())
                .contains("box:seal")
                .doesNotContain("box:open");
        recordedFor("boxes are sealed");
        page.navigate(at("/acme/roles/" + role));
        review();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("There is nothing to change");
        assertThat(button(page, "Save")).hasCount(0);
    }

    @Test
    void aPolicyTellsEachGuardAndGrantBeforeAndAfter() {
        String policy =
                made(
                        "/policies",
                        """
                        {"name":"hours","state":"enabled","grants":[{"role":"%s"}],"guards":{
                         "networks":["192.0.2.0/24"],"rateLimit":{"uses":5,"perSeconds":1},
                         "weekly":[{"days":["friday","monday"],"from":"08:00","to":"18:00","zone":"UTC"}]}}
                        """
                                .formatted(writer));
        page.navigate(at("/acme/policies/" + policy));
        page.getByLabel("Networks").fill("2001:db8::/32\n192.0.2.0/24");
        page.getByLabel("Uses at most").fill("10");
        page.getByLabel("in seconds").fill("soon");
        review();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("must be a whole number");
        page.getByLabel("in seconds").fill("60");
        Locator grant = page.getByRole(AriaRole.GROUP, named("Granted role 1"));
        grant.getByText("On some resources only").click();
        grant.getByLabel("Attribute").fill("region");
        grant.getByLabel("Values").fill("eu");
        review();
        assertThat(field("networks").locator(".added")).hasText("2001:db8::/32");
        assertThat(field("networks").locator(".removed")).hasCount(0);
        assertThat(field("rateLimit").locator(".removed")).hasText("5 in 1 seconds");
        assertThat(field("rateLimit").locator(".added")).hasText("10 in 60 seconds");
        assertThat(field("grants").locator(".removed")).hasText("writer");
        assertThat(field("grants").locator(".added")).hasText("writer where region = eu");
        assertThat(field("weekly")).hasCount(0);
        assertThat(effect()).containsText("gains catalog:edit where region = eu");
        assertThat(effect()).containsText("It reaches no service user and no person now");
        assertThat(read("/policies/" + policy).at("/guards/rateLimit/uses").asInt()).isEqualTo(5);
        saveFor("another office");
        JsonNode saved = read("/policies/" + policy);
        assertThat(saved.at("/guards/rateLimit/perSeconds").asInt()).isEqualTo(60);
        assertThat(saved.at("/guards/networks")).hasSize(2);
        recordedFor("another office");
    }

    @Test
    void anApiAndItsRoutesTellWhomTheyLetThrough() {
        made("/apis", "{\"name\":\"shop\",\"hosts\":[\"shop.example.com\"]}");
        String api = this.api.get(ACME + "/apis?q=shop").text("items/0/id");
        String route = route("shop", "/v1/carts/{id}", "catalog:sell");
        made(
                "/service-users",
                "{\"username\":\"seller\",\"roles\":[\"%s\"]}"
                        .formatted(
                                made(
                                        "/roles",
                                        "{\"name\":\"seller\",\"permissions\":[\"catalog:sell\"]}")));
        page.navigate(at("/acme/apis/" + api));
        assertThat(page.locator("#in-use")).containsText("it has 1");
        link(page, "/v1/carts/{id}").click();
        page.getByLabel("Permission").fill("");
        page.getByLabel("public: a good key is enough").check();
        review();
        assertThat(field("requires").locator(".removed")).hasText("catalog:sell");
        assertThat(field("requires").locator(".added")).hasText("public");
        assertThat(effect()).containsText("Now it lets through 1 service user that may do");
        assertThat(effect()).containsText("After saving it lets through everybody who has a good");
        assertThat(read("/routes/" + route).get("public").asBoolean()).isFalse();
        saveFor("carts are for all");
        assertThat(read("/routes/" + route).get("public").asBoolean()).isTrue();
        recordedFor("carts are for all");

        link(page, "Edit").click();
        page.getByLabel("Host names").fill("carts.example.com");
        review();
        assertThat(effect()).containsText("Checks at shop.example.com do not lead here any more");
        saveFor("it moves");
        assertThat(read("/apis/" + api).get("hosts").toString()).contains("carts.example.com");

        assertThat(page.locator("tbody tr")).containsText("never");
        link(page, "/v1/carts/{id}").click();
        assertThat(page.locator("details.acts")).containsText("it was never used");
        written.post(
                        "/api/v1/checks",
                        """
                        {"key":"%s","method":"GET","path":"/v1/carts/7","api":"shop","address":"10.1.2.3"}"""
                                .formatted(viewer))
                .mustBe(200);
        Instant late = Instant.now().plusSeconds(15);
        while (!page.locator("#used").textContent().contains("10.1.2.3")
                && Instant.now().isBefore(late)) {
            page.reload();
        }
        assertThat(page.locator("#used")).containsText(FROM);
        page.getByText("Remove route").first().click();
        assertThat(page.locator("details.acts")).containsText(FROM);
        Locator remove = button(page, "Remove route");
        assertThat(remove).isDisabled();
        remove.evaluate("it => { it.disabled = false; it.form.noValidate = true; }");
        remove.click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("the name was not typed");
        page.getByText("Remove route").first().click();
        page.getByLabel("Type GET /v1/carts/{id} to remove it").fill("GET /v1/carts/{id}");
        removing("carts are gone");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("was removed");
        recordedFor("carts are gone");
        page.getByText("Delete API").first().click();
        assertThat(page.locator("details.acts").last())
                .containsText(Pattern.compile("one that it had was " + FROM));
        page.getByLabel("Type shop to delete it").fill("shop");
        button(page, "Delete API").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("API shop was deleted");
    }

    @Test
    void ofAGroupTheirsAndYoursAreMerged() {
        String group = made("/groups", "{\"name\":\"Shared\"}");
        page.navigate(at("/acme/groups/" + group));
        page.getByLabel("Description").fill("mine");
        page.getByLabel("reader").check();
        written.patch(
                        ACME + "/groups/" + group,
                        "{\"name\":\"Renamed\",\"description\":\"theirs\",\"roles\":[\"%s\"]}"
                                .formatted(writer))
                .mustBe(200);
        review();
        assertThat(page.locator("#conflict")).containsText("Somebody else saved changes");
        assertThat(field("name")).containsText("theirs is kept");
        assertThat(field("roles")).containsText("both are kept");
        assertThat(field("description")).containsText("choose");
        page.getByLabel("Description, yours: mine").check();
        merge();
        saveFor("both");
        JsonNode saved = read("/groups/" + group);
        assertThat(saved.get("name").asString()).isEqualTo("Renamed");
        assertThat(saved.get("description").asString()).isEqualTo("mine");
        assertThat(saved.get("roles")).hasSize(2);
    }

    @Test
    void ofARoleTheirsAndYoursAreMergedEvenAtTheLastMoment() {
        String role = made("/roles", "{\"name\":\"shared\",\"permissions\":[\"a:see\",\"b:see\"]}");
        page.navigate(at("/acme/roles/" + role));
        page.getByLabel("Permissions").fill("a:see\nb:see\nc:see");
        name().fill("mine");
        review();
        assertThat(button(page, "Save")).isVisible();
        written.patch(
                        ACME + "/roles/" + role,
                        "{\"name\":\"theirs\",\"permissions\":[\"b:see\",\"d:see\"]}")
                .mustBe(200);
        page.getByLabel("Reason").fill("letters");
        button(page, "Save").click();
        assertThat(field("permissions")).containsText("both are kept");
        merge();
        assertThat(page.locator("#conflict")).isVisible();
        page.getByLabel("Name, theirs: theirs").check();
        merge();
        assertThat(page.getByLabel("Reason")).hasValue("letters");
        saveFor("letters");
        JsonNode saved = read("/roles/" + role);
        assertThat(saved.get("name").asString()).isEqualTo("theirs");
        assertThat(saved.get("permissions").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("b:see", "c:see", "d:see");
    }

    @Test
    void ofAPolicyEachGuardIsChosenWhole() {
        String policy =
                made(
                        "/policies",
                        "{\"name\":\"shared\",\"guards\":{\"rateLimit\":{\"uses\":5,\"perSeconds\":1}}}");
        page.navigate(at("/acme/policies/" + policy));
        page.getByLabel("Uses at most").fill("50");
        page.getByLabel("Networks").fill("192.0.2.0/24");
        Locator hours = page.getByRole(AriaRole.GROUP, named("Weekly hours 1"));
        hours.getByLabel("monday").check();
        hours.getByLabel("From").fill("08:00");
        hours.getByLabel("To").fill("18:00");
        hours.getByLabel("Time zone").fill("UTC");
        written.patch(
                        ACME + "/policies/" + policy,
                        """
                        {"guards":{"rateLimit":{"uses":5,"perSeconds":60},"maxKeyAgeDays":90,
                         "weekly":[{"days":["sunday"],"from":"10:00","to":"12:00","zone":"UTC"}]}}
                        """)
                .mustBe(200);
        review();
        assertThat(field("maxKeyAgeDays")).containsText("theirs is kept");
        assertThat(field("networks")).containsText("yours is kept");
        assertThat(field("weekly")).containsText("both are kept");
        assertThat(field("rateLimit")).containsText("choose");
        page.getByLabel("Uses at most, theirs: 5 in 60 seconds").check();
        button(page, "Back to the form").click();
        assertThat(page.getByLabel("Oldest key")).hasValue("90");
        assertThat(page.getByLabel("in seconds")).hasValue("60");
        assertThat(page.getByRole(AriaRole.GROUP, named("Weekly hours 3"))).isVisible();
        review();
        saveFor("both");
        JsonNode guards = read("/policies/" + policy).get("guards");
        assertThat(guards.at("/rateLimit/uses").asInt()).isEqualTo(5);
        assertThat(guards.at("/rateLimit/perSeconds").asInt()).isEqualTo(60);
        assertThat(guards.get("maxKeyAgeDays").asInt()).isEqualTo(90);
        assertThat(guards.get("weekly")).hasSize(2);
        assertThat(guards.get("networks")).hasSize(1);
    }

    @Test
    void ofRoutesAnotherOneOfTheApiIsNoConflictAndTheSameOneIs() {
        String api = made("/apis", "{\"name\":\"depot\"}");
        String route = route("depot", "/v1/pallets", "depot:see");
        page.navigate(at("/acme/routes/" + route));
        page.getByLabel("Permission").fill("depot:move");
        route("depot", "/v1/forklifts", "depot:drive");
        review();
        assertThat(page.locator("#conflict")).hasCount(0);
        assertThat(page.locator("#meanwhile")).isVisible();
        written.patch(
                        ACME + "/routes/" + route,
                        "{\"path\":\"/v1/pallets/{id}\",\"permission\":\"depot:lift\"}")
                .mustBe(200);
        button(page, "Save").click();
        assertThat(field("path")).containsText("theirs is kept");
        assertThat(field("requires")).containsText("choose");
        page.getByLabel("Requires, yours: depot:move").check();
        merge();
        saveFor("moved");
        JsonNode saved = read("/routes/" + route);
        assertThat(saved.get("path").asString()).isEqualTo("/v1/pallets/{id}");
        assertThat(saved.get("permission").asString()).isEqualTo("depot:move");

        page.navigate(at("/acme/apis/" + api + "/edit"));
        page.getByLabel("Description").fill("mine");
        written.patch(
                        ACME + "/apis/" + api,
                        "{\"description\":\"theirs\",\"hosts\":[\"depot.example.com\"]}")
                .mustBe(200);
        review();
        assertThat(field("hosts")).containsText("theirs is kept");
        page.getByLabel("Description, theirs: theirs").check();
        merge();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("There is nothing to change");
    }

    @Test
    void whatTheApiRefusesIsToldOnTheReviewAndNothingTypedIsLost() {
        String group = made("/groups", "{\"name\":\"Namesakes\"}");
        page.navigate(at("/acme/groups/" + group));
        name().fill("Catalog readers");
        review();
        page.getByLabel("Reason").fill("a better name");
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
        assertThat(page.getByLabel("Reason")).hasValue("a better name");
        button(page, "Back to the form").click();
        assertThat(name()).hasValue("Catalog readers");
        name().fill("Namesakes of old");
        review();
        assertThat(page.getByLabel("Reason")).hasValue("a better name");
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        recordedFor("a better name");
    }

    @Test
    void whoMayOnlyLookFindsNoWayToAReviewAndIsRefusedTheSave() {
        String group = api.get(ACME + "/groups?q=Catalog").text("items/0/id");
        try (BrowserContext looking = signedIn(viewer)) {
            Page seen = looking.pages().getFirst();
            seen.navigate(at("/acme/groups/" + group));
            assertThat(seen.getByLabel("Name")).isDisabled();
            assertThat(button(seen, "Review changes")).hasCount(0);
            seen.evaluate(
                    "document.querySelector('fieldset.all').disabled = false;"
                            + "document.querySelector('main form').submit()");
            assertThat(seen.getByRole(AriaRole.MAIN)).containsText("There is nothing to change");
            seen.evaluate(
                    """
                    document.querySelector('[name=typed]').value =
                        '{"name":"Smuggled","description":"","roles":[],"policies":[]}';
                    document.querySelector('main form').submit()
                    """);
            assertThat(seen.getByRole(AriaRole.ALERT)).containsText("nothing was changed");
        }
        assertThat(read("/groups/" + group).get("name").asString()).isEqualTo("Catalog readers");
    }

    @Test
    void aPageToEditIsClosedToWhoMayOnlyLook() {
        String user = user("looked at");
        String api = made("/apis", "{\"name\":\"looked-at\"}");
        String role = made("/roles", "{\"name\":\"looked at\",\"permissions\":[\"a:see\"]}");
        String policy = made("/policies", "{\"name\":\"looked at\"}");
        String key =
                personWith(
                        "[\"service-users:view\",\"groups:view\",\"roles:view\",\"policies:view\","
                                + "\"routes:view\",\"workspaces:view\"]",
                        "acme",
                        "lena");
        try (BrowserContext looking = signedIn(key)) {
            Page seen = looking.pages().getFirst();
            isClosed(seen, "/apis/" + api + "/edit", "routes:manage");
            isClosed(seen, "/roles/" + role, "roles:manage");
            isClosed(seen, "/policies/" + policy, "policies:manage");
            isClosed(seen, "/service-users/" + user + "/edit", "service-users:manage");
            seen.evaluate(
                    """
                    document.querySelector('fieldset.all').disabled = false;
                    document.querySelector('[name=description]').value = 'smuggled';
                    document.querySelector('main form').submit()
                    """);
            button(seen, "Save").click();
            assertThat(seen.getByRole(AriaRole.ALERT)).containsText("nothing was changed");
        }
        assertThat(read("/service-users/" + user).get("description").asString()).isEmpty();
    }

    private void isClosed(Page seen, String path, String takes) {
        seen.navigate(at("/acme" + path));
        assertThat(seen.locator("#closed")).containsText("and not change: that takes " + takes);
        assertThat(seen.locator("[name=description]")).isDisabled();
        assertThat(button(seen, "Review changes")).hasCount(0);
    }

    @Test
    void severalAreDeletedByTypingHowManyAndEachResultIsTold() {
        made("/groups", "{\"name\":\"Spare one\"}");
        String used = made("/groups", "{\"name\":\"Spare used\"}");
        made("/service-users", "{\"username\":\"uses\",\"groups\":[\"%s\"]}".formatted(used));
        page.navigate(at("/acme/groups?q=spare"));
        page.getByLabel("Choose Spare one").check();
        page.getByLabel("Choose Spare used").check();
        button(page, "Delete those chosen").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nothing is deleted yet");
        Locator delete = button(page, "Delete 2 groups");
        assertThat(delete).isDisabled();
        delete.evaluate("it => { it.disabled = false; it.form.noValidate = true; }");
        delete.click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("the name was not typed");
        page.getByLabel("Type 2 groups to delete").fill("2 groups");
        page.getByLabel("Reason").fill("tidied up");
        delete.click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done: 1. Not done: 1.");
        assertThat(page.locator("tbody")).containsText("✗ not done");
        button(page, "Review those not done again").click();
        assertThat(button(page, "Delete 1 group")).isVisible();
        assertThat(page.getByLabel("Reason")).hasValue("tidied up");
        recordedFor("tidied up");
        page.navigate(at("/acme/groups?q=spare"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate(at("/acme/groups?q=viewers"));
        assertThat(page.getByLabel("Choose viewers")).isDisabled();
    }

    @Test
    void whatIsNoFormOfTheConsoleIsRefused() {
        String group = made("/groups", "{\"name\":\"Torn\"}");
        page.navigate(at("/acme/groups/" + group));
        page.evaluate("document.querySelector('[name=opened]').value = '{\"version\":1}'");
        page.getByLabel("Description").fill("torn");
        review();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("The form is not complete");
        assertThat(read("/groups/" + group).get("description").asString()).isEmpty();
    }

    private Locator name() {
        return page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
    }

    private void review() {
        button(page, "Review changes").click();
    }

    private void merge() {
        button(page, "Review the merged changes").click();
    }

    private void saveFor(String reason) {
        page.getByLabel("Reason").fill(reason);
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
    }

    private void removing(String reason) {
        page.getByLabel("Reason").last().fill(reason);
        button(page, "Remove route").click();
    }

    private Locator field(String name) {
        return page.locator("tr[data-field='" + name + "']");
    }

    private Locator effect() {
        return page.locator("#effect");
    }

    private String route(String of, String path, String permission) {
        return made(
                "/routes",
                "{\"api\":\"%s\",\"method\":\"GET\",\"path\":\"%s\",\"permission\":\"%s\"}"
                        .formatted(of, path, permission));
    }

    private String made(String path, String json) {
        return made(path, json, "id");
    }

    private String made(String path, String json, String answered) {
        return written.post(ACME + path, json).mustBe(201).text(answered);
    }

    private JsonNode read(String path) {
        return api.get(ACME + path).mustBe(200).json();
    }

    /** In a browser, which sees what it wrote. */
    private void recordedFor(String reason) {
        String here = page.url();
        page.navigate(at("/acme/timeline?kind=change"));
        assertThat(page.locator(".timeline li").first()).containsText("Reason: " + reason);
        page.navigate(here);
    }
}
