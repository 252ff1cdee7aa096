package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Workspaces, groups, roles, policies and routes in the console. */
class ConsoleAdministrationTest extends InTheConsole {

    @Test
    void aPolicyIsJudgedAsItIsTypedAndSaysWhomItReaches() {
        String user = user("guarded");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            link(page, "Policies").click();
            link(page, "Create policy").click();
            page.getByLabel("Name").fill("office");
            page.getByLabel("Networks").fill("192.0.2.0/24\n192.0.2.999");
            assertThat(page.locator("#judged")).containsText("guards.networks[1]");
            page.getByLabel("Networks").fill("192.0.2.0/24\n2001:db8::/32");
            assertThat(page.locator("#judged")).isEmpty();
            Locator hours = page.getByRole(AriaRole.GROUP, named("Weekly hours 1"));
            hours.getByLabel("monday").check();
            hours.getByLabel("From").fill("08:00");
            hours.getByLabel("To").fill("18:00");
            hours.getByLabel("Time zone").fill("Mars/Olympus");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("guards.weekly[0].zone");
            assertThat(page.getByLabel("Networks")).hasValue("192.0.2.0/24\n2001:db8::/32");
            hours.getByLabel("Time zone").fill("Europe/Berlin");
            Locator grant = page.getByRole(AriaRole.GROUP, named("Granted role 1"));
            grant.getByLabel("Role").selectOption("reader");
            assertThat(page.locator("#judged")).isEmpty();
            grant.getByText("On some resources only").click();
            grant.getByLabel("Attribute").fill("region");
            grant.getByLabel("Operator").selectOption("in");
            grant.getByLabel("Values").fill("eu\nch, li");
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("office was created");

            link(page, "office").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nobody: it is attached to no");
            assertThat(page.getByLabel("Values").first()).hasValue("eu\nch, li");
            assertThat(page.getByRole(AriaRole.GROUP, named("Weekly hours 2"))).isVisible();
            String id = page.url().substring(page.url().lastIndexOf('/') + 1);
            written.put("/api/v1/workspaces/acme/service-users/" + user + "/policies/" + id);
            page.reload();
            assertThat(link(page, "guarded")).isVisible();
            page.getByLabel("enabled").check();
            page.getByLabel("Uses at most").fill("many");
            button(page, "Review changes").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("must be a whole number");
            page.getByLabel("Uses at most").fill("100");
            page.getByLabel("in seconds").fill("60");
            button(page, "Review changes").click();
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("100 uses in 60 s");
            page.navigate(at("/acme/service-users?policy=" + id));
            assertThat(link(page, "guarded")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
        }
    }

