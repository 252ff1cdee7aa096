package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import io.keyledger.standalone.journey.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whoever may see a part of a workspace only is led to what can be shown, and takes nothing. */
class ConsolePartlySeenTest extends InTheConsole {

    private static final String ACME = "/api/v1/workspaces/acme";
    private static final List<String> ALL =
            List.of(
                    "service-users:view",
                    "service-users:manage",
                    "api-keys:view",
                    "api-keys:manage",
                    "people:view",
                    "groups:view",
                    "groups:manage",
                    "roles:view",
                    "roles:manage",
                    "policies:view",
                    "policies:manage",
                    "routes:view",
                    "routes:manage",
                    "audit:view",
                    "workspaces:view",
                    "workspaces:manage",
                    "catalog:view",
                    "catalog:edit");

    private String role;
    private String policy;
    private String group;
    private String user;
    private List<String> entries;

    @BeforeAll
    void oneOfEach() {
        role = made("/roles", "{\"name\":\"editor\",\"permissions\":[\"catalog:edit\"]}");
        policy =
                made(
                        "/policies",
                        """
                        {"name":"office","state":"enabled",
                         "grants":[{"role":"%s","resources":{"match":"all","conditions":
                          [{"attribute":"region","operator":"=","values":["eu"]}]}}]}
                        """
                                .formatted(role));
        group =
                made(
                        "/groups",
                        "{\"name\":\"Editors\",\"roles\":[\"%s\"],\"policies\":[\"%s\"]}"
                                .formatted(role, policy));
        user = linked("importer");
        String key =
                written.post(ACME + "/service-users/" + user + "/keys", "{\"name\":\"nightly\"}")
                        .mustBe(201)
                        .text("key");
        api.post(
                        "/api/v1/checks",
                        "{\"key\":\"%s\",\"permission\":\"catalog:edit\"}".formatted(key))
                .mustBe(200);
        String catalogue = made("/apis", "{\"name\":\"catalogue\"}");
        made(
                "/routes",
                "{\"api\":\"%s\",\"method\":\"GET\",\"path\":\"/v1/a\",\"permission\":\"catalog:edit\"}"
                        .formatted(catalogue));
        entries = entries();
    }

