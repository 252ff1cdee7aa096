package io.keyledger.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that the console answers to, asked by whoever should get nothing by it. */
class ConsoleStrangersTest extends InTheConsole {

    private static final String NAME = "not-for-you";
    private static final List<String> OPEN_TO_ALL = List.of("/sign-in", "/_/provider");

    private Map<String, String> ours;
    private Map<String, String> theirs;
    private String local;

    @BeforeAll
    void twoWorkspaces() {
        written.post("/api/v1/workspaces", "{\"slug\":\"other\",\"name\":\"Other\"}").mustBe(201);
        ours = things("acme", "ours");
        theirs = things("other", NAME);
        local = personWith("[\"*:*\"]", "acme", "local");
    }

    @Test
    void aFormWithoutTheTokenOfThisSessionChangesNothing() {
        try (BrowserContext context = signedIn(administrator)) {
            String last = lastChange("acme");
            for (String path : Handlers.paths(RequestMethod.POST)) {
                for (String token : List.of("", "of-another-session")) {
                    APIResponse answer = post(context, filled(path, "acme", ours), ours, token);
                    assertThat(answer.status()).as(path).isIn(302, 403);
                }
            }
            assertThat(lastChange("acme")).isEqualTo(last);
        }
    }

    @Test
    void everyPageIsFramedNowhereAndKeptNowhereAndRunsNothingOfOthers() {
        try (BrowserContext context = signedIn(administrator)) {
            for (String path : Handlers.paths(RequestMethod.GET)) {
                APIResponse answer = get(context, filled(path, "acme", ours));
                assertThat(answer.status()).as(path).isIn(200, 302, 404);
                assertThat(answer.headers())
                        .as(path)
                        .containsEntry("x-frame-options", "DENY")
                        .containsEntry("x-content-type-options", "nosniff");
                assertThat(answer.headers().get("content-security-policy"))
                        .as(path)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .contains("form-action 'self'", "base-uri 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().get("cache-control")).as(path).contains("no-store");
            }
        }
    }

    @Test
    void theHeadersComeWithHoweverLongAPageOfWhateverLetters() {
        for (int i = 0; i < 50; i++) {
            api.post(
                            "/api/v1/workspaces/acme/service-users",
                            "{\"username\":\"long-%d\",\"description\":\"%s\"}"
                                    .formatted(i, "ж".repeat(500)))
                    .mustBe(201);
        }
        user("after-the-long-ones");
        try (BrowserContext context = signedIn(administrator)) {
            FormData form = FormData.create().set("_csrf", token(context));
            for (APIResponse answer :
                    List.of(
                            get(context, "/acme/service-users?q=long-"),
                            context.request()
                                    .post(
                                            at("/acme/timeline.csv?kind=change"),
                                            RequestOptions.create().setForm(form)))) {
                assertThat(answer.status()).as(answer.url()).isEqualTo(200);
                assertThat(answer.headers())
                        .as(answer.url())
                        .containsKeys("content-security-policy", "x-content-type-options")
                        .hasEntrySatisfying(
                                "cache-control", kept -> assertThat(kept).contains("no-store"));
            }
        }
    }

    @Test
    void noIdOfAnotherWorkspaceShowsOrChangesAnything() {
        try (BrowserContext context = signedIn(local)) {
            String last = lastChange("other");
            for (String path : Handlers.paths(RequestMethod.GET)) {
                APIResponse answer = get(context, filled(path, "acme", theirs));
                assertThat(answer.text()).as(path).doesNotContain(NAME);
                if (path.matches(".*\\{(id|user)}.*")) {
                    assertThat(answer.status()).as(path).isEqualTo(404);
                }
            }
            String token = token(context);
            for (String path : Handlers.paths(RequestMethod.POST)) {
                APIResponse answer = post(context, filled(path, "acme", theirs), theirs, token);
                assertThat(answer.status()).as(path).isLessThan(500);
                assertThat(answer.text()).as(path).doesNotContain(NAME);
            }
            assertThat(lastChange("other")).isEqualTo(last);
        }
    }

    @Test
    void anotherWorkspaceIsClosedToWhoeverIsNotInIt() {
        try (BrowserContext context = signedIn(local)) {
            String last = lastChange("other");
            for (String path : Handlers.paths(RequestMethod.GET)) {
                APIResponse answer = get(context, filled(path, "other", theirs));
                assertThat(answer.text()).as(path).doesNotContain(NAME);
                if (path.startsWith("/{ws}/")
                        && !path.matches(".*/(workspaces|new|compare|who-can)")) {
                    assertThat(answer.status()).as(path).isNotEqualTo(200);
                }
            }
            String token = token(context);
            for (String path : Handlers.paths(RequestMethod.POST)) {
                APIResponse answer = post(context, filled(path, "other", theirs), theirs, token);
                assertThat(answer.text()).as(path).doesNotContain(NAME);
            }
            assertThat(lastChange("other")).isEqualTo(last);
        }
    }

    @Test
    void whoIsNotSignedInGetsNothingButTheWayIn() {
        try (BrowserContext context = browsers.chromium().newContext()) {
            for (String path : Handlers.paths(RequestMethod.GET)) {
                if (!OPEN_TO_ALL.contains(path)) {
                    APIResponse answer = get(context, filled(path, "acme", ours));
                    assertThat(answer.status()).as(path).isEqualTo(302);
                    assertThat(answer.headers().get("location"))
                            .as(path)
                            .isEqualTo("/console/sign-in");
                }
            }
        }
    }

    /** One of each kind, by what it is called in addresses. */
    private Map<String, String> things(String ws, String name) {
        String base = "/api/v1/workspaces/" + ws;
        String named = "{\"name\":\"%s\"}".formatted(name);
        String user = made(base + "/service-users", "{\"username\":\"%s\"}".formatted(name), "id");
        String role = "{\"name\":\"%s\",\"permissions\":[\"a:b\"]}".formatted(name);
        String route =
                "{\"api\":\"%1$s\",\"method\":\"GET\",\"path\":\"/%1$s\",\"public\":true}"
                        .formatted(name);
        Map<String, String> things = new HashMap<>();
        things.put("name", name);
        things.put("service-users", user);
        things.put("people", user);
        things.put("replays", user);
        things.put("keyId", made(base + "/service-users/" + user + "/keys", named, "keyId"));
        things.put("groups", made(base + "/groups", named, "id"));
        things.put("roles", made(base + "/roles", role, "id"));
        things.put("policies", made(base + "/policies", named, "id"));
        things.put("apis", made(base + "/apis", named, "id"));
        things.put("routes", made(base + "/routes", route, "id"));
        things.put("timeline", api.get(base + "/audit?kind=change&limit=1").text("items/0/id"));
        return things;
    }

    private String made(String path, String json, String id) {
        return written.post(path, json).mustBe(201).text(id);
    }

    /** The path with the workspace and ids of these things. */
    private static String filled(String path, String ws, Map<String, String> things) {
        String kind = path.replaceFirst("^/\\{ws}/", "").replaceFirst("/.*", "");
        return path.replace("{ws}", ws)
                .replaceAll("\\{(id|user)}", things.getOrDefault(kind, "none"))
                .replace("{keyId}", things.get("keyId"))
                .replace("{kind:groups|roles|policies}", "groups")
                .replaceAll("\\{verb:[^}]*cancel[^}]*}", "cancel")
                .replace("{view}", "directory")
                .replace("{position}", "1");
    }

    private APIResponse get(BrowserContext context, String path) {
        return context.request().get(at(path), RequestOptions.create().setMaxRedirects(0));
    }

    /** With fields that any form might want, as good as they can be. */
    private APIResponse post(
            BrowserContext context, String path, Map<String, String> things, String token) {
        boolean isEdit = path.matches(".*/(save|merge|edit)");
        String kind = path.contains("/groups/bulk") ? "groups" : "service-users";
        FormData form =
                FormData.create()
                        .set("_csrf", token)
                        .set("opened", "{\"version\":0,\"fields\":{}}")
                        .set("typed", isEdit ? "{\"name\":\"taken\"}" : typed(path, things))
                        .set("to", "disabled")
                        .set("action", "disable")
                        .set("chosen", things.get(kind) + ":0")
                        .set("name", "taken")
                        .set("username", "taken")
                        .set("method", "GET")
                        .set("path", "/taken")
                        .set("open", "true")
                        .set("view", "directory")
                        .set("state", "monitoring")
                        .set("permissions", "c:d");
        return context.request()
                .post(at(path), RequestOptions.create().setForm(form).setMaxRedirects(0));
    }

    /** What has to be typed where something is destroyed. */
    private static String typed(String path, Map<String, String> things) {
        if (path.contains("/bulk/")) {
            return "1 group";
        }
        return (path.endsWith("/remove") ? "GET /" : "") + things.get("name");
    }

    private String token(BrowserContext context) {
        Page page = context.pages().getFirst();
        page.navigate(at("/acme/service-users"));
        return page.locator("input[name=_csrf]").first().inputValue();
    }

    private String lastChange(String ws) {
        return api.get("/api/v1/workspaces/" + ws + "/audit?kind=change&limit=1")
                .text("items/0/id");
    }
}
