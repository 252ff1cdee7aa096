package io.keyledger.access.web;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.Holder;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.correlation.CorrelationFilter;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.source.Source;
import io.keyledger.shared.permission.Permission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts the caller's key through the gate before a handler is called. The use is on record whatever
 * comes of the request.
 */
final class KeyAuthenticationInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(KeyAuthenticationInterceptor.class);
    private static final String BOOTSTRAP = "bootstrap-administrator";

    private final Supplier<CheckGate> gate;

    KeyAuthenticationInterceptor(Supplier<CheckGate> gate) {
        this.gate = gate;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = CallerArgumentResolver.isKnown(request);
        if (asked || !(handler instanceof HandlerMethod method) || OpenPaths.contain(request)) {
            return true;
        }
        if (method.hasMethodAnnotation(AuthenticatesItself.class)) {
            return true;
        }
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            LOG.error("{} says not what it requires, and is not called", method);
            throw Problems.notFound();
        }
        CallerArgumentResolver.remember(request, caller(request, requires));
        return true;
    }

    private Caller caller(HttpServletRequest request, Requires requires) {
        PresentedKey key = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        Source source = RequestSource.of(request);
        Decision decision =
                gate.get().check(new DirectCheck(key, asked(request, requires), source));
        Holder holder = decision.holder();
        if (decision.reason() != null) {
            throw Problems.refused(decision);
        }
        if (holder == null) {
            throw Problems.unauthenticated();
        }
        warnOfBootstrap(holder, request, requires);
        return new Caller(
                holder,
                source.address() == null ? null : source.address().text(),
                source.userAgent(),
                CorrelationFilter.of(request),
                ReasonHeader.decode(request.getHeader(ReasonHeader.NAME)),
                source.requestId());
    }

    private static Asked asked(HttpServletRequest request, Requires requires) {
        return new Asked.ForPermission(
                new Permission(requires.value()),
                switch (requires.in()) {
                    case PATH -> pathWorkspace(request);
                    case SYSTEM -> Decider.SYSTEM;
                    case OWN -> null;
                },
                request.getMethod(),
                request.getRequestURI(),
                null);
    }

    private static @Nullable String pathWorkspace(HttpServletRequest request) {
        Object workspace = variables(request).get("ws");
        return workspace == null ? null : workspace.toString();
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        @Nullable Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? map : Map.of();
    }

    private static void warnOfBootstrap(
            Holder holder, HttpServletRequest request, Requires requires) {
        if (holder instanceof KeyHolder key
                && key.username().equals(BOOTSTRAP)
                && key.workspace().equals(Decider.SYSTEM)) {
            LOG.warn(
                    "The bootstrap administrator was used ({} {}, key {}): it is for breaking glass",
                    request.getMethod(),
                    requires.value(),
                    key.keyId());
        }
    }
}
