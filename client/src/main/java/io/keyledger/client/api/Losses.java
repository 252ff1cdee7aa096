package io.keyledger.client.api;

import io.keyledger.client.api.Policies.Resources;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an edit of something would take in effect.
 *
 * @param serviceUsers that were looked at; not exact if it reaches more
 * @param people that were looked at; not exact if it reaches more
 */
public record Losses(Count serviceUsers, Count people, List<Loss> permissions) {

    /**
     * A permission that it would not give any more.
     *
     * @param resources the only ones that a policy grants it for; null for all
     * @param lost whom it is lost to
     * @param kept who would have it by something else still
     */
    public record Loss(String permission, @Nullable Resources resources, Heads lost, Heads kept) {}

    /** How many of those that were looked at. */
    public record Heads(long serviceUsers, long people) {}
}
