package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Whom a change of something reaches at once.
 *
 * @param serviceUsers that are enabled and have it, by whatever way
 * @param keys of these that can be used
 * @param people that have it by their groups
 * @param firstServiceUsers some of these, by name
 * @param firstPeople some of these, by name
 */
public record Reach(
        Count serviceUsers,
        Count keys,
        Count people,
        List<Someone> firstServiceUsers,
        List<Someone> firstPeople) {

    /**
     * One of them.
     *
     * @param name null of a person whose name was erased
     */
    public record Someone(UUID id, @Nullable String name) {}
}
