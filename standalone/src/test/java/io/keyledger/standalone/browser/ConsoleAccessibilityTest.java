package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every page, in both themes, on a telephone and on a desk. */
class ConsoleAccessibilityTest extends InTheConsole {

    /**
     * What is downloaded or leads elsewhere; a person's page is looked at where there are people.
     */
    private static final List<String> NO_PAGES_HERE =
            List.of(
                    "",
                    "/",
                    "/{ws}",
                    "/{ws}/",
                    "/_/provider",
                    "/_/kept",
                    "/{ws}/timeline/{id}/proof",
                    "/{ws}/exports/{id}/table",
                    "/{ws}/integrity/checkpoint",
                    "/{ws}/integrity/consistency",
                    "/{ws}/people/{id}");

    private static final int PHONE = 360;
    private static final int QUARTER_OF_A_PHONE = 160;
    private static final String ABOVE_A_PAGE_OF_THE_PAST =
            "document.querySelector('.band') === null ? 0 :"
                    + " [...document.querySelectorAll('.top, .side, .band')]"
                    + ".reduce((sum, each) => sum + each.offsetHeight, 0)";

    @Test
    void everybodyCanUseItInBothThemesAndSizes() {
        String user = user("seen");
        String catalogue =
                written.post("/api/v1/workspaces/acme/apis", "{\"name\":\"seen\"}")
                        .mustBe(201)
                        .text("id");
        String route =
                written.post(
                                "/api/v1/workspaces/acme/routes",
                                "{\"api\":\"seen\",\"method\":\"GET\",\"path\":\"/v1/seen\",\"public\":true}")
                        .mustBe(201)
                        .text("id");
        String group = api.get("/api/v1/workspaces/acme/groups?q=Catalog").text("items/0/id");
        String role = api.get("/api/v1/workspaces/acme/roles?q=reader").text("items/0/id");
        String policy = policy("seen");
        String entry =
                api.get("/api/v1/workspaces/acme/audit?kind=change&limit=1").text("items/0/id");
        String moment = "?at=" + Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        List<String> paths =
                List.of(
                        "/acme/service-users",
                        "/acme/service-users?q=seen&sort=-lastUsed&owner=nobody",
                        "/acme/service-users" + moment,
                        "/acme/service-users/" + user + moment,
                        "/acme/service-users/" + user + "/permissions" + moment + "&compare=yes",
                        "/acme/people",
                        "/acme/people?q=nobody&sort=-lastSignIn",
                        "/acme/people" + moment,
                        "/acme/groups" + moment,
                        "/acme/groups?q=readers&sort=-memberCount",
                        "/acme/groups?q=nothing&sort=-createdAt",
                        "/acme/roles?permission=catalog:view&sort=-name",
                        "/acme/policies?state=enabled&sort=-state",
                        "/acme/apis?q=seen&sort=-routeCount",
                        "/acme/apis" + moment,
                        "/acme/apis/new",
                        "/acme/apis/" + catalogue + "?method=GET&sort=-method&access=public",
                        "/acme/policies/" + policy + moment,
                        "/acme/reports?at=2026-01-01T00:00:00Z",
                        "/acme/service-users/new",
                        "/acme/service-users/" + user,
                        "/acme/service-users/" + user + "/permissions",
                        "/acme/service-users/" + user + "/activity",
                        "/acme/service-users/"
                                + user
                                + "/try?permission=catalog:view&address=192.0.2.7",
                        "/acme/service-users/" + user + "/edit",
                        "/acme/timeline",
                        "/acme/timeline?from=2026-11-27T00:00:00Z&to=2026-11-28T00:00:00Z",
                        "/acme/timeline?live=on",
                        "/acme/timeline/" + entry,
                        "/acme/health",
                        "/acme/who-can?permission=catalog:view",
                        "/acme/integrity",
                        "/acme/exports",
                        "/acme/replays",
                        "/acme/dead-letters",
                        "/acme/reports",
                        "/acme/policies",
                        "/acme/policies/new",
                        "/acme/policies/" + policy,
                        "/acme/apis",
                        "/acme/apis/" + catalogue,
                        "/acme/apis/" + catalogue + "/import",
                        "/acme/apis/" + catalogue + "/edit",
                        "/acme/routes/" + route,
                        "/acme/routes/" + route + moment,
                        "/acme/dead-letters?q=nothing&sort=-attempts&view=directory",
                        "/acme/compare",
                        "/acme/compare?kind=role" + moment.replace('?', '&'),
                        "/acme/compare" + moment + "&until=2026-01-01T00:00:00Z",
                        "/acme/groups/" + group,
                        "/acme/workspaces?q=a&sort=-createdAt",
                        "/acme/workspaces",
                        "/acme/workspaces/new",
                        "/acme/workspaces/acme/name",
                        "/acme/roles/" + role,
                        "/acme/roles",
                        "/acme/roles/new",
                        "/acme/groups",
                        "/acme/groups/new",
                        "/acme/nothing-here/at-all");
        assertThat(unseen(paths)).isEmpty();
        assertThat(violations(paths)).isEmpty();
    }

