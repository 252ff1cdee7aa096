package io.keyledger.access.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.ObservationRegistry;

import org.eclipse.jetty.server.Request;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Times requests by the name and tags that Spring MVC's have, so that one metric tells of all. They
 * are observed as those are only where somebody takes traces: that costs ten times as much.
 */
final class RequestTimes {

    private final MeterRegistry meters;
    private final ObservationRegistry traced;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /**
     * Without traces, or with them.
     *
     * @param traced observes requests, or does nothing
     */
    RequestTimes(MeterRegistry meters, ObservationRegistry traced) {
        this.meters = meters;
        this.traced = traced;
    }

    /** What is known of a request once it is answered. */
    interface Running {

        void end(int status);
    }

    private record Kind(String method, String template, int status) {}

    Running start(Request request, String template) {
        if (!traced.isNoop()) {
            return DirectObservation.start(traced, request, template);
        }
        long began = System.nanoTime();
        String method = request.getMethod();
        return status ->
                timers.computeIfAbsent(new Kind(method, template, status), this::timer)
                        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder(DirectObservation.NAME)
                .tags("error", "none", "exception", "none", "method", kind.method())
                .tags("outcome", DirectObservation.outcome(kind.status()))
                .tags("status", Integer.toString(kind.status()), "uri", kind.template())
                .register(meters);
    }
}
