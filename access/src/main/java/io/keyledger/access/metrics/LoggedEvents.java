package io.keyledger.access.metrics;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts what is logged, by level, as {@code logback_events_total}. Micrometer would count in a
 * filter that each question of a library whether to log for debugging goes through, dozens of them
 * a request; an appender is asked by nobody. It counts until the logs are configured anew.
 */
final class LoggedEvents extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Map<Level, Counter> counters = new HashMap<>();

    LoggedEvents(MeterRegistry meters) {
        this(meters, (LoggerContext) LoggerFactory.getILoggerFactory());
    }

    LoggedEvents(MeterRegistry meters, LoggerContext logs) {
        for (Level level : List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE)) {
            counters.put(
                    level,
                    Counter.builder("logback.events")
                            .tag("level", level.levelStr.toLowerCase(Locale.ROOT))
                            .baseUnit("events")
                            .description("Lines that were logged")
                            .register(meters));
        }
        setContext(logs);
        start();
        tops().forEach(logger -> logger.addAppender(this));
    }

    /** Counts no more. */
    void close() {
        tops().forEach(logger -> logger.detachAppender(this));
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        requireNonNull(counters.get(event.getLevel())).increment();
    }

    /** Whatever is logged reaches one of them. */
    private List<Logger> tops() {
        return ((LoggerContext) getContext())
                .getLoggerList().stream()
                        .filter(
                                logger ->
                                        !logger.isAdditive()
                                                || logger.getName().equals(Logger.ROOT_LOGGER_NAME))
                        .toList();
    }
}
