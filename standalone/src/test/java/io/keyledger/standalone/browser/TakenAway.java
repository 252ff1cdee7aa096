package io.keyledger.standalone.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import java.util.concurrent.atomic.AtomicBoolean;

/** A table that is asked for by a button, whether it is handed over at once or a moment later. */
final class TakenAway {

    private static final int STEP_MILLIS = 50;

    private TakenAway() {}

    static Download by(Page page, Locator button) {
        return page.waitForDownload(
                () -> {
                    AtomicBoolean begun = new AtomicBoolean();
                    page.onDownload(_ -> begun.set(true));
                    Locator later = page.locator("a[id^=take-]").first();
                    button.click();
                    while (!begun.get() && !later.isVisible()) {
                        page.waitForTimeout(STEP_MILLIS);
                    }
                    if (!begun.get()) {
                        later.click();
                    }
                });
    }
}
