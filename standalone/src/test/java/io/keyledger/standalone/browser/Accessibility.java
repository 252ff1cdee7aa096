package io.keyledger.standalone.browser;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe finds in a page. It runs in the page itself: the console has no frames, whose sake axe's
 * own driver works in a second page and carries all that was right there and back.
 */
final class Accessibility {

    private static final String AXE = axe();

    /** Of a finding, its rule and the first place it is at. */
    private static final String SERIOUS =
            """
            () => axe.run(document, {resultTypes: ['violations']})
                .then(results => results.violations
                    .filter(each => ['serious', 'critical'].includes(each.impact))
                    .map(each => each.id + ' ' + each.nodes[0].html))
            """;

    private static final String IS_THERE = "() => typeof axe === 'object'";
    private static final String FRAMES = "() => document.querySelectorAll('iframe, frame').length";

    private Accessibility() {}

    /** Findings that are serious or critical, by all of axe's rules. */
    static List<String> serious(Page page) {
        if (!page.evaluate(FRAMES).equals(0)) {
            throw new IllegalStateException("axe would not look into the frames of " + page.url());
        }
        if (page.evaluate(IS_THERE).equals(false)) {
            page.evaluate(AXE);
        }
        return ((List<?>) page.evaluate(SERIOUS)).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
