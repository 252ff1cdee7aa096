package io.keyledger.query.routeuse;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The latest request that was let through.
 *
 * @param address null if there is none on record, or it was erased on request
 * @param erased whether it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LastUseOfRoute(Instant at, @Nullable String address, boolean erased) {}
