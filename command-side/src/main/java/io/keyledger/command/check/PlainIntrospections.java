package io.keyledger.command.check;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.Decision;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.server.Exchange;
import io.keyledger.access.server.FormParameters;
import io.keyledger.access.source.Source;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Introspections by a form, as {@link IntrospectionController} takes them, too. */
final class PlainIntrospections implements PlainWay {

    private static final String NO_STORE = "no-store";
    private static final Set<String> FORMS =
            Set.of(
                    MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                    MediaType.APPLICATION_FORM_URLENCODED_VALUE + ";charset=UTF-8");

    private final ObjectWriter writer;

    PlainIntrospections(JsonMapper json) {
        this.writer = json.writerFor(Introspection.class);
    }

    @Override
    public String path() {
        return IntrospectionController.PATH;
    }

    @Override
    public boolean takes(@Nullable String contentType) {
        return contentType != null && FORMS.contains(contentType);
    }

    @Override
    public @Nullable BehalfCheck asked(byte[] body, PresentedKey caller, Source source) {
        try {
            String form = new String(body, StandardCharsets.UTF_8);
            return new IntrospectionForm(FormParameters.in(form)).of(caller, source);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    @Override
    public void answer(Exchange exchange, Decision decision) {
        exchange.with(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .answerJson(writer.writeValueAsBytes(Introspection.of(decision)));
    }
}
