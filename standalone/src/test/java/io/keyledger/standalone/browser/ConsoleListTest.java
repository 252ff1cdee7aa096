package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Long lists: sorted, filtered, gone through with the keyboard, and changed several at once. */
class ConsoleListTest extends InTheConsole {

    private static final String ACME = "/api/v1/workspaces/acme";
    private static final String USERS = ACME + "/service-users";

    @BeforeAll
    void many() {
        for (int i = 10; i < 70; i++) {
            api.post(ACME + "/groups", "{\"name\":\"team-%d\"}".formatted(i)).mustBe(201);
        }
        String assets =
                api.post(
                                ACME + "/roles",
                                "{\"name\":\"assets\",\"permissions\":[\"catalog.assets:*\"]}")
                        .mustBe(201)
                        .text("id");
        api.post(
                        ACME + "/policies",
                        "{\"name\":\"Nights\",\"state\":\"monitoring\",\"grants\":[{\"role\":\"%s\"}]}"
                                .formatted(assets))
                .mustBe(201);
        api.post(ACME + "/policies", "{\"name\":\"Days\",\"state\":\"enabled\"}").mustBe(201);
        api.post(ACME + "/apis", "{\"name\":\"shop\",\"hosts\":[\"shop.example.com\"]}")
                .mustBe(201);
        api.post(ACME + "/apis", "{\"name\":\"bare\"}").mustBe(201);
        api.post(ACME + "/routes", route("POST", "/a", "\"permission\":\"catalog.assets:buy\""))
                .mustBe(201);
        api.post(ACME + "/routes", route("GET", "/b", "\"public\":true")).mustBe(201);
        for (int i = 10; i < 70; i++) {
            api.post(USERS, "{\"username\":\"bulk-%d\"}".formatted(i)).mustBe(201);
        }
        user("a-last-one");
    }

