package io.keyledger.access.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

class LoggedEventsTest {

    @Test
    void whatGoesNoFurtherThanItsLoggerIsCountedOnceUntilTheEnd() {
        LoggerContext logs = new LoggerContext();
        Logger log = logs.getLogger("apart");
        log.setAdditive(false);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LoggedEvents events = new LoggedEvents(meters, logs);
        log.error("once");
        events.close();
        log.error("not any more");
        assertThat(meters.get("logback.events").tag("level", "error").counter().count()).isOne();
    }
}
