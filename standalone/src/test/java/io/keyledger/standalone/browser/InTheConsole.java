package io.keyledger.standalone.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;

import io.keyledger.standalone.journey.Api;
import io.keyledger.standalone.journey.Node;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A company with an administrator and somebody who may only look, and browsers before its console.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class InTheConsole {

    Path folder;
    ScratchDatabase database;
    Node node;
    Browsers browsers;
    Api api;
    Written written;
    String administrator;
    String viewer;

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        browsers = Browsers.open();
        folder = data;
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        api = node.administrator();
        written = new Written(api);
        written.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        administrator = personWith("[\"*:*\"]", "system", "ada");
        viewer =
                personWith(
                        "[\"service-users:view\",\"groups:view\",\"roles:view\",\"policies:view\","
                                + "\"api-keys:view\",\"workspaces:view\"]",
                        "acme",
                        "victor");
        String role =
                written.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"reader\",\"permissions\":[\"catalog:view\"]}")
                        .mustBe(201)
                        .text("id");
        written.post(
                        "/api/v1/workspaces/acme/groups",
                        "{\"name\":\"Catalog readers\",\"roles\":[\"%s\"]}".formatted(role))
                .mustBe(201);
    }

    @AfterAll
    void close() {
        if (browsers != null) {
            browsers.close();
            node.close();
            database.close();
        }
    }

    /** Opens a page and does something there before its script has come. */
    static void beforeItsScript(Page page, String address, Runnable act) {
        List<Route> scripts = new ArrayList<>();
        page.route("**/console.js*", scripts::add);
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !scripts.isEmpty());
        act.run();
        scripts.forEach(Route::resume);
    }

    /** A key of somebody with these permissions. */
    String personWith(String permissions, String ws, String name) {
        String path = "/api/v1/workspaces/" + ws;
        String role =
                written.post(
                                path + "/roles",
                                "{\"name\":\"of %s\",\"permissions\":%s}"
                                        .formatted(name, permissions))
                        .mustBe(201)
                        .text("id");
        String user =
                written.post(
                                path + "/service-users",
                                "{\"username\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role))
                        .mustBe(201)
                        .text("id");
        return written.post(path + "/service-users/" + user + "/keys", "{\"name\":\"console\"}")
                .mustBe(201)
                .text("key");
    }

    String user(String name) {
        return written.post(
                        "/api/v1/workspaces/acme/service-users",
                        "{\"username\":\"%s\"}".formatted(name))
                .mustBe(201)
                .text("id");
    }

    BrowserContext signedIn(String key) {
        BrowserContext context = browsers.chromium().newContext();
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.navigate(at("/"));
        signIn(page, key);
        return context;
    }

    void signIn(Page page, String key) {
        page.getByLabel("API key").fill(key);
        button(page, "Sign in").click();
    }

    String at(String path) {
        return node.address() + "/console" + path;
    }

    Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    /** The time as a field for date and time has it, which leaves out seconds that are none. */
    static String typed(String time) {
        return LocalDateTime.ofInstant(Instant.parse(time), ZoneOffset.UTC).toString();
    }

    /** Once the page's script is there to hear it. */
    static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
