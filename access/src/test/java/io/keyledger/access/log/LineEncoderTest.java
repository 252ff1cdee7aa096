package io.keyledger.access.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Map;

class LineEncoderTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void jsonIsOneObjectALineWithTheCorrelationId() {
        String line = line("json", event());
        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode json = new JsonMapper().readTree(line);
        assertThat(json.get("message").asString()).isEqualTo("first\nsecond");
        assertThat(json.get("correlationId").asString()).isEqualTo("c-1");
        assertThat(json.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(json.at("/error/type").asString()).endsWith("IllegalStateException");
        assertThat(json.has("@timestamp")).isTrue();
        assertThat(json.at("/ecs/version").asString()).isNotEmpty();
    }

    @Test
    void textIsForPeople() {
        assertThat(line("text", event())).isEqualTo("WARN [c-1] first\nsecond\n");
    }

    private String line(String format, ILoggingEvent event) {
        LineEncoder encoder = new LineEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.setPattern("%level [%X{correlationId:--}] %msg%n%nopex");
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private ILoggingEvent event() {
        LoggingEvent event =
                new LoggingEvent(
                        "caller",
                        context.getLogger("io.keyledger.Some"),
                        Level.WARN,
                        "first\nsecond",
                        new IllegalStateException("broken"),
                        null);
        event.setMDCPropertyMap(Map.of("correlationId", "c-1"));
        return event;
    }
}
