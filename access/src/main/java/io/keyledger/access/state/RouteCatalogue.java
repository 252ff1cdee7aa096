package io.keyledger.access.state;

import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.route.RouteTable;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The APIs of a workspace with their routes. */
public final class RouteCatalogue {

    /** A workspace without APIs. */
    public static final RouteCatalogue EMPTY = new RouteCatalogue(List.of());

    /** An API with its routes made ready for matching. */
    public record Api(
            EntityVersion entityVersion,
            String name,
            Set<String> hosts,
            RouteTable<ApiRoute> routes) {}

    private final List<Api> all;
    private final Map<String, Api> byName = new HashMap<>();
    private final Map<String, Api> byHost = new HashMap<>();

    RouteCatalogue(List<Api> apis) {
        all = List.copyOf(apis);
        for (Api api : apis) {
            byName.put(NameKey.of(api.name()), api);
            api.hosts().forEach(host -> byHost.put(host, api));
        }
    }

    public List<Api> all() {
        return all;
    }

    /** The API of that name, case and width aside. */
    public @Nullable Api named(String name) {
        return byName.get(NameKey.of(name));
    }

    /** The API that is served at that host name, in lower case and without port. */
    public @Nullable Api at(String host) {
        return byHost.get(host);
    }
}
