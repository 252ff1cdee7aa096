package io.keyledger.access.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

import java.util.List;

/**
 * Below INFO some loggers print requests as they came: headers with keys, bodies with keys to
 * check. They stay silent there whatever level is configured. So does whoever logs exceptions of
 * the database unread.
 */
public final class QuietRequestLoggers extends TurboFilter {

    private static final List<String> QUIET =
            List.of(
                    "io.micrometer",
                    "io.opentelemetry",
                    "org.eclipse.jetty",
                    "org.springframework.core.codec",
                    "org.springframework.http",
                    "org.springframework.jdbc",
                    "org.springframework.web",
                    "org.axonframework",
                    "org.postgresql",
                    "jdk.internal.httpclient",
                    "sun.net.www");

    /** Logs exceptions of the database as they come, which quote SQL and values. */
    private static final String BROKEN_CONNECTIONS = "com.zaxxer.hikari.pool.ProxyConnection";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (thrown != null && logger.getName().equals(BROKEN_CONNECTIONS)) {
            return FilterReply.DENY;
        }
        return level.isGreaterOrEqual(Level.INFO)
                        || isOffAnyway(logger, level)
                        || !isQuiet(logger.getName())
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }

    /** Libraries ask dozens of times a request whether they shall log for debugging. */
    private static boolean isOffAnyway(Logger logger, Level level) {
        return level.toInt() < logger.getEffectiveLevel().toInt();
    }

    private static boolean isQuiet(String name) {
        return QUIET.stream().anyMatch(name::startsWith);
    }
}
