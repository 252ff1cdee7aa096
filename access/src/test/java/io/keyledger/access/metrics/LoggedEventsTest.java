package io.keyledger.access.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggedEventsTest {

    @Test
    void whatGoesNoFurtherThanItsLoggerIsCountedOnceUntilTheEnd() {
        Logger log = (Logger) LoggerFactory.getLogger("io.keyledger.access.apart");
        log.setAdditive(false);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LoggedEvents events = new LoggedEvents(meters);
        log.error("once");
        events.close();
        log.error("not any more");
        assertThat(meters.get("logback.events").tag("level", "error").counter().count()).isOne();
    }
}