    @Test
    void ofABuiltInPolicyTheStateIsSwitchedAndNothingElse() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/policies"));
            link(page, "key-age-90-days").click();
            assertThat(page.getByLabel("Name")).isDisabled();
            assertThat(page.getByLabel("Oldest key")).isDisabled();
            page.getByLabel("monitoring").check();
            button(page, "Review changes").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody tr")).containsText("monitoring");
            page.getByLabel("Reason").fill("let us see");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(page.locator("tbody tr", containing("key-age-90-days")))
                    .containsText("monitoring");
        }
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/policies"));
            link(page, "key-age-90-days").click();
            assertThat(page.getByLabel("monitoring")).isDisabled();
            assertThat(page.getByText("that takes policies:manage")).isVisible();
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void routesComeFromADocumentByAPlan(@TempDir Path folder) throws IOException {
        Path document =
                Files.writeString(
                        folder.resolve("openapi.yaml"),
                        """
                        openapi: 3.1.0
                        info: {title: Parts, version: "1"}
                        paths:
                          /v1/parts/{id}:
                            get: {x-keyledger-permission: "parts:view", responses: {}}
                          /v1/parts:
                            post: {responses: {}}
                        """);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/apis"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("There are no APIs yet");
            press(page, "c");
            assertThat(page).hasURL(at("/acme/apis/new"));
            page.getByLabel("Name", new GetByLabelOptions().setExact(true)).fill("parts");
            page.getByLabel("Host names").fill("parts.example.com");
            button(page, "Create API").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("parts was created");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("It has no routes");
            link(page, "Import from OpenAPI").click();
            page.getByLabel("OpenAPI document").fill("no document");
            button(page, "Show the plan").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            page.getByLabel("From a file").setInputFiles(document);
            page.getByLabel("Of what the document says nothing").fill("parts");
            button(page, "Show the plan").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("nothing was changed yet");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("parts:manage");
            button(page, "Do exactly this").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("those of the document");
            assertThat(page.locator("tbody tr")).hasCount(2);

            page.getByText("Add route").first().click();
            page.getByLabel("Path").fill("no path");
            button(page, "Add route").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            assertThat(page.getByLabel("Path")).hasValue("no path");
            page.getByLabel("Path").fill("/v1/health");
            page.getByLabel("public: a good key is enough").check();
            button(page, "Add route").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("GET /v1/health was added");
            link(page, "/v1/health").click();
            page.getByText("Remove route").first().click();
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("It lets through everybody who has a good key");
            assertThat(button(page, "Remove route")).isDisabled();
            page.getByLabel("Type GET /v1/health to remove it").fill("GET /v1/health");
            button(page, "Remove route").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("GET /v1/health was removed");
            assertThat(page.locator("tbody tr")).hasCount(2);
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
            page.getByLabel("Permissions").fill("catalog:*\nno permission");
            assertThat(page.locator("#covered")).containsText("catalog:* covers catalog:view");
            assertThat(page.locator("#covered")).containsText("resource:action");
            page.getByLabel("Permissions").fill("parcels:send\nparcels:view");
            assertThat(page.locator("#covered")).containsText("covers nothing that routes require");
            page.getByText("Choose from what is known here").click();
            button(page, "catalog:view").click();
            assertThat(page.getByLabel("Permissions"))
                    .hasValue("parcels:send\nparcels:view\ncatalog:view");
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
            button(page, "Review changes").click();
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            link(page, "viewers").click();
            assertThat(button(page, "Review changes")).hasCount(0);
        }
    }

    @Test
    void aWorkspaceIsMadeAndGoneInto() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.locator(".side > .switcher > summary").click();
            link(page, "All workspaces").click();
            link(page, "Create workspace").click();
            page.getByLabel("Slug").fill("Not A Slug");
            page.getByLabel("Name").fill("Initech");
            button(page, "Create workspace").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            page.getByLabel("Slug").fill("initech");
            button(page, "Create workspace").click();
            assertThat(page).hasURL(at("/initech/service-users"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("initech was created");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("an account for a program");

            page.navigate(at("/acme/workspaces"));
            page.locator("summary", containing("Actions for initech")).click();
            link(page, "Rename").click();
            page.getByLabel("Name").fill(" ");
            button(page, "Rename").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("name");
            page.getByLabel("Name").fill("Initrode");
            page.getByLabel("Reason").fill("merged");
            button(page, "Rename").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is called Initrode now");
            assertThat(page.locator("tbody")).containsText("Initrode");
            page.navigate(at("/initech/timeline?kind=change&q=merged"));
            assertThat(page.locator(".timeline li")).containsText("renamed workspace Initrode");
        }
    }

    @Test
    void aWorkspaceThatGotAnotherNameMeanwhileIsNotRenamedAndWhatWasTypedIsKept() {
        String path = "/api/v1/workspaces/hooli";
        written.post("/api/v1/workspaces", "{\"slug\":\"hooli\",\"name\":\"Hooli\"}").mustBe(201);
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/workspaces/hooli/name"));
            written.patch(path, "{\"name\":\"Theirs\"}").mustBe(200);
            page.getByLabel("Name").fill("Mine");
            page.getByLabel("Reason").fill("ticket 7");
            button(page, "Rename").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            assertThat(page.getByLabel("Name")).hasValue("Mine");
            assertThat(page.getByLabel("Reason")).hasValue("ticket 7");
            assertThat(api.get(path).json().get("name").asString()).isEqualTo("Theirs");
        }
    }
}
