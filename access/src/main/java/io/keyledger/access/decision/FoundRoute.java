package io.keyledger.access.decision;

import io.keyledger.access.state.RouteCatalogue.Api;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

/** A route that a request led to, and what it and the caller say the key is used on. */
public record FoundRoute(Api api, ApiRoute route, @Nullable Resource resource) {}
