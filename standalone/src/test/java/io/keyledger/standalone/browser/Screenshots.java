package io.keyledger.standalone.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Checks.Check;
import io.keyledger.standalone.demo.Demo;
import io.keyledger.standalone.journey.Node;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the pictures of the documentation, of the demo's workspace; run by {@code
 * docs/screenshots.sh}.
 */
class Screenshots {

    private static final Path IMAGES = Path.of("../docs/images");
    private static final int USES = 300;

    @TempDir private Path data;

    @Test
    void take() throws Exception {
        Files.createDirectories(IMAGES);
        try (ScratchDatabase database = ScratchDatabase.create();
                Node node = Node.start(database, data);
                Browsers browsers = Browsers.open()) {
            String key = Files.readString(data.resolve("bootstrap-admin.key")).strip();
            KeyledgerClient administrator = KeyledgerClient.of(node.address(), key);
            Demo.fill(administrator, USES, _ -> {});
            administrator.checks().check(Check.permission("kl_nonsense", "catalog:view"));
            String base = node.address() + "/console";
            try (BrowserContext light = context(browsers, ColorScheme.LIGHT, 1280)) {
                Page page = signedIn(light, base, key);
                page.navigate(base + "/demo/service-users");
                shot(page, "service-users");
                String user = page.locator("tbody th a").first().getAttribute("href");
                page.navigate(node.address() + user);
                shot(page, "service-user");
                page.navigate(node.address() + user + "/permissions");
                shot(page, "permissions");
                page.navigate(node.address() + user + "/try?permission=catalog.assets:view");
                shot(page, "try");
                page.navigate(base + "/demo/policies");
                page.locator("tbody th a").first().click();
                page.waitForURL("**/policies/*");
                shot(page, "policy");
                page.navigate(base + "/demo/reports");
                shot(page, "access-review");
            }
            try (BrowserContext dark = context(browsers, ColorScheme.DARK, 1280)) {
                Page page = signedIn(dark, base, key);
                page.navigate(base + "/demo/timeline");
                shot(page, "timeline");
            }
            try (BrowserContext phone = context(browsers, ColorScheme.LIGHT, 360)) {
                Page page = signedIn(phone, base, key);
                page.navigate(base + "/demo/service-users/new");
                shot(page, "create-on-a-phone");
            }
        }
    }

    private static BrowserContext context(Browsers browsers, ColorScheme scheme, int width) {
        return browsers.chromium()
                .newContext(
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
    }

    private static Page signedIn(BrowserContext context, String base, String key) {
        Page page = context.newPage();
        page.navigate(base + "/");
        page.getByLabel("API key").fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.waitForURL("**/service-users");
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(IMAGES.resolve("console-" + name + ".png")));
    }
}
