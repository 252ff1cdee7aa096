package io.keyledger.command.check;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.server.DirectHandler;
import io.keyledger.access.server.Exchange;
import io.keyledger.access.source.ProxyChain;
import io.keyledger.access.source.Source;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward authentication: a gateway passes on each request's headers and lets through what is
 * answered 200. {@code /auth} takes the original request from headers, {@code /auth/envoy/**} from
 * method and path. Answers are 200, 401 and 403, and 503 when a use could not be recorded, which
 * gateways must take for a refusal, too.
 *
 * <p>It goes by the path as it was sent: behind the prefix everything is the client's, and no
 * {@code ..} in it may lead to another address of this server.
 */
final class ForwardAuth implements DirectHandler {

    private static final String GATEWAY_KEY = "Keyledger-Gateway-Key";
    private static final String GATEWAY_API = "Keyledger-Gateway-Api";

    private static final String PATH = "/auth";
    private static final String ENVOY = "/auth/envoy";
    private static final String API = "api";
    private static final String PERMISSION = "permission";
    private static final Set<String> PARAMETERS = Set.of(API, PERMISSION);
    private static final Set<String> GETS = Set.of("GET", "HEAD");

    private final CheckGate gate;
    private final ProxyChain proxies;

    ForwardAuth(CheckGate gate, ProxyChain proxies) {
        this.gate = gate;
        this.proxies = proxies;
    }

    @Override
    public boolean takes(Exchange exchange) {
        return isPlain(exchange) || exchange.path().startsWith(ENVOY + "/");
    }

    @Override
    public void handle(Exchange exchange) {
        boolean plain = isPlain(exchange);
        exchange.begin(plain ? PATH : ENVOY + "/**");
        ForwardAnswer answer = new ForwardAnswer(exchange);
        List<String> gateways = exchange.headers(GATEWAY_KEY);
        PresentedKey client = exchange.key();
        Map<String, List<String>> parameters = plain ? parameters(exchange) : Map.of();
        if (gateways.size() != 1) {
            answer.refuse(403, "gateway-key-missing");
        } else if (parameters == null || !isConfigured(exchange, plain, parameters)) {
            answer.refuse(403, "misconfigured");
        } else if (client == null) {
            answer.refuse(401, "no-key");
        } else {
            PresentedKey gateway = PresentedKey.of(gateways.getFirst().strip());
            OriginalRequest original =
                    plain
                            ? OriginalRequest.of(exchange, proxies)
                            : OriginalRequest.behind(ENVOY, exchange, proxies);
            Source seen = exchange.source();
            Asked asked = plain ? asked(original, parameters) : original.asked(api(exchange));
            Source source = new Source(original.address(), seen.userAgent(), seen.requestId());
            gate.ask(new BehalfCheck(gateway, seen, client, asked, source))
                    .whenComplete(
                            (result, failure) ->
                                    exchange.guarded(() -> answer(answer, result, failure)));
        }
    }

    private static void answer(
            ForwardAnswer answer, @Nullable CheckResult result, @Nullable Throwable failure) {
        if (result != null) {
            answer.give(result);
        } else {
            answer.unavailable(NotRecorded.of(failure));
        }
    }

    private static Asked asked(OriginalRequest original, Map<String, List<String>> parameters) {
        String permission = only(parameters, PERMISSION);
        return permission == null
                ? original.asked(only(parameters, API))
                : new Asked.ForPermission(
                        new Permission(permission), null, original.method(), original.path(), null);
    }

    /** In a header, where the address is the client's behind Envoy's prefix. */
    private static @Nullable String api(Exchange exchange) {
        return exchange.header(GATEWAY_API);
    }

    /** Null if they cannot be read. */
    private static @Nullable Map<String, List<String>> parameters(Exchange exchange) {
        try {
            return exchange.parameters();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Whether the gateway itself asks as it can, whatever its client asks. */
    private static boolean isConfigured(
            Exchange exchange, boolean plain, Map<String, List<String>> parameters) {
        if (!plain) {
            return exchange.headers(GATEWAY_API).size() <= 1;
        }
        String permission = only(parameters, PERMISSION);
        return GETS.contains(exchange.method())
                && PARAMETERS.containsAll(parameters.keySet())
                && parameters.values().stream().mapToInt(List::size).sum() <= 1
                && (permission == null || Permission.isPermission(permission));
    }

    private static @Nullable String only(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    private static boolean isPlain(Exchange exchange) {
        return exchange.path().equals(PATH);
    }
}
