package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.keyledger.standalone.journey.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whatever people and programs can have written somewhere is a text wherever it is shown. */
class ConsoleMarkupTest extends InTheConsole {

    private static final String ACME = "/api/v1/workspaces/acme";

    /**
     * At most as long as a name; closes whatever it stands in, and starts a script and an image.
     */
    private static final String MARKUP =
            "'\"></title><script>owned()</script><img src=x><b>[[${1}]]";

    private final List<String> pages = new ArrayList<>();

    @BeforeAll
    void everyTextIsMarkup() {
        String text = MARKUP.replace("\"", "\\\"");
        String named = "{\"name\":\"%1$s\",\"description\":\"%1$s\"}".formatted(text);
        written.patch("/api/v1/workspaces/acme", "{\"name\":\"%s\"}".formatted(text)).mustBe(200);
        String role =
                made(
                        "/roles",
                        "{\"name\":\"%1$s\",\"description\":\"%1$s\",\"permissions\":[\"a:b\"]}"
                                .formatted(text));
        String policy =
                made(
                        "/policies",
                        """
                        {"name":"%1$s","description":"%1$s","state":"enabled",
                         "grants":[{"role":"%2$s","resources":{"match":"all","conditions":
                          [{"attribute":"region","operator":"=","values":["%1$s"]}]}}]}
                        """
                                .formatted(text, role));
        String group =
                made(
                        "/groups",
                        "{\"name\":\"%1$s\",\"description\":\"%1$s\",\"roles\":[\"%2$s\"],\"policies\":[\"%3$s\"]}"
                                .formatted(text, role, policy));
        String api = made("/apis", named);
        String route =
                made(
                        "/routes",
                        "{\"api\":\"%s\",\"method\":\"GET\",\"path\":\"/v1/a\",\"permission\":\"a:b\"}"
                                .formatted(api));
        String user =
                made(
                        "/service-users",
                        """
                        {"username":"marked","description":"%1$s","owner":"%1$s",
                         "labels":{"team":"%1$s"},"groups":["%2$s"]}
                        """
                                .formatted(text, group));
        String key =
                written.post(
                                ACME + "/service-users/" + user + "/keys",
                                "{\"name\":\"%s\"}".formatted(text))
                        .mustBe(201)
                        .text("key");
        String use = use(key);
        String change = changeFromAStrangeProgram(user);
        pages.addAll(
                List.of(
                        "/system/workspaces",
                        "/acme/service-users",
                        "/acme/service-users?q=" + encoded(MARKUP) + "&owner=" + encoded(MARKUP),
                        "/acme/service-users/" + user,
                        "/acme/service-users/" + user + "/edit",
                        "/acme/service-users/" + user + "/permissions",
                        "/acme/service-users/" + user + "/try?permission=a:b",
                        "/acme/service-users/" + user + "/activity",
                        "/acme/groups",
                        "/acme/groups/" + group,
                        "/acme/roles",
                        "/acme/roles/" + role,
                        "/acme/policies",
                        "/acme/policies/" + policy,
                        "/acme/apis",
                        "/acme/apis/" + api,
                        "/acme/apis/" + api + "/edit",
                        "/acme/apis/" + api + "/import",
                        "/acme/routes/" + route,
                        "/acme/who-can?permission=a:b",
                        "/acme/who-can?permission=" + encoded(MARKUP),
                        "/acme/reports",
                        "/acme/compare?at=2026-01-01T00:00:00Z",
                        "/acme/timeline",
                        "/acme/timeline?q=" + encoded(MARKUP) + "&reason=" + encoded(MARKUP),
                        "/acme/timeline/" + use,
                        "/acme/timeline/" + change));
    }

    @Test
    void markupIsShownAsItWasWritten() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(
                    message -> {
                        if (message.text().contains("Content Security Policy")) {
                            refused.add(page.url() + ": " + message.text());
                        }
                    });
            for (String path : pages) {
                page.navigate(at(path));
                assertThat(page.content()).as(path).contains("owned()");
                assertThat(page.locator("b, main img, body script")).hasCount(0);
            }
            assertThat(refused).isEmpty();
        }
    }

    private String made(String path, String json) {
        return written.post(ACME + path, json).mustBe(201).text("id");
    }

    /** A check that a program of that name and network asked for. */
    private String use(String key) {
        Answer use =
                api.send(
                        api.request("/api/v1/checks")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"key\":\"%s\",\"permission\":\"a:b\",\"userAgent\":\"%s\"}"
                                                        .formatted(
                                                                key,
                                                                MARKUP.replace("\"", "\\\"")))));
        return use.mustBe(200).text("recordId");
    }

    /** A change with a reason, by a program of that name. */
    private String changeFromAStrangeProgram(String user) {
        api.send(
                        api.request(ACME + "/service-users/" + user + "/keys")
                                .header("Content-Type", "application/json")
                                .header("User-Agent", MARKUP)
                                .header("Reason", encoded(MARKUP).replace("+", "%20"))
                                .POST(BodyPublishers.ofString("{\"name\":\"second\"}")))
                .mustBe(201);
        user("seen-after-" + user.substring(0, 8));
        return api.get(ACME + "/audit?kind=change&user=" + user + "&limit=1").text("items/0/id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
