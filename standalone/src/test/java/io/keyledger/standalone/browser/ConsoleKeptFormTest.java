package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What somebody types in a session that the server has lost. */
class ConsoleKeptFormTest extends InTheConsole {

    @Test
    void whatWasTypedIntoANewFormIsThereAfterSigningInAndIsNotDone() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/new"));
            page.getByLabel("Username").fill("kept");
            page.getByLabel("Labels").fill("team: data\ncost: 7");
            page.getByLabel("Catalog readers").check();
            lose(context);
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("nothing was changed");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you typed is kept");
            signIn(page, administrator);

            assertShownAgain(page);
            assertThat(page.getByLabel("Username")).hasValue("kept");
            assertThat(page.getByLabel("Labels")).hasValue("team: data\ncost: 7");
            assertThat(page.getByLabel("Catalog readers")).isChecked();
            assertThat(found("service-users", "kept")).isZero();
            assertThat(Accessibility.serious(page)).isEmpty();
            button(page, "Create").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("kept was created");
            assertThat(found("service-users", "kept")).isOne();
        }
    }

    @Test
    void whatWasTypedIntoAnEditIsThereAtEachOfItsSteps() {
        String user = user("edited");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user + "/edit"));
            page.getByLabel("Description").fill("typed late");
            lose(context);
            button(page, "Review changes").click();
            signIn(page, administrator);
            assertShownAgain(page);
            assertThat(page.locator("[data-field=description]")).containsText("typed late");
            button(page, "Back to the form").click();
            assertThat(page.getByLabel("Description")).hasValue("typed late");
            button(page, "Review changes").click();
            page.getByLabel("Reason").fill("ticket 7");

            lose(context);
            button(page, "Save").click();
            signIn(page, administrator);
            assertShownAgain(page);
            assertThat(page.locator("[data-field=description]")).containsText("typed late");
            assertThat(page.getByLabel("Reason")).hasValue("ticket 7");
            assertThat(description(user)).isEmpty();
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(description(user)).isEqualTo("typed late");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "groups/new,Create,Name",
        "roles/new,Create,Name",
        "policies/new,Create,Name",
        "apis/new,Create API,Name",
        "workspaces/new,Create workspace,Name"
    })
    void allFormsForNewThingsAreKept(String form, String send, String field) {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/" + form));
            labelled(page, field).fill("kept by name");
            if (form.startsWith("workspaces")) {
                page.getByLabel("Slug").fill("kept-slug");
            }
            lose(context);
            button(page, send).click();
            signIn(page, administrator);
            assertShownAgain(page);
            assertThat(labelled(page, field)).hasValue("kept by name");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "groups,{\"name\":\"G %d\"}",
        "roles,'{\"name\":\"r %d\",\"permissions\":[\"a:view\"]}'",
        "policies,{\"name\":\"p %d\"}",
        "apis,{\"name\":\"a %d\"}"
    })
    void allEditsAreKept(String kind, String body) {
        String id =
                written.post("/api/v1/workspaces/acme/" + kind, body.formatted(kind.hashCode()))
                        .mustBe(201)
                        .text("id");
        String edit = "/acme/" + kind + "/" + id + (kind.equals("apis") ? "/edit" : "");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at(edit));
            page.getByLabel("Description").fill("kept of " + kind);
            lose(context);
            button(page, "Review changes").click();
            signIn(page, administrator);
            assertShownAgain(page);
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("kept of " + kind);
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        }
    }

    @Test
    void aRouteIsKept() {
        String api =
                written.post("/api/v1/workspaces/acme/apis", "{\"name\":\"routed\"}")
                        .mustBe(201)
                        .text("id");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/apis/" + api));
            page.getByText("Add route").first().click();
            page.getByLabel("Path").fill("/v1/kept");
            page.getByLabel("public: a good key is enough").check();
            lose(context);
            button(page, "Add route").click();
            signIn(page, administrator);
            assertShownAgain(page);
            assertThat(page.getByLabel("Path")).hasValue("/v1/kept");
            button(page, "Add route").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("/v1/kept was added");
        }
    }

    @Test
    void aPageThatAsksWhileOneTypesStaysAsItIs() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/policies/new"));
            lose(context);
            page.waitForResponse(
                    answer -> answer.url().endsWith("/judged") && answer.status() == 401,
                    () -> labelled(page, "Name").pressSequentially("judged"));
            assertThat(page).hasURL(at("/acme/policies/new"));
            assertThat(labelled(page, "Name")).hasValue("judged");
            button(page, "Create").click();
            signIn(page, administrator);
            assertThat(labelled(page, "Name")).hasValue("judged");
        }
    }

    @Test
    void whoeverElseSignsInSeesNothingOfIt() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/groups/new"));
            labelled(page, "Name").fill("not for victor");
            lose(context);
            button(page, "Create").click();
            signIn(page, viewer);
            assertThat(page).hasURL(at("/acme/service-users"));
            assertThat(page.locator("#kept, #restored")).hasCount(0);
            page.navigate(at("/_/kept"));
            assertThat(page.getByText("not for victor")).hasCount(0);
        }
    }

    private void assertShownAgain(Page page) {
        assertThat(page).hasURL(at("/_/kept"));
        assertThat(page.locator("#restored")).containsText("nothing of it is done yet");
    }

    /** As after a restart of the server. */
    private void lose(BrowserContext context) {
        context.clearCookies();
        context.addCookies(
                List.of(
                        new Cookie("keyledger-console", "lost")
                                .setDomain("127.0.0.1")
                                .setPath("/console")));
    }

    private static Locator labelled(Page page, String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    private int found(String kind, String name) {
        return written.api()
                .get("/api/v1/workspaces/acme/" + kind + "?q=" + name)
                .json()
                .get("items")
                .size();
    }

    private String description(String user) {
        return written.api()
                .get("/api/v1/workspaces/acme/service-users/" + user)
                .json()
                .path("description")
                .asString("");
    }
}