    @Test
    void aListIsSortedAndPagedByItsAddressAndSaysHowManyThereAre() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users?q=bulk-"));
            assertThat(page.locator("#count")).hasText("50 of 60");
            assertThat(heading(page, "Username")).hasAttribute("aria-sort", "ascending");
            link(page, "Username").click();
            assertThat(page).hasURL(at("/acme/service-users?q=bulk-&sort=-username"));
            assertThat(page.locator("tbody th a").first()).hasText("bulk-69");
            assertThat(heading(page, "Username")).hasAttribute("aria-sort", "descending");
            link(page, "Next 50").click();
            assertThat(page.locator("#count")).hasText("10 of 60");
            assertThat(page.locator("tbody th a").last()).hasText("bulk-10");
            link(page, "First page").click();
            page.navigate(at("/acme/service-users"));
            link(page, "Created").click();
            assertThat(page.locator("tbody th a").first()).hasText("a-last-one");
            page.getByLabel("Search").fill("bulk-1");
            assertThat(page.locator("#count")).hasText("10 of 10");
            assertThat(page.locator("tbody th a").first()).hasText("bulk-19");
            assertThat(heading(page, "Created")).hasAttribute("aria-sort", "descending");
            page.navigate(at("/acme/service-users?sort=owner"));
            assertThat(page.getByRole(AriaRole.HEADING, named("This was refused"))).isVisible();
            link(page, "The same page without filters").click();
            assertThat(page.locator("tbody th a").first()).isVisible();
        }
    }

    @Test
    void groupsAreSortedPagedCountedAndFiltered() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/groups?q=team-"));
            assertThat(page.locator("#count")).hasText("50 of 60");
            link(page, "Name").click();
            assertThat(page).hasURL(at("/acme/groups?q=team-&sort=-name"));
            assertThat(first(page)).hasText("team-69");
            link(page, "Next 50").click();
            assertThat(page.locator("#count")).hasText("10 of 60");
            page.getByLabel("Search").fill("team-1");
            assertThat(page.locator("#count")).hasText("10 of 10");
            assertThat(first(page)).hasText("team-19");
            page.getByLabel("Role").selectOption("reader");
            assertThat(main(page)).containsText("No group is like that");
            assertThat(page.locator(".chips")).containsText("role: reader");
            link(page, "Show all").click();
            assertThat(heading(page, "Name")).hasAttribute("aria-sort", "descending");
            page.waitForLoadState();
            page.getByLabel("Role").selectOption("reader");
            assertThat(page.locator("#count")).hasText("1 of 1");
            openMenuOf(page, "Catalog readers");
            page.locator(".menu[open]").getByText("Members").click();
            assertThat(page.locator(".chips")).containsText("group: Catalog readers");
        }
    }

    @Test
    void rolesAndPoliciesAreFoundByWhatTheyLetDo() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/roles"));
            link(page, "Created").click();
            assertThat(first(page)).hasText("assets");
            page.getByLabel("Lets do").fill("catalog.assets:buy");
            page.getByLabel("Lets do").press("Enter");
            assertThat(page.locator("#count")).hasText("2 of 2");
            assertThat(main(page)).not().containsText("reader");
            assertThat(page.locator(".chips")).containsText("lets: catalog.assets:buy");
            openMenuOf(page, "assets");
            link(page, "Policies that grant it").click();
            assertThat(page.locator(".chips")).containsText("grants: assets");
            assertThat(page.locator("tbody th a")).hasText("Nights");
            link(page, "Remove filter grants: assets").click();
            page.getByLabel("State").selectOption("enabled");
            assertThat(page.locator(".chips")).containsText("state: enabled");
            assertThat(first(page)).hasText("Days");
            page.navigate(at("/acme/roles"));
            page.getByLabel("Lets do").fill("everything");
            page.getByLabel("Lets do").press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, named("This was refused"))).isVisible();
        }
    }

    @Test
    void apisAndTheirRoutesAreSortedAndFiltered() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/apis"));
            assertThat(first(page)).hasText("bare");
            link(page, "Routes").last().click();
            assertThat(first(page)).hasText("shop");
            page.getByLabel("Search").fill("shop.example");
            assertThat(page.locator("#count")).hasText("1 of 1");
            press(page, "Escape");
            link(page, "shop").click();
            assertThat(page.locator("#count")).hasText("2 of 2");
            assertThat(page.locator("tbody th").first()).hasText("/a");
            link(page, "Method").click();
            assertThat(page.locator("tbody th").first()).hasText("/b");
            page.locator("h1").click();
            press(page, "j");
            assertThat(page.locator("tbody th a").first()).isFocused();
            page.getByLabel("Of method").selectOption("POST");
            assertThat(page.locator("#count")).hasText("1 of 1");
            page.getByLabel("Open to").selectOption("public");
            assertThat(main(page)).containsText("No route is like that");
            page.getByLabel("Of method").selectOption("any");
            assertThat(page.locator("tbody th")).hasText("/b");
            assertThat(page.locator(".chips")).containsText("access: public");
            page.getByLabel("Open to").selectOption("permission");
            assertThat(page.locator("tbody th")).hasText("/a");
            openMenuOf(page, "POST /a");
            link(page, "Roles that let do it").click();
            assertThat(page.locator("tbody th a").first()).hasText("assets");
        }
    }

    @Test
    void whatIsTypedBeforeThePagesScriptsHaveComeIsSearchedFor() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            beforeItsScript(
                    page, at("/acme/apis"), () -> page.getByLabel("Search").fill("shop.example"));
            assertThat(page.locator("#count")).hasText("1 of 1");
        }
    }

    @Test
    void filtersInForceAreChipsThatAreTakenAwayOneByOne() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users?owner=nobody"));
            assertThat(page.locator(".chips")).containsText("owner: nobody");
            page.getByLabel("Search").fill("bulk-1");
            page.waitForURL("**q=bulk-1**");
            assertThat(page).hasURL(Pattern.compile(".*owner=nobody.*"));
            assertThat(page.locator(".chips .chip")).hasCount(2);
            link(page, "Remove filter owner: nobody").click();
            assertThat(page.locator("#count")).hasText("10 of 10");
            page.getByLabel("Group").first().selectOption("Catalog readers");
            assertThat(page.locator(".chips")).containsText("group: Catalog readers");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("No service user is like that");
        }
    }

    @Test
    void rowsAreGoneThroughWithTheKeyboard() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users?q=bulk-2"));
            press(page, "j");
            assertThat(link(page, "bulk-20")).isFocused();
            press(page, "ArrowDown");
            press(page, "j");
            press(page, "k");
            assertThat(link(page, "bulk-21")).isFocused();
            assertThat(page).hasURL(at("/acme/service-users?q=bulk-2#row-" + id("bulk-21")));
            page.reload();
            assertThat(link(page, "bulk-21")).isFocused();
            press(page, "x");
            assertThat(page.getByLabel("Choose bulk-21")).isChecked();
            press(page, "ArrowUp");
            press(page, "Enter");
            assertThat(page.getByRole(AriaRole.HEADING, named("bulk-20"))).isVisible();
            page.navigate(at("/acme/groups"));
            press(page, "j");
            press(page, "Enter");
            assertThat(page.getByLabel("Description")).isVisible();
            press(page, "?");
            assertThat(page.locator("#keys-help")).containsText("next and previous row");
        }
    }

    @Test
    void severalAreChangedEachByItselfAndNoneIsLost() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users?q=bulk-3"));
            choose(page, "bulk-30", "bulk-31", "bulk-32");
            page.getByLabel("With those chosen").selectOption("Add to a group");
            page.getByLabel("to add to or remove from").selectOption("Catalog readers");
            button(page, "Review what changes").click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("tbody tr").first()).containsText("gains catalog:view");
            written.patch(USERS + "/" + id("bulk-31"), "{\"owner\":\"somebody\"}").mustBe(200);
            page.getByLabel("Reason").fill("ticket 9");
            button(page, "Do it to those chosen").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done: 2. Not done: 1.");
            assertThat(row(page, "bulk-31")).containsText("somebody has changed it");
            button(page, "Review those not done again").click();
            assertThat(page.getByLabel("Reason")).hasValue("ticket 9");
            button(page, "Do it to those chosen").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done: 1. Not done: 0.");
            page.navigate(at("/acme/service-users?q=bulk-3"));
            assertThat(row(page, "bulk-30")).containsText("Catalog readers");
            assertThat(row(page, "bulk-31")).containsText("Catalog readers");
            assertThat(row(page, "bulk-33")).not().containsText("Catalog readers");
            page.navigate(at("/acme/timeline?kind=change&user=" + id("bulk-31")));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Reason: ticket 9");

            page.navigate(at("/acme/service-users?q=bulk-3"));
            page.getByLabel("Choose all of this page").check();
            page.getByLabel("With those chosen").selectOption("Remove from a group");
            page.getByLabel("to add to or remove from").selectOption("Catalog readers");
            button(page, "Review what changes").click();
            assertThat(page.locator("tbody input:checked")).hasCount(3);
            assertThat(row(page, "bulk-39")).containsText("nothing: it is so already");
            button(page, "Do it to those chosen").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done: 3. Not done: 0.");
        }
    }

    @Test
    void severalAreDisabledAndEnabledAgain() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            for (String step : List.of("Disable", "Enable")) {
                page.navigate(at("/acme/service-users?q=bulk-4"));
                choose(page, "bulk-40", "bulk-41");
                page.getByLabel("With those chosen").selectOption(step);
                button(page, "Review what changes").click();
                button(page, "Do it to those chosen").click();
                assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done: 2. Not done: 0.");
                page.navigate(at("/acme/service-users?q=bulk-41"));
                assertThat(row(page, "bulk-41")).containsText(step.toLowerCase(Locale.ROOT) + "d");
            }
            page.navigate(at("/acme/service-users?q=bulk-4"));
            page.getByLabel("With those chosen").selectOption("Disable");
            assertThat(button(page, "Review what changes")).isDisabled();
            assertThat(page.getByText("Choose some of the rows first")).isVisible();
            page.evaluate("document.querySelector('[data-of-chosen]').form.submit()");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Choose at least one");
            link(page, "Back to the page before").click();
            choose(page, "bulk-40");
            assertThat(page.getByText("1 chosen")).isVisible();
            page.getByLabel("With those chosen").selectOption("Add to a group");
            button(page, "Review what changes").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Choose the group");
        }
    }

    @Test
    void whatIsShownShortOrRelativeIsCopiedWholeAndAbsolute() {
        String user = id("bulk-50");
        String created =
                api.get(USERS + "/" + user).mustBe(200).text("createdAt").replaceAll("\\..*", "");
        try (BrowserContext context = signedIn(administrator)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users/" + user));
            assertThat(main(page)).containsText(user.substring(0, 8) + "…");
            assertThat(main(page)).not().containsText(user);
            page.evaluate(
                    "getSelection().selectAllChildren(document.querySelector('code[data-copy]').parentElement)");
            press(page, "Control+C");
            org.assertj.core.api.Assertions.assertThat(
                            (String) page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(user);
            button(page, "Copy").first().click();
            assertThat(button(page, "Copied")).isVisible();
            assertCopied(page, user);
            page.evaluate("getSelection().selectAllChildren(document.querySelector('.facts'))");
            press(page, "Control+C");
            assertCopied(page, user);
            assertCopied(page, created);
            assertThat(main(page)).not().containsText(user);
        }
    }

    @Test
    void whoMayOnlyLookChoosesNone() {
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/service-users"));
            assertThat(page.locator("tbody tr").first()).isVisible();
            assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
            assertThat(page.getByLabel("With those chosen")).hasCount(0);
            assertThat(button(page, "Create Service User")).isDisabled();
            assertThat(main(page)).containsText("that takes service-users:manage");
        }
    }

    private static void assertCopied(Page page, String text) {
        org.assertj.core.api.Assertions.assertThat(
                        (String) page.evaluate("navigator.clipboard.readText()"))
                .contains(text);
    }

    private static Locator first(Page page) {
        return page.locator("tbody th a").first();
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void openMenuOf(Page page, String name) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions for " + name))
                .click();
    }

    private static String route(String method, String path, String what) {
        return "{\"api\":\"shop\",\"method\":\"%s\",\"path\":\"%s\",%s}"
                .formatted(method, path, what);
    }

    private static Locator heading(Page page, String name) {
        return page.locator("thead th", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator row(Page page, String name) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(name));
    }

    private static void choose(Page page, String... names) {
        for (String name : names) {
            page.getByLabel("Choose " + name).check();
        }
    }

    private String id(String name) {
        return api.get(USERS + "?q=" + name).mustBe(200).text("items/0/id");
    }
}
