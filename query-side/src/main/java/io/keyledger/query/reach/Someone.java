package io.keyledger.query.reach;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A service user or a person that something reaches.
 *
 * @param name null of a person whose name was erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Someone(UUID id, @Nullable String name) {}
