package io.keyledger.access.gate;

import io.keyledger.access.check.NotRecorded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;

/** Says in the log once that checks cannot be recorded, and once that they can be again. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final AtomicBoolean failing = new AtomicBoolean();

    void failed(NotRecorded failure) {
        if (!failing.getAndSet(true)) {
            LOG.warn("checks are answered 503: {}", failure.getMessage());
        }
    }

    void recovered() {
        if (failing.get() && failing.getAndSet(false)) {
            LOG.info("checks are recorded and answered again");
        }
    }
}
