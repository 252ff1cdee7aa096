package io.keyledger.standalone.browser;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lets no test begin shortly before an hour of UTC ends, and so none before a day does: what a test
 * writes, and the page that it then reads, are of the same day and hour.
 */
final class WithinAnHour implements BeforeEachCallback {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        Instant now = Instant.now();
        Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        Duration left = Duration.between(now, end);
        if (left.compareTo(ENOUGH) < 0) {
            Thread.sleep(left);
        }
    }
}