    /** Pages that none of these addresses is of. */
    private static List<String> unseen(List<String> paths) {
        List<PathPattern> pages =
                Handlers.paths(RequestMethod.GET).stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .sorted()
                        .toList();
        Set<String> seen =
                paths.stream()
                        .map(path -> PathContainer.parsePath(path.replaceFirst("\\?.*", "")))
                        .flatMap(path -> pages.stream().filter(it -> it.matches(path)).limit(1))
                        .map(PathPattern::getPatternString)
                        .collect(Collectors.toSet());
        return pages.stream()
                .map(PathPattern::getPatternString)
                .filter(page -> !page.equals("/sign-in") && !NO_PAGES_HERE.contains(page))
                .filter(page -> !seen.contains(page))
                .toList();
    }

    private String policy(String name) {
        return written.post(
                        "/api/v1/workspaces/acme/policies",
                        """
                        {"name":"%s","guards":{"networks":["192.0.2.0/24"],
                         "rateLimit":{"uses":5,"perSeconds":1}}}
                        """
                                .formatted(name))
                .mustBe(201)
                .text("id");
    }

    private List<String> violations(List<String> paths) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(at("/sign-in"));
            found.addAll(seriousInBothThemesAndSizes(page));
            signIn(page, administrator);
            for (String path : paths) {
                page.navigate(at(path));
                found.addAll(seriousInBothThemesAndSizes(page));
            }
            for (Consumer<Page> state : states("chosen", user("chosen"), policy("chosen"))) {
                state.accept(page);
                found.addAll(seriousInBothThemesAndSizes(page));
            }
        }
        return found;
    }

    /** What no address leads to, each after the one before. */
    private List<Consumer<Page>> states(String name, String user, String policy) {
        return List.of(
                page -> {
                    page.navigate(at("/acme/groups"));
                    press(page, ".");
                    assertThat(page.getByLabel("Moment (UTC)")).isVisible();
                },
                page -> {
                    page.navigate(at("/acme/groups"));
                    page.locator("tbody summary").first().click();
                    assertThat(page.locator(".menu[open]").getByText("Members")).isVisible();
                },
                page -> {
                    page.navigate(at("/acme/service-users/" + user + "/permissions"));
                    assertThat(page.getByLabel("Turn the time").last()).isVisible();
                },
                page -> {
                    press(page, "?");
                    assertThat(page.locator("#keys-help")).isVisible();
                },
                page -> {
                    page.navigate(at("/acme/service-users?q=" + name));
                    page.getByLabel("Choose " + name).check();
                    page.getByLabel("With those chosen").selectOption("Disable");
                    button(page, "Review what changes").click();
                    assertThat(page.getByLabel("Reason")).isVisible();
                },
                page -> {
                    button(page, "Do it to those chosen").click();
                    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done: 1");
                },
                page -> {
                    page.navigate(at("/acme/service-users/" + user + "/edit"));
                    page.getByLabel("Description").fill("mine");
                    button(page, "Review changes").click();
                    assertThat(button(page, "Save")).isVisible();
                },
                page -> {
                    written.patch(
                                    "/api/v1/workspaces/acme/service-users/" + user,
                                    "{\"description\":\"theirs\"}")
                            .mustBe(200);
                    button(page, "Save").click();
                    assertThat(page.locator("#conflict")).isVisible();
                },
                page -> {
                    page.navigate(at("/acme/policies/" + policy));
                    page.getByLabel("Networks").fill("2001:db8::/32");
                    page.getByLabel("Uses at most").fill("7");
                    button(page, "Review changes").click();
                    assertThat(page.locator("#effect")).isVisible();
                },
                page -> {
                    written.patch(
                                    "/api/v1/workspaces/acme/policies/" + policy,
                                    "{\"guards\":{\"rateLimit\":{\"uses\":5,\"perSeconds\":9}}}")
                            .mustBe(200);
                    button(page, "Save").click();
                    assertThat(page.locator("#conflict")).isVisible();
                },
                page -> {
                    page.navigate(at("/acme/policies?q=" + name));
                    page.getByLabel("Choose " + name).check();
                    button(page, "Delete those chosen").click();
                    assertThat(page.getByLabel("Type 1 policy to delete")).isVisible();
                },
                page -> {
                    page.navigate(at("/acme/service-users/" + user));
                    page.getByText("Generate API key").first().click();
                    page.locator(".generate[open]").first().getByLabel("Name").fill("nightly");
                    button(page.locator(".generate[open]").first(), "Generate").click();
                    assertThat(page.locator("#secret")).isVisible();
                });
    }

    /**
     * The page as it is, without loading it anew: only style sheets ask for theme and width.
     * Colours follow the theme and places the width: together they say nothing new.
     */
    static List<String> seriousInBothThemesAndSizes(Page page) {
        List<String> found = new ArrayList<>();
        found.addAll(seenIn(page, ColorScheme.DARK, 1440));
        found.addAll(seenIn(page, ColorScheme.LIGHT, PHONE));
        return found;
    }

    private static List<String> seenIn(Page page, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        return serious(page, scheme, width);
    }

    static List<String> serious(Page page, ColorScheme scheme, int width) {
        List<String> found = new ArrayList<>();
        for (String each : Accessibility.serious(page)) {
            found.add("%s, %s, %d: %s".formatted(page.url(), scheme, width, each));
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (((Number) over).intValue() > 0) {
            found.add("%s, %d: %s pixels too wide".formatted(page.url(), width, over));
        }
        Object above = page.evaluate(ABOVE_A_PAGE_OF_THE_PAST);
        if (width == PHONE && ((Number) above).intValue() > QUARTER_OF_A_PHONE) {
            found.add("%s, %d: %s pixels before the page".formatted(page.url(), width, above));
        }
        return found;
    }
}
