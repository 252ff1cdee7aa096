package io.keyledger.access.server;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplyReceiverContext;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

import java.util.Locale;

/** A request that is observed by the names that Spring MVC's have. */
record DirectObservation(Observation observation, String method, String template)
        implements RequestTimes.Running {

    static final String NAME = "http.server.requests";
    private static final String UNKNOWN = "UNKNOWN";
    private static final int HUNDRED = 100;
    private static final String[] OUTCOMES = {
        UNKNOWN, "INFORMATIONAL", "SUCCESS", "REDIRECTION", "CLIENT_ERROR", "SERVER_ERROR"
    };

    static DirectObservation start(ObservationRegistry registry, Request request, String template) {
        String method = request.getMethod();
        Observation observation =
                Observation.createNotStarted(NAME, () -> context(request), registry)
                        .contextualName("http " + method.toLowerCase(Locale.ROOT) + " " + template)
                        .lowCardinalityKeyValues(keys(method, template, UNKNOWN, UNKNOWN))
                        .start();
        return new DirectObservation(observation, method, template);
    }

    static String outcome(int status) {
        return OUTCOMES[status / HUNDRED];
    }

    @Override
    public void end(int status) {
        observation
                .lowCardinalityKeyValues(
                        keys(method, template, Integer.toString(status), outcome(status)))
                .stop();
    }

    private static RequestReplyReceiverContext<Request, Response> context(Request request) {
        RequestReplyReceiverContext<Request, Response> context =
                new RequestReplyReceiverContext<>((carrier, key) -> carrier.getHeaders().get(key));
        context.setCarrier(request);
        return context;
    }

    private static KeyValues keys(String method, String uri, String status, String outcome) {
        return KeyValues.of(
                "exception",
                "none",
                "method",
                method,
                "outcome",
                outcome,
                "status",
                status,
                "uri",
                uri);
    }
}
