package io.keyledger.access.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Below INFO some loggers print requests as they came: headers with keys, bodies with keys to
 * check. They stay silent there whatever level is configured. So does whoever logs exceptions of
 * the database unread. It is a matter of their levels and no filter, since libraries ask dozens of
 * times a request whether they shall log for debugging.
 */
public final class QuietRequestLoggers extends ContextAwareBase
        implements LoggerContextListener, LifeCycle {

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

    private boolean started;

    @Override
    public void start() {
        started = true;
        quieten((LoggerContext) getContext());
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isStarted() {
        return started;
    }

    /** Configurations may be read again. */
    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext context) {
        quieten(context);
    }

    @Override
    public void onReset(LoggerContext context) {
        quieten(context);
    }

    @Override
    public void onStop(LoggerContext context) {
        // nothing is logged any more
    }

    @Override
    public void onLevelChange(Logger logger, @Nullable Level level) {
        String name = logger.getName();
        if (name.equals(BROKEN_CONNECTIONS)) {
            keep(logger, level, Level.OFF);
        } else if (QUIET.stream().anyMatch(name::startsWith)) {
            keep(logger, level, Level.INFO);
        }
    }

    private static void quieten(LoggerContext context) {
        QUIET.forEach(name -> context.getLogger(name).setLevel(Level.INFO));
        context.getLogger(BROKEN_CONNECTIONS).setLevel(Level.OFF);
    }

    private static void keep(Logger logger, @Nullable Level level, Level least) {
        if (level == null || !level.isGreaterOrEqual(least)) {
            logger.setLevel(least);
        }
    }
}
