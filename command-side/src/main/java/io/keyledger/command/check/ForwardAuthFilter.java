package io.keyledger.command.check;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.keyledger.shared.permission.Permission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward authentication: a gateway passes on each request's headers and lets through what is
 * answered 200. {@code /auth} takes the original request from headers, {@code /auth/envoy/**} from
 * method and path. Answers are 200, 401 and 403, and 503 when a use could not be recorded, which
 * gateways must take for a refusal, too.
 *
 * <p>A filter before all others, since it goes by the path as it was sent: behind the prefix
 * everything is the client's, and no {@code ..} in it may lead to another address of this server.
 */
final class ForwardAuthFilter extends OncePerRequestFilter {

    private static final String GATEWAY_KEY = "Keyledger-Gateway-Key";
    private static final String GATEWAY_API = "Keyledger-Gateway-Api";

    private static final String PATH = "/auth";
    private static final String ENVOY = "/auth/envoy";
    private static final String API = "api";
    private static final String PERMISSION = "permission";
    private static final Set<String> PARAMETERS = Set.of(API, PERMISSION);
    private static final Set<String> GETS = Set.of("GET", "HEAD");

    private final CheckGate gate;
    private final ClientAddress addresses;

    ForwardAuthFilter(CheckGate gate, ClientAddress addresses) {
        this.gate = gate;
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals(PATH) && !path.startsWith(ENVOY + "/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ForwardAnswer answer = new ForwardAnswer(response);
        List<String> gateways = Collections.list(request.getHeaders(GATEWAY_KEY));
        PresentedKey client = RequestKey.of(request).orElse(null);
        if (gateways.size() != 1) {
            answer.refuse(403, "gateway-key-missing");
        } else if (!isConfigured(request)) {
            answer.refuse(403, "misconfigured");
        } else if (client == null) {
            answer.refuse(401, "no-key");
        } else {
            PresentedKey gateway = PresentedKey.of(gateways.getFirst().strip());
            answer(answer, check(request, gateway, client));
        }
    }

    private void answer(ForwardAnswer answer, BehalfCheck check) {
        try {
            answer.give(gate.check(check));
        } catch (NotRecorded failure) {
            answer.unavailable(failure);
        }
    }

    private BehalfCheck check(
            HttpServletRequest request, PresentedKey gateway, PresentedKey client) {
        OriginalRequest original =
                isEnvoys(request)
                        ? OriginalRequest.behind(ENVOY, request, addresses)
                        : OriginalRequest.of(request, addresses);
        Source seen = RequestSource.of(request);
        return new BehalfCheck(
                gateway,
                seen,
                client,
                asked(request, original),
                new Source(original.address(), seen.userAgent(), seen.requestId()));
    }

    private static Asked asked(HttpServletRequest request, OriginalRequest original) {
        String permission = isEnvoys(request) ? null : request.getParameter(PERMISSION);
        return permission == null
                ? original.asked(api(request))
                : new Asked.ForPermission(
                        new Permission(permission), null, original.method(), original.path(), null);
    }

    /** In the address, or, where that is the client's behind Envoy's prefix, in a header. */
    private static @Nullable String api(HttpServletRequest request) {
        return isEnvoys(request) ? request.getHeader(GATEWAY_API) : request.getParameter(API);
    }

    /** Whether the gateway itself asks as it can, whatever its client asks. */
    private static boolean isConfigured(HttpServletRequest request) {
        if (isEnvoys(request)) {
            return Collections.list(request.getHeaders(GATEWAY_API)).size() <= 1;
        }
        try {
            return GETS.contains(request.getMethod()) && isConfiguredInQuery(request);
        } catch (InvalidParameterException _) {
            return false;
        }
    }

    /** Of a GET nothing else is read, whose body could be the client's. */
    private static boolean isConfiguredInQuery(HttpServletRequest request) {
        Map<String, String[]> parameters = request.getParameterMap();
        String permission = request.getParameter(PERMISSION);
        return PARAMETERS.containsAll(parameters.keySet())
                && parameters.values().stream().mapToInt(all -> all.length).sum() <= 1
                && (permission == null || Permission.isPermission(permission));
    }

    private static boolean isEnvoys(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }
}
