package io.keyledger.standalone.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A table that is asked for by a button, whether it is handed over at once or, where the machine is
 * busy, a moment later on its own page. The page is the same afterwards.
 */
final class TakenAway {

    private static final int STEP_MILLIS = 50;
    private static final int MOST_STEPS = 600;

    private TakenAway() {}

    static Download by(Page page, Locator button) {
        String asking = page.url();
        Download table =
                page.waitForDownload(
                        () -> {
                            AtomicBoolean begun = new AtomicBoolean();
                            page.onDownload(_ -> begun.set(true));
                            Locator later = page.locator("a[id^=take-]").first();
                            button.click();
                            for (int i = 0;
                                    i < MOST_STEPS && !begun.get() && !later.isVisible();
                                    i++) {
                                page.waitForTimeout(STEP_MILLIS);
                            }
                            if (!begun.get()) {
                                later.click();
                            }
                        });
        if (!page.url().equals(asking)) {
            page.navigate(asking);
        }
        return table;
    }
}
