package io.keyledger.shared.use;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which API and route a check by method and path was about.
 *
 * @param asked the API's name or the host name that the caller gave, if any
 * @param api index into the header of the API that has the route; null if none matched
 * @param routeId the route; null if none matched
 */
public record AskedRoute(@Nullable String asked, @Nullable Integer api, @Nullable UUID routeId) {}
