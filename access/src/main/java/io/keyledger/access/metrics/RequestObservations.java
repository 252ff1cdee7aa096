package io.keyledger.access.metrics;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationPredicate;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What of requests is observed: the handler's path template, never a path as it came. */
@Configuration(proxyBeanMethods = false)
class RequestObservations {

    @Bean
    ServerRequestObservationConvention serverRequestObservationConvention() {
        return new TemplatesOnly();
    }

    /** Whoever watches a node is not part of what it does. */
    @Bean
    ObservationPredicate watchersAreNotObserved() {
        return (_, context) ->
                !(context instanceof ServerRequestObservationContext request)
                        || !isOfAWatcher(request.getCarrier());
    }

    private static boolean isOfAWatcher(@Nullable HttpServletRequest request) {
        String path = request == null ? "" : request.getRequestURI();
        return path.startsWith("/health") || path.equals("/metrics");
    }

    private static final class TemplatesOnly extends DefaultServerRequestObservationConvention {

        /** A path may hold whatever a stranger put there, a key for one. */
        @Override
        public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
            return KeyValues.empty();
        }
    }
}