    /** A page of the timeline for each kind of thing that was changed. */
    private List<String> entries() {
        Map<String, String> ofKinds = new TreeMap<>();
        api.get(ACME + "/audit?kind=change&limit=500")
                .json()
                .at("/items")
                .forEach(
                        entry ->
                                ofKinds.putIfAbsent(
                                        entry.at("/subject/kind").asString(),
                                        "/console/acme/timeline/" + entry.at("/id").asString()));
        return List.copyOf(ofKinds.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups:view",
                "roles:view",
                "policies:view",
                "groups:view roles:view policies:view",
                "service-users:view",
                "people:view",
                "audit:view",
                "api-keys:view",
            })
    void withoutThatEverythingThatIsOfferedCanBeShown(String lacking) {
        List<String> held = new ArrayList<>(ALL);
        held.removeAll(List.of(lacking.split(" ")));
        assertThat(walked(held, "acme", "no " + lacking.replaceAll("[: ]", "-"))).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service-users:view",
                "people:view",
                "groups:view",
                "roles:view",
                "policies:view",
                "routes:view",
                "audit:view",
                "workspaces:view",
            })
    void withThatAloneEverythingThatIsOfferedCanBeShown(String only) {
        List<String> held = List.of("workspaces:view", only);
        assertThat(walked(held, "acme", "only " + only.replace(':', '-'))).isGreaterThan(1);
    }

    @Test
    void anAdministratorWhoMaySeeNoGroupsRolesAndPoliciesIsLedAround() {
        List<String> held =
                List.of(
                        "service-users:view",
                        "service-users:manage",
                        "audit:view",
                        "replay:operate",
                        "workspaces:view",
                        "workspaces:manage");
        assertThat(walked(held, "system", "operator")).isGreaterThan(20);
    }

    private int walked(List<String> held, String ws, String name) {
        String key = personWith("[\"" + String.join("\",\"", held) + "\"]", ws, name);
        try (BrowserContext context = signedIn(key)) {
            assertThat(context.pages().getFirst().locator(".switcher")).isVisible();
            List<String> begin = new ArrayList<>(List.of("/console/", "/console/acme/"));
            if (held.contains("audit:view")) {
                begin.addAll(entries);
            }
            return new Walk(context, node.address().toString()).from(begin);
        }
    }

    @Test
    void whatMayNotBeSeenIsToldByItsIdAndLeadsNowhere() {
        String key =
                personWith(
                        "[\"service-users:view\",\"audit:view\",\"workspaces:view\"]",
                        "acme",
                        "narrow");
        try (BrowserContext context = signedIn(key)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user));
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("You may not see this workspace's groups.");
            assertThat(main).containsText("You may not see this workspace's roles.");
            assertThat(main).containsText("You may not see this workspace's policies.");
            for (String id : List.of(group, role, policy)) {
                assertThat(main.locator("code[data-copy='" + id + "']")).hasCount(1);
                assertThat(main.locator("a[href*='" + id + "']")).hasCount(0);
            }
            page.navigate(at("/acme/reports"));
            Locator row = page.locator("#row-" + user);
            assertThat(row).containsText(group);
            assertThat(row).containsText("not told");
            assertThat(row).not().containsText("catalog:edit");
            assertThat(main)
                    .containsText("You may not see this workspace's groups, roles and policies");
        }
    }

    @Test
    void aSaveByWhoeverSeesNoGroupsRolesAndPoliciesKeepsThem() {
        String kept = linked("kept");
        String key =
                personWith(
                        "[\"service-users:view\",\"service-users:manage\",\"workspaces:view\","
                                + "\"catalog:*\"]",
                        "acme",
                        "narrow editor");
        try (BrowserContext context = signedIn(key)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + kept));
            link(page, "Edit").click();
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("You may not see this workspace's groups.");
            page.getByLabel("Owner").fill("ada@example.com");
            button(page, "Review changes").click();
            assertThat(page.locator("tr[data-field]")).hasCount(1);
            assertThat(main).containsText("No permission comes or goes.");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        }
        Answer saved = api.get(ACME + "/service-users/" + kept);
        assertThat(saved.text("owner")).isEqualTo("ada@example.com");
        assertThat(saved.text("groups/0")).isEqualTo(group);
        assertThat(saved.text("roles/0")).isEqualTo(role);
        assertThat(saved.text("policies/0")).isEqualTo(policy);
    }

    @Test
    void whatIsTakenWhileTheRestIsUnseenIsToldAsFarAsItIsKnown() {
        String kept = linked("partly");
        String key =
                personWith(
                        "[\"service-users:view\",\"service-users:manage\",\"workspaces:view\","
                                + "\"groups:view\",\"policies:view\",\"catalog:*\"]",
                        "acme",
                        "no roles");
        try (BrowserContext context = signedIn(key)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + kept + "/edit"));
            page.getByLabel("Editors").uncheck();
            button(page, "Review changes").click();
            assertThat(page.locator("tr[data-field]")).hasCount(1);
            assertThat(page.locator("#effect"))
                    .containsText(
                            "You may not see this workspace's roles, so that it is not told which"
                                    + " permissions come and go.");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        }
        Answer saved = api.get(ACME + "/service-users/" + kept);
        assertThat(saved.json().at("/groups")).isEmpty();
        assertThat(saved.text("roles/0")).isEqualTo(role);
    }

    @Test
    void aGroupKeepsItsRolesAndPoliciesAndAPolicyItsGrants() {
        String key =
                personWith(
                        "[\"groups:view\",\"groups:manage\",\"workspaces:view\",\"catalog:*\"]",
                        "acme",
                        "group editor");
        try (BrowserContext context = signedIn(key)) {
            describedAnew(context.pages().getFirst(), "/acme/groups/" + group);
        }
        Answer saved = api.get(ACME + "/groups/" + group);
        assertThat(saved.text("description")).isEqualTo("described anew");
        assertThat(saved.text("roles/0")).isEqualTo(role);
        assertThat(saved.text("policies/0")).isEqualTo(policy);

        String other =
                personWith(
                        "[\"policies:view\",\"policies:manage\",\"workspaces:view\",\"catalog:*\"]",
                        "acme",
                        "policy editor");
        try (BrowserContext context = signedIn(other)) {
            describedAnew(context.pages().getFirst(), "/acme/policies/" + policy);
        }
        saved = api.get(ACME + "/policies/" + policy);
        assertThat(saved.text("description")).isEqualTo("described anew");
        assertThat(saved.text("grants/0/role")).isEqualTo(role);
        assertThat(saved.text("grants/0/resources/conditions/0/values/0")).isEqualTo("eu");
    }

    private void describedAnew(Page page, String path) {
        page.navigate(at(path));
        assertThat(page.getByRole(AriaRole.MAIN))
                .containsText("You may not see this workspace's roles.");
        page.getByLabel("Description").fill("described anew");
        button(page, "Review changes").click();
        assertThat(page.locator("tr[data-field]")).hasCount(1);
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
    }

    /** Whoever may see groups by now has a form before him that was shown without them. */
    @Test
    void aFormThatDidNotShowGroupsTakesNoneAway() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/edit"));
            FormData form =
                    FormData.create()
                            .set("_csrf", page.locator("input[name=_csrf]").first().inputValue())
                            .set("opened", page.locator("input[name=opened]").inputValue())
                            .set("username", "importer")
                            .set("owner", "somebody else");
            APIResponse review =
                    context.request()
                            .post(
                                    at("/acme/service-users/" + user + "/review"),
                                    RequestOptions.create().setForm(form));
            assertThat(review.text())
                    .contains("data-field=\"owner\"")
                    .doesNotContain("data-field=\"groups\"")
                    .doesNotContain("data-field=\"roles\"")
                    .doesNotContain("data-field=\"policies\"");
            page.getByLabel("Editors").uncheck();
            button(page, "Review changes").click();
            assertThat(page.locator("tr[data-field=groups]")).containsText("Editors");
        }
    }

    /** A service user with each of them. */
    private String linked(String name) {
        return made(
                "/service-users",
                "{\"username\":\"%s\",\"groups\":[\"%s\"],\"roles\":[\"%s\"],\"policies\":[\"%s\"]}"
                        .formatted(name, group, role, policy));
    }

    private String made(String path, String json) {
        return written.post(ACME + path, json).mustBe(201).text("id");
    }
}
