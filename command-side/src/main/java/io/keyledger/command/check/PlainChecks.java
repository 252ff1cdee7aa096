package io.keyledger.command.check;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.Decision;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.server.Exchange;
import io.keyledger.access.source.Source;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Checks as JSON, as {@link CheckController} takes them, too. */
final class PlainChecks implements PlainWay {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    PlainChecks(JsonMapper json) {
        this.reader = json.readerFor(CheckBody.class);
        this.writer = json.writerFor(CheckAnswer.class);
    }

    @Override
    public String path() {
        return "/api/v1/checks";
    }

    @Override
    public boolean takes(@Nullable String contentType) {
        return MediaType.APPLICATION_JSON_VALUE.equals(contentType);
    }

    @Override
    public @Nullable BehalfCheck asked(byte[] body, PresentedKey caller, Source source) {
        CheckBody asked = reader.readValue(body);
        return asked == null ? null : asked.of(caller, source);
    }

    @Override
    public void answer(Exchange exchange, Decision decision) {
        exchange.answerJson(writer.writeValueAsBytes(CheckAnswer.of(decision)));
    }
}
