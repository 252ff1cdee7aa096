package io.keyledger.access.decision;

import io.keyledger.access.check.Asked.AskedApi;
import io.keyledger.access.check.Asked.ForRequest;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.state.RouteCatalogue;
import io.keyledger.access.state.RouteCatalogue.Api;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.route.RequestPath;
import io.keyledger.shared.route.RouteTable.Match;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the route of a request. */
final class Routing {

    /** Where a request leads: to a route, or to a reason to refuse it. */
    record Way(@Nullable FoundRoute found, @Nullable DenyReason refusal) {}

    private Routing() {}

    static Way find(RouteCatalogue catalogue, ForRequest asked) {
        RequestPath path = RequestPath.parse(asked.rawPath()).orElse(null);
        if (path == null) {
            return new Way(null, DenyReason.UNSAFE_PATH);
        }
        List<FoundRoute> found =
                apis(catalogue, asked.api())
                        .flatMap(
                                api ->
                                        api.routes().match(asked.rawMethod(), path).stream()
                                                .map(match -> found(api, match, asked)))
                        .limit(2)
                        .toList();
        return switch (found.size()) {
            case 0 -> new Way(null, DenyReason.NO_ROUTE);
            case 1 -> new Way(found.getFirst(), null);
            default -> new Way(null, DenyReason.AMBIGUOUS_ROUTE);
        };
    }

    private static Stream<Api> apis(RouteCatalogue catalogue, @Nullable AskedApi asked) {
        return switch (asked) {
            case null -> catalogue.all().stream();
            case AskedApi.Named(var name) -> Stream.ofNullable(catalogue.named(name));
            case AskedApi.At(var host) -> Stream.ofNullable(catalogue.at(hostName(host)));
        };
    }

    /** A Host header's value without its port (RFC 9110, section 7.2). */
    private static String hostName(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']') && host.indexOf(':') >= 0;
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static FoundRoute found(Api api, Match<ApiRoute> match, ForRequest asked) {
        return new FoundRoute(api, match.route(), resource(match, asked.resource()));
    }

    /** What the route says about the resource counts more than what the caller says. */
    private static @Nullable Resource resource(Match<ApiRoute> match, @Nullable Resource said) {
        ApiRoute route = match.route();
        String id = route.resourceId() == null ? null : match.variables().get(route.resourceId());
        if (route.resourceType() == null && id == null) {
            return said;
        }
        return new Resource(
                route.resourceType() == null ? typeOf(said) : route.resourceType(),
                id == null ? idOf(said) : id,
                said == null ? Map.of() : said.attributes());
    }

    private static @Nullable String typeOf(@Nullable Resource said) {
        return said == null ? null : said.type();
    }

    private static @Nullable String idOf(@Nullable Resource said) {
        return said == null ? null : said.id();
    }
}
