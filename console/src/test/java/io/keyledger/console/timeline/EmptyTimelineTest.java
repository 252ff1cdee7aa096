package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A page without entries is the end only if nothing older is left to be looked at. */
class EmptyTimelineTest {

    private static final String OLDER = "/console/acme/timeline?cursor=next";

    @Test
    void whereNothingIsLeftNothingIsRecorded() {
        assertThat(page(Map.of(), null))
                .contains("Nothing is recorded that is like this.")
                .doesNotContain("looked through", "Older");
    }

    @Test
    void whereMoreIsLeftItSaysHowToGoOn() {
        assertThat(page(Map.of(), OLDER))
                .contains("As much was looked through as a page may", "<em>Older</em> looks on")
                .contains("href=\"" + OLDER + "\"")
                .doesNotContain("Nothing is recorded");
    }

    @Test
    void whoLooksLiveIsNotSentToALinkThatIsNotThere() {
        assertThat(page(Map.of("live", "on"), OLDER))
                .contains("As much was looked through as a page may")
                .doesNotContain("Nothing is recorded", "Older");
    }

    private static String page(Map<String, String> sent, @Nullable String older) {
        Looked looked = Looked.of("acme", sent);
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("ws", "acme");
        context.setVariable("looked", looked);
        context.setVariable("filters", looked.filters());
        context.setVariable("sentences", List.of());
        context.setVariable("older", older);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("io/keyledger/console/templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine.process("timeline", Set.of("entries"), context);
    }
}
